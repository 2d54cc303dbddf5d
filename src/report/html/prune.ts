import { Parser } from "htmlparser2";
import { emptyDocument, type PageDocument, type PageElement } from "./dom.js";

/** A page without what no reader sees or needs. */
export interface PrunedPage {
  /** A tree of bounded depth and size, with html, head and body. */
  readonly document: PageDocument;
  /** The contents of JSON-LD scripts. */
  readonly jsonLd: readonly string[];
  /** What the page breaks off in, "a <div>"; undefined for a whole page. */
  readonly cutInside: string | undefined;
  /** What was left unread because the page is larger or deeper than any real one. */
  readonly unread: string | undefined;
  /** Number of script elements. */
  readonly scripts: number;
}

/** Deepest nesting that is kept: news pages reach about 50, and Readability's time grows with its square. */
const DEEPEST = 80;
/** Most elements that are kept: news pages have up to about 7,000. */
const MOST_ELEMENTS = 12_000;
/** Most characters of text that are kept: the longest news pages have some hundred thousand. */
const MOST_TEXT = 1_000_000;
/** Open elements above which the rest of a page is left unread, so that broken markup cannot cost quadratic time. */
const MOST_OPEN = 2_000;
const LONGEST_ATTRIBUTE = 1_000;
const CHUNK = 1 << 16;

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(" "));

const DROPPED = setOf(
  "script style svg noscript template iframe object embed canvas audio video button select option textarea math map frameset nav",
);
const VOID = setOf("area base br col hr img input link meta source track wbr embed param");
const KEPT_VOID = setOf("br hr img link meta");
const OF_HEAD = setOf("title meta link base");
const KEPT_ATTRIBUTES = setOf(
  "id class itemprop itemtype itemscope property name content datetime pubdate href rel role hidden aria-hidden style lang http-equiv title",
);
/** Elements whose end tag HTML lets out. */
const OPTIONAL_END = setOf("html body head p li dt dd td th tr tbody thead tfoot option colgroup");

/** Parts of a page that show up only when a reader points at something, and notes about the author. */
const DROPPED_CLASS =
  /(?:^|[\s_-])(?:tooltip|popover|rollover|flyout|author-bio|author-box|authorbox|about-(?:the-)?author|screen-reader-text|visually-hidden|sr-only)(?:$|[\s_-])/i;
/** All that a style says of words; kept as "hidden", since Readability's tree throws at a style without a colon. */
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:;|!|$)/i;
/** A post quoted from elsewhere is part of the article, though its class speaks of "social media". */
const EMBEDDED_CLASS = /embed|tweet/i;

interface OpenElement {
  readonly name: string;
  /** Where the tree goes on when it closes. */
  readonly back: PageElement;
  /** True where its tag was put into the tree. */
  readonly kept: boolean;
  /** True where it is left out with all that it holds. */
  readonly drop: boolean;
}

/** What the last characters of a page break off in, if it is a tag or a comment. */
function brokenMarkup(html: string): string | undefined {
  const comment = html.lastIndexOf("<!--");
  if (comment >= 0 && html.indexOf("-->", comment) < 0) return "a comment";
  const open = html.lastIndexOf("<");
  if (open >= 0 && open > html.lastIndexOf(">") && /^<[a-z/!]/i.test(html.slice(open, open + 2)))
    return "a tag";
  return undefined;
}

/** Builds the tree of a page; one for each page. */
class PageBuilder {
  readonly document = emptyDocument();
  readonly jsonLd: string[] = [];
  scripts = 0;
  /** True once the page's own end was met. */
  ended = false;
  unread: string | undefined;
  /** What is open when the input ends; set by `atEnd`. */
  cutInside: string | undefined;
  private readonly html = this.document.documentElement;
  private readonly head = this.document.head;
  private readonly body = this.document.body;
  private node: PageElement = this.html;
  private readonly open: OpenElement[] = [];
  private text = "";
  private data: string[] | undefined;
  private dropped = 0;
  private depth = 0;
  private elements = 0;
  private characters = 0;
  private atEnd = false;

