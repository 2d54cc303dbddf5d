import type { Word } from "../language/analysis.js";
import { AnaphorContext } from "./antecedent-features.js";
import type { AntecedentRanker } from "./antecedent-ranker.js";
import type { CandidateFacts } from "./candidate-facts.js";
import type { Candidate, Candidates } from "./candidates.js";
import { anaphorOf, NOUN_MATCHES, type NounMatch, nounMatch } from "./noun-match.js";
import { likeliest, type Possible, type Referent, ranksBySalience, referentOf } from "./referents.js";

/** Candidates further back, or more of them, are not looked at. */
const PARAGRAPHS_BACK = 12;
const MOST = 30;
/** Of one referent only the nearest mentions count. */
const MENTIONS_EACH = 2;
/** A referent less likely than this is not taken up. */
const SURE_ENOUGH = 0.5;

/**
 * Whom a definite noun phrase takes up ("the panel" after "Senate Finance Committee", "the firm" after its name): of the
 * phrases before it whose noun, name or kind the noun fits, the referent that the ranker finds likeliest; undefined where
 * it is likelier that the phrase tells of somebody new.
 * @param isRole whether `knowledge/roles.tsv` has the noun
 */
export function resolveNominal(
  facts: CandidateFacts,
  candidates: Candidates,
  ranker: AntecedentRanker,
  word: Word,
  isRole: boolean,
): { readonly candidate: Candidate; readonly confidence: number } | undefined {
  const anaphor = anaphorOf(facts.analysis, word, isRole);
  if (!anaphor) return undefined;
  const barred = candidates.argumentsAbove(word);
  const possible: Possible[] = [];
  const matches: NounMatch[] = [];
  const referents = new Map<string, Referent>();
  for (const candidate of candidates.before(word, PARAGRAPHS_BACK)) {
    if (possible.length === MOST) break;
    if (barred.has(candidate.key) || candidate.pronoun || word.index < candidate.last) continue;
    const match = nounMatch(anaphor, candidate, facts.nounOf(candidate));
    if (!match) continue;
    const referent = referentOf(referents, candidate);
    if (referent.mentions++ >= MENTIONS_EACH) continue;
    possible.push({ candidate, referent });
    matches.push(match);
  }
  if (possible.length === 0) return undefined;
  const context = new AnaphorContext(facts, candidates, word, anaphor);
  const ranks = ranksBySalience(candidates, possible, word);
  const best = NOUN_MATCHES.find((match) => matches.includes(match));
  const probabilities = ranker.probabilities({
    word: word.index,
    group: "nominal",
    candidates: possible.map((p) => p.candidate),
    values: possible.map((p, i) => context.candidate(p.candidate, p.referent.order, ranks[i]!, matches[i])),
    none: context.none(referents.size, word.sentence - possible[0]!.candidate.sentence, false, best),
  });
  const first = likeliest(referents, possible, probabilities);
  if (!first?.best || first.sum < SURE_ENOUGH || first.sum < probabilities.at(-1)!) return undefined;
  return { candidate: first.best, confidence: first.sum };
}
