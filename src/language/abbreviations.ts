import { isCapital, Kind, kindAt } from "./characters.js";
import { readTable } from "./word-lists.js";

type Follows = "any" | "more" | "name" | "number" | "inside";

interface Abbreviation {
  readonly follows: Follows;
  /** Whether a sentence may end with it. */
  readonly ends: boolean;
}

const table = new Map<string, Abbreviation>(
  readTable("abbreviations.tsv").map(([form, follows, ends]) => [
    form!,
    { follows: follows as Follows, ends: ends === "yes" },
  ]),
);

const opening = new Set("\"'“‘«([");

/** What stands after the period at `at`: within the token, or at the next token of the paragraph. */
function following(text: string, at: number, limit: number): "end" | "capital" | "digit" | "inside" {
  let i = at + 1;
  if (i < limit && /[,;:/)\]-]/.test(text[i]!)) return "inside";
  // Closing quotation marks and blanks; a few are enough, so that hostile text costs nothing.
  for (const last = Math.min(limit, i + 8); i < last; i++) {
    if (kindAt(text, i) !== Kind.Space && !opening.has(text[i]!) && text[i] !== "”" && text[i] !== "’") break;
  }
  if (i >= limit) return "end";
  const kind = kindAt(text, i);
  if (kind === Kind.Digit) return "digit";
  return isCapital(text, i) ? "capital" : "inside";
}

function lookUp(form: string): Abbreviation | undefined {
  return table.get(form) ?? table.get(form.toLowerCase());
}

/**
 * True where the period at `at` belongs to `form`, the letters before it, as in "Mr.", "J. Smith" and "U.S.".
 * `limit` is the end of the paragraph.
 */
export function periodBelongs(form: string, text: string, at: number, limit: number): boolean {
  const entry = lookUp(form);
  if (text[at + 1] === "." && at + 1 < limit) return false;
  if (!entry && form.includes(".")) return true;
  if (entry?.follows === "any") return true;
  const initial = form.length === 1 && isCapital(form, 0) && form !== "I";
  if (!entry && !initial) return false;
  const after = following(text, at, limit);
  if (initial && after === "capital") return true;
  switch (entry?.follows) {
    case "more":
      return after !== "end";
    case "name":
      return after === "capital";
    case "number":
      return after === "digit";
    case "inside":
      return after === "digit" || after === "inside";
    default:
      return false;
  }
}

/** True where no sentence ends after `form`, an abbreviation with its period: "Mr.", "Gen.", "J.". */
export function neverEndsSentence(form: string): boolean {
  const bare = form.slice(0, -1);
  return lookUp(bare)?.ends === false || (bare.length === 1 && isCapital(bare, 0) && bare !== "I");
}
