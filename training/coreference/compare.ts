/**
 * Prints what the rules and the learned weights are worth by themselves and together, under one scorer: the antecedents of
 * pronouns in GUM's development part, on gold and on the model's own trees. Candidates and their agreement are the same
 * for all; the rules alone take whoever is most salient after Lappin and Leass (1994). Some minutes.
 *
 *   npx tsx training/coreference/compare.ts ../shared/data/syntax/gum-train.conllu.gz ../shared/data/syntax/gum-dev.conllu.gz
 */
import { type AntecedentRanker, LearnedRanker, shippedRanker } from "../../src/actor/antecedent-ranker.js";
import { evaluatePronouns } from "../../src/evaluate/pronouns.js";
import type { Analysis } from "../../src/language/analysis.js";
import { loadLanguage } from "../../src/language/language.js";
import { gumQuestions } from "./gum-questions.js";
import { learn, OPTIONS } from "./learn.js";
import { writeWeights } from "./write-weights.js";

const [training, development] = process.argv.slice(2);
if (!training || !development) throw new Error("the treebank's training and development files expected");

/**
 * Weights so steep that the most salient candidate is taken which is no other argument of the pronoun's verb (Principle B);
 * "none" only where there is none.
 */
const SALIENCE = ["person", "it", "they"]
  .flatMap((group) => [
    `${group}\tone verb\tyes\t-100`,
    ...["poss", "full"].flatMap((whole) =>
      ["0", "1", "2", "3", "more"].map((rank, i) => `${group}\tsalience\t${rank} ${whole}\t${40 - 5 * i}`),
    ),
  ])
  .join("\n");

const language = await loadLanguage();
const questions = await gumQuestions(training, language);
const learned = (without: readonly string[]) =>
  new LearnedRanker(writeWeights(learn(questions, { ...OPTIONS, without }), questions.length));
const rankers: Readonly<Record<string, AntecedentRanker>> = {
  "rules alone": new LearnedRanker(SALIENCE),
  "learned alone": learned(["salience"]),
  both: learned([]),
  shipped: shippedRanker(),
};

const analyses = new Map<string, Promise<Analysis>>();
const once: Pick<typeof language, "analyseWords"> = {
  analyseWords(sentences) {
    const key = JSON.stringify(sentences);
    const analysis = analyses.get(key) ?? language.analyseWords(sentences);
    analyses.set(key, analysis);
    return analysis;
  },
};
for (const raw of [false, true]) {
  for (const [name, ranker] of Object.entries(rankers)) {
    const { metrics } = await evaluatePronouns(development, once, { genres: ["news", "interview"], raw, ranker });
    const figures = Object.entries(metrics).map(([metric, value]) => `${metric} ${value.toFixed(1)}`);
    console.log(`${name.padEnd(14)}${raw ? "own trees " : "gold trees"}  ${figures.join("  ")}`);
  }
}
await language.close();
