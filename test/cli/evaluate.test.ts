import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseConllu } from "../../src/evaluate/conllu.js";
import { EVALUATIONS } from "../../src/evaluate/evaluations.js";
import { evaluators } from "../../src/evaluate/index.js";
import { inProcess } from "../support/command.js";

const GOLD = join(import.meta.dirname, "../ledger/exchanges/exchanges.conllu");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-evaluate-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("evaluate", () => {
  it("ends with pairs of name and value, and writes its predictions in the gold's format", async () => {
    const out = join(folder, "predicted.conllu");
    const result = await inProcess(["evaluate", "syntax", GOLD, "--out", out]);
    expect(result).toMatchObject({ status: 0, err: "" });
    const last = result.out.trimEnd().split("\n").at(-1)!;
    expect(last).toMatch(/^[a-z_-]+ [\d.]+( [a-z_-]+ [\d.]+)+$/);
    const pairs = last.split(" ");
    expect(Number(pairs[pairs.indexOf("upos") + 1])).toBeGreaterThan(80);
    const [gold, predicted] = [GOLD, out].map((path) => parseConllu(readFileSync(path, "utf8")));
    expect(predicted!.map((s) => s.words.map((w) => w.form))).toEqual(
      gold!.map((s) => s.words.map((w) => w.form)),
    );
  });

  it("scores own words too", async () => {
    const { out } = await inProcess(["evaluate", "syntax", GOLD, "--raw"]);
    expect(out).toMatch(/\bwords [\d.]+ sentences [\d.]+/);
  });

  it("has an evaluator for every name", () => {
    expect(Object.keys(evaluators)).toEqual([...EVALUATIONS]);
  });

  it.each(EVALUATIONS.filter((name) => name !== "pages"))(
    "tells a gold file for %s that is none",
    async (name) => {
      const gold = join(folder, "not-gold.txt");
      writeFileSync(gold, "This is no gold file.\n");
      const { status, out, err } = await inProcess(["evaluate", name, gold]);
      expect({ status, out }).toEqual({ status: 2, out: "" });
      expect(err).toContain(`${gold} cannot be evaluated: `);
    },
  );
});
