import type { Kysely } from "kysely";
import type { Schema } from "../schema.js";
import { Arrivals } from "./arrivals.js";
import type { LinkRows, LinksOfOne, StoredLink } from "./link-rows.js";
import { type KeyedItem, type KeyedPair, type KeyTable, keyChanges, neighboursOf } from "./neighbours.js";
import { pieceOf } from "./pieces.js";
import type { GroupingRules } from "./rules.js";

/** The rows of things and of their groups. */
export interface GroupingTables<Item> {
  readonly db: Kysely<Schema>;
  readonly links: Pick<LinkRows, "of" | "take" | "change" | "write">;
  readonly keys: KeyTable;
  items(ids: readonly string[]): Promise<Item[]>;
  /** All things that were decided together with one of these, each with its piece. */
  decidedWith(ids: readonly string[]): Promise<Map<string, string>>;
  /** Puts things in, with the keys by which they can be found; they have no groups yet. */
  put(items: readonly Item[]): void;
  /** Takes out all rows of a thing but those of its group and its links. */
  take(item: Item): Promise<void>;
  /**
   * Decides these pieces, and puts their groups in the place of those that their things made before.
   * @param gone things that are in no group any more
   */
  decide(pieces: readonly (readonly Item[])[], gone: readonly string[]): Promise<void>;
}

/** What grouping needs to know of things. */
export interface Likeness<Item> {
  id(item: Item): string;
  /** ISO 8601 date; empty where there is none. */
  day(item: Item): string;
  keys(item: Item): readonly string[];
  /** How alike two things are and how many days lie between them; undefined where they cannot belong together. */
  compare(a: Item, b: Item): { readonly similarity: number; readonly days: number } | undefined;
}

/**
 * Groups of things, kept so that they depend on the set of things alone and not on the order in which those came.
 * Adding or removing one looks at the few that share its keys and stand next to it in time; `settle` decides only those
 * groups again that hang together with what was touched. Each change belongs into a transaction.
 */
export class GroupingIndex<Item> {
  /** Things to be decided again. */
  private readonly touched = new Set<string>();
  /** More of them, whose pieces are still to be looked up, in one go. */
  private readonly added = new Set<string>();
  /** Pieces of the things that were touched, as they were decided before. */
  private readonly before = new Map<string, string>();
  private readonly gone = new Set<string>();
  private readonly again = new Set<string>();

  constructor(
    private readonly tables: GroupingTables<Item>,
    private readonly rules: GroupingRules,
    private readonly likeness: Likeness<Item>,
  ) {}

  /** Adds things that are not there, all at once: what stands next to them is read together. */
  async add(items: readonly Item[]): Promise<void> {
    if (items.length === 0) return;
    const keyed = items.map((item) => this.keyed(item));
    const { db, keys, links: stored } = this.tables;
    const neighbours = await neighboursOf(db, keys, keyed, this.rules);
    const near = new Set(neighbours.flat().flatMap(({ before, after }) => [...before, ...after]));
    const known = new Map(
      [...(await this.tables.items([...near])), ...items].map((item) => [this.likeness.id(item), item]),
    );
    const arrivals = new Arrivals(this.rules, (id) => this.likeness.day(known.get(id)!));
    const links: StoredLink[] = [];
    const parted = new Map<string, KeyedPair>();
    for (const [i, item] of items.entries()) {
      const changes = keyChanges(arrivals.put(keyed[i]!, neighbours[i]!), this.rules);
      for (const [other, keys] of changes.joined) links.push(...this.link(item, known.get(other)!, keys));
      for (const { pair, keys } of changes.parted) {
        const name = pair.join(" ");
        parted.set(name, { pair, keys: (parted.get(name)?.keys ?? 0) + keys });
      }
    }
    this.tables.put(items);
    await stored.change(links, []);
    const weakened = await this.linked([...parted.values()]);
    const broken = weakened.filter(({ left }) => left <= 0);
    for (const { id } of keyed) if (this.gone.delete(id)) this.again.add(id);
    for (const other of [
      ...keyed.map(({ id }) => id),
      ...links.map(({ other }) => other),
      ...broken.flatMap(({ pair }) => pair),
    ])
      this.added.add(other);
    await stored.change(
      [],
      weakened.map(({ pair, keys }) => ({ pair, keys: -keys })),
    );
  }

