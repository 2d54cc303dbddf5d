import { decodeNames } from "./name-spans.js";

/** A role's stretch of words and the first word of its cue, counted from the start of a window or report. */
export interface PlacedRole {
  readonly role: string;
  readonly first: number;
  readonly last: number;
  /** -1 where the window holds no cue. */
  readonly cue: number;
}

/** The two outputs of the encoder that tell attributions, as `BatchScores` has them. */
export interface RoleScores {
  readonly roles?: Float32Array;
  readonly links?: Float32Array;
}

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
  const spans = decodeNames(roles, row * words * tags.length, length, tags);
  const cues = spans.filter((s) => s.type === "cue").map((s) => s.first);
  return spans.map(({ first, last, type }) => {
    const at = (row * words + first) * words;
    let best = -1;
    for (const cue of cues) {
      if (best < 0 || links[at + cue]! > links[at + best]!) best = cue;
    }
    return { role: type, first, last, cue: best };
  });
}
