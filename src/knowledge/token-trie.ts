/** A node keeps its only child beside itself; a table of children is made for a second one. */
interface Node<T> {
  key: string | undefined;
  child: Node<T> | undefined;
  children: Map<string, Node<T>> | undefined;
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
  readonly #root: Node<T> = newNode();

  add(pieces: readonly string[], value: T): void {
    let node = this.#root;
    for (const piece of pieces) node = childOf(node, piece) ?? addChild(node, piece);
    if (node.values) node.values.push(value);
    else node.values = [value];
  }

  /**
   * The phrases that begin at word `start`, longest first. `keysAt` gives the spellings under which a word may be
   * looked up, an empty list for a word that is passed over inside a phrase (a hyphen), undefined past the end.
   */
  match(start: number, keysAt: (index: number) => readonly string[] | undefined): Found<T>[] {
    const found: Found<T>[] = [];
    let nodes: readonly Node<T>[] = [this.#root];
    for (let i = start; ; i++) {
      const keys = keysAt(i);
      if (keys === undefined || (i === start && keys.length === 0)) break;
      if (keys.length === 0) continue;
      const reached: Node<T>[] = [];
      for (const node of nodes) {
        for (const key of keys) {
          const next = childOf(node, key);
          if (next && !reached.includes(next)) reached.push(next);
        }
      }
      if (reached.length === 0) break;
      nodes = reached;
      const values =
        reached.length === 1 ? (reached[0]!.values ?? NONE) : reached.flatMap((node) => node.values ?? []);
      if (values.length > 0) found.push({ first: start, last: i + 1, values });
    }
    return found.reverse();
  }
}

const NONE: readonly never[] = [];

function newNode<T>(): Node<T> {
  return { key: undefined, child: undefined, children: undefined, values: undefined };
}

function childOf<T>(node: Node<T>, key: string): Node<T> | undefined {
  return node.children ? node.children.get(key) : node.key === key ? node.child : undefined;
}

function addChild<T>(node: Node<T>, key: string): Node<T> {
  const child = newNode<T>();
  if (node.children) {
    node.children.set(key, child);
  } else if (node.child) {
    node.children = new Map([
      [node.key!, node.child],
      [key, child],
    ]);
  } else {
    node.key = key;
    node.child = child;
  }
  return child;
}
