import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorCode } from "../../src/actor/actor.js";
import { type Language, loadLanguage } from "../../src/language/language.js";
import { read } from "../../src/reading/read.js";
import { textOf } from "../../src/record/span.js";
import { relationExamples } from "../../src/relation/relation-words.js";
import { readReport } from "../../src/report/read-report.js";

let language: Language;
beforeAll(async () => {
  language = await loadLanguage();
});
afterAll(() => language.close());

async function relationsOf(content: string) {
  const report = readReport({ origin: "test", content });
  if (report.kind === "refusal") throw new Error(report.met);
  const { relations = [], statements } = await read(report, language);
  return relations.map(({ source, target, relation, status, span, degree, claimedBy }) => ({
    told: [source, target]
      .map(({ actor }) => (actor.known ? actorCode(actor.value) : "?"))
      .join(` ${relation} `),
    status,
    words: textOf(report.text, span),
    degree: degree && textOf(report.text, degree),
    claim: statements.find(({ id }) => id === claimedBy)?.speaker,
  }));
}

it.each(relationExamples())("knowledge/relations.yaml: finds $relation in: $example", async (entry) => {
  expect((await relationsOf(entry.example)).map(({ told }) => told.includes(entry.relation))).toContain(true);
});

describe("relations", () => {
  it("are held by whom a relative clause describes, each noun by itself", async () => {
    expect(
      await relationsOf(
        "The remarks came while Moscow, which is Serbia's closest ally and main arms supplier, kept silent.",
      ),
    ).toMatchObject([
      { told: "RUS ally SRB", words: "Serbia's closest ally", degree: "closest" },
      { told: "RUS supplier SRB", status: "asserted" },
    ]);
  });

  it("are claims of those who say so", async () => {
    const [relation] = await relationsOf(
      "Norwegian Foreign Minister Kari Dahl said that Iran remains Syria's main backer.",
    );
    expect(relation).toMatchObject({ told: "IRN benefactor SYR", claim: { value: { code: "NOR" } } });
  });

  it("may be over or denied", async () => {
    expect(await relationsOf("Norway, a former ally of Sweden, closed the border.")).toMatchObject([
      { told: "NOR ally SWE", status: "past" },
    ]);
    expect(await relationsOf("Sweden is not a member of NATO, the minister said.")).toMatchObject([
      { told: "SWE member NATO", status: "denied" },
    ]);
  });

  it.each([
    "The senator, an ally of the mayor, resigned on Monday.",
    "Norway could become Sweden's largest trading partner.",
    "The champion beat his old rival in Oslo.",
    "Soldiers have bread in their bags, the cook said.",
    "Apple and its rival Samsung reported profits.",
  ])("are not found in: %s", async (content) => {
    expect(await relationsOf(content)).toEqual([]);
  });
});
