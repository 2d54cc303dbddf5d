import { type Block, clean } from "./block.js";
import { startsWithDateline } from "./dateline.js";

interface Line {
  /** Trimmed, but not yet clean. */
  readonly text: string;
  /** Columns that it takes, its indent included. */
  readonly width: number;
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
    lines.push({ text: line, width: raw.trimEnd().length, indented: /^(?: {2}|\t|\u3000)/.test(raw), gap });
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
const wouldFit = (line: Line, next: Line, width: number): boolean =>
  line.width + 1 + firstWordLength(next.text) <= width;

/** True where a line stops inside a sentence and the next goes on with a small letter. */
const runsOn = (line: Line, next: Line, width: number): boolean =>
  line.width >= width * 0.6 && !/[.!?:;]["'”’)\]]*$/.test(line.text) && /^\p{Ll}/u.test(next.text);

/**
 * The width at which a text was wrapped by a program, or undefined where its lines are paragraphs. A wrapped text
 * has no long lines, most of them are too full for the next word, and after many of those the sentence goes on.
 */
function wrappedWidth(lines: readonly Line[]): number | undefined {
  const followed = lines.filter((_, i) => i + 1 < lines.length && !lines[i + 1]!.gap);
  if (followed.length < 2) return undefined;
  const lengths = followed.map((line) => line.width).sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)]!;
  if (width > LONGEST_WRAPPED_LINE || width < SHORTEST_WRAPPED_LINE) return undefined;
  let full = 0;
  let running = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!;
    const next = lines[i + 1]!;
    if (next.gap || wouldFit(line, next, width)) continue;
    full++;
    if (runsOn(line, next, width)) running++;
  }
  return full >= 2 && full * 2 >= followed.length && running * 3 >= full ? width : undefined;
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
      (!wouldFit(before, line, width) || runsOn(before, line, width)) &&
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
