import type { Codebook } from "../event/codebook.js";
import type { CoderWeights } from "../event/coder-weights.js";
import { type PlvClass, plvClassOf } from "../event/crosswalk.js";
import { type CodebookWord, type Coder, learnedCode, type PairBasis } from "../event/learned-coder.js";
import type { Group } from "../event/match-patterns.js";
import { type Act, readActs } from "../event/read-acts.js";
import type { Analysis, Word } from "../language/analysis.js";
import { ancestors, governor } from "../language/tree.js";
import { overlaps, type Span } from "../record/span.js";

export interface PairCode {
  readonly code: PlvClass;
  readonly basis: PairBasis;
  /** The pattern of the codebook, or "learned coder". */
  readonly by: string;
  /** How sure the learned coder is; absent where it was not asked. */
  readonly probability?: number;
}

/** The commonest class of the PLV training data, said only where nothing in the sentence says anything. */
const LAST_RESORT: PlvClass = "REJECT";

/** The type of a given pair in one sentence, by codebook and learned coder together or by one of them `alone`. */
export function codePair(
  analysis: Analysis,
  codebook: Codebook,
  sources: readonly Span[],
  targets: readonly Span[],
  { alone, weights }: { readonly alone?: Coder | undefined; readonly weights?: CoderWeights } = {},
): PairCode {
  const told = alone === "learned" ? undefined : codebookCode(analysis, codebook, sources, targets);
  if (alone === "codebook" && told) return told;
  const [source, target] = pairHeads(analysis, sources, targets);
  const learned = source && target && learnedCode(analysis, source, target, told, weights);
  if (!learned) return told ?? { code: LAST_RESORT, basis: "none", by: "no learned coder" };
  const [code, probability] = learned.ranking[0]!;
  if (told?.code === code) return { ...told, probability };
  return { code, basis: told?.basis ?? "none", by: "learned coder", probability };
}

/** The head words of a pair as the learned coder takes them: the sentence's root, the source where one is not told. */
export function pairHeads(
  analysis: Analysis,
  sources: readonly Span[],
  targets: readonly Span[],
): readonly [Word, Word] | readonly [] {
  const source = headsOf(analysis, sources)[0] ?? analysis.words.find((w) => w.head < 0);
  return source ? [source, headsOf(analysis, targets)[0] ?? source] : [];
}

/**
 * What the codebook says: first the acts whose roles are the pair, then those with one of the two, then the nearest act
 * on the way between them in the tree, then any word of the codebook whatever its conditions.
 */
function codebookCode(
  analysis: Analysis,
  codebook: Codebook,
  sources: readonly Span[],
  targets: readonly Span[],
): CodebookWord & { readonly by: string } {
  const acts = readActs(analysis, codebook);
  const source = headsOf(analysis, sources);
  const target = headsOf(analysis, targets);
  let best: { act: Act; points: number; basis: PairBasis } | undefined;
  for (const act of acts) {
    const { points, basis } = weigh(analysis, act, sources, targets, source, target);
    if (!best || points > best.points) best = { act, points, basis };
  }
  if (best) return { code: plvClassOf(best.act), basis: best.basis, by: best.act.by };
  return weakCue(analysis, codebook, [...source, ...target]);
}

function weigh(
  analysis: Analysis,
  act: Act,
  sources: readonly Span[],
  targets: readonly Span[],
  source: readonly Word[],
  target: readonly Word[],
): { points: number; basis: PairBasis } {
  const { match } = act;
  const right = fits(analysis, match.sources, sources, source);
  const left = fits(analysis, match.targets, targets, target);
  const swapped =
    fits(analysis, match.sources, targets, target) + fits(analysis, match.targets, sources, source);
  const both = right > 0 && (left > 0 || targets.length === 0);
  const roles = both
    ? 6 + right + left
    : Math.max(right * 3, left * 2, swapped * (match.pattern.mutual ? 3 : 1.2));
  const between = onPath(analysis, match.frame.anchor, source, target) ? 1.5 : 0;
  const depth = ancestors(analysis, match.frame.anchor).length;
  const points = roles + between + match.score * 0.12 - depth * 0.05;
  return { points, basis: both ? "joined" : roles > 0.5 ? "one side" : "nearby" };
}

