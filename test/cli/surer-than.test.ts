import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { dispute, type Told } from "../support/dispute.js";
import { commandsOn } from "../support/ledger-commands.js";
import { readCsv } from "../support/read-csv.js";
import { withProbabilities } from "../support/sureness.js";

const TOLD: readonly Told[] = [
  { source: "NOR", type: "REQUEST", words: "demanded withdrawal of gunboats from", target: "RUR" },
  { source: "RUR", type: "REJECT", words: "spurned withdrawal of gunboats from", target: "NOR" },
  { source: "SWE", type: "ACCUSE", words: "blamed gunboats of", target: "RUR" },
];
const { run, json } = commandsOn(() => [
  withProbabilities(dispute(TOLD, { published: "2017-03-01" }), [0.91, 0.58, undefined]),
]);
const folder = mkdtempSync(join(tmpdir(), "demarche-surer-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("show", () => {
  it("says how sure each event is, and nothing where that is not known", async () => {
    const { out } = await run("show");
    expect(out).toContain("NOR → RUR · asserted · 91 % sure");
    expect(out).toContain("RUR → NOR · asserted · 58 % sure");
    expect(out).toMatch(/SWE → RUR · asserted\n/);
    expect(out).not.toContain("left out");
  });

  it("leaves less sure events out, and says how many and why", async () => {
    const { out } = await run("show", "--surer-than", "0.7");
    expect(out).toContain("91 % sure");
    expect(out).not.toContain("58 % sure");
    expect(out).toContain("left out: 1 less sure event, 1 event of unknown probability");
  });

  it("does so in JSON Lines", async () => {
    const probabilities = (records: readonly { kind?: unknown; probability?: unknown }[]) =>
      records.filter(({ kind }) => kind === "event").map(({ probability }) => probability);
    expect(probabilities(await json("show"))).toEqual([0.91, 0.58, undefined]);
    expect(probabilities(await json("show", "--surer-than", "0.58"))).toEqual([0.91, 0.58]);
  });

  it.each(["1.1", "-0.1", "half", "", "1e-1", "NaN"])("takes no %j for a probability", async (text) => {
    const { status, err } = await run("show", `--surer-than=${text}`);
    expect(status).toBe(2);
    expect(err).toContain("A probability from 0 to 1 like 0.7 is expected.");
  });
});

describe("export", () => {
  it("has the probability of each event, and leaves out and counts those that are less sure", async () => {
    const whole = join(folder, "whole");
    await run("export", whole, "--tables", "events");
    const [header, ...rows] = readCsv(readFileSync(join(whole, "events.csv"), "utf8"));
    const column = header!.indexOf("probability");
    expect(rows.map((row) => row[column])).toEqual(["0.91", "0.58", ""]);

    const surer = join(folder, "surer");
    const { out } = await run("export", surer, "--tables", "events,polecat,statements", "--surer-than", ".6");
    expect(out).toMatch(/events\.csv +1 row; left out: 1 less sure event, 1 event of unknown probability\n/);
    expect(out).toMatch(/polecat\.csv +1 row; left out: 1 less sure event/);
    expect(out).toMatch(/statements\.csv +0 rows\n/);
    const { demarche, resources } = JSON.parse(readFileSync(join(surer, "datapackage.json"), "utf8"));
    expect(demarche.filter).toEqual({ surerThan: 0.6 });
    expect(resources.find((r: { name: string }) => r.name === "events").eventsLeftOut).toEqual({
      lessSure: 1,
      unknown: 1,
    });
  });
});
