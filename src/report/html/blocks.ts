import { type Block, clean } from "../block.js";
import { endsLikeSentence } from "../headline.js";
import { isElement, isText, type PageElement, type PageNode } from "./dom.js";

/** Elements that begin and end a paragraph. */
const BREAKING = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL".split(
    " ",
  ),
);
const HEADING = /^H[1-6]$/;
const CAPTION_CLASS =
  /(?:^|[\s_-])(?:captions?|wp-caption-text|photo-?credits?|image-?credits?|credits?)(?:$|[\s_-])/i;

/** Stands for a <br> until the paragraph is whole; the line separator of Unicode, which says the same. */
const LINE_BREAK = "\u2028";

/** The lines of a paragraph; a line that stops inside a sentence goes on in the next where that starts small. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split(LINE_BREAK).map(clean)) {
    const last = lines.at(-1);
    if (last !== undefined && /^\p{Ll}/u.test(line) && !/[.!?:;]["”’)]*$/.test(last))
      lines[lines.length - 1] = `${last} ${line}`;
    else if (line !== "") lines.push(line);
  }
  return lines;
}

interface State {
  readonly heading: boolean;
  readonly caption: boolean;
  readonly link: boolean;
}

/**
 * The paragraphs of a piece of a page: a block element or a line break ends one. Captions and paragraphs that are
 * nothing but links are furniture.
 */
export function blocksOf(root: PageElement): Block[] {
  const blocks: Block[] = [];
  let text = "";
  let linked = 0;
  let state: State = { heading: false, caption: false, link: false };

  const flush = () => {
    const lines = linesOf(text);
    const visible = lines.join("").replace(/\s/g, "").length;
    for (const line of lines) blocks.push(blockOf(line, linked >= visible * 0.9));
    text = "";
    linked = 0;
  };
  const blockOf = (words: string, links: boolean): Block => {
    const base = { text: words, gap: true };
    if (state.caption) return { ...base, role: "furniture", reason: "picture caption" };
    if (links && !endsLikeSentence(words))
      return { ...base, role: "furniture", reason: "link to another story" };
    return state.heading ? { ...base, heading: true } : base;
  };
  const walk = (node: PageNode) => {
    if (isText(node)) {
      const words = node.textContent ?? "";
      text += words;
      if (state.link) linked += words.replace(/\s/g, "").length;
      return;
    }
    if (!isElement(node)) return;
    const { tagName } = node;
    if (tagName === "BR") {
      text += LINE_BREAK;
      return;
    }
    const breaks = BREAKING.has(tagName);
    if (breaks) flush();
    else if (tagName === "TD" || tagName === "TH") text += " ";
    const outer = state;
    state = {
      heading: state.heading || HEADING.test(tagName),
      caption: state.caption || tagName === "FIGCAPTION" || CAPTION_CLASS.test(node.className),
      link: state.link || tagName === "A",
    };
    for (const child of node.childNodes) walk(child);
    if (breaks) flush();
    state = outer;
  };
  walk(root);
  flush();
  return blocks;
}
