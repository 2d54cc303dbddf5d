import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inProcess } from "../support/command.js";

const DATA = join(import.meta.dirname, "../data/check");
const golds = ["north", "south"].map((name) => join(DATA, `gold-${name}.yaml`));
let folder: string;
let ledger: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "demarche-check-"));
  ledger = join(folder, "check.db");
  await inProcess(["read", "-q", join(DATA, "north.txt"), join(DATA, "south.txt"), "--ledger", ledger]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("check", () => {
  it("prints what is otherwise, the figures, and ends with status 1 where something must be there", async () => {
    const gold = join(folder, "gold-with-a-row-too-many.yaml");
    const missing =
      "  - {id: n9, source: SWE, type: ASSAULT, target: NOR, trigger: bombed, status: asserted}\n";
    writeFileSync(gold, readFileSync(golds[0]!, "utf8").replace("exchanges:\n", `${missing}exchanges:\n`));
    const { status, out } = await inProcess(["check", gold, golds[1]!, "--ledger", ledger]);
    expect(status).toBe(1);
    expect(out).toMatch(/missing\s.* · n9/);
    expect(out).toMatch(/^statements\s+2 of 2 found/m);
    expect(out).toMatch(/^events\s+\d of 7 found/m);
  });

  it("prints one row a line, and the figures last, as JSON Lines", async () => {
    const { out } = await inProcess(["check", ...golds, "--ledger", ledger, "--json"]);
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({
      kind: "figures",
      statements: { gold: 2 },
      events: { gold: 6, may: 1 },
    });
    expect(lines.slice(0, -1).every(({ kind }) => kind === "checked")).toBe(true);
    expect(lines.find(({ name }) => name === "across 1")).toMatchObject({
      section: "across",
      state: "found",
    });
  });

  it("ends with status 0 where all is there", async () => {
    const gold = join(folder, "gold-title.yaml");
    writeFileSync(
      gold,
      `report: {title: "Salmon Trade Is Growing, Sweden Says"}\nquantities:\n  - {of: growth, value: 12, unit: percent, evidence: almost 12 percent}\n`,
    );
    expect((await inProcess(["check", gold, "--ledger", ledger])).status).toBe(0);
  });

  it("tells what is wrong with a gold reading, and which report is not there", async () => {
    const gold = join(folder, "bad.yaml");
    writeFileSync(gold, "events: [{id: 1}]\n");
    expect(await inProcess(["check", gold, "--ledger", ledger])).toMatchObject({
      status: 2,
      err: expect.stringContaining("bad.yaml is no gold reading: events.0"),
    });
    expect((await inProcess(["check", join(folder, "nowhere.yaml"), "--ledger", ledger])).status).toBe(2);
    writeFileSync(
      gold,
      "statements: [{speaker: NOR, said_by: null, cue: null, kind: direct, content: No such words stand there}]\n",
    );
    expect((await inProcess(["check", gold, "--ledger", ledger])).err).toContain(
      "has no report with the words",
    );
  });
});
