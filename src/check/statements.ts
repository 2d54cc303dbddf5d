import type { Statement } from "../quotation/statement.js";
import type { Reading } from "../reading/reading.js";
import { type Span, textOf } from "../record/span.js";
import type { CheckedRow } from "./checked.js";
import type { GoldReading, GoldStatement } from "./gold-reading.js";
import { type Candidate, pair } from "./pairing.js";
import { isWhen, whenName } from "./when.js";
import { isAgency, isWho, whoName } from "./who.js";
import { occurrences, overlapAny, shareOf } from "./words.js";

/** The least that two contents must share to be one statement's. */
const SAME_CONTENT = 0.5;
/** Contents that share less differ by more than marks and a word. */
const WHOLE_CONTENT = 0.9;

/** The rows of a section, and the ledger's record of each gold row that was paired with one. */
export interface Section<Record> {
  readonly rows: readonly CheckedRow[];
  readonly pairs: ReadonlyMap<number, Record>;
}

/**
 * Pairs statements whose contents share at least half of their words. One is found where its speaker is the gold's; cue,
 * source, form, time and the like are particulars.
 */
export function checkStatements(gold: GoldReading, reading: Reading, name: string): Section<Statement> {
  const { text } = reading.report;
  const contents = gold.statements.map(({ content }) => occurrences(text, content));
  const candidates = gold.statements.flatMap((one, g) =>
    reading.statements.flatMap((statement, row): Candidate[] => {
      const share = bestShare(contents[g]!, statement);
      if (share < SAME_CONTENT) return [];
      const same = isWho(speaker(one), statement.speaker) ? 0.2 : 0;
      return [{ gold: g, row, fit: share + same + (hasCue(one, statement, text) ? 0.2 : 0) }];
    }),
  );
  const pairs = pair(candidates);
  const taken = new Set(pairs.values());
  const rows = gold.statements.map((one, g): CheckedRow => {
    const statement = reading.statements[pairs.get(g) ?? -1];
    const common = {
      kind: "checked",
      section: "statements",
      gold: name,
      name: `statement ${g + 1}`,
      words: `${whoName(speaker(one))}: ${one.content}`,
      may: one.may,
    } as const;
    if (!statement) {
      const differs = contents[g]!.length === 0 ? ["the report does not have these words"] : [];
      return { ...common, state: "missing", differs };
    }
    const said = isWho(speaker(one), statement.speaker);
    const expected = `speaker: ${whoName(speaker(one))} expected, ${whoName(statement.speaker)} met`;
    return {
      ...common,
      state: said ? "found" : "wrong",
      row: statement.id,
      differs: [...(said ? [] : [expected]), ...particulars(one, statement, reading, contents[g]!)],
    };
  });
  const extra = reading.statements
    .filter((_, row) => !taken.has(row))
    .map((statement): CheckedRow => {
      const words = statement.content.map((span) => textOf(text, span)).join(" … ");
      return {
        kind: "checked",
        section: "statements",
        state: "extra",
        gold: name,
        row: statement.id,
        words: `${whoName(statement.speaker)}: ${words}`,
        may: false,
        differs: [],
      };
    });
  const records = [...pairs].map(([g, row]) => [g, reading.statements[row]!] as const);
  return { rows: [...rows, ...extra], pairs: new Map(records) };
}

function speaker({ speaker, person, agency }: GoldStatement) {
  return { code: speaker, person, agency };
}

function bestShare(contents: readonly Span[], statement: Statement): number {
  return Math.max(0, ...contents.map((content) => shareOf([content], statement.content)));
}

function hasCue(gold: GoldStatement, { cue }: Statement, text: string): boolean {
  if (gold.cue === null) return cue === undefined;
  return cue !== undefined && overlapAny(occurrences(text, gold.cue), [cue]);
}

function particulars(
  gold: GoldStatement,
  statement: Statement,
  { report: { text }, times }: Reading,
  contents: readonly Span[],
): string[] {
  const { source, cue, form, medium, venue, when, part } = statement;
  const words = (span: Span | undefined) => (span ? `“${textOf(text, span)}”` : "none");
  const meets = (expected: string, span: Span | undefined) =>
    span !== undefined && overlapAny(occurrences(text, expected), [span]);
  const out: string[] = [];
  const differ = (what: string, expected: string, met: string) =>
    out.push(`${what}: ${expected} expected, ${met} met`);
  if (gold.said_by === null ? source !== undefined : !meets(gold.said_by, source))
    differ("source", gold.said_by ?? "none", words(source));
  if (!hasCue(gold, statement, text)) differ("cue", gold.cue ?? "none", words(cue));
  if (bestShare(contents, statement) < WHOLE_CONTENT)
    differ("content", gold.content, statement.content.map(words).join(" "));
  if (form !== gold.kind) differ("kind", gold.kind, form);
  if (!isAgency(gold.agency, statement.speaker))
    differ("agency", gold.agency!, (statement.speaker.known && statement.speaker.value.agency) || "none");
  const time = when === undefined ? undefined : times[when];
  if (gold.when && !isWhen(gold.when, time, text)) differ("when", whenName(gold.when), words(time));
  if (gold.venue !== undefined && !meets(gold.venue, venue)) differ("venue", gold.venue, words(venue));
  if (gold.medium !== undefined && !meets(gold.medium, medium)) differ("medium", gold.medium, words(medium));
  if (gold.part !== undefined && part !== gold.part) differ("part", gold.part, part);
  return out;
}
