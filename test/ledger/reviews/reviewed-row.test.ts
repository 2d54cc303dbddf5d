import { describe, expect, it } from "vitest";
import type { JudgedRow, Review, RowValues } from "../../../src/ledger/reviews/review.js";
import { reviewedRow } from "../../../src/ledger/reviews/reviewed-row.js";

const row: JudgedRow = {
  of: "event",
  row: "e1",
  report: "r1",
  spans: [{ start: 0, end: 6 }],
  words: "barred",
  machine: { type: "SANCTION", status: "asserted", sources: ["NRL"], targets: ["SDL"], trigger: "barred" },
};

function says(...verdicts: readonly ("accept" | "reject" | RowValues)[]) {
  return reviewedRow(
    row,
    verdicts.map((said, i): Review => {
      const judged = { ...row, kind: "review", id: `j${i}`, reviewer: `reviewer ${i}` } as const;
      return typeof said === "string"
        ? { ...judged, verdict: said }
        : { ...judged, verdict: "correct", correction: said };
    }),
  );
}

describe("reviewedRow", () => {
  it.each([
    [says("accept"), "accepted", {}],
    [says("reject"), "rejected", {}],
    [says({ type: "COERCE" }), "corrected", { type: "COERCE" }],
    [says("accept", "accept", "reject"), "accepted", {}],
    [says("accept", "reject", "reject"), "rejected", {}],
    [
      says({ type: "COERCE" }, { type: "COERCE", status: "planned" }, "accept"),
      "corrected",
      { type: "COERCE" },
    ],
    [
      says({ sources: ["SDL", "NRL"] }, { sources: ["NRL", "SDL"] }),
      "corrected",
      { sources: ["SDL", "NRL"] },
    ],
  ])("is what more than half say: %#", (reviewed, review, corrected) => {
    expect(reviewed).toMatchObject({ kind: "reviewed", row: "e1", review, corrected });
  });

  it.each([
    [says("accept", "reject")],
    [says({ type: "COERCE" }, "accept")],
    [says({ type: "COERCE" }, { type: "ASSAULT" }, "accept")],
  ])("is disputed, and the machine's, where no value has more than half: %#", (reviewed) => {
    expect(reviewed).toMatchObject({ review: "disputed", corrected: {} });
  });

  it("is what was accepted then, where the machine says something else now", () => {
    const now = { ...row, machine: { ...row.machine, status: "denied" } };
    const then: Review = { ...row, kind: "review", id: "j1", reviewer: "Ann", verdict: "accept" };
    expect(reviewedRow(now, [then])).toMatchObject({
      review: "corrected",
      corrected: { status: "asserted" },
    });
  });
});
