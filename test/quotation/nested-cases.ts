import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { findMentions } from "../../src/actor/find-mentions.js";
import type { Language } from "../../src/language/language.js";
import { findPlaces } from "../../src/place/find-places.js";
import { findStatements } from "../../src/quotation/find-statements.js";
import type { Statement } from "../../src/quotation/statement.js";
import { type Span, textOf } from "../../src/record/span.js";
import { findTimes } from "../../src/time/find-times.js";
import { makeReport } from "../support/reading.js";

/** A statement as nested-cases.yaml writes it; its head says what each field holds. */
interface ExpectedStatement {
  readonly speaker?: string;
  readonly cue?: string;
  readonly content: string;
  readonly act?: string;
  readonly chain?: readonly string[];
  readonly medium?: string;
  readonly venue?: string;
  readonly addressee?: string;
  readonly when?: string;
  readonly place?: string;
}

export interface NestedCase {
  readonly text: string;
  readonly statements: readonly ExpectedStatement[];
}

export function casesOf(file: "nested-cases.yaml" | "direct-cases.yaml"): readonly NestedCase[] {
  return parse(readFileSync(new URL(`./${file}`, import.meta.url), "utf8")) as NestedCase[];
}

/** What is wrong with the reading of a case, one line a fault; empty where it is wholly right. */
export async function faultsOf(language: Language, wanted: NestedCase): Promise<readonly string[]> {
  const report = makeReport(
    wanted.text
      .split("\n\n")
      .map((text) => (text.startsWith("# ") ? { text: text.slice(2), role: "title" as const } : text)),
  );
  const analysis = await language.analyse(report);
  const mentions = findMentions(report, analysis);
  const times = findTimes(report, analysis);
  const places = findPlaces(report, analysis, mentions);
  const found = findStatements(report, analysis, mentions, times, places);
  const words = (span: Span | undefined) => (span ? textOf(report.text, span) : undefined);
  const left = new Set(
    found.map((s) =>
      lineOf({
        ...given("speaker", words(speakerOf(s))),
        ...given("cue", words(s.cue)),
        content: s.content.map((c) => textOf(report.text, c)).join(" ... "),
        ...given("act", s.act),
        chain: (s.chain ?? []).slice(0, -1).map((link) => words(link.span) ?? "?"),
        ...given("medium", words(s.medium)),
        ...given("venue", words(s.venue)),
        ...given("addressee", words(s.addressee)),
        ...given("when", words(s.when === undefined ? undefined : times[s.when])),
        ...given("place", words(s.where === undefined ? undefined : places[s.where])),
      }),
    ),
  );
  const missed = wanted.statements
    .map((s) => lineOf({ ...s, chain: s.chain ?? [s.speaker ?? "?"] }))
    .filter((line) => !left.delete(line));
  return [...missed.map((line) => `missed ${line}`), ...[...left].map((line) => `found  ${line}`)];
}

/** The words that name the speaker, also where a quotation goes on. */
function speakerOf(statement: Statement): Span | undefined {
  return statement.source ?? statement.chain?.find((link) => link.role === "speaker")?.span;
}

function given<T>(name: string, value: T | undefined): Record<string, T> {
  return value === undefined ? {} : { [name]: value };
}

function lineOf(statement: ExpectedStatement): string {
  const { chain, ...rest } = statement;
  const fields = Object.entries(rest)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${plain(value as string)}`);
  return [...fields, `chain=${(chain ?? []).map(plain).join(" < ")}`].join(" | ");
}

/** The words without marks and capitals, without an article or "that" at the front. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}'?]+/gu, " ")
    .trim()
    .replace(/^(?:(?:the|an?|that) )+/, "");
}
