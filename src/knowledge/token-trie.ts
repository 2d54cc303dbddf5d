interface Node<T> {
  readonly next: Map<string, Node<T>>;
  values: T[] | undefined;
}

/** Where a trie found something: from word `first` to `last` (exclusive). */
export interface Found<T> {
  readonly first: number;
  readonly last: number;
  readonly values: readonly T[];
}

/** Looks up phrases word by word; time for one place in a text is bounded by the longest phrase. */
export class TokenTrie<T> {
  readonly #root: Node<T> = { next: new Map(), values: undefined };

  add(pieces: readonly string[], value: T): void {
    let node = this.#root;
    for (const piece of pieces) {
      let next = node.next.get(piece);
      if (!next) {
        next = { next: new Map(), values: undefined };
        node.next.set(piece, next);
      }
      node = next;
    }
    node.values ??= [];
    node.values.push(value);
  }

  /**
   * The phrases that begin at word `start`, longest first. `keysAt` gives the spellings under which a word may be
   * looked up, an empty list for a word that is passed over inside a phrase (a hyphen), undefined past the end.
   */
  match(start: number, keysAt: (index: number) => readonly string[] | undefined): Found<T>[] {
    const found: Found<T>[] = [];
    let nodes: Node<T>[] = [this.#root];
    for (let i = start; ; i++) {
      const keys = keysAt(i);
      if (keys === undefined || (i === start && keys.length === 0)) break;
      if (keys.length === 0) continue;
      const reached: Node<T>[] = [];
      for (const node of nodes) {
        for (const key of keys) {
          const next = node.next.get(key);
          if (next && !reached.includes(next)) reached.push(next);
        }
      }
      if (reached.length === 0) break;
      nodes = reached;
      const values = reached.flatMap((node) => node.values ?? []);
      if (values.length > 0) found.push({ first: start, last: i + 1, values });
    }
    return found.reverse();
  }
}
