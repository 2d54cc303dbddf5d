/**
 * Things of a table by their identifiers, kept from one change to the next: a change asks for hundreds of them. To be
 * dropped when anybody else writes to the table, or a change is undone.
 */
export class ItemMemory<Item> {
  private readonly items = new Map<string, Item>();

  /** @param most things that are kept, about */
  constructor(private readonly most: number) {}

  /** Notes down what is in the table now. */
  set(id: string, item: Item): void {
    this.items.set(id, item);
  }

  delete(id: string): void {
    this.items.delete(id);
  }

  /**
   * Those of the things that are in the table.
   * @param read gives those in the table, each with its identifier; called only for things that are not kept
   */
  async of(
    ids: readonly string[],
    read: (ids: readonly string[]) => Promise<readonly (readonly [id: string, item: Item])[]>,
  ): Promise<Item[]> {
    if (this.items.size > this.most) this.items.clear();
    const unknown = ids.filter((id) => !this.items.has(id));
    if (unknown.length > 0) for (const [id, item] of await read(unknown)) this.items.set(id, item);
    return ids.flatMap((id) => this.items.get(id) ?? []);
  }
}
