import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadLanguage } from "../../src/language/language.js";
import type { Issue } from "../../src/ledger/issues/issue.js";
import { Ledger } from "../../src/ledger/ledger.js";
import { inProcess } from "../support/command.js";
import { readText } from "../support/read-text.js";

const TEXTS = [
  "Norway threatens to halt Sweden's salmon farms\n\nNorway threatened Sweden over its salmon farms on Monday. Norwegian officials said that Sweden's salmon farms break the fisheries treaty. Oslo urged Stockholm to close the salmon farms.",
  "Sweden rejects Norway's threats over salmon farms\n\nSweden rejected threats by Norway on Tuesday and said that its salmon farms keep to the fisheries treaty. Sweden's salmon farms will stay open, Stockholm said.",
];
let folder: string;
let path: string;
let issue: Issue;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "demarche-issue-records-"));
  path = join(folder, "demarche.db");
  const language = await loadLanguage();
  const ledger = await Ledger.open(path, { readerVersion: "1", clock: () => "2026-03-01T09:00:00.000Z" });
  for (const [i, text] of TEXTS.entries())
    await ledger.add(
      await readText(language, text, { published: `2018-03-0${i + 5}`, outlet: `Herald ${i}` }),
    );
  [issue] = (await ledger.issues()) as [Issue];
  await ledger.close();
  await language.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = async (...args: string[]) =>
  (await inProcess([...args, "--json", "--ledger", path])).out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("an issue", () => {
  it("is found by how its identifier begins", async () => {
    const ledger = await Ledger.open(path, { purpose: "read" });
    const [report] = await ledger.reportIds();
    expect(await ledger.find(issue.id.slice(0, 9))).toEqual([{ id: issue.id, kind: "issue", report }]);
    expect(await ledger.get(issue.id)).toEqual(issue);
    await ledger.close();
    for (const command of ["show", "explain"]) expect(await json(command, issue.id)).toEqual([issue]);
  });

  it("has the history of its stories' reports", async () => {
    const changes = await json("history", issue.id.slice(0, 9));
    expect(changes).toHaveLength(2);
    for (const change of changes) expect(change).toMatchObject({ kind: "change", change: "added" });
  });
});
