import { type Block, clean } from "./block.js";
import { startsWithDateline } from "./dateline.js";

interface Line {
  /** Trimmed, but not yet clean. */
  readonly text: string;
  readonly indented: boolean;
  /** True where an empty line stands before it. */
  readonly gap: boolean;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = true;
  for (const raw of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)) {
    const line = raw.trim();
    if (clean(line) === "") {
      gap = true;
      continue;
    }
    lines.push({ text: line, indented: /^(?: {2}|\t|\u3000)/.test(raw), gap });
    gap = false;
  }
  return lines;
}

const LONGEST_WRAPPED_LINE = 120;
const SHORTEST_WRAPPED_LINE = 40;

const firstWordLength = (line: string): number => {
  const end = line.search(/\s/);
  return end < 0 ? line.length : end;
};

/** True where the first word of `next` would have fitted on `line`, so that a person must have broken it there. */
const wouldFit = (line: string, next: string, width: number): boolean =>
  line.length + 1 + firstWordLength(next) <= width;

/**
 * The width at which a text was wrapped by a program, or undefined where its lines are paragraphs. A wrapped text
 * has few long lines, most of its lines are too full for the next word, and most of those end inside a sentence.
 */
function wrappedWidth(lines: readonly Line[]): number | undefined {
  const followed = lines.filter((_, i) => i + 1 < lines.length && !lines[i + 1]!.gap);
  if (followed.length < 2) return undefined;
  const lengths = followed.map((line) => line.text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)]!;
  if (width > LONGEST_WRAPPED_LINE || width < SHORTEST_WRAPPED_LINE) return undefined;
  let full = 0;
  let open = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!.text;
    if (lines[i + 1]!.gap || wouldFit(line, lines[i + 1]!.text, width)) continue;
    full++;
    if (!/[.!?:]["'”’)\]]*$/.test(line)) open++;
  }
  return full >= 2 && full * 2 >= followed.length && open * 2 >= full ? width : undefined;
}

/**
 * Parts plain text into paragraphs. Empty lines part paragraphs; so does a single line break, unless the text was
 * wrapped at a fixed width: then lines are joined again, up to a line that is too short, an indent or a dateline.
 */
export function paragraphsOf(text: string): Block[] {
  const lines = linesOf(text);
  const width = wrappedWidth(lines);
  const blocks: Block[] = [];
  let open: string[] = [];
  let gap = true;
  const close = () => {
    if (open.length > 0) blocks.push({ text: clean(open.join(" ")), gap });
    open = [];
  };
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const goesOn =
      before !== undefined &&
      width !== undefined &&
      !line.gap &&
      !wouldFit(before.text, line.text, width) &&
      (!line.indented || before.indented) &&
      !startsWithDateline(line.text);
    if (!goesOn) {
      close();
      gap = line.gap;
    }
    // A word that was broken at its hyphen is written together again, the hyphen kept: "long-" + "range".
    const last = open.at(-1);
    if (last !== undefined && /[\p{L}\p{N}]-$/u.test(last)) open[open.length - 1] = last + line.text;
    else open.push(line.text);
  });
  close();
  return blocks;
}
