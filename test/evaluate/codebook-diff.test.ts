import { describe, expect, it } from "vitest";
import { codebookChanges } from "../../src/evaluate/codebook-diff.js";
import { compileCodebook, loadCodebook } from "../../src/event/codebook.js";
import { patternsSchema } from "../../src/event/codebook-schema.js";
import { findEvents } from "../../src/event/find-events.js";
import type { Reading } from "../../src/reading/reading.js";
import { sampleReading } from "../support/reading.js";

const codebook = (verb: string, type = "ASSAULT") =>
  compileCodebook([
    patternsSchema.parse({
      type,
      definition: "A side does something to another side.",
      patterns: [{ name: "act", verb, source: "subject", target: "object, to" }],
    }),
  ]);

/** The sample, its events found with the project's own codebook. */
function coded(): Reading {
  const reading = sampleReading();
  const { report, analysis, mentions, times, places, statements } = reading;
  return { ...reading, events: findEvents(report, analysis, mentions, times, places, statements) };
}

describe("codebookChanges", () => {
  it("finds nothing to change with the codebook that the reading was made with", () => {
    expect(codebookChanges(coded(), loadCodebook())).toEqual([]);
  });

  it("drops every event with a codebook that knows none of their words, and adds them again", () => {
    const reading = coded();
    const dropped = codebookChanges(reading, codebook("defenestrate"));
    expect(dropped.map((c) => c.change)).toEqual(reading.events.map(() => "dropped"));
    const added = codebookChanges({ ...reading, events: [] }, loadCodebook());
    expect(added.map((c) => c.change === "added" && c.after.id)).toEqual(reading.events.map((e) => e.id));
  });

  it("tells an event of another type over the same words as one change", () => {
    const reading = coded();
    for (const event of reading.events) {
      const { start, end } = event.trigger;
      const verb = reading.analysis.words.find((w) => w.start >= start && w.end <= end && w.upos === "VERB");
      if (!verb) continue;
      const type = event.type === "PROTEST" ? "AID" : "PROTEST";
      for (const change of codebookChanges(reading, codebook(verb.lemma, type))) {
        if (change.change === "changed") expect(change.after.type).not.toBe(change.before.type);
      }
    }
    const other = { ...reading.events[0], status: "denied" } as (typeof reading.events)[number];
    if (reading.events.length > 0)
      expect(
        codebookChanges({ ...reading, events: [other, ...reading.events.slice(1)] }, loadCodebook()),
      ).toEqual([{ change: "changed", before: other, after: reading.events[0] }]);
  });
});
