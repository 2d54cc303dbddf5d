import { readFileSync, writeFileSync } from "node:fs";
import { PHRASE_KINDS, type PhraseKind } from "../../src/actor/phrase-features.js";
import { NOUN } from "../../src/actor/surrounding-weights.js";
import { type Analysed, type Case, hiddenCases, judgedCases } from "./cases.js";
import { FEATURES, fit, type Model, probabilities } from "./fit.js";
import { allJudgements } from "./participants.js";

/**
 * Writes the weights of `models/en/surroundings.tsv`: `train.ts OUT.tsv MARKS.jsonl.gz ANALYSES.jsonl...`, where MARKS are those of
 * docs/event-marks.md and each line of ANALYSES is { id, report, analysis }. Reports of the actor gold set must not be among them.
 */
const HEADER = `# How much each thing tells of the state that a phrase without one is of; see src/actor/surrounding-features.ts.
# Learned by training/surroundings/train.ts from judgements.tsv, from who takes part in marked events, and from phrases whose own state was hidden.
`;
/** Share of right states at which the threshold is set, in per cent. */
const ASKED = 79.5;
/** Of people about as many are right from 0.4 to 0.9; a mistake about one is made at every mention. */
const OF_PEOPLE = 0.7;

const FOLDS = 5;

/** What a model says of a case. */
interface Outcome {
  readonly kind: PhraseKind;
  readonly confidence: number;
  readonly isRight: boolean;
  readonly isOfState: boolean;
}

const [, , out, gold, ...files] = process.argv;
const judgementsOf = allJudgements(gold!);
const cases = files.flatMap(casesOf).filter((c) => c.states.size > 0);
const reports = [...new Set(cases.flatMap((c) => (c.judged ? [c.id] : [])))];
// Each fifth of the reports that were judged is judged by a model that has not seen it.
const held = Array.from({ length: FOLDS }, (_, fold) => {
  const out = new Set(reports.filter((_, i) => i % FOLDS === fold));
  const model = fit(cases.filter((c) => !out.has(c.id)));
  return cases.filter((c) => c.asked && out.has(c.id)).map((c) => outcomeOf(model, c));
}).flat();
console.log(`${cases.length} to learn from, ${held.length} judged as the reader asks for them`);
const threshold = thresholdOf(held.filter((o) => o.kind !== "person"));
for (const kind of ["all", ...PHRASE_KINDS]) {
  const mine = held.filter((o) => kind === "all" || o.kind === kind);
  const known = mine.filter((o) => o.isOfState).length;
  for (const least of [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const { given, right } = judged(mine, least);
    const share = ((100 * right) / given).toFixed(1);
    console.log(`${kind} from ${least}: ${given} of ${mine.length} given, ${share} % right; ${right} of ${known} found`);
  }
}
// The weights learn from all.
const whole = fit(cases);
const lines = FEATURES.map((name, f) => `${name}\t${whole.kinds.map((kind) => kind[f]!.toFixed(2)).join("\t")}`);
for (const [noun, weight] of whole.nouns) lines.push(`${NOUN}${noun}\t${weight.toFixed(2)}`);
const thresholds = PHRASE_KINDS.map((kind) => (kind === "person" ? OF_PEOPLE : threshold));
writeFileSync(
  out!,
  `${HEADER}feature\t${PHRASE_KINDS.join("\t")}\n${lines.join("\n")}\nthreshold\t${thresholds.join("\t")}\n`,
);

function casesOf(file: string): Case[] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.flatMap((line) => {
    const analysed = JSON.parse(line) as Analysed;
    const hidden = hiddenCases(analysed).filter((c) => c.states.has(c.truth));
    return [...judgedCases(analysed, judgementsOf(analysed)), ...hidden];
  });
}

function outcomeOf(model: Model, one: Case): Outcome {
  const p = probabilities(model, one).slice(0, -1);
  const confidence = Math.max(...p);
  const isRight = [...one.states.keys()][p.indexOf(confidence)] === one.truth;
  return { kind: one.kind, confidence, isRight, isOfState: one.truth !== "" };
}

/** The least probability, in steps of a hundredth, from which on enough are right; 0.9 where there is none. */
function thresholdOf(mine: readonly Outcome[]): number {
  for (let step = 40; step < 90; step++) {
    const { given, right } = judged(mine, step / 100);
    if ((100 * right) / given >= ASKED) return step / 100;
  }
  return 0.9;
}

function judged(mine: readonly Outcome[], least: number) {
  const given = mine.filter((o) => o.confidence >= least);
  return { given: given.length, right: given.filter((o) => o.isRight).length };
}
