import { fold } from "./fold.js";
import type { Listed } from "./office-table.js";
import { NUMERAL } from "./offices.js";
import { initialOf, soundOfFamily, soundOfName } from "./romanised.js";
import { list } from "./table.js";

/** People by how their names sound, however they are put into Latin letters; those of one first sound when one is asked for. */
export class AlikeNames {
  readonly #people: () => Iterable<readonly [string, Listed]>;
  /** By the first sound of the family name, then by the sound of the full or family name. */
  readonly #sounds = new Map<string, ReadonlyMap<string, readonly string[]>>();

  /** @param people the main names of those who are to be found */
  constructor(people: () => Iterable<readonly [string, Listed]>) {
    this.#people = people;
  }

  /** The main names of those whose full name sounds like these words (folded), the family name last. */
  ofName(words: readonly string[]): readonly string[] {
    const sound = soundOfName(words);
    return sound === undefined ? [] : this.#find(sound, words.at(-1)!);
  }

  /** The main names of those whose family name sounds like this one (folded). */
  ofFamily(family: string): readonly string[] {
    return this.#find(soundOfFamily(family), family);
  }

  #find(sound: string, family: string): readonly string[] {
    const initial = initialOf(family);
    let sounds = this.#sounds.get(initial);
    if (!sounds) {
      sounds = this.#soundsOf(initial);
      this.#sounds.set(initial, sounds);
    }
    return sounds.get(sound) ?? [];
  }

  #soundsOf(initial: string): ReadonlyMap<string, readonly string[]> {
    const table = new Map<string, string[]>();
    for (const [person, { also }] of this.#people()) {
      const sounds = new Set<string | undefined>();
      for (const name of [person, ...list(also)]) {
        const words = fold(name)
          .replace(NUMERAL, "")
          .split(/[\s-]+/);
        const family = words.at(-1)!;
        if (initialOf(family) === initial) sounds.add(soundOfName(words)).add(soundOfFamily(family));
      }
      for (const sound of sounds) {
        if (sound === undefined) continue;
        const known = table.get(sound);
        if (known) known.push(person);
        else table.set(sound, [person]);
      }
    }
    return table;
  }
}