  /** Takes a thing out; nothing happens where there is none. */
  async remove(id: string): Promise<void> {
    const [item] = await this.tables.items([id]);
    if (!item) return;
    const { db, keys } = this.tables;
    const [neighbours] = await neighboursOf(db, keys, [this.keyed(item)], this.rules);
    const { parted } = keyChanges(neighbours!, this.rules);
    const there = new Set((await this.linked(parted)).map(({ pair }) => pair.join(" ")));
    const [still, back] = [true, false].map((linked) =>
      parted.filter(({ pair }) => there.has(pair.join(" ")) === linked),
    ) as [KeyedPair[], KeyedPair[]];
    const stored = await this.tables.items([...new Set(back.flatMap(({ pair }) => pair))]);
    const items = new Map(stored.map((other) => [this.likeness.id(other), other]));
    const links = back.flatMap(({ pair, keys }) => this.link(items.get(pair[0])!, items.get(pair[1])!, keys));
    const linked = (await this.tables.links.of([id])).get(id)!;
    await this.touch([id, ...linked.keys(), ...links.flatMap((link) => [link.item, link.other])]);
    this.gone.add(id);
    await this.tables.links.take(id);
    await this.tables.take(item);
    await this.tables.links.change(links, still);
  }

  /** Has these things decided again even where they hang together with the same things as before. */
  async decideAgain(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.again.add(id);
    await this.touch(ids);
  }

  private async touch(ids: readonly string[]): Promise<void> {
    const unseen = [...new Set([...ids, ...this.added])].filter((id) => !this.touched.has(id));
    this.added.clear();
    if (unseen.length === 0) return;
    for (const id of unseen) this.touched.add(id);
    for (const [id, piece] of await this.tables.decidedWith(unseen)) {
      this.touched.add(id);
      if (!this.before.has(id)) this.before.set(id, piece);
    }
  }

  /** Decides all groups again that hang together with what was touched. */
  async settle(): Promise<void> {
    await this.touch([]);
    if (this.touched.size === 0) return;
    await this.tables.links.write();
    const seen = new Map<string, LinksOfOne>();
    const links = async (ids: readonly string[]) => {
      const unseen = ids.filter((id) => !seen.has(id));
      if (unseen.length > 0)
        for (const [id, links] of await this.tables.links.of(unseen)) seen.set(id, links);
      return new Map(ids.map((id) => [id, seen.get(id)!]));
    };
    // In one go, since each of them is asked for.
    await links([...this.touched]);
    const pieces = new Map<string, readonly string[]>();
    const crowded: Set<string>[] = [];
    for (const id of this.touched) {
      if (pieces.has(id) || this.gone.has(id)) continue;
      const piece = await pieceOf(id, this.rules, links, crowded);
      for (const other of piece) pieces.set(other, piece);
    }
    const sizes = new Map<string, number>();
    for (const piece of this.before.values()) sizes.set(piece, (sizes.get(piece) ?? 0) + 1);
    // Its things alone decide a piece.
    const isSame = (piece: readonly string[]) =>
      !piece.some((id) => this.again.has(id)) &&
      sizes.get(piece[0]!) === piece.length &&
      piece.every((id) => this.before.get(id) === piece[0]);
    const changed = [...new Set(pieces.values())].filter((piece) => !isSame(piece));
    const stored = await this.tables.items(changed.flat());
    const items = new Map(stored.map((item) => [this.likeness.id(item), item]));
    const gone = [...this.gone];
    this.touched.clear();
    this.before.clear();
    this.gone.clear();
    this.again.clear();
    await this.tables.decide(
      changed.map((piece) => piece.map((id) => items.get(id)!)),
      gone,
    );
  }

  private keyed(item: Item): KeyedItem {
    const { id, day, keys } = this.likeness;
    return { id: id(item), day: day(item), keys: keys(item) };
  }

  /** The link of two things that so many keys join; none where they are not alike enough. */
  private link(item: Item, other: Item, keys: number): StoredLink[] {
    const found = this.likeness.compare(item, other);
    if (!found || found.days > this.rules.days || found.similarity < this.rules.similarity) return [];
    return [{ item: this.likeness.id(item), other: this.likeness.id(other), ...found, keys }];
  }

  /** Those of the pairs that are linked, with the keys left when theirs are taken away. */
  private async linked(parted: readonly KeyedPair[]): Promise<(KeyedPair & { readonly left: number })[]> {
    const links = await this.tables.links.of([...new Set(parted.map(({ pair }) => pair[0]))]);
    return parted.flatMap(({ pair, keys }) => {
      const link = links.get(pair[0])!.get(pair[1]);
      return link ? [{ pair, keys, left: link.keys - keys }] : [];
    });
  }
}
