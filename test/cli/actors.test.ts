import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { displayWidth } from "../../src/cli/render/display-width.js";
import { FINDING_CODES } from "../../src/knowledge/finding.js";
import { Ledger } from "../../src/ledger/ledger.js";
import { inProcess } from "../support/command.js";

const HEADER = "name\tcode\tkind\tsector\toffice\tfrom\tto\tadjective\tguard";
let folder: string;
let mine: string;
let bad: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-actors-"));
  mine = join(folder, "mine.tsv");
  bad = join(folder, "bad.tsv");
  writeFileSync(
    mine,
    `${HEADER}\nRuritania\tRUR\tstate\t\t\t\t\tRuritanian\nGraustark\tGRK\tstate\nBlack Michael\tRUR\tperson\tGOV\tduke\t2010\t2020\n`,
  );
  writeFileSync(bad, `${HEADER}\nZenda Post\tRUR\tmedia\nHouse\tFRA\tparty\t\tking\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("demarche actors", () => {
  it("tells who is known by a name, and where that stands", async () => {
    const { status, out } = await inProcess(["actors", "Boris Johnson", "Kremlin"]);
    expect(status).toBe(0);
    expect(out).toMatch(/^Boris Johnson · person$/m);
    expect(out).toMatch(/GBR\.GOV foreign secretary from 2016-07-13 to 2018-07-09 · offices\.tsv:\d+/);
    expect(out).toMatch(/^Kremlin · metonym · RUS\.GOV/m);
  });

  it("tells who somebody is on a day", async () => {
    const on = async (day: string) => (await inProcess(["actors", "Boris Johnson", "--on", day])).out;
    expect(await on("2017-05-01")).toContain("2017-05-01: GBR.GOV foreign secretary");
    expect(await on("2023-05-01")).toContain("GBR.ELI, formerly GBR.GOV prime minister");
    expect(await on("2001-05-01")).toContain("GBR, later GBR.GOV mayor of London");
  });

  it("lists a kind, one a line, with the counts at the end", async () => {
    const { out } = await inProcess(["actors", "--kind", "party"]);
    const lines = out.trimEnd().split("\n");
    expect(lines).toContainEqual(
      expect.stringMatching(/^Likud · ISR\.PTY · party · Likud · parties\.tsv:\d+$/),
    );
    expect(lines.at(-1)).toMatch(/^names \d+ {2}actors \d+ {2}party \d+$/);
  });

  it("prints JSON Lines", async () => {
    const { out } = await inProcess(["actors", "Angela Merkel", "--on", "2010-01-01", "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      kind: "actor",
      actorKind: "person",
      name: "Angela Merkel",
      on: "2010-01-01",
      standing: { when: "in office", term: { code: "DEU", office: "chancellor" } },
    });
  });

  it("says so where nobody is known, and ends with status 2", async () => {
    const { status, out, err } = await inProcess(["actors", "Nobody Whatever"]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("Nobody is known by the name or code “Nobody Whatever”");
  });

  it("knows a user's own actors", async () => {
    const { out } = await inProcess(["actors", "Ruritania", "Black Michael", "--actors", mine]);
    expect(out).toContain("Ruritania · state · RUR");
    expect(out).toContain(`RUR.GOV duke from 2010 to 2020 · ${mine}:4`);
  });

  it("keeps to the terminal's width", async () => {
    const { out } = await inProcess(["actors", "Donald Trump", "USA"], { COLUMNS: "50" });
    for (const line of out.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(50);
  });
});

describe("demarche actors check", () => {
  it("finds nothing in a sound file", async () => {
    expect(await inProcess(["actors", "check", mine])).toEqual({
      status: 0,
      out: "1 file checked, nothing found\n",
      err: "",
    });
  });

  it("tells each finding with its line, what was met, what is expected and what to do", async () => {
    const { status, out } = await inProcess(["actors", "check", bad, mine]);
    expect(status).toBe(1);
    expect(out).toContain(`${bad}:2 error: unknown-code`);
    for (const part of ["met", "expected", "advice", "2 files checked, 1 error, 1 warning"])
      expect(out).toContain(part);
  });

  it("prints JSON Lines", async () => {
    const { out } = await inProcess(["actors", "check", bad, "--json"]);
    const findings = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(findings.map((f) => `${f.line} ${f.severity} ${f.code}`)).toEqual([
      "2 error unknown-code",
      "3 warning unused-field",
    ]);
  });

  it("says so where a file cannot be read", async () => {
    const { status, err } = await inProcess(["actors", "check", join(folder, "nowhere.tsv")]);
    expect(status).toBe(2);
    expect(err).toContain("nowhere.tsv cannot be read");
  });

  it("is told of in docs/actors.md, code by code, and the example there is sound", async () => {
    const docs = readFileSync(join(import.meta.dirname, "../../docs/actors.md"), "utf8");
    for (const code of FINDING_CODES) expect(docs).toContain(`\`${code}\``);
    const example = docs.split("```").find((part) => part.startsWith("\nname\t"))!;
    const path = join(folder, "example.tsv");
    writeFileSync(path, example.slice(1));
    expect((await inProcess(["actors", "check", path])).out).toBe("1 file checked, nothing found\n");
  });
});

describe("read --actors", () => {
  const REPORT =
    "Graustark accused Ruritania on Friday of moving troops to the border. Black Michael rejected the charge.";

  it("uses the file, and reads a report again when it changes", async () => {
    const [report, ledger] = [join(folder, "report.txt"), join(folder, "actors.db")];
    writeFileSync(report, REPORT);
    const read = () =>
      inProcess([
        "read",
        report,
        "--actors",
        mine,
        "--ledger",
        ledger,
        "--published",
        "2015-03-02",
        "--json",
      ]);
    const codes = async () => {
      const open = await Ledger.open(ledger, { purpose: "read" });
      const [id] = await open.reportIds();
      const reading = await open.reading(id!);
      await open.close();
      return new Set(reading!.mentions.flatMap((m) => m.actors.map((a) => `${a.code}.${a.sector ?? ""}`)));
    };
    expect((await read()).status).toBe(0);
    expect([...(await codes())]).toEqual(expect.arrayContaining(["GRK.", "RUR.", "RUR.GOV"]));
    writeFileSync(mine, readFileSync(mine, "utf8").replaceAll("GRK", "GRA"));
    expect((await read()).status).toBe(0);
    expect([...(await codes())]).toEqual(expect.arrayContaining(["GRA.", "RUR."]));
    expect([...(await codes())]).not.toContain("GRK.");
  }, 60_000);

  it("is refused where the file has errors", async () => {
    const { status, out, err } = await inProcess(["read", "a.txt", "--no-ledger", "--actors", bad]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("unknown-code");
    expect(err).toContain("demarche actors check");
  });
});
