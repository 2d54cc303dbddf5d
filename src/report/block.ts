import type { ParagraphRole } from "./report.js";

/** A paragraph before its role is settled: what the readers of plain text, Markdown and HTML all hand on. */
export interface Block {
  /** Clean text (see `clean`), never empty. */
  readonly text: string;
  /** True where more than a line break parts it from the block before: an empty line, or markup. */
  readonly gap: boolean;
  /** True where the markup says that it is a heading. */
  readonly heading?: boolean;
  /** A role that the markup settles, with the reason. */
  readonly role?: ParagraphRole;
  readonly reason?: string;
}

// Marks that have no width and are no letters: soft hyphen, zero-width space, direction marks, word joiner.
// The zero-width joiners stay: emoji and Indic scripts need them.
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** The text without invisible marks and control characters, each stretch of white space one space. */
export function clean(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(/\s+/g, " ")
    .replace(CONTROLS, "")
    .replace(LONE_SURROGATES, "\uFFFD")
    .trim();
}
