import { type Language, loadLanguage } from "../language/language.js";
import { evaluateActors } from "./actors.js";
import { evaluateCoding } from "./coding.js";
import type { Evaluation, EvaluationName, EvaluationOptions } from "./evaluations.js";
import { evaluateEvents } from "./events.js";
import { evaluateLedger } from "./ledger.js";
import { evaluateMarkedEvents } from "./marked-events.js";
import { evaluateMarkedExchanges } from "./marked-exchanges.js";
import { evaluateNames } from "./names.js";
import { evaluatePages } from "./pages.js";
import { evaluatePlaces } from "./places.js";
import { evaluatePronouns } from "./pronouns.js";
import { evaluateQuantities } from "./quantities.js";
import { evaluateQuotations } from "./quotations.js";
import { evaluateStatuses } from "./statuses.js";
import { evaluateStories } from "./stories.js";
import { evaluateSyntax } from "./syntax.js";
import { evaluateTimes } from "./times.js";
import type { Figures } from "./times-score.js";

type Evaluator = (gold: string, options: EvaluationOptions) => Promise<Evaluation>;

/** What `demarche evaluate` can score, by name. Each throws an Error where the gold is not in the format it reads. */
export const evaluators: Readonly<Record<EvaluationName, Evaluator>> = {
  syntax: (gold, { out, raw }) => withLanguage((language) => evaluateSyntax(gold, language, { out, raw })),
  names: (gold, { out }) => withLanguage((language) => evaluateNames(gold, language, { out })),
  actors: (gold, { out, reports }) =>
    withLanguage((language) => evaluateActors(gold, language, { out, reports })),
  pronouns: (gold, { out, raw, genres }) =>
    withLanguage((language) => evaluatePronouns(gold, language, { out, genres, raw })),
  quotations: (gold, { out, alone }) =>
    withLanguage(async (language) => {
      const { metrics, table } = await evaluateQuotations(gold, language, {
        out,
        alone: oneOf(alone, "rules", "learned"),
      });
      return { metrics, lines: table.split("\n") };
    }),
  events: (gold, { out, alone }) =>
    withLanguage(async (language) => {
      const { metrics, table } = await evaluateEvents(
        gold,
        language,
        out,
        undefined,
        oneOf(alone, "codebook", "learned"),
      );
      return { metrics, lines: table.split("\n") };
    }),
  coding: (gold, { out, knowledge, alone, scheme }) =>
    withLanguage((language) =>
      evaluateCoding(gold, language, { out, knowledge, scheme, alone: oneOf(alone, "codebook", "learned") }),
    ),
  "marked-events": (gold, { out, reports }) =>
    withLanguage((language) => evaluateMarkedEvents(gold, language, { out, reports })),
  "marked-exchanges": (gold, { out, reports }) =>
    withLanguage((language) => evaluateMarkedExchanges(gold, language, { out, reports })),
  times: (gold, { out }) =>
    withLanguage(async (language) => {
      const { strict, relaxed, type, value } = await evaluateTimes(gold, language, out);
      return {
        metrics: {
          ...figures("value", value),
          ...figures("type", type),
          ...figures("strict", strict),
          ...figures("relaxed", relaxed),
        },
      };
    }),
  places: (gold, { out, reports }) =>
    withLanguage((language) => evaluatePlaces(gold, language, { out, reports })),
  quantities: (gold, { out, reports }) =>
    withLanguage((language) => evaluateQuantities(gold, language, { out, reports })),
  statuses: (gold) => withLanguage((language) => evaluateStatuses(gold, language)),
  stories: (gold, { out }) => evaluateStories(gold, out),
  ledger: (gold, { out, reports }) =>
    withLanguage((language) =>
      evaluateLedger(gold, language, { ...(out ? { out } : {}), ...(reports ? { reports } : {}) }),
    ),
  pages: async (gold, { out }) => evaluatePages(gold, out),
};

/** What is to be asked alone, of what the reader has. Throws an Error for another's part. */
function oneOf<T extends string>(alone: string | undefined, ...parts: readonly T[]): T | undefined {
  const part = parts.find((p) => p === alone);
  if (alone !== undefined && part === undefined)
    throw new Error(`it has ${parts.join(" and ")}, but no ${alone}`);
  return part;
}

async function withLanguage(work: (language: Language) => Promise<Evaluation>): Promise<Evaluation> {
  const language = await loadLanguage();
  try {
    return await work(language);
  } finally {
    await language.close();
  }
}

/** F1 under its own name, precision and recall beside it. */
function figures(name: string, { precision, recall, f1 }: Figures): Record<string, number> {
  return { [name]: f1, [`${name}_precision`]: precision, [`${name}_recall`]: recall };
}
