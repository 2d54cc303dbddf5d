import type { AntecedentQuestion, AntecedentRanker } from "../../src/actor/antecedent-ranker.js";
import type { Candidate } from "../../src/actor/candidates.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import type { GoldCoreference, GoldMention } from "../../src/evaluate/gold-coreference.js";
import type { Analysis } from "../../src/language/analysis.js";
import { findAttributions } from "../../src/quotation/find-attributions.js";
import { voicesOf } from "../../src/quotation/voices.js";
import type { Report } from "../../src/report/report.js";

/** An anaphor with its candidates and which of them are right; none of them right means that it stands for none. */
export interface AnsweredQuestion extends AntecedentQuestion {
  readonly right: readonly boolean[];
  /** The gold's entity type of the anaphor, undefined where the gold has it stand for nothing. */
  readonly type: string | undefined;
}

/**
 * The anaphors of a document as questions to the ranker, each answered by the gold. The document is read with the gold's
 * answers, so that a chain does not go wrong because of an earlier mistake.
 */
export function questionsOf(
  report: Report,
  analysis: Analysis,
  gold: GoldCoreference,
  voices = voicesOf(findAttributions(report, analysis)),
): AnsweredQuestion[] {
  const questions: AnsweredQuestion[] = [];
  const byHead = new Map<number, GoldMention[]>();
  for (const mention of gold.mentions)
    byHead.set(mention.head, [...(byHead.get(mention.head) ?? []), mention]);
  const ranker: AntecedentRanker = {
    probabilities(question) {
      const mentions = byHead.get(question.word) ?? [];
      const own =
        question.group === "nominal"
          ? mentions.reduce((a, b) => (b.last - b.first < a.last - a.first ? b : a), mentions[0]!)
          : mentions.find((m) => m.last - m.first === 1);
      const right = question.candidates.map((c) => own !== undefined && speaksOf(c, own.entity, byHead, gold));
      questions.push({ ...question, right, type: own?.type });
      const chosen = right.indexOf(true);
      return [...right.map((_, i) => (i === chosen ? 1 : 0)), chosen < 0 ? 1 : 0];
    },
  };
  findMentions(report, analysis, { ranker, voices });
  return questions;
}

/** Whether the gold has a candidate speak of an entity: as a whole, or all its parts where the gold knows it by parts. */
function speaksOf(
  candidate: Candidate,
  entity: string,
  byHead: ReadonlyMap<number, readonly GoldMention[]>,
  gold: GoldCoreference,
): boolean {
  if (entityOf(candidate, byHead) === entity) return true;
  const parts = gold.parts.get(entity);
  return (
    parts !== undefined &&
    candidate.parts !== undefined &&
    candidate.parts.every((part) => parts.includes(entityOf(part, byHead) ?? ""))
  );
}

/** The gold's entity of a candidate: of the mentions with its head, the one that ends nearest to where it ends. */
function entityOf(
  { head, last, parts }: Candidate,
  byHead: ReadonlyMap<number, readonly GoldMention[]>,
): string | undefined {
  const mentions = (byHead.get(head) ?? []).filter((m) => !parts || m.last >= last);
  const off = (m: GoldMention) => Math.abs(m.last - last);
  return [...mentions].sort((a, b) => off(a) - off(b))[0]?.entity;
}
