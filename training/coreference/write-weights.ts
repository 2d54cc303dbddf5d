import { NONE_FEATURES } from "../../src/actor/antecedent-features.js";
import { CANDIDATE_FEATURES } from "../../src/actor/antecedent-values.js";
import type { Weight } from "./learn.js";

/** Weights below this change no choice that matters. */
const SMALLEST = 0.02;

/** The weights as the table that `LearnedRanker` reads: by group and feature, the strongest first. */
export function writeWeights(weights: readonly Weight[], questions: number): string {
  const order = [...CANDIDATE_FEATURES, ...NONE_FEATURES] as readonly string[];
  const kept = weights
    .filter(({ weight }) => Math.abs(weight) >= SMALLEST)
    .sort(
      (a, b) =>
        a.group.localeCompare(b.group, "en") ||
        order.indexOf(a.feature) - order.indexOf(b.feature) ||
        b.weight - a.weight ||
        a.value.localeCompare(b.value, "en"),
    );
  return [
    "# What a pronoun or a definite noun stands for: a candidate's score is the sum of the weights of its features' values; \"none ...\" speak for",
    `# no candidate. Learned by training/coreference/train.ts from ${questions} pronouns and nouns of UD English GUM (see CARD.md).`,
    "# person: he, she; nominal: definite nouns (\"the panel\"). A value's words: sentences between, role, sort, ... as src/actor/antecedent-values.ts lists them.",
    "pronouns\tfeature\tvalue\tweight",
    ...kept.map(({ group, feature, value, weight }) => [group, feature, value, weight.toFixed(2)].join("\t")),
    "",
  ].join("\n");
}
