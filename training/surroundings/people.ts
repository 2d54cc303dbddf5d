import { readFileSync, writeFileSync } from "node:fs";
import { PERSON_SECTORS, PersonSectorWeights, sectorFeatures } from "../../src/actor/person-sector.js";
import { Reader } from "../../src/actor/reader.js";
import { isWithoutOffice } from "../../src/actor/surrounding-phrases.js";
import { shippedKnowledge } from "../../src/knowledge/knowledge.js";
import type { Analysed } from "./cases.js";
import type { Judgement } from "./judgements.js";
import { allJudgements } from "./participants.js";

/**
 * Writes the weights of `models/en/person-sectors.tsv`: `people.ts OUT.tsv MARKS.jsonl.gz ANALYSES.jsonl...`, as `train.ts`. They tell
 * private persons and people of companies from all others among those of whom a report gives a name and no office.
 */
const HEADER = `# What tells private persons (CVL) and people of companies (BUS) among those of whom a report gives no office; see src/actor/person-sector.ts.
# Learned by training/surroundings/people.ts from judgements.tsv and from who takes part in marked events.
`;
const FOLDS = 5;
const ROUNDS = 200;
const PENALTY = 3;
/** A word that fewer people have beside them tells nothing. */
const FEWEST = 4;
/** Share of right sectors at which the threshold is set, in per cent. */
const ASKED = 80;
const ANOTHER = PERSON_SECTORS.length;

interface Case {
  readonly id: string;
  readonly features: ReadonlyMap<string, number>;
  /** Index in `PERSON_SECTORS`, or `ANOTHER`. */
  readonly truth: number;
}

type Weights = Map<string, number[]>;

const [, , out, gold, ...files] = process.argv;
const judgementsOf = allJudgements(gold!);
const cases = files.flatMap((file) =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .flatMap((line) => {
      const analysed = JSON.parse(line) as Analysed;
      return casesOf(analysed, judgementsOf(analysed));
    }),
);
const reports = [...new Set(cases.map((c) => c.id))];
const held = Array.from({ length: FOLDS }, (_, fold) => {
  const out = new Set(reports.filter((_, i) => i % FOLDS === fold));
  const weights = new PersonSectorWeights(fit(cases.filter((c) => !out.has(c.id))));
  return cases.filter((c) => out.has(c.id)).map((c) => outcomeOf(weights, c));
}).flat();
console.log(`${cases.length} people, ${cases.filter((c) => c.truth !== ANOTHER).length} of these sectors`);
let threshold = 0.9;
for (let step = 90; step >= 40; step--) {
  const given = held.filter((o) => o.confidence >= step / 100);
  const right = given.filter((o) => o.isRight).length;
  if ((100 * right) / given.length >= ASKED) threshold = step / 100;
  if (step % 10 === 0) console.log(`from ${step / 100}: ${given.length} given, ${right} right`);
}
const lines = [...fit(cases)]
  .filter(([, weights]) => weights.some((w) => Math.abs(w) >= 0.05))
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, weights]) => [name, ...weights.map((w) => w.toFixed(2))].join("\t"));
const columns = ["feature", ...PERSON_SECTORS].join("\t");
writeFileSync(out!, `${HEADER}${columns}\n${lines.join("\n")}\nthreshold\t${threshold}\n`);

function casesOf({ id, report, analysis }: Analysed, judged: readonly Judgement[]): Case[] {
  if (judged.length === 0) return [];
  const reader = new Reader(report, analysis, shippedKnowledge());
  const heads = new Map(analysis.words.map((w) => [w.start, w.index]));
  return judged.flatMap(({ head, code, sector }) => {
    const hit = reader.hits.at(heads.get(head) ?? -1);
    const person = hit && reader.personOf(hit);
    if (!person || !isWithoutOffice(person) || (code !== "" && sector === "")) return [];
    const place = code === "" ? -1 : (PERSON_SECTORS as readonly string[]).indexOf(sector);
    return [{ id, features: sectorFeatures(reader, person), truth: place < 0 ? ANOTHER : place }];
  });
}

/** Fits multinomial logistic regression by Adam (Kingma and Ba 2015). */
function fit(mine: readonly Case[]): Weights {
  const counts = new Map<string, number>();
  for (const { features } of mine)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const zeros = () => PERSON_SECTORS.map(() => 0);
  const weights: Weights = new Map([["always", zeros()]]);
  for (const [name, times] of counts) if (times >= FEWEST) weights.set(name, zeros());
  const first = new Map([...weights.keys()].map((name) => [name, zeros()]));
  const second = new Map([...weights.keys()].map((name) => [name, zeros()]));
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = new Map(
      [...weights].map(([name, w]) => [name, w.map((x) => (name === "always" ? 0 : -PENALTY * x))]),
    );
    const model = new PersonSectorWeights(weights);
    for (const { features, truth } of mine) {
      const p = model.probabilities(features);
      for (const [name, value] of [...features, ["always", 1] as const]) {
        const g = gradient.get(name);
        for (let s = 0; g && s < ANOTHER; s++) g[s]! += value * ((s === truth ? 1 : 0) - p[s]!);
      }
    }
    for (const [name, w] of weights) {
      const [g, a, b] = [gradient.get(name)!, first.get(name)!, second.get(name)!];
      for (let s = 0; s < ANOTHER; s++) {
        const slope = g[s]! / mine.length;
        a[s] = 0.9 * a[s]! + 0.1 * slope;
        b[s] = 0.99 * b[s]! + 0.01 * slope ** 2;
        w[s]! += (0.05 * a[s]!) / (1 - 0.9 ** round) / (Math.sqrt(b[s]! / (1 - 0.99 ** round)) + 1e-8);
      }
    }
  }
  return weights;
}

function outcomeOf(weights: PersonSectorWeights, { features, truth }: Case) {
  const p = weights.probabilities(features).slice(0, ANOTHER);
  const confidence = Math.max(...p);
  return { confidence, isRight: p.indexOf(confidence) === truth };
}
