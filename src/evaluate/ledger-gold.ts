import { parse } from "yaml";
import { z } from "zod";
import { offset } from "./gold-lines.js";

const span = z.tuple([offset, offset]);
const words = z.object({ span, surface: z.string() });
const mark = words.extend({
  report: z.string(),
  also: words.optional(),
  refers: z.boolean().optional(),
  may: z.boolean().optional(),
});
const kind = z.union([z.string(), z.array(z.string())]);
const side = z.object({ kind, happening: z.string().optional(), spans: z.array(mark) });

const schema = z.object({
  reports: z.array(z.object({ key: z.string(), id: z.string(), sha256: z.string() })),
  happenings: z.array(
    z.object({
      id: z.string(),
      what: z.string(),
      series: z.boolean().optional(),
      parts: z.array(z.string()).optional(),
      mentions: z.array(mark),
    }),
  ),
  exchanges: z.array(
    z.object({
      id: z.string(),
      opening: side,
      answers: z.array(side.extend({ link: z.enum(["explicit", "inferred"]), may: z.boolean().optional() })),
    }),
  ),
});

/** Words of a report that a person marked; offsets count code points of the text, title apart. */
export type LedgerMark = z.infer<typeof mark>;
export type LedgerGold = z.infer<typeof schema>;
export type GoldHappening = LedgerGold["happenings"][number];
export type GoldExchange = LedgerGold["exchanges"][number];

/** Reads marks of happenings and exchanges (docs/ledger-gold.md); throws an Error that names the place of a fault. */
export function readLedgerGold(source: string): LedgerGold {
  const parsed = schema.safeParse(parse(source));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new Error(`${issue.path.join(".")}: ${issue.message}`);
}

/** All marks of a report, by its key. */
export function marksOf(gold: LedgerGold, report: string): LedgerMark[] {
  const sides = gold.exchanges.flatMap(({ opening, answers }) => [opening, ...answers]);
  return [
    ...gold.happenings.flatMap(({ mentions }) => mentions),
    ...sides.flatMap(({ spans }) => spans),
  ].filter((m) => m.report === report);
}