/** How well a role's groups name the phrase: 1 for the first group, less for later ones. */
function fits(
  analysis: Analysis,
  groups: readonly Group[],
  spans: readonly Span[],
  heads: readonly Word[],
): number {
  for (const [i, group] of groups.entries()) {
    for (const word of group.words) {
      if (word.upos === "PRON" && heads.some((h) => saysAbove(analysis, word, h))) return 0.7 / (1 + i * 0.1);
      const inside = spans.some((s) => overlaps(s, word));
      const above = !inside && heads.some((h) => isNear(analysis, h, word));
      if (inside || above) return (inside ? 1 : 0.8) / (1 + i * 0.1);
    }
  }
  return 0;
}

/** True where the pronoun stands in a clause whose governor has `head` as its subject: "Teachers said they will". */
function saysAbove(analysis: Analysis, pronoun: Word, head: Word): boolean {
  const above = governor(analysis, head);
  return (
    above !== undefined &&
    head.index < pronoun.index &&
    head.deprel.startsWith("nsubj") &&
    ancestors(analysis, pronoun).includes(above)
  );
}

/** True where `head` stands in the noun phrase of `word`, a few steps below it. */
function isNear(analysis: Analysis, head: Word, word: Word): boolean {
  let at: Word | undefined = head;
  for (let i = 0; at && i < 4; i++) {
    if (at === word) return true;
    if (at.upos === "VERB") return false;
    at = governor(analysis, at);
  }
  return false;
}

/** The head word of each phrase: the one whose governor lies outside. */
function headsOf(analysis: Analysis, spans: readonly Span[]): Word[] {
  const out: Word[] = [];
  for (const span of spans) {
    const words = analysis.words.filter((w) => overlaps(span, w) && w.upos !== "PUNCT");
    const inside = new Set(words.map((w) => w.index));
    const head = words.find((w) => !inside.has(w.head));
    if (head) out.push(head);
  }
  return out;
}

function onPath(analysis: Analysis, word: Word, source: readonly Word[], target: readonly Word[]): boolean {
  const above = (heads: readonly Word[]) => heads.some((h) => ancestors(analysis, h).includes(word));
  return above(source) || above(target);
}

/** The type that most patterns of the words near the pair speak for, whatever the patterns ask for. */
function weakCue(analysis: Analysis, codebook: Codebook, near: readonly Word[]): PairCode {
  const votes = new Map<PlvClass, { weight: number; by: string }>();
  for (const word of analysis.words) {
    const lemma = codebook.vocabulary.lemma(word);
    const index =
      word.upos === "VERB" ? codebook.verbs : word.upos === "NOUN" ? codebook.nouns : codebook.adjectives;
    const entries =
      word.upos === "PROPN" ? [] : (index.get(lemma) ?? []).filter((e) => e.particles.length === 0);
    const distance = Math.min(...near.map((n) => Math.abs(n.index - word.index)), 40);
    for (const { pattern } of entries) {
      const { type, plv, id } = pattern;
      const code =
        (plv as PlvClass | undefined) ?? (type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type);
      const vote = votes.get(code) ?? { weight: 0, by: id };
      vote.weight += 1 / entries.length / (distance + 3);
      votes.set(code, vote);
    }
  }
  let best: { code: PlvClass; weight: number; by: string } | undefined;
  for (const [code, vote] of votes) if (!best || vote.weight > best.weight) best = { code, ...vote };
  if (!best) return { code: LAST_RESORT, basis: "none", by: "no word of the codebook" };
  return { code: best.code, basis: "weak cue", by: best.by };
}
