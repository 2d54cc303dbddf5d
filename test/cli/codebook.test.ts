import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCodebookFile } from "../../src/event/codebook.js";
import { Ledger } from "../../src/ledger/ledger.js";
import { inProcess } from "../support/command.js";
import { sampleReading } from "../support/reading.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-codebook-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string) => writeFileSync(join(folder, name), text);

describe("codebook check", () => {
  it("finds nothing wrong with a sound file", async () => {
    put("AID.yaml", readCodebookFile("AID"));
    const { status, out } = await inProcess(["codebook", "check", folder, "--no-cases"]);
    expect(out).toBe("1 sound file, nothing found\n");
    expect(status).toBe(0);
  });

  it("tells line, code, what was met, what is expected and what to do", async () => {
    put("AID.yaml", readCodebookFile("AID").replace("name: fund", "name: Fund"));
    const { status, out } = await inProcess(["codebook", "check", folder]);
    expect(status).toBe(1);
    for (const words of ["AID.yaml:", "wrong-form", "Fund", "kebab-case", "advice", "1 problem"])
      expect(out).toContain(words);
    const json = await inProcess(["codebook", "check", folder, "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({ kind: "finding", code: "wrong-form" });
  });

  it("is taught by --help", async () => {
    for (const command of [[], ["check"], ["diff"]]) {
      const { status, out } = await inProcess(["codebook", ...command, "--help"]);
      expect(status).toBe(0);
      expect(out).toContain("Examples:");
    }
  });
});

describe("codebook diff", () => {
  it("says what a codebook would change in a ledger, and writes nothing", async () => {
    const ledger = join(folder, "ledger.db");
    const made = await Ledger.open(ledger);
    await made.add(sampleReading());
    await made.close();
    put("AID.yaml", readCodebookFile("AID"));
    const text = await inProcess(["codebook", "diff", folder, "--ledger", ledger]);
    expect(text.status).toBe(0);
    expect(text.out).toMatch(/1 report: \d+ added, \d+ dropped, \d+ changed\n$/);
    const again = await inProcess(["codebook", "diff", folder, "--ledger", ledger, "--json"]);
    const lines = again.out.split("\n").filter(Boolean);
    const [, ...counts] = /(\d+) added, (\d+) dropped, (\d+) changed/.exec(text.out)!.map(Number);
    expect(lines).toHaveLength(counts.reduce((a, b) => a + b, 0));
  });

  it("wants a codebook that is right and a ledger that is there", async () => {
    put("AID.yaml", "type: AID\n");
    expect((await inProcess(["codebook", "diff", folder])).status).toBe(2);
    put("AID.yaml", readCodebookFile("AID"));
    expect((await inProcess(["codebook", "diff", folder, "--ledger", join(folder, "no.db")])).status).toBe(3);
  });
});