  /** Tells that what closes from now on is closed by the end of the input. */
  end(): void {
    this.atEnd = true;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    if (VOID.has(name)) {
      if (this.dropped === 0 && KEPT_VOID.has(name)) this.append(name, attributes, this.parentFor(name));
      return;
    }
    const classes = attributes.class?.slice(0, LONGEST_ATTRIBUTE) ?? "";
    if (name === "script") {
      this.scripts++;
      if (/ld\+json/i.test(attributes.type ?? "")) this.data = [];
    }
    const drop = DROPPED.has(name) || (name !== "body" && DROPPED_CLASS.test(classes));
    if (drop) {
      this.flush();
      this.dropped++;
    }
    const back = this.node;
    const kept = this.dropped === 0 && this.depth < DEEPEST;
    this.open.push({ name, back, kept, drop });
    if (this.open.length > MOST_OPEN) this.unread = `what is nested more than ${MOST_OPEN} levels deep`;
    if (!kept) return;
    this.depth++;
    if (name === "html" || name === "head" || name === "body") {
      this.flush();
      this.node = name === "html" ? this.html : name === "head" ? this.head : this.body;
      for (const key of ["lang", "class", "id"])
        if (attributes[key]) this.setAttribute(this.node, key, attributes[key]);
      return;
    }
    // Readability throws away a <div> of short lines and links, as quoted posts are, but no <section>.
    const embedded = EMBEDDED_CLASS.test(classes);
    const parent = this.parentFor(name);
    if (embedded) {
      const { class: _class, id: _id, ...others } = attributes;
      this.node = this.append(name === "div" ? "section" : name, others, parent);
    } else this.node = this.append(name, attributes, parent);
  }

  ontext(text: string): void {
    if (this.data) this.data.push(text);
    else if (this.dropped === 0 && this.unread === undefined) {
      this.text += text.slice(0, MOST_TEXT - this.characters);
      this.characters += text.length;
      if (this.characters > MOST_TEXT) this.unread = `what follows the first ${MOST_TEXT} characters`;
    }
  }

  onclosetag(name: string, implied: boolean): void {
    if (VOID.has(name)) return;
    if (this.atEnd && !this.ended && implied && !OPTIONAL_END.has(name)) this.cutInside ??= `a <${name}>`;
    if ((name === "html" || name === "body") && !implied) this.ended = true;
    const element = this.open.pop();
    if (!element) return;
    if (element.drop) {
      this.dropped--;
      if (this.data && name === "script") {
        this.jsonLd.push(this.data.join(""));
        this.data = undefined;
      }
    }
    if (!element.kept) return;
    this.depth--;
    this.flush();
    this.node = element.back;
  }

  /** What stands outside head and body belongs into one of them. */
  private parentFor(name: string): PageElement {
    if (this.node === this.html) return OF_HEAD.has(name) ? this.head : this.body;
    return this.node === this.head && !OF_HEAD.has(name) ? this.body : this.node;
  }

  private append(name: string, attributes: Record<string, string>, parent: PageElement): PageElement {
    this.flush();
    // Readability writes the tree out and reads it again, which names of other characters would break.
    const element = this.document.createElement(name.replace(/[^a-z\d]/g, "-"));
    for (const key in attributes) {
      if (KEPT_ATTRIBUTES.has(key)) this.setAttribute(element, key, attributes[key]!);
    }
    parent.appendChild(element);
    if (++this.elements > MOST_ELEMENTS) this.unread = `what follows the first ${MOST_ELEMENTS} elements`;
    return element;
  }

  private setAttribute(element: PageElement, key: string, value: string): void {
    const short = value.slice(0, LONGEST_ATTRIBUTE);
    if (key === "class") element.setAttribute(key, [...new Set(short.trim().split(/\s+/))].join(" "));
    else if (key !== "style") element.setAttribute(key, short);
    else if (HIDDEN_STYLE.test(short)) element.setAttribute("hidden", "");
  }

  /** Puts the text that was met since the last tag into the tree. */
  flush(): void {
    const { text } = this;
    if (text === "") return;
    this.text = "";
    const parent = this.node === this.html || this.node === this.head ? this.body : this.node;
    if (parent === this.node || text.trim() !== "") parent.appendChild(this.document.createTextNode(text));
  }
}

/**
 * Goes through a page once, in linear time whatever its markup, and builds its tree without scripts, styles, embedded
 * things, comments and attributes that nobody needs, no deeper and no larger than real pages are.
 */
export function prunePage(html: string): PrunedPage {
  const builder = new PageBuilder();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.onopentag(name, attributes),
      ontext: (text) => builder.ontext(text),
      onclosetag: (name, implied) => builder.onclosetag(name, implied),
    },
    { decodeEntities: true },
  );
  for (let at = 0; at < html.length && builder.unread === undefined; at += CHUNK) {
    parser.write(html.slice(at, at + CHUNK));
  }
  builder.end();
  parser.end();
  builder.flush();
  builder.document.title = builder.document.head.getElementsByTagName("title")[0]?.textContent ?? "";
  const { document, jsonLd, scripts, unread, ended } = builder;
  const whole = unread !== undefined || ended;
  const cutInside = whole ? undefined : (brokenMarkup(html.slice(-100_000)) ?? builder.cutInside);
  return { document, jsonLd, cutInside, unread, scripts };
}
