import { type PageDocument, type PageElement, parentOf } from "./dom.js";

/** What one element must be for a step of a selector. */
interface Step {
  /** In capitals. */
  readonly tag?: string;
  readonly classes: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly value: string | undefined }[];
}

const STEP = /^(?:[a-z][a-z\d]*)?(?:\.[\w-]+|\[[\w:-]+(?:=(?:[\w:-]+|'[^']*'))?\])*$/;
const PART = /\.([\w-]+)|\[([\w:-]+)(?:='?([^\]']*)'?)?\]/g;

/** Reads a selector of tags, classes and attributes, each step inside the one before it: "[rel=author] .name". */
function stepsOf(selector: string): readonly Step[] {
  return selector.split(" ").map((source) => {
    if (source === "" || !STEP.test(source)) throw new Error(`no selector that is understood: ${selector}`);
    const tag = /^[a-z][a-z\d]*/.exec(source)?.[0].toUpperCase();
    const parts = [...source.matchAll(PART)];
    const classes = parts.flatMap(([, name]) => (name === undefined ? [] : [name]));
    const attributes = parts.flatMap(([, , name, value]) => (name === undefined ? [] : [{ name, value }]));
    return tag === undefined ? { classes, attributes } : { tag, classes, attributes };
  });
}

const read = new Map<string, readonly Step[]>();

const classesOf = (element: PageElement): string[] => element.className.split(" ");

function fits(element: PageElement, { tag, classes, attributes }: Step): boolean {
  if (tag !== undefined && element.tagName !== tag) return false;
  if (classes.length > 0) {
    const own = classesOf(element);
    if (!classes.every((name) => own.includes(name))) return false;
  }
  return attributes.every(({ name, value }) => {
    const given = element.getAttribute(name);
    return given !== undefined && (value === undefined || given === value);
  });
}

/** True where the steps above the last one are met by elements around this one, from the inside to the outside. */
function isInside(element: PageElement, steps: readonly Step[]): boolean {
  let waiting = steps.length - 2;
  for (let at = parentOf(element); at && waiting >= 0; at = parentOf(at))
    if (fits(at, steps[waiting]!)) waiting--;
  return waiting < 0;
}

/** The elements of a page by tag and class, gathered in one walk, so that many selectors cost little. */
export class PageElements {
  /** In the order of the page. */
  readonly all: readonly PageElement[];
  readonly #byTag = new Map<string, PageElement[]>();
  readonly #byClass = new Map<string, PageElement[]>();

  constructor(document: PageDocument) {
    this.all = document.getElementsByTagName("*");
    const add = (map: Map<string, PageElement[]>, key: string, element: PageElement) => {
      const list = map.get(key);
      if (list) list.push(element);
      else map.set(key, [element]);
    };
    for (const element of this.all) {
      add(this.#byTag, element.tagName, element);
      for (const name of classesOf(element)) if (name !== "") add(this.#byClass, name, element);
    }
  }

  /** The elements that a selector names, in the order of the page. Throws where the selector is not understood. */
  select(selector: string): readonly PageElement[] {
    let steps = read.get(selector);
    if (!steps) {
      steps = stepsOf(selector);
      read.set(selector, steps);
    }
    const last = steps.at(-1)!;
    const [name] = last.classes;
    const likely =
      name !== undefined ? this.#byClass.get(name) : last.tag ? this.#byTag.get(last.tag) : this.all;
    return (likely ?? []).filter((element) => fits(element, last) && isInside(element, steps));
  }

  /** The elements that any of the selectors names, in the order of the page. */
  selectAny(selectors: readonly string[]): readonly PageElement[] {
    const found = new Set(selectors.flatMap((selector) => this.select(selector)));
    return found.size === 0 ? [] : this.all.filter((element) => found.has(element));
  }
}
