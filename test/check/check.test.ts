import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import type { CheckedRow } from "../../src/check/checked.js";
import { readGoldReading } from "../../src/check/gold-reading.js";
import { Ledger } from "../../src/ledger/ledger.js";
import { sampleReading } from "../support/reading.js";

let ledger: Ledger;
beforeEach(async () => {
  ledger = await Ledger.open(":memory:", { readerVersion: "1" });
  await ledger.add(sampleReading());
});
afterEach(() => ledger.close());

async function checked(source: string) {
  return check([{ name: "harbour", gold: readGoldReading(source) }], ledger);
}
const stateOf = (rows: readonly CheckedRow[], name: string) =>
  rows.filter((row) => row.name === name).map(({ state, differs }) => [state, ...differs]);

const WHOLE = `
report:
  outlet: Zenda Wire
  title: Ruritania Rejects Call to Open Its Harbour
  published: null
  byline: [{name: Ada Quill, role: Harbour Correspondent}]
  furniture: [Follow us on Twitter]
  licence: {terms: free to all, must_carry: [byline, logo]}
statements:
  - {speaker: RUR.GOV, agency: foreign ministry, person: Rupert Hentzau, said_by: Foreign Minister Rupert Hentzau, cue: said, kind: direct, content: "Our harbour is our own affair, and the matter is closed,", when: {weekday: Tuesday}, medium: briefing, note: in two parts}
events:
  - {id: c1, source: NOR, type: REQUEST, target: RUR, trigger: calls, status: asserted}
  - {id: c2, source: RUR, type: RETREAT, accept: [REJECT], target: NOR, trigger: turned down, status: asserted, when: {weekday: Tuesday}}
  - {id: c3, source: RUR.GOV, person: Rupert Hentzau, type: REJECT, target: null, trigger: closed, status: asserted, claimed_by: RUR.GOV}
  - {id: c4, source: null, type: CONSULT, target: NOR.GOV, target_person: Kari Nordmann, trigger: met, status: asserted, when: {month: 4}, where: Oslo, mutual: true}
  - {id: c5, source: NOR, type: COERCE, target: null, trigger: expel, status: conditional}
exchanges:
  - {demand: c1, answer: c2, answer_is: refusal, link: explicit, joined_by: turned down calls}
`;

describe("check", () => {
  it("finds a ledger that says what the gold says complete", async () => {
    const { rows, figures, complete } = await checked(WHOLE);
    expect(rows.filter(({ state }) => state !== "found" && state !== "extra")).toEqual([]);
    expect(complete).toBe(true);
    expect(figures.events).toEqual({
      gold: 5,
      found: 5,
      whole: 5,
      wrong: 0,
      missing: 0,
      notKept: 0,
      may: 0,
      mayFound: 0,
      extra: 0,
    });
    expect(figures.report.found).toBe(6);
    expect(figures.exchanges.found).toBe(1);
  });

  it("tells what is wrong, with what was expected and met", async () => {
    const { rows, complete } = await checked(`
events:
  - {id: a, source: SWE, type: REQUEST, target: RUR, trigger: calls, status: asserted}
  - {id: b, source: RUR, type: REJECT, target: NOR, trigger: turned down, status: denied}
  - {id: c, source: NOR, type: CONSULT, target: null, trigger: met, status: asserted, where: Bergen, when: {month: 5}}
statements:
  - {speaker: NOR, said_by: Norway, cue: denied, kind: indirect, content: "Our harbour is our own affair, and the matter is closed,"}
`);
    expect(complete).toBe(false);
    expect(stateOf(rows, "a")).toEqual([["wrong", "source: SWE expected, NOR met"]]);
    expect(stateOf(rows, "b")).toEqual([["wrong", "status: denied expected, asserted met"]]);
    expect(stateOf(rows, "c")).toEqual([
      ["found", "when: --5 expected, in April met", "where: Bergen expected, Oslo met"],
    ]);
    expect(stateOf(rows, "statement 1")[0]!.slice(0, 2)).toEqual([
      "wrong",
      "speaker: NOR expected, RUR.GOV Rupert Hentzau met",
    ]);
  });

  it("tells what is missing, and what the report does not have", async () => {
    const { rows, figures, complete } = await checked(`
report: {id: ${sampleReading().report.id}, licence: {terms: free to nobody}}
events:
  - {id: a, source: NOR, type: ASSAULT, target: RUR, trigger: shelled, status: asserted}
  - {id: b, source: NOR, type: REQUEST, target: RUR, trigger: briefing, status: asserted, may: true}
exchanges:
  - {demand: a, answer: b, answer_is: refusal, link: explicit}
relations:
  - {source: NOR, relation: ally, target: RUR, evidence: open the harbour}
quantities:
  - {of: diplomats, value: 2, unit: count, evidence: two diplomats}
`);
    expect(complete).toBe(false);
    expect(stateOf(rows, "a")).toEqual([["missing", "the report does not have this trigger"]]);
    expect(stateOf(rows, "b")).toEqual([["missing"]]);
    expect(figures.events).toMatchObject({ gold: 1, missing: 1, may: 1, mayFound: 0, extra: 5 });
    for (const section of ["exchanges", "relations", "quantities"] as const)
      expect(figures[section], section).toMatchObject({ gold: 1, missing: 1 });
    expect(figures.report.wrong).toBe(1);
  });

  it("pairs events of one sentence that agree in all, whatever the trigger", async () => {
    const { rows } = await checked(`
events:
  - {id: a, source: NOR, type: REQUEST, target: RUR, trigger: open the harbour, status: asserted}
  - {id: b, source: NOR, type: CONSULT, target: RUR, trigger: open the harbour, status: asserted}
`);
    expect(stateOf(rows, "a")).toEqual([["found"]]);
    expect(stateOf(rows, "b")).toEqual([["missing"]]);
  });

  it("finds what several reports say together, or that nothing is kept of it", async () => {
    const { rows } = await checked(`${WHOLE}
across:
  - {kind: same person, name: Rupert Hentzau, in: [harbour]}
  - {kind: same person, name: Flavia Elphberg, in: [harbour]}
  - {kind: same dispute, between: [RUR, NOR]}
  - {kind: same dispute, between: [RUR], about: SWE}
`);
    expect(stateOf(rows, "across 1")).toEqual([["found"]]);
    expect(stateOf(rows, "across 2")).toEqual([["missing", "harbour does not name that person"]]);
    expect(stateOf(rows, "across 3")).toEqual([["found"]]);
    expect(stateOf(rows, "across 4")).toEqual([["wrong", "harbour does not name SWE"]]);
  });

  it("tells where two events are not one happening", async () => {
    const { rows } = await checked(`
events:
  - {id: a, source: NOR, type: REQUEST, target: RUR, trigger: calls, status: asserted}
  - {id: b, source: RUR, type: REJECT, target: NOR, trigger: turned down, status: asserted, same_happening_as: a}
`);
    expect(stateOf(rows, "b")).toEqual([["found", "same happening as a expected, another met"]]);
  });

  it("refuses a gold reading of a report that the ledger does not have", async () => {
    await expect(
      checked("events: [{id: a, source: NOR, type: AID, target: RUR, trigger: quinces, status: asserted}]"),
    ).rejects.toThrow("no report with the words of the gold reading harbour");
  });
});
