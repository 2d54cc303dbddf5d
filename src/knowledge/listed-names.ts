import { firstKeysOfName } from "./fold.js";
import type { NameSource } from "./name-index.js";
import type { Named } from "./names.js";

/** A listed name, and what makes of it what the lexicon needs, once a text asks for it. */
interface Listed {
  readonly name: string;
  readonly of: (name: string) => Named;
  /** The one listed before it that begins with the same word. */
  readonly before: Listed | undefined;
}

/** Names listed one by one. */
export class ListedNames implements NameSource {
  readonly #last = new Map<string, Listed>();

  add(name: string, of: Listed["of"]): void {
    const keys = firstKeysOfName(name);
    if (typeof keys === "string") this.#put(keys, name, of);
    else for (const key of keys) this.#put(key, name, of);
  }

  #put(key: string, name: string, of: Listed["of"]): void {
    this.#last.set(key, { name, of, before: this.#last.get(key) });
  }

  startingWith(word: string): Named[] {
    const names: Named[] = [];
    for (let listed = this.#last.get(word); listed; listed = listed.before)
      names.push(listed.of(listed.name));
    return names.reverse();
  }

  mayHave(word: string): boolean {
    return this.#last.has(word);
  }

  firstWords(): Iterable<string> {
    return this.#last.keys();
  }
}
