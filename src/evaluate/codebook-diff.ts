import type { Codebook } from "../event/codebook.js";
import type { Event, Participant } from "../event/event.js";
import { findEvents } from "../event/find-events.js";
import type { Reading } from "../reading/reading.js";
import { overlaps } from "../record/span.js";

/** What another codebook makes of an event: found anew, no more found, or told otherwise. */
export type CodebookChange =
  | { readonly change: "added"; readonly after: Event }
  | { readonly change: "dropped"; readonly before: Event }
  | { readonly change: "changed"; readonly before: Event; readonly after: Event };

/**
 * What a codebook adds, drops and changes in a reading that a ledger keeps. The trees, actors, times, places and
 * statements stay as they are; only the events are looked for again, without the model.
 * @returns changes in text order; two events over the same words, of which one goes and one comes, are one change
 */
export function codebookChanges(reading: Reading, codebook: Codebook): readonly CodebookChange[] {
  const { report, analysis, mentions, times, places, statements } = reading;
  const events = findEvents(report, analysis, mentions, times, places, statements, codebook);
  const before = new Map(reading.events.map((event) => [event.id, event]));
  const after = new Map(events.map((event) => [event.id, event]));
  const out: CodebookChange[] = [];
  const added = events.filter((event) => !before.has(event.id));
  for (const old of reading.events) {
    const same = after.get(old.id);
    if (same) {
      if (contentOf(same) !== contentOf(old)) out.push({ change: "changed", before: old, after: same });
      continue;
    }
    const i = added.findIndex((event) => overlaps(event.trigger, old.trigger));
    const [other] = i < 0 ? [] : added.splice(i, 1);
    out.push(other ? { change: "changed", before: old, after: other } : { change: "dropped", before: old });
  }
  for (const event of added) out.push({ change: "added", after: event });
  return out.sort((a, b) => startOf(a) - startOf(b));
}

function startOf(change: CodebookChange): number {
  return (change.change === "added" ? change.after : change.before).trigger.start;
}

/** All that makes a difference to whoever uses the row; which pattern said it does not. */
function contentOf(event: Event): string {
  const { type, mode, status, mutual, trigger, what, condition } = event;
  const whom = (participants: readonly Participant[]) =>
    participants.map(({ actor, span }) => [actor.known ? actor.value : undefined, span?.start, span?.end]);
  const spans = [trigger, what, condition].map((span) => [span?.start, span?.end]);
  return JSON.stringify([type, mode, status, mutual, spans, whom(event.sources), whom(event.targets)]);
}
