import { parseHTML } from "linkedom";

/** The few parts of a DOM node that this room uses; linkedom has them all. */
export interface PageNode {
  readonly nodeType: number;
  readonly childNodes: Iterable<PageNode>;
  readonly textContent: string | null;
  appendChild(child: PageNode): void;
}

export interface PageElement extends PageNode {
  /** In capitals. */
  readonly tagName: string;
  readonly parentElement: PageElement | null;
  readonly className: string;
  readonly id: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export interface PageDocument extends PageNode {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
  createElement(name: string): PageElement;
  createTextNode(text: string): PageNode;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;
export const isText = (node: PageNode): boolean => node.nodeType === 3;

/** A document with html, head and body, and nothing in them. */
export function emptyDocument(): PageDocument {
  const html = "<!doctype html><html><head></head><body></body></html>";
  return parseHTML(html).document as unknown as PageDocument;
}
