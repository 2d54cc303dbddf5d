/**
 * Writes what the learned event coder is trained on as JSON Lines, a pair a line: the words of the sentence, the groups
 * of words around the pair, the class, and what the codebook says of the pair.
 *
 *     npx tsx training/coding/examples.ts GOLD.tsv OUT.jsonl [REPORTS.jsonl.gz]
 *
 * Sentences without an event come from codebook/not-events.yaml: each subject there with each object and oblique of its
 * verb is a pair of the class NONE. So are acts that patterns fit in news reports though nobody in politics acts there.
 * Sentences of reports in which the codebook finds no act are marked `untold`, with the pair that the coder so far would
 * take; where it has none yet (a new encoder), run this and the fit twice.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { readGoldFile } from "../../src/evaluate/gold-file.js";
import { codePair, pairHeads } from "../../src/evaluate/code-pair.js";
import { readGoldPairs } from "../../src/evaluate/events.js";
import { reportOf } from "../../src/evaluate/times.js";
import { Cast } from "../../src/event/cast.js";
import { loadCodebook } from "../../src/event/codebook.js";
import { pairWords } from "../../src/event/pair-words.js";
import { likelyPairs } from "../../src/event/learned-roles.js";
import { candidatesIn, joiningWords, pairFeatures } from "../../src/event/role-candidates.js";
import { readActs } from "../../src/event/read-acts.js";
import { rolesOf } from "../../src/event/roles.js";
import { toldPair } from "../../src/event/settle-type.js";
import { CODEBOOK } from "../../src/event/words.js";
import type { Analysis, Word } from "../../src/language/analysis.js";
import { loadLanguage } from "../../src/language/language.js";
import { children, relation } from "../../src/language/tree.js";
import { readAnalysed } from "../../src/reading/read.js";
import { overlaps, type Span } from "../../src/record/span.js";
import type { Report } from "../../src/report/report.js";

const [gold, out, reports] = process.argv.slice(2);
if (!gold || !out) throw new Error("a gold file and a file to write expected");
const { pairs } = readGoldPairs(readFileSync(gold, "utf8"), gold);
const language = await loadLanguage();
const lines: string[] = [];
const BATCH = 200;
/** Pairs of untold sentences with a smaller probability teach nothing. */
const LIKELY = 0.2;
for (let i = 0; i < pairs.length; i += BATCH) {
  const batch = pairs.slice(i, i + BATCH);
  const analyses = await language.analyseAll(batch.map((p) => reportOf(p.sentence, undefined)));
  batch.forEach(({ sentence, sources, targets, root }, j) => {
    const analysis = analyses[j]!;
    const [source, target] = pairHeads(analysis, sources, targets);
    if (!source || !target) throw new Error(`line ${i + j + 2}: no words`);
    const { code, basis, by } = codePair(analysis, loadCodebook(), sources, targets, { alone: "codebook" });
    const words = analysis.words.map((w) => w.form);
    const pairs = allPairs(reportOf(sentence, undefined), analysis, sources, targets);
    const groups = pairWords(analysis, source, target);
    lines.push(JSON.stringify({ words, groups, class: root, codebook: { code, basis, by }, pairs }));
  });
}
const none = Object.values(parse(readFileSync(`${CODEBOOK}not-events.yaml`, "utf8")) as Record<string, string[]>).flat();
for (const analysis of await language.analyseAll(none.map((text) => reportOf(text, undefined)))) {
  const words = analysis.words.map((w) => w.form);
  for (const [source, target] of pairsOf(analysis)) {
    lines.push(JSON.stringify({ words, groups: pairWords(analysis, source, target), class: "NONE" }));
  }
}
for (const { title, text, date } of reports ? readReports(reports) : []) {
  const report = reportOf(`${title}\n\n${text}`, date);
  const reading = readAnalysed(report, await language.analyse(report), { alone: "codebook" });
  const { analysis } = reading;
  const cast = new Cast(analysis, reading.mentions, reading.statements, reading.places);
  const telling = new Set(reading.events.map((e) => analysis.words.find((w) => overlaps(w, e.trigger))?.sentence));
  for (const sentence of analysis.sentences) {
    const best = telling.has(sentence.index) ? undefined : likelyPairs(cast, sentence)[0];
    if (!best || best.probability < LIKELY) continue;
    addNone(analysis, best.source.word, best.target.word, { untold: true });
  }
  for (const act of readActs(analysis, loadCodebook())) {
    const { trigger } = act.match.frame;
    if (reading.events.some((e) => overlaps(e.trigger, trigger))) continue;
    const roles = rolesOf(cast, act.match);
    const pair = roles && toldPair(cast, act, roles);
    if (pair) addNone(analysis, ...pair, { by: act.by });
  }
}
writeFileSync(out, lines.map((line) => `${line}\n`).join(""));
await language.close();

/** A pair of the class NONE; the coder sees one sentence at a time here, as in the gold file. */
function addNone(analysis: Analysis, source: Word, target: Word, note: object): void {
  const { first, last } = analysis.sentences[source.sentence]!;
  const groups = Object.entries(pairWords(analysis, source, target));
  if (groups.some(([, words]) => words.some((w) => w < first || w >= last))) return;
  const words = analysis.words.slice(first, last).map((w) => w.form);
  const moved = Object.fromEntries(groups.map(([role, own]) => [role, own.map((w) => w - first)]));
  lines.push(JSON.stringify({ words, groups: moved, class: "NONE", ...note }));
}

function readReports(path: string): { title: string; text: string; date: string }[] {
  const lines = readGoldFile(path).trim().split("\n");
  // Every fifth is left out, to see what the coder says of reports that it has not learned from.
  return lines.flatMap((line, i) => (i % 5 === 3 ? [] : [JSON.parse(line)]));
}

/** All pairs of phrases of a marked sentence: heads, the words that join them, features, whether the marks mean them. */
function allPairs(report: Report, analysis: Analysis, sources: readonly Span[], targets: readonly Span[]) {
  const { mentions, statements, places } = readAnalysed(report, analysis, { alone: "codebook" });
  const cast = new Cast(analysis, mentions, statements, places);
  const isOf = (spans: readonly Span[], own: Span) => spans.length === 0 || spans.some((s) => overlaps(s, own));
  return analysis.sentences.flatMap((sentence) => {
    const candidates = candidatesIn(cast, sentence);
    return candidates.flatMap((source) =>
      candidates.filter((target) => target !== source).map((target) => [
        source.word.index,
        target.word.index,
        joiningWords(source, target).map((w) => w.index),
        pairFeatures(source, target),
        isOf(sources, source.span) && isOf(targets, target.span),
      ]),
    );
  });
}

function pairsOf(analysis: Analysis): [Word, Word][] {
  return analysis.words.flatMap((verb) => {
    const below = (relations: readonly string[]) =>
      children(analysis, verb).filter((c) => relations.includes(relation(c)) && c.upos !== "PRON");
    const subjects = below(["nsubj"]);
    const others = below(["obj", "obl", "iobj"]);
    return subjects.flatMap((s): [Word, Word][] => (others.length > 0 ? others.map((o) => [s, o]) : [[s, s]]));
  });
}
