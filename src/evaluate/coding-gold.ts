import { z } from "zod";
import type { PlvClass } from "../event/crosswalk.js";
import type { Span } from "../record/span.js";
import { type CodeScheme, goldClass } from "./gold-class.js";
import { occurrences } from "./occurrences.js";

/** A source or target that the gold asks for; `undefined` where it leaves the side open. */
export interface GoldSide {
  /** What the gold says, for messages. */
  readonly told: string;
  /** Where the sentence has these words. */
  readonly spans: readonly Span[];
  /** First three letters of an actor code, where it is one. */
  readonly code?: string;
}

export interface GoldCoding {
  readonly source: GoldSide | undefined;
  readonly target: GoldSide | undefined;
  readonly type: PlvClass;
}

/** One sentence of a gold file with the events that it tells; none where `expected` is empty. */
export interface GoldSentence {
  readonly id: string;
  readonly sentence: string;
  /** ISO 8601. */
  readonly date?: string;
  readonly expected: readonly GoldCoding[];
  /** Events whose type has no counterpart in PLOVER, which are not asked for. */
  readonly untyped: number;
}

const schema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  sentence: z.string().min(1),
  date: z
    .string()
    .regex(/^\d{4}-?\d\d-?\d\d/)
    .nullish(),
  expected: z.array(z.tuple([z.string().nullable(), z.string().nullable(), z.string()])),
});

/** CAMEO's codes of organisations whose first three letters say only that they are one. */
const ORGANISATIONS: Readonly<Record<string, string>> = { IGOEEU: "EU", IGOUNO: "UNO", IGOAFR: "AU" };

/** Reads JSON Lines as in `docs/coding-gold.md`, its codes as those of `scheme`. Throws an Error that names the line and the field. */
export function readCodingGold(text: string, scheme: CodeScheme = "cameo"): GoldSentence[] {
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const parsed = schema.safeParse(parseLine(line, i));
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      throw new Error(`line ${i + 1}: ${issue.path.join(".")}: ${issue.message}`);
    }
    const { id, sentence, date, expected } = parsed.data;
    const codings = expected.flatMap(([source, target, told]): GoldCoding[] => {
      const type = goldClass(told, scheme);
      if (type) return [{ source: side(sentence, source), target: side(sentence, target), type }];
      if (/^[0-9]/.test(told)) return [];
      throw new Error(`line ${i + 1}: expected: a PLOVER type or a code expected, "${told}" met`);
    });
    const untyped = expected.length - codings.length;
    return [{ id, sentence, expected: codings, untyped, ...(date ? { date: isoDate(date) } : {}) }];
  });
}

/** Words of the sentence, an actor code ("USA", "GONGOV"), or both; open where nothing is said ("---"). */
function side(sentence: string, told: string | null): GoldSide | undefined {
  const words = (told ?? "").replace(/^"|"$/g, "").trim();
  if (/^[-#*]*$/.test(words.slice(0, 3))) return undefined;
  const spans = occurrences(sentence, words);
  const code = /^(?:[A-Z]{3})+$|^EU$|^AU$/.test(words)
    ? (ORGANISATIONS[words] ?? words.slice(0, 3))
    : undefined;
  return { told: words, spans, ...(code ? { code } : {}) };
}

function isoDate(date: string): string {
  return date.includes("-")
    ? date.slice(0, 10)
    : `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;
}

function parseLine(line: string, i: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`line ${i + 1}: one JSON object a line expected`);
  }
}
