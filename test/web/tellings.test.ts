import { describe, expect, it } from "vitest";
import type { EventRow } from "../../src/server/schemas/rows.js";
import { aspectsOf, mostApart, type Told, toldOf } from "../../web/src/happening/tellings.js";
import type { Happening } from "../../web/src/story/compare.js";

const actor = (code: string) => ({ actor: { code }, basis: "stated" as const });

function row(id: string, other: Partial<EventRow> = {}): EventRow {
  return {
    kind: "event",
    id,
    report: `r${id}`,
    type: "ASSAULT",
    status: "asserted",
    mutual: false,
    part: "body",
    sources: [actor("NOR")],
    targets: [actor("SWE")],
    trigger: "shelled",
    sentence: "Norway shelled Sweden.",
    ...other,
  };
}

function told(id: string, other: Partial<EventRow> & { readonly outlet?: string } = {}): Told {
  const { type, status, trigger, sentence, report } = row(id, other);
  const { outlet } = other;
  return { id, report, type, status, trigger, sentence, row: row(id, other), ...(outlet && { outlet }) };
}

const aspect = (tellings: readonly Told[], name: string) =>
  aspectsOf(tellings).find((one) => one.name === name)!;

describe("toldOf", () => {
  it("gives each telling what it says, and those whose row is not there too", () => {
    const { row: one, ...first } = told("e1");
    const { row: two, ...second } = told("e2");
    const happening = { events: [first, second] } as unknown as Happening;
    expect(toldOf(happening, [one!])).toEqual([{ ...first, row: one }, second]);
    expect(two!.id).toBe("e2");
  });
});

describe("aspectsOf", () => {
  it("says where tellings differ", () => {
    const tellings = [
      told("e1", {
        time: { words: "on Monday", start: "2018-03-05T00:00" },
        place: { name: "Arl", country: "SWE" },
      }),
      told("e2", { time: { words: "last week" }, status: "denied", targets: [actor("FIN")] }),
    ];
    expect(aspect(tellings, "when")).toEqual({
      name: "when",
      values: ["on Monday (2018-03-05)", "last week"],
      differs: true,
    });
    expect(aspect(tellings, "status").differs).toBe(true);
    expect(aspect(tellings, "to whom").values).toEqual(["SWE", "FIN"]);
    expect(aspect(tellings, "who did it").differs).toBe(false);
  });

  it("takes what is not told for no difference, nor the order of names", () => {
    const tellings = [
      told("e1", {
        place: { name: "Arl" },
        sources: [actor("NOR"), actor("FIN")],
        targets: [{ basis: "unknown" }],
      }),
      told("e2", { sources: [actor("FIN"), actor("NOR")] }),
    ];
    expect(aspect(tellings, "where")).toEqual({ name: "where", values: ["Arl", ""], differs: false });
    expect(aspect(tellings, "to whom")).toEqual({ name: "to whom", values: ["", "SWE"], differs: false });
    expect(aspect(tellings, "who did it").differs).toBe(false);
  });
});

describe("mostApart", () => {
  it("gives tellings of different outlets first", () => {
    const tellings = ["A", "A", "B", "A", "C"].map((outlet, i) => told(`e${i}`, { outlet }));
    expect(mostApart(tellings, 3).map(({ id }) => id)).toEqual(["e0", "e2", "e4"]);
    expect(mostApart(tellings, 4).map(({ id }) => id)).toEqual(["e0", "e2", "e4", "e1"]);
    expect(mostApart(tellings.slice(0, 2), 3)).toHaveLength(2);
  });
});
