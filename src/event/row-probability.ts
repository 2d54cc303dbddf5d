import type { ActWeights } from "./act-weights.js";
import type { Cast } from "./cast.js";
import { actsFor } from "./choose-roles.js";
import type { Participant } from "./event.js";
import type { LikelyAct } from "./learned-acts.js";
import { isTaken } from "./named-by.js";
import type { Roles } from "./roles.js";

/** The probability that type, status, source and target are all right. */
export function rowProbability(found: LikelyAct, { row }: ActWeights): number {
  const { likely, chosen, status } = found;
  const parts = { likely, source: chosen.source, target: chosen.target, status };
  let odds = (row.get("together") ?? 0) * likely * chosen.source * chosen.target * status;
  for (const [name, p] of Object.entries(parts)) odds += (row.get(name) ?? 1) * Math.log(p);
  for (const clue of rowClues(found)) odds += row.get(clue) ?? 0;
  return 1 / (1 + Math.exp(-odds));
}

/** Clues of a whole row beside its four probabilities. */
export function rowClues({ word, act, chosen, doubts, clues }: LikelyAct): readonly string[] {
  const { sources, targets } = chosen.roles;
  const known = (side: Roles["sources"]) => (side.some((p) => p.actor.known) ? "known" : "unknown");
  const told = word.draft ? "drafted" : "other";
  return [
    "bias",
    `basis ${word.basis}`,
    `sides ${known(sources)} ${known(targets)}`,
    `type ${act.type}`,
    `status ${act.status}`,
    ...doubts,
    ...doubts.map((d) => `${told} ${d}`),
    ...clues,
  ];
}

/**
 * The name of the probability from which a row is told. A status is one more thing to be right, so that less is asked of what is
 * not told as done. Of what somebody does by saying it the reports that were read mark the word of saying, so that least is
 * asked there. Of words of which no pattern of the codebook makes an act, less is asked where two are named than where one is.
 */
export function thresholdOf(cast: Cast, { word, act, chosen }: LikelyAct): string {
  const { draft, basis } = word;
  const { status, match } = act;
  if (!draft && status !== "possible" && areTwo(cast, chosen.roles)) return "least of two";
  // Where the codebook lists the word and none of its patterns fits, it has its reasons.
  if (basis === "lemma") return "least of listed";
  if (!draft) return "least of others";
  if (match.pattern.source[0] === "speaker") return "least of speakers";
  return status === "asserted" ? "least" : "least unless asserted";
}

/**
 * True where somebody known does it to somebody known who is not of the same government; an adjective ("Peruvian storms") does
 * not say who takes part.
 */
function areTwo(cast: Cast, { sources, targets }: Roles): boolean {
  const named = (side: Roles["sources"]) => side.filter((p) => p.actor.known && !isDescription(cast, p));
  const others = named(targets);
  return named(sources).some((s) => others.some((t) => !areOneGovernment(s, t)));
}

function areOneGovernment(a: Participant, b: Participant): boolean {
  if (!a.actor.known || !b.actor.known || a.actor.value.code !== b.actor.value.code) return false;
  return isTaken(a, [b]) || (actsFor(a) && actsFor(b));
}

function isDescription({ analysis, mentions }: Cast, { mention }: Participant): boolean {
  return mention !== undefined && analysis.words[mentions[mention]!.head]!.deprel === "amod";
}
