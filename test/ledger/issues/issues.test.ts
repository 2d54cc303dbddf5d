import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Language, loadLanguage } from "../../../src/language/language.js";
import { decideIssues } from "../../../src/ledger/issues/decide-issues.js";
import { issueTerms } from "../../../src/ledger/issues/issue-terms.js";
import { Ledger } from "../../../src/ledger/ledger.js";
import type { Reading } from "../../../src/reading/reading.js";
import { readText } from "../../support/read-text.js";

let language: Language;
let readings: Reading[];
beforeAll(async () => {
  language = await loadLanguage();
  readings = await Promise.all(
    [
      "Norway threatens to halt Sweden's salmon farms\n\nNorway threatened Sweden over its salmon farms on Monday. Norwegian officials said that Sweden's salmon farms break the fisheries treaty. Oslo urged Stockholm to close the salmon farms.",
      "Sweden rejects Norway's threats over salmon farms\n\nSweden rejected threats by Norway on Tuesday and said that its salmon farms keep to the fisheries treaty. Sweden's salmon farms will stay open, Stockholm said.",
    ].map((text, i) => readText(language, text, { published: `2018-03-0${i + 5}`, outlet: `Herald ${i}` })),
  );
});
afterAll(() => language.close());

describe("issueTerms", () => {
  it("are nouns with the words that say which, and whose", () => {
    const terms = issueTerms(readings[0]!);
    expect(terms[0]).toMatchObject({ term: "salmon farm", owner: "SWE" });
    expect(terms.map(({ term }) => term)).not.toContain("officials");
    expect(terms.map(({ words }) => words)).toContain("Sweden's salmon farms");
  });
});

describe("decideIssues", () => {
  const term = (words: string, count: number) => ({ term: words, count, words });
  const about = new Map([
    ["salmon", 0.5],
    ["farm", 0.4],
    ["licence", 0.1],
  ]);

  it("leaves out what mostly stands inside a longer term, and what one report of many says", () => {
    const reports = Array.from({ length: 4 }, (_, i) => ({
      about,
      terms: [
        term("salmon farm licence", 3),
        term("salmon farm", 3),
        ...(i === 0 ? [term("farm hand", 3)] : []),
      ],
    }));
    expect(decideIssues(reports).map((issue) => issue.term)).toEqual(["salmon farm licence"]);
  });

  it("finds nothing where the terms are not what the reports are about", () => {
    expect(decideIssues([{ about: new Map(), terms: [term("red herring", 3)] }])).toEqual([]);
  });
});

describe("issues of a ledger", () => {
  async function issuesOf(order: readonly number[], without: readonly number[] = []) {
    const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
    for (const i of order) await ledger.add(readings[i]!);
    for (const i of without) await ledger.remove(readings[i]!.report.id);
    const issues = await ledger.issues();
    await ledger.close();
    return issues;
  }

  it("are named by the reports' words, in any order", async () => {
    const issues = await issuesOf([0, 1]);
    expect(issues.find(({ term }) => term === "salmon farm")).toMatchObject({ owner: "SWE", reports: 2 });
    expect(await issuesOf([1, 0])).toEqual(issues);
  });

  it("narrow down what is told across reports to their stories", async () => {
    const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
    for (const reading of readings) await ledger.add(reading);
    const [issue] = await ledger.issues();
    const { id } = issue!;
    expect(await ledger.stories({ issue: id })).toEqual(
      await ledger.stories({ ids: issue!.stories.map((s) => s.id) }),
    );
    expect(await ledger.happenings({ issue: id.slice(0, 6) })).toEqual(await ledger.happenings());
    for (const none of [
      await ledger.stories({ issue: "ix" }),
      await ledger.happenings({ issue: "ix" }),
      await ledger.linkedExchanges({ issue: "ix" }),
      await ledger.positions({ issue: "ix" }),
      await ledger.tensions({ issue: "ix" }),
      await ledger.issues({ issue: "ix" }),
    ])
      expect(none).toEqual([]);
    await ledger.close();
  });

  it("go with the reports", async () => {
    expect(await issuesOf([0, 1], [0, 1])).toEqual([]);
    expect(await issuesOf([0, 1], [1])).toEqual(await issuesOf([0]));
  });
});
