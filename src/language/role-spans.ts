import { decodeNames } from "./name-spans.js";

/** A role's stretch of words and the first word of its cue, counted from the start of a window or report. */
export interface PlacedRole {
  readonly role: string;
  readonly first: number;
  readonly last: number;
  /** -1 where the window holds no cue. */
  readonly cue: number;
  /** The mean probability of the role over the words or, where it is less, the probability of the link to the cue. */
  readonly confidence: number;
}

/** The two outputs of the encoder that tell attributions, as `BatchScores` has them. */
export interface RoleScores {
  readonly roles?: Float32Array;
  readonly links?: Float32Array;
}

/** What a cue's score is raised by: as many cues are told too much as are missed (measured on PolNeAR dev). */
const CUE_BONUS = 1;

/**
 * Sources, cues and contents of one window, each with the cue that scores best among the cues that were found; none
 * where the weights do not tell them.
 *
 * `row`: the window's place in the batch; `words`: words in a padded row; `length`: words of this window; `tags`: the
 * role inventory ("O", "B-source", ...). Linking is a biaffine score, as for arcs (Dozat and Manning 2017).
 */
export function findRoles(
  scores: RoleScores,
  row: number,
  words: number,
  length: number,
  tags: readonly string[],
): PlacedRole[] {
  const { roles, links } = scores;
  if (!roles || !links) return [];
  const own = roles.slice(row * words * tags.length, (row * words + length) * tags.length);
  const probability = own.map(Math.exp);
  for (let at = tags.indexOf("B-cue"); at < own.length; at += tags.length) own[at]! += CUE_BONUS;
  const spans = decodeNames(own, 0, length, tags);
  const cues = spans.filter((s) => s.type === "cue").map((s) => s.first);
  return spans.map(({ first, last, type }) => {
    const at = (row * words + first) * words;
    let best = -1;
    for (const cue of cues) {
      if (best < 0 || links[at + cue]! > links[at + best]!) best = cue;
    }
    const begins = tags.indexOf(`B-${type}`);
    const inside = tags.indexOf(`I-${type}`);
    let confidence = 0;
    for (let w = first; w < last; w++) {
      const word = w * tags.length;
      confidence += (probability[word + begins]! + probability[word + inside]!) / (last - first);
    }
    if (best >= 0 && type !== "cue") confidence = Math.min(confidence, share(links, at, best, cues));
    return { role: type, first, last, cue: best, confidence };
  });
}

/** The probability of one link among those to all cues. */
function share(links: Float32Array, at: number, best: number, cues: readonly number[]): number {
  return 1 / cues.reduce((sum, cue) => sum + Math.exp(links[at + cue]! - links[at + best]!), 0);
}
