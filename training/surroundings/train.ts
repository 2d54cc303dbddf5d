import { writeFileSync } from "node:fs";
import { NONE, SURROUNDING_FEATURES } from "../../src/actor/surrounding-weights.js";
import { softmax } from "../../src/actor/antecedent-ranker.js";
import { type Case, casesOf } from "./cases.js";

/** Writes the weights of `models/en/surroundings.tsv`: `train.ts ANALYSES.jsonl OUT.tsv`. */
const HEADER = `# How much each thing tells of the state that a phrase without one is of; see src/actor/surroundings.ts.
# Learned by training/surroundings/train.ts from phrases of news stories whose own state was hidden.
feature\tweight
`;
const FEATURES = [...SURROUNDING_FEATURES, NONE];

const PENALTY = 1;
const ROUNDS = 250;

/** Fits the log-linear model by gradient ascent with a quadratic penalty; the last weight is that of "none of them". */
export function fit(cases: readonly Case[]): number[] {
  const n = SURROUNDING_FEATURES.length;
  const weights = new Array<number>(n + 1).fill(0);
  const first = new Array<number>(n + 1).fill(0);
  const second = new Array<number>(n + 1).fill(0);
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = weights.map((w) => (-PENALTY * w) / cases.length);
    for (const { codes, values, truth } of cases) {
      const p = probabilities(weights, values);
      const right = codes.indexOf(truth);
      for (let c = 0; c < codes.length; c++) {
        const error = ((c === right ? 1 : 0) - p[c]!) / cases.length;
        if (Math.abs(error) < 1e-9) continue;
        for (let f = 0; f < n; f++) gradient[f]! += error * values[c]![f]!;
      }
      gradient[n]! += ((right < 0 ? 1 : 0) - p[codes.length]!) / cases.length;
    }
    for (let f = 0; f <= n; f++) {
      first[f] = 0.9 * first[f]! + 0.1 * gradient[f]!;
      second[f] = 0.99 * second[f]! + 0.01 * gradient[f]! ** 2;
      weights[f]! += (0.1 * first[f]!) / (1 - 0.9 ** round) / (Math.sqrt(second[f]! / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  return weights;
}

export function probabilities(weights: readonly number[], values: readonly (readonly number[])[]): number[] {
  const n = weights.length - 1;
  const scores = values.map((v) => v.reduce((sum, x, f) => sum + x * weights[f]!, 0));
  return softmax([...scores, weights[n]!]);
}

/** Share of right states at which a threshold is set, in per cent. */
const ASKED = 85;

const [, , analyses, out] = process.argv;
const cases = casesOf(analyses!).filter((c) => c.codes.length > 0);
// Half of the stories is held out for the choice of the threshold.
const [seen, held] = [cases.filter((c) => c.story % 2 === 0), cases.filter((c) => c.story % 2 === 1)];
const weights = fit(seen);
console.log(`${seen.length} cases to learn from, ${held.length} held out`);
let chosen = 1;
for (let step = 19; step >= 8; step--) {
  const { given, right } = judged(held, step / 20);
  if ((100 * right) / given >= ASKED) chosen = step / 20;
}
const lines = [
  ...FEATURES.map((name, i) => `${name}\t${weights[i]!.toFixed(3)}`),
  `threshold\t${chosen}`,
];
console.log(lines.join("\n"));
for (const kind of ["all", ...new Set(held.map((c) => c.kind))]) {
  const mine = held.filter((c) => kind === "all" || c.kind === kind);
  for (const threshold of [0, 0.5, 0.6, 0.65, 0.7, 0.8, 0.9]) {
    const { given, right } = judged(mine, threshold);
    const share = ((100 * right) / given).toFixed(1);
    console.log(`${kind.padEnd(12)} from ${threshold}: ${given} of ${mine.length} given, ${share} % right`);
  }
}
if (out) writeFileSync(out, `${HEADER}${lines.join("\n")}\n`);

function judged(mine: readonly Case[], threshold: number) {
  let given = 0;
  let right = 0;
  for (const { codes, values, truth } of mine) {
    const p = probabilities(weights, values).slice(0, -1);
    const best = p.indexOf(Math.max(...p));
    if (p[best]! < threshold) continue;
    given++;
    if (codes[best] === truth) right++;
  }
  return { given, right };
}
