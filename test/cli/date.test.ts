import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Ledger } from "../../src/ledger/ledger.js";
import { inProcess } from "../support/command.js";

const REPORT = `Norway Turns Down Call to Open Its Harbour

Norway on Tuesday turned down calls by Sweden to open the harbour of Bergen.

Last week Stockholm had sent three ships.
`;

describe("demarche date", () => {
  let folder: string;
  let ledger: string;
  let path: string;
  let report: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "demarche-date-"));
    ledger = join(folder, "demarche.db");
    path = join(folder, "report.txt");
    writeFileSync(path, REPORT);
    await inProcess(["read", path, "--ledger", ledger]);
    const opened = await Ledger.open(ledger, { purpose: "read" });
    [report] = (await opened.reportIds()) as [string];
    await opened.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const times = async () => {
    const opened = await Ledger.open(ledger, { purpose: "read" });
    const reading = (await opened.reading(report))!;
    await opened.close();
    return reading.times.map((t) => [t.value, t.basis, t.interval?.start]);
  };

  it("resolves what counts from the date, and says that it was given", async () => {
    expect(await times()).toEqual([
      ["XXXX-WXX-2", "unresolved", undefined],
      ["XXXX-WXX", "unresolved", undefined],
    ]);
    const { status, out } = await inProcess(["date", report.slice(0, 9), "2017-03-02", "--ledger", ledger]);
    expect(status).toBe(0);
    expect(out).toContain("2017-02-28");
    expect(await times()).toEqual([
      ["2017-02-28", "publication date", "2017-02-28"],
      ["2017-W08", "publication date", "2017-02-20"],
    ]);
    const { out: json } = await inProcess(["show", report, "--json", "--ledger", ledger]);
    expect(JSON.parse(json.split("\n")[0]!).published).toMatchObject({ value: "2017-03-02", basis: "given" });
  });

  it("gives the same rows as reading with --published", async () => {
    await inProcess(["date", report, "2017-03-02", "--ledger", ledger]);
    const { out } = await inProcess(["read", path, "--published", "2017-03-02", "--ledger", ledger, "-q"]);
    expect(out).toBe("");
    const opened = await Ledger.open(ledger, { purpose: "read" });
    expect(await opened.reportIds()).toEqual([report]);
    await opened.close();
    const other = join(folder, "other.db");
    const args = ["show", report, "--json", "--ledger"];
    await inProcess(["read", path, "--published", "2017-03-02", "--ledger", other, "-q"]);
    expect((await inProcess([...args, ledger])).out).toBe((await inProcess([...args, other])).out);
  });

  it.each([
    ["nothing", "2017-03-02", "Nothing in"],
    ["r", "2017-02-30", "A calendar date like 2017-02-17 is expected."],
  ])("refuses %s %s", async (id, date, message) => {
    const { status, err } = await inProcess(["date", id, date, "--ledger", ledger]);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });
});
