/**
 * Writes what the weights of the coder of acts (`models/en/acts.tsv`) are learned from: of the reports that were read whole,
 * those that the encoder has not learned from (`split.ts`), and who does what to whom in the others.
 *
 *     npx tsx training/acts/examples.ts GOLD FOLDER REPORTS...
 *
 * FOLDER gets `words.jsonl` (every word that may tell an act, in the sentences that were read: its type or none, what encoder
 * and codebook say, clues), `roles.jsonl` (for each marked act, who may be its source and target, and who is right; of the
 * reports that the encoder has learned from in `more-roles.jsonl`) and `statuses.jsonl` (for each marked act what rules and
 * encoder say of its status, and which it is).
 */
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { actorCode } from "../../src/actor/actor.js";
import type { GoldEvent } from "../../src/evaluate/marked-events-score.js";
import { ActClueFinder } from "../../src/event/act-clues.js";
import { loadCodebook } from "../../src/event/codebook.js";
import { EVENT_TYPES, STATUSES } from "../../src/event/event.js";
import { dated, rulesOf } from "../../src/event/learned-acts.js";
import { roleChoices } from "../../src/event/role-clues.js";
import { ToldBefore } from "../../src/event/told-before.js";
import { wordAct } from "../../src/event/word-act.js";
import type { Word } from "../../src/language/analysis.js";
import { type MarkedReading, markedReadings, markedWords } from "./reports.js";
import { isKeptApart } from "./split.js";

const [gold, folder, ...files] = process.argv.slice(2);
if (!gold || !folder || files.length === 0) throw new Error("a gold file, a folder and files of reports expected");
mkdirSync(folder, { recursive: true });
const [words, roles, statuses, more] = ["words", "roles", "statuses", "more-roles"].map((n) => createWriteStream(join(folder, `${n}.jsonl`)));
for await (const reading of markedReadings(gold, files)) writeActs(reading, isKeptApart(reading.id));

function writeActs({ id, analysis, cast, drafts, marks }: MarkedReading, apart: boolean): void {
  const finder = new ActClueFinder(cast, loadCodebook(), drafts);
  const marked = markedWords(analysis, marks!.events);
  const drafted = new Set(drafts.drafts.map((d) => d.act.match.frame.trigger));
  const { acts } = analysis;
  const scores = new Map<number, Record<string, number>>();
  for (const [i, word] of acts!.words.entries()) {
    const own = scores.get(word) ?? {};
    own[EVENT_TYPES[acts!.types[i]!]!] = acts!.scores[i]! / acts!.unit;
    scores.set(word, own);
  }
  const before = new ToldBefore();
  for (const word of analysis.words) {
    if (!marks!.ranges.some((r) => r.start <= word.start && word.end <= r.end)) continue;
    const clues = finder.of(word);
    if (!clues) continue;
    const { draft, basis, type } = clues;
    // A draft may tell the act with the word beside the marked one: "held", "talks".
    const beside = draft && !marked.has(word) ? besideOf(word, type!, marked, drafted) : undefined;
    const event = marked.get(word) ?? beside;
    if (apart) words!.write(
      `${JSON.stringify({ report: id, basis, type: type ?? null, gold: event?.type ?? null, scores: scores.get(word.index) ?? {}, clues: clues.clues })}\n`,
    );
    if (event) {
      const { act, signs } = dated(cast, clues.act ?? wordAct(analysis, word, event.type), rulesOf(cast, clues)?.roles);
      const said = cast.tellings.statuses(word);
      if (said && apart) statuses!.write(`${JSON.stringify({ report: id, rules: act.status, signs, encoder: STATUSES.map((s) => said.get(s)), gold: event.status })}\n`);
      for (const role of ["source", "target"] as const) {
        const side = role === "source" ? event.sources : event.targets;
        const codes = new Set(side.flatMap((s) => (s.code ? [short(s.code)] : [])));
        const choices = roleChoices(cast, word, event.type, role, rulesOf(cast, clues), before);
        const right = choices.map(({ participants }) => {
          const own = participants.flatMap(({ actor }) => (actor.known ? [short(actorCode(actor.value))] : []));
          return codes.size === 0 ? own.length === 0 : own.length > 0 && own.every((code) => codes.has(code));
        });
        (apart ? roles : more)!.write(
          `${JSON.stringify({ report: id, role, drafted: draft !== undefined, clues: choices.map((c) => c.clues), encoder: choices.map((c) => c.encoder ?? 0), right })}\n`,
        );
      }
    }
    if (draft) before.add(draft);
  }
}

function short(code: string): string {
  return code.slice(0, 3);
}

function besideOf(
  word: Word,
  type: string,
  marked: ReadonlyMap<Word, GoldEvent | undefined>,
  drafted: ReadonlySet<Word>,
): GoldEvent | undefined {
  for (const [other, event] of marked) {
    const joined = other.head === word.index || word.head === other.index;
    if (joined && event?.type === type && !drafted.has(other)) return event;
  }
  return undefined;
}
