import type { Mention } from "../actor/actor.js";
import { mentionAt } from "../actor/mention-at.js";
import type { Participant } from "../event/event.js";
import type { Analysis, Word } from "../language/analysis.js";
import { ancestors, children, governor } from "../language/tree.js";
import type { Where } from "../place/where.js";
import type { Statement } from "../quotation/statement.js";
import type { Span } from "../record/span.js";
import { known } from "../record/value.js";
import type { Report } from "../report/report.js";
import type { When } from "../time/when.js";

/** What relations are read from. */
export interface RelationInput {
  readonly report: Report;
  readonly analysis: Analysis;
  readonly mentions: readonly Mention[];
  readonly times: readonly When[];
  readonly places: readonly Where[];
  readonly statements: readonly Statement[];
}

/** Two who stand to each other in some way, by words of which `at` is the one that says how. */
export interface Found {
  readonly relation: string;
  readonly at: Word;
  readonly source: Participant;
  readonly target: Participant;
  readonly evidence: readonly Span[];
  readonly degree?: Span;
  readonly how: string;
}

/** Modifiers of a noun that stand before it. */
export const MODIFIERS = new Set(["amod", "compound", "nmod:desc", "det", "nmod:poss"]);
/** The word itself, or what a relative pronoun stands for. */
export function meant(analysis: Analysis, word: Word | undefined): Word | undefined {
  if (!word || !RELATIVE.has(word.xpos)) return word;
  const clause = ancestors(analysis, word).find((w) => w.deprel === "acl:relcl");
  return clause && governor(analysis, clause);
}

const RELATIVE = new Set(["WDT", "WP"]);

/** Those whom a phrase with this head names. */
export function actorsAt({ mentions, analysis }: RelationInput, word: Word): Participant[] {
  const mention = mentionAt(mentions, word.index);
  if (!mention || RELATIVE.has(analysis.words[mention.head]!.xpos)) return [];
  const basis = mention.form === "pronoun" || mention.form === "nominal" ? "inferred" : "stated";
  const span = { start: mention.start, end: mention.end };
  return mention.actors.map((actor) => ({
    actor: known(actor, basis, mention.by, span),
    mention: mentions.indexOf(mention),
    span,
  }));
}

/** A word and those joined to it. */
export function withConjuncts(analysis: Analysis, word: Word): readonly Word[] {
  return [word, ...children(analysis, word).filter((c) => c.deprel === "conj")];
}
