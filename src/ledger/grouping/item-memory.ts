/**
 * Things of a table by their identifiers, kept from one change to the next: a change asks for hundreds of them. To be
 * dropped when anybody else writes to the table, or a change is undone.
 */
export class ItemMemory<Item> {
  private items = new Map<string, Item>();
  /** What was last asked for before `items` was begun: what nobody asks for goes with it. */
  private older = new Map<string, Item>();

  /** @param most things that are kept, about */
  constructor(private readonly most: number) {}

  /** Notes down what is in the table now. */
  set(id: string, item: Item): void {
    this.items.set(id, item);
  }

  delete(id: string): void {
    this.items.delete(id);
    this.older.delete(id);
  }

  /**
   * Those of the things that are in the table.
   * @param read gives those in the table, each with its identifier; called only for things that are not kept
   */
  async of(
    ids: readonly string[],
    read: (ids: readonly string[]) => Promise<readonly (readonly [id: string, item: Item])[]>,
  ): Promise<Item[]> {
    if (2 * this.items.size > this.most) {
      this.older = this.items;
      this.items = new Map();
    }
    const unknown: string[] = [];
    for (const id of ids) {
      if (this.items.has(id)) continue;
      const item = this.older.get(id);
      if (item === undefined) unknown.push(id);
      else this.items.set(id, item);
    }
    if (unknown.length > 0) for (const [id, item] of await read(unknown)) this.items.set(id, item);
    const found: Item[] = [];
    for (const id of ids) {
      const item = this.items.get(id);
      if (item !== undefined) found.push(item);
    }
    return found;
  }
}
