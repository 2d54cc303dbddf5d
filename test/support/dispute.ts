import type { Mention } from "../../src/actor/actor.js";
import type { Event, EventType, Status } from "../../src/event/event.js";
import type { Reading } from "../../src/reading/reading.js";
import { identifier } from "../../src/record/identifier.js";
import { known, unknown } from "../../src/record/value.js";
import type { When } from "../../src/time/when.js";
import { makeAnalysis, makeReport } from "./reading.js";

/** One sentence of a made-up report, with the act that it tells. */
export interface Told {
  /** Code of who does it; it stands first in the sentence. */
  readonly source: string;
  readonly type: EventType;
  readonly target?: string;
  /** The trigger and the words after it. */
  readonly words: string;
  /** ISO 8601. */
  readonly day?: string;
  readonly status?: Status;
  /** A person who speaks or acts for the source. */
  readonly person?: string;
}

/** What Norway asks of Ruritania, and Ruritania's answer. */
export const DEMAND: Told = {
  source: "NOR",
  type: "REQUEST",
  words: "demanded withdrawal gunboats Strelsau",
  target: "RUR",
};
export const REFUSAL: Told = {
  source: "RUR",
  type: "REJECT",
  words: "spurned withdrawal gunboats Strelsau",
  target: "NOR",
};

/** A reading of a report made of such sentences; every word is a noun, so that events are compared by all of them. */
export function dispute(
  told: readonly Told[],
  particulars: { readonly published?: string; readonly outlet?: string; readonly heading?: string } = {},
): Reading {
  const { published, outlet, heading = "heading" } = particulars;
  const lines = told.map(({ source, words, target, day }) =>
    [source, words, target, day].filter(Boolean).join(" "),
  );
  const report = makeReport([`${heading}. ${lines.join(". ")}.`], {
    published: published ? known(published, "given", "test") : unknown("the text states no date"),
    outlet: outlet ? known(outlet, "given", "test") : unknown("the text names none"),
  });
  const analysis = makeAnalysis(report);
  const words = analysis.words.map((word) => ({
    ...word,
    upos: "NOUN" as const,
    lemma: word.form.toLowerCase().replace(/[^\w-]/g, ""),
  }));
  const mentions: Mention[] = [];
  const times: When[] = [];
  let at = heading.length + 2;
  const events = told.map((one, i): Event => {
    const start = at;
    at += lines[i]!.length + 2;
    const mention = (code: string, offset: number, person?: string) => {
      const head = words.findIndex((word) => word.start === offset);
      mentions.push({
        kind: "mention",
        start: offset,
        end: offset + code.length,
        head,
        first: head,
        last: head + 1,
        form: "name",
        actors: [{ code, ...(person && { person }) }],
        by: "test",
      });
      return {
        actor: known({ code, ...(person && { person }) }, "stated", "test"),
        mention: mentions.length - 1,
        span: { start: offset, end: offset + code.length },
      };
    };
    const { source, target, words: telling, day, person, type, status = "asserted" } = one;
    const trigger = start + source.length + 1;
    const end = trigger + telling.split(" ")[0]!.length;
    if (day) {
      const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
      const offset = start + lines[i]!.lastIndexOf(day);
      times.push({
        kind: "when",
        start: offset,
        end: offset + day.length,
        type: "DATE",
        value: day,
        grain: "day",
        basis: "stated",
        interval: { start: day, end: next },
        by: "test",
      });
    }
    return {
      kind: "event",
      id: identifier("e", report.id, type, trigger, end),
      report: report.id,
      type,
      status,
      sources: [mention(source, start, person)],
      targets: target ? [mention(target, trigger + telling.length + 1)] : [],
      mutual: false,
      trigger: { start: trigger, end },
      ...(day && { when: times.length - 1 }),
      part: "body",
      explanation: { by: `${type}/test`, steps: [], rivals: [] },
    };
  });
  return {
    kind: "reading",
    report,
    analysis: { ...analysis, words },
    mentions,
    times,
    places: [],
    statements: [],
    events,
    exchanges: [],
  };
}
