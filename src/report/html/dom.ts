/// <reference path="./jsdom-parser.d.ts" />
import JSDOMParser from "@mozilla/readability/JSDOMParser.js";

/** The few parts of a node of Readability's own document tree that this room uses. */
export interface PageNode {
  readonly nodeType: number;
  readonly childNodes: readonly PageNode[];
  /** The document above all elements has none. */
  readonly parentNode: PageNode | null;
  readonly textContent: string | null;
  appendChild(child: PageNode): void;
}

export interface PageElement extends PageNode {
  /** In capitals. */
  readonly tagName: string;
  readonly className: string;
  readonly id: string;
  getAttribute(name: string): string | undefined;
  setAttribute(name: string, value: string): void;
  /** The elements inside this one in the order of the page; "*" for all of them. */
  getElementsByTagName(name: string): readonly PageElement[];
}

export interface PageDocument extends PageNode {
  /** The words of its title element. */
  title: string;
  readonly documentElement: PageElement;
  readonly head: PageElement;
  readonly body: PageElement;
  /** `name` must be made of small letters, digits and hyphens. */
  createElement(name: string): PageElement;
  createTextNode(text: string): PageNode;
  getElementsByTagName(name: string): readonly PageElement[];
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;
export const isText = (node: PageNode): boolean => node.nodeType === 3;

/** The element that holds this one; undefined for the outermost. */
export function parentOf(element: PageElement): PageElement | undefined {
  const { parentNode } = element;
  return parentNode !== null && isElement(parentNode) ? parentNode : undefined;
}

/** A document with html, head and body, and nothing in them. */
export function emptyDocument(): PageDocument {
  return new JSDOMParser().parse("<html><head></head><body></body></html>") as PageDocument;
}
