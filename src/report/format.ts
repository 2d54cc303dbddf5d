/** How a report is written down. */
export type Format = "html" | "markdown" | "text";

/** Endings that mark a file of a folder as a report; each may be followed by `.gz`. */
export const REPORT_ENDINGS: readonly string[] = [".txt", ".text", ".md", ".html", ".htm", ".xhtml"];

const OPENING_TAG =
  /^<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|style|main|article|section|header|div|h1|h2|p|table|span|a|b|i|br|center|font|form|ul|ol|nav)(?=[\s>/]))/i;

/** True where a text starts like an HTML page or a piece of one; looks at the first 4,096 characters. */
export function looksLikeHtml(text: string): boolean {
  let head = text
    .slice(0, 4096)
    .replace(/^\uFEFF/, "")
    .trimStart();
  for (;;) {
    const close = head.startsWith("<!--") ? "-->" : head.startsWith("<?") ? ">" : undefined;
    if (close === undefined) return OPENING_TAG.test(head);
    const end = head.indexOf(close);
    if (end < 0) return /html/i.test(head);
    head = head.slice(end + close.length).trimStart();
  }
}

/** The ending of a path or address, without `.gz`, query and fragment, in small letters; "" where there is none. */
export function ending(origin: string): string {
  const path = origin.toLowerCase().split(/[?#]/, 1)[0]!.replace(/\.gz$/, "");
  return /\.[a-z]{1,8}$/.exec(path)?.[0] ?? "";
}

/** What a text is written in, by its first characters and, where they do not tell, by its name. */
export function formatOf(text: string, origin: string): Format {
  if (looksLikeHtml(text)) return "html";
  const end = ending(origin);
  if ((end === ".html" || end === ".htm" || end === ".xhtml") && /<[a-z!/]/i.test(text)) return "html";
  return end === ".md" || end === ".markdown" ? "markdown" : "text";
}
