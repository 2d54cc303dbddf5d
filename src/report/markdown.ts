import { type Block, clean } from "./block.js";
import { headerFieldOf } from "./header-field.js";

/** The words of a line without its marks: links keep their text, pictures and emphasis marks go. */
function inline(line: string): string {
  return line
    .replace(/!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/g, "")
    .replace(/\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)/g, "$1")
    .replace(/<(https?:[^>\s]{1,2000})>/g, "$1")
    .replace(/<\/?[a-z][^>\n]{0,500}>/gi, " ")
    .replace(/(\*\*|__)(?=\S)([^\n]{1,2000}?\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^\n*_]{1,2000}?)(?<=\S)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/`([^`\n]{1,500})`/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, "$1");
}

/**
 * The paragraphs of a Markdown text, its marks taken away: headings are kept as headings, a line break inside a
 * paragraph is a space, the lines of a front matter stay lines ("title: ...") that a header has.
 */
export function blocksOfMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  let gap = true;
  const push = (words: string, heading: boolean) => {
    const cleaned = clean(inline(words));
    if (cleaned !== "") blocks.push(heading ? { text: cleaned, gap, heading } : { text: cleaned, gap });
    gap = false;
  };
  const close = (heading = false) => {
    if (open.length > 0) push(open.join(" "), heading);
    open = [];
  };
  const lines = text.split(/\r\n|[\n\r]/);
  const end = lines[0]?.trim() === "---" ? lines.findIndex((line, i) => i > 0 && line.trim() === "---") : -1;
  // Front matter: fields that the report has a place for stay lines, the others say nothing to a reader.
  for (const line of end > 0 ? lines.slice(1, end) : []) {
    const field = clean(line.replace(/^([\w-]+:\s*)["'](.*)["']\s*$/, "$1$2"));
    if (headerFieldOf(field)) push(field, false);
  }
  for (const raw of lines.slice(end + 1)) {
    const line = raw.trim();
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line);
    if (line === "" || heading || /^(?:[-*+]|\d{1,3}[.)])\s/.test(line)) close();
    if (line === "") gap = true;
    else if (heading) {
      push(heading[1]!, true);
      gap = true;
    } else if (/^(?:=+|-+)$/.test(line) && open.length > 0) close(true);
    else if (!/^(?:[-*_]\s*){3,}$|^```/.test(line))
      open.push(line.replace(/^(?:>\s?)+|^(?:[-*+]|\d{1,3}[.)])\s+/, ""));
  }
  close();
  return blocks;
}
