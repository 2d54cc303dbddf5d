import { writeFileSync } from "node:fs";
import { actorCode } from "../actor/actor.js";
import type { Language } from "../language/language.js";
import { readAnalysed } from "../reading/read.js";
import type { Reading } from "../reading/reading.js";
import { ACTOR_FORMS, readActorGold } from "./actor-gold.js";
import {
  type ActorScores,
  actorFigures,
  countsAsActor,
  type FoundMention,
  type ScoredActor,
  scoreActors,
} from "./actors-score.js";
import { readGoldFile } from "./gold-file.js";
import { sourceReports } from "./gold-sources.js";
import { type MarkedText, markedText } from "./marked-text.js";

export interface ActorEvaluation {
  /** As `actorFigures` gives them. */
  readonly metrics: Readonly<Record<string, number>>;
  /** Right, wrong and unknown by form. */
  readonly lines: readonly string[];
}

/**
 * Scores who is who against a gold file (`docs/actor-gold.md`): every report is read through all rooms, and each mark
 * is compared with the mention found there, as `scoreActors` says. `reports`: files in which the texts are looked up by
 * identifier (`sourceReports`), for marks that come without them. `out`: a file of JSON Lines, one mark each with what
 * was found and the words around it; spurious mentions stand among them.
 * Throws an Error where the gold is not in its format, a text is missing, or it is not the one that was marked.
 */
export async function evaluateActors(
  goldPath: string,
  language: Pick<Language, "analyse">,
  options: { readonly reports?: readonly string[] | undefined; readonly out?: string | undefined } = {},
): Promise<ActorEvaluation> {
  const gold = readActorGold(readGoldFile(goldPath));
  const sources = sourceReports(options.reports ?? []);
  const all: ActorScores[] = [];
  const written: string[] = [];
  for (const marked of gold) {
    const { report, characters, inGold } = markedText(marked, marked.mentions, sources);
    const reading = readAnalysed(report, await language.analyse(report));
    const range = marked.range ?? ([0, characters.length] as const);
    const scores = scoreActors(marked.mentions, mentionsOf(reading, inGold), range);
    all.push(scores);
    written.push(...told(marked.id, characters, scores).map((row) => JSON.stringify(row)));
  }
  if (options.out) writeFileSync(options.out, written.map((line) => `${line}\n`).join(""));
  return { metrics: actorFigures(all), lines: table(all) };
}

/** The mentions of a reading, in the measure of the marks. */
function mentionsOf({ analysis, mentions }: Reading, inGold: MarkedText["inGold"]): FoundMention[] {
  return mentions
    .map((m): FoundMention => {
      const { start, end } = inGold(m);
      const head = inGold(analysis.words[m.head]!);
      const codes = [...new Set(m.actors.map(actorCode))];
      return {
        start,
        end,
        head: [head.start, head.end],
        codes,
        by: m.by,
        ...(m.reason ? { reason: m.reason } : {}),
      };
    })
    .filter((m) => m.start >= 0);
}

const CONTEXT = 60;

/** The rows of `out`: every mark, then what was found where nothing is marked. */
function told(report: string, text: readonly string[], { scored, spurious }: ActorScores) {
  const slice = (start: number, end: number) =>
    text.slice(Math.max(0, start), end).join("").replace(/\s+/g, " ");
  const around = (start: number, end: number) =>
    `${slice(start - CONTEXT, start)}[${slice(start, end)}]${slice(end, end + CONTEXT)}`;
  const whatFound = (found: FoundMention) => {
    const { codes, by, reason } = found;
    return { codes, surface: slice(found.start, found.end), by, ...(reason ? { reason } : {}) };
  };
  const marks = scored.map(({ gold, result, found }) => ({
    report,
    result,
    ...gold,
    ...(found ? { found: whatFound(found) } : {}),
    context: around(gold.start, gold.end),
  }));
  const extra = spurious.map((found) => ({
    report,
    result: "spurious",
    start: found.start,
    end: found.end,
    found: whatFound(found),
    context: around(found.start, found.end),
  }));
  return [...marks, ...extra];
}

function table(all: readonly ActorScores[]): string[] {
  const scored = all.flatMap((s) => s.scored);
  const actors = scored.filter(countsAsActor);
  const rows: [string, readonly ScoredActor[]][] = [
    ...ACTOR_FORMS.map((form): [string, readonly ScoredActor[]] => [
      form,
      actors.filter((s) => s.gold.form === form),
    ]),
    ["all actors", actors],
    ["aside", scored.filter((s) => s.gold.aside)],
    ["no actor", scored.filter((s) => s.gold.none)],
    ["not known", scored.filter((s) => s.gold.unknown)],
  ];
  const lines = rows
    .filter(([, of]) => of.length > 0)
    .map(([name, of]) => {
      const cells = (["right", "wrong", "unknown"] as const).map((result) => {
        const count = of.filter((s) => s.result === result).length;
        return `${String(count).padStart(6)} ${((100 * count) / of.length).toFixed(1).padStart(5)} %`;
      });
      return `${name.padEnd(11)}${String(of.length).padStart(6)}${cells.join("")}`;
    });
  const head = ["right", "wrong", "unknown"].map((name) => name.padStart(14)).join("");
  const spurious = all.reduce((sum, s) => sum + s.spurious.length, 0);
  return [
    `${"form".padEnd(11)}${"marks".padStart(6)}${head}`,
    ...lines,
    `${spurious} codes where nothing is marked`,
  ];
}
