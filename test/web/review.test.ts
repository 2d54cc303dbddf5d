import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RowToJudge } from "../../src/server/schemas/reviews.js";
import type { EventRow } from "../../src/server/schemas/rows.js";
import { changedValues, formValues } from "../../web/src/review/form-values.js";
import { piecesOf } from "../../web/src/review/pieces.js";
import { asReviewed, togetherText } from "../../web/src/review/reviewed.js";
import { correctionText, shownFields, shownValue } from "../../web/src/review/values.js";

const statement: RowToJudge = {
  kind: "row to judge",
  id: "s1",
  of: "statement",
  report: "r1",
  spans: [{ start: 4, end: 12 }],
  others: [],
  words: "the pass",
  machine: { speaker: "NOR", person: "", addressee: "", content: [{ start: 4, end: 12, words: "the pass" }] },
  context: [],
  reviews: [],
};

describe("values", () => {
  it("are shown by their fields, nobody and nothing by words of their own", () => {
    expect(shownFields("statement", statement.machine)).toEqual([
      ["speaker", "NOR"],
      ["person", "none"],
      ["addressee", "none"],
      ["content", "the pass"],
    ]);
    expect(shownValue([])).toBe("nobody");
    expect(shownValue(["NOR", "SWE.GOV"])).toBe("NOR, SWE.GOV");
    expect(correctionText("event", { targets: [], type: "AID" })).toBe("type AID; targets nobody");
  });

  it("that a form leaves alone are no correction", () => {
    expect(changedValues(statement, formValues(statement))).toEqual({});
    expect(changedValues(statement, { ...formValues(statement), speaker: "SWE" })).toEqual({
      speaker: "SWE",
    });
    expect(formValues(statement, { person: "Ada Quill" })).toMatchObject({
      speaker: "NOR",
      person: "Ada Quill",
    });
  });

  it("of reviewers take the place of the machine's", () => {
    const event: EventRow = {
      kind: "event",
      id: "e1",
      report: "r1",
      type: "AID",
      status: "asserted",
      mutual: false,
      part: "body",
      sources: [],
      targets: [],
      trigger: "gave",
      sentence: "Norway gave.",
    };
    expect(asReviewed(event)).toEqual(event);
    const corrected = { type: "COERCE", sources: ["NOR.GOV", "?"] };
    expect(
      asReviewed({ ...event, reviewed: { review: "corrected", reviewers: 1, corrected } }),
    ).toMatchObject({
      type: "COERCE",
      status: "asserted",
      sources: [{ basis: "given", actor: { code: "NOR", sector: "GOV" } }, { basis: "unknown" }],
    });
    const row = { kind: "reviewed", of: "event", row: "e1", report: "r1", reviewers: 2 } as const;
    expect(togetherText({ ...row, review: "corrected", corrected: { type: "AID" } })).toBe(
      "corrected: type AID",
    );
    expect(togetherText({ ...row, review: "accepted", corrected: {} })).toBe("accepted");
    expect(togetherText(undefined)).toBeUndefined();
  });
});

it("pieces of a paragraph join to it, marked where a span lies", () => {
  const span = fc
    .tuple(fc.nat(40), fc.nat(12))
    .map(([start, length]) => ({ start, end: start + length + 1 }));
  fc.assert(
    fc.property(
      span,
      fc.array(span, { maxLength: 4 }),
      fc.array(span, { maxLength: 2 }),
      (paragraph, spans, others) => {
        const pieces = piecesOf(paragraph, spans, others);
        expect(pieces[0]!.start).toBe(paragraph.start);
        expect(pieces.at(-1)!.end).toBe(paragraph.end);
        for (const [i, { end }] of pieces.slice(0, -1).entries()) expect(pieces[i + 1]!.start).toBe(end);
        const holds = (list: typeof spans, at: number) => list.some((one) => one.start <= at && at < one.end);
        for (const { start, end, marked, belongs } of pieces)
          for (let at = start; at < end; at++)
            expect([holds(spans, at), holds(others, at)]).toEqual([marked, belongs]);
      },
    ),
  );
});
