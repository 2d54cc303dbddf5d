import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evaluateStatuses, isRight, readStatusCases } from "../../src/evaluate/statuses.js";
import { type Language, loadLanguage } from "../../src/language/language.js";

describe("readStatusCases", () => {
  it("gives the sets of a file by name", () => {
    const sets = readStatusCases("mine:\n  - {text: Peru may visit Chile., act: visit, status: possible}\n");
    expect([...sets.keys()]).toEqual(["mine"]);
    expect(sets.get("mine")).toEqual([{ text: "Peru may visit Chile.", act: "visit", status: "possible" }]);
  });

  it.each([
    ["mine:\n  - {text: Peru met Chile., act: visit, status: possible}", '"visit" is no word of'],
    ["mine:\n  - {text: Peru met Chile., act: met, status: likely}", "status"],
  ])("refuses %j", (text, message) => {
    expect(() => readStatusCases(text)).toThrow(message);
  });
});

describe("isRight", () => {
  it("asks for one event of the status on the act", () => {
    const own = { text: "", act: "", status: "planned" } as const;
    expect(isRight({ ...own, told: ["asserted", "planned"] })).toBe(true);
    expect(isRight({ ...own, told: ["asserted"] })).toBe(false);
    expect(isRight({ ...own, told: [] })).toBe(false);
  });
});

describe("evaluateStatuses", () => {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage();
  });
  afterAll(() => language.close());

  it("counts what is right, and what has no event, set by set", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "statuses-")), "cases.yaml");
    writeFileSync(
      file,
      `mine:
  - {text: China imposed sanctions on Japan., act: imposed sanctions, status: asserted}
  - {text: China imposed sanctions on Japan., act: imposed sanctions, status: planned}
  - {text: The opera was sung in Italian., act: sung, status: asserted}
`,
    );
    const { metrics, lines } = await evaluateStatuses(file, language);
    expect(metrics).toEqual({
      mine: 100 / 3,
      mine_cases: 3,
      mine_no_event: 1,
      mine_of_found: 50,
    });
    expect(lines).toEqual(["mine asserted 2: right 1, no event 1", "mine planned 1: asserted 1"]);
  });
});
