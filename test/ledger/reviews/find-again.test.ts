import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standingReviews } from "../../../src/ledger/reviews/find-again.js";
import type { JudgedRow, Review } from "../../../src/ledger/reviews/review.js";

function event(
  row: string,
  [start, end]: [number, number],
  type = "SANCTION",
  status = "asserted",
): JudgedRow {
  const machine = { type, status, sources: ["NRL"], targets: ["SDL"], trigger: "barred" };
  return { of: "event", row, report: "r1", spans: [{ start, end }], words: "barred", machine };
}

let number = 0;
function review(row: JudgedRow, verdict: Review["verdict"], other: Partial<Review> = {}): Review {
  return { kind: "review", id: `j${number++}`, ...row, verdict, reviewer: "Ann", ...other };
}

const found = (reviews: readonly Review[], rows: readonly JudgedRow[]) =>
  standingReviews(reviews, rows).map((standing) => standing.found);

describe("standingReviews", () => {
  const first = event("e1", [10, 20]);

  it("hold for the same row", () => {
    expect(standingReviews([review(first, "accept")], [first])).toEqual([
      expect.objectContaining({ found: "e1", verdict: "accept" }),
    ]);
    expect(standingReviews([review(first, "accept")], [first])[0]).not.toHaveProperty("changed");
  });

  it("tell in what the machine says something else now", () => {
    const [standing] = standingReviews(
      [review(first, "accept")],
      [event("e1", [10, 20], "SANCTION", "planned")],
    );
    expect(standing!.changed).toEqual(["status"]);
  });

  it("hold for the row of another identifier on the same words", () => {
    expect(found([review(first, "accept")], [event("e9", [10, 20], "COERCE")])).toEqual(["e9"]);
    expect(found([review(first, "accept")], [event("e9", [12, 20])])).toEqual(["e9"]);
  });

  it("prefer the words that share most, then what says the same", () => {
    const rows = [event("e7", [10, 24]), event("e8", [10, 20], "COERCE"), event("e9", [10, 20])];
    expect(found([review(first, "accept")], rows)).toEqual(["e9"]);
  });

  it.each<[string, JudgedRow]>([
    ["the words are others", event("e9", [15, 40])],
    ["the kind is another", { ...event("e9", [10, 20]), of: "relation" }],
  ])("hold for none where %s", (_, row) => {
    expect(found([review(first, "accept")], [row])).toEqual([undefined]);
  });

  it("that reject a row hold for none that claims something else", () => {
    expect(found([review(first, "reject")], [event("e9", [10, 20], "COERCE")])).toEqual([undefined]);
    expect(found([review(first, "reject")], [event("e9", [10, 20], "SANCTION", "denied")])).toEqual(["e9"]);
  });

  it("are the last of each reviewer; what was withdrawn is none", () => {
    const reviews = [
      review(first, "accept"),
      review(first, "reject", { reviewer: "Ben" }),
      review(first, "reject"),
    ];
    expect(standingReviews(reviews, [first]).map(({ reviewer, verdict }) => [reviewer, verdict])).toEqual([
      ["Ann", "reject"],
      ["Ben", "reject"],
    ]);
    expect(standingReviews([...reviews, review(first, "withdraw")], [first])).toHaveLength(1);
  });

  it("give way to what replaces them", () => {
    const earlier = review(first, "accept");
    const second = event("e2", [10, 20], "COERCE");
    const later = review(second, "reject", { replaces: earlier.id });
    expect(standingReviews([earlier, later], [second])).toEqual([
      expect.objectContaining({ verdict: "reject" }),
    ]);
  });

  it("lose none: each is found or told as no longer found, and no row has two of one reviewer", () => {
    const place = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }));
    const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 9 }), place), { selector: ([id]) => id });
    const made = rows.map((list) => list.map(([id, [at, long]]) => event(`e${id}`, [at, at + long])));
    fc.assert(
      fc.property(made, made, (before, after) => {
        const standing = standingReviews(
          before.map((row) => review(row, "accept")),
          after,
        );
        expect(standing).toHaveLength(before.length);
        const holding = standing.flatMap((one) => one.found ?? []);
        expect(new Set(holding).size).toBe(holding.length);
      }),
    );
  });
});
