/** What a page's JSON-LD (schema.org) says of its article. */
export interface ArticleData {
  readonly headline?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly publisher?: string;
  readonly authors?: readonly { readonly name: string; readonly person: boolean }[];
}

type Json = { readonly [key: string]: unknown };

const MOST_NODES = 2_000;
const ARTICLE = /article|posting|report|analysis|opinion|review/i;

/** All objects of a JSON value with the outermost first; arrays and `@graph` are gone through. */
function* objectsOf(value: unknown): Generator<Json> {
  const waiting: unknown[] = [value];
  for (let met = 0; waiting.length > 0 && met < MOST_NODES; met++) {
    const next = waiting.shift();
    if (Array.isArray(next)) waiting.push(...next.slice(0, MOST_NODES));
    else if (next !== null && typeof next === "object") {
      yield next as Json;
      for (const child of Object.values(next)) if (typeof child === "object") waiting.push(child);
    }
  }
}

function parse(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|^\s*<!--|(?:\/\/\s*)?\]\]>\s*$|-->\s*$/g, "")
    .trim();
  try {
    return JSON.parse(bare);
  } catch {
    try {
      // Line breaks inside strings and commas before a closing bracket are the common faults.
      return JSON.parse(
        bare
          .replace(/[\n\r\t]+/g, " ")
          .replace(/,\s*(?=[}\]])/g, "")
          .replace(/;$/, ""),
      );
    } catch {
      return undefined;
    }
  }
}

const words = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

const typesOf = (node: Json): string =>
  [node["@type"]]
    .flat()
    .filter((type) => typeof type === "string")
    .join(" ");

function nameOf(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return words(one) ?? (one !== null && typeof one === "object" ? words((one as Json).name) : undefined);
}

function authorsOf(value: unknown): { name: string; person: boolean }[] {
  const found: { name: string; person: boolean }[] = [];
  for (const author of [value].flat()) {
    const name = nameOf(author);
    if (name === undefined) continue;
    const type = typeof author === "object" && author !== null ? typesOf(author as Json) : "";
    found.push({ name, person: !/organi[sz]ation/i.test(type) });
  }
  return found;
}

/** Reads the JSON-LD scripts of a page; broken ones are passed over. */
export function articleData(scripts: readonly string[]): ArticleData {
  const nodes = scripts.slice(0, 50).flatMap((script) => [...objectsOf(parse(script))]);
  // An article first, then a page, then anything that has a date.
  const rank = (node: Json) => (ARTICLE.test(typesOf(node)) ? 0 : /webpage/i.test(typesOf(node)) ? 1 : 2);
  const dated = nodes.filter((node) => words(node.datePublished) !== undefined || rank(node) === 0);
  const node = dated
    .map((each, i) => ({ each, i }))
    .sort((a, b) => rank(a.each) - rank(b.each) || a.i - b.i)[0]?.each;
  if (!node) return {};
  const publisher = nodes.map((each) => nameOf(each.publisher)).find((name) => name !== undefined);
  const data: { -readonly [K in keyof ArticleData]: ArticleData[K] } = {};
  const headline = words(node.headline) ?? (rank(node) === 0 ? words(node.name) : undefined);
  if (headline !== undefined) data.headline = headline;
  const published = words(node.datePublished) ?? nodes.map((each) => words(each.datePublished)).find(Boolean);
  if (published !== undefined) data.published = published;
  const modified = words(node.dateModified);
  if (modified !== undefined) data.modified = modified;
  if (publisher !== undefined) data.publisher = publisher;
  const authors = authorsOf(node.author ?? node.creator);
  if (authors.length > 0) data.authors = authors;
  return data;
}
