import type { Mention } from "../actor/actor.js";
import type { PlvClass } from "../event/crosswalk.js";
import type { Event, Participant } from "../event/event.js";
import { overlaps } from "../record/span.js";
import type { GoldCoding, GoldSide } from "./coding-gold.js";

/** An event that was found, with the classes that it may be counted as. */
export interface FoundEvent {
  readonly event: Event;
  readonly classes: readonly PlvClass[];
}

/** What of an expected event was found: `both` in one event, `all` in one event of the right class. */
export interface CodingResult {
  readonly source: boolean;
  readonly target: boolean;
  readonly both: boolean;
  readonly all: boolean;
}

/** Scores one expected event against all that were found in its sentence. */
export function scoreCoding(
  gold: GoldCoding,
  found: readonly FoundEvent[],
  mentions: readonly Mention[],
): CodingResult {
  let [source, target, both, all] = [false, false, false, false];
  for (const { event, classes } of found) {
    const swaps = event.mutual ? [false, true] : [false];
    for (const swapped of swaps) {
      const sources = swapped ? event.targets : event.sources;
      const targets = swapped ? event.sources : event.targets;
      const isSource = named(gold.source, sources, mentions);
      const isTarget = named(gold.target, targets, mentions);
      source ||= isSource;
      target ||= isTarget;
      both ||= isSource && isTarget;
      all ||= isSource && isTarget && classes.includes(gold.type);
    }
  }
  return { source, target, both, all };
}

/** True where a participant has the code, overlaps the words, or is a pronoun for whoever the words name. */
function named(
  gold: GoldSide | undefined,
  participants: readonly Participant[],
  mentions: readonly Mention[],
): boolean {
  if (!gold) return true;
  const { spans, code } = gold;
  const meant = new Set(
    mentions.filter((m) => spans.some((s) => overlaps(s, m))).flatMap((m) => m.actors.map((a) => a.code)),
  );
  return participants.some(({ actor, span, mention }) => {
    if (code && actor.known && actor.value.code.slice(0, 3) === code) return true;
    if (!span) return false;
    if (spans.some((s) => overlaps(s, span))) return true;
    const form = mention === undefined ? undefined : mentions[mention]?.form;
    return form === "pronoun" && actor.known && meant.has(actor.value.code);
  });
}
