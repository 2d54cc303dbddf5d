import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ACTOR_FORMS, readActorGold } from "../../src/evaluate/actor-gold.js";
import { SECTORS } from "../../src/knowledge/sector.js";

const mark = { start: 0, end: 5, surface: "China", form: "name", codes: ["CHN"] };
const line = (fields: object, m: object = mark) => JSON.stringify({ id: "a", mentions: [m], ...fields });

describe("readActorGold", () => {
  it("reads what it documents", () => {
    const other = {
      start: 6,
      end: 8,
      surface: "it",
      form: "pronoun",
      unknown: true,
      or: [["CHN", "USA.GOV"]],
    };
    const [report] = readActorGold(
      `\n${line({ text: "China it", range: [0, 8], mentions: [mark, other] })}\n`,
    );
    expect(report).toEqual({ id: "a", text: "China it", range: [0, 8], mentions: [mark, other] });
  });

  it.each([
    ["no JSON", "one JSON object a line expected"],
    [line({ colour: "red" }), "colour"],
    [line({}, { ...mark, form: "noun" }), "mentions.0.form"],
    [line({}, { ...mark, codes: ["china"] }), 'a code like "CHN" or "CHN.GOV" expected'],
    [line({}, { ...mark, codes: undefined }), "one of codes, none and unknown expected"],
    [line({}, { ...mark, none: true }), "one of codes, none and unknown expected"],
    [line({}, { ...mark, start: 5 }), "ends before it starts"],
  ])("refuses %s", (bad, message) => {
    expect(() => readActorGold(`${line({})}\n${bad}`)).toThrow(message);
    expect(() => readActorGold(`${line({})}\n${bad}`)).toThrow("line 2: ");
  });
});

describe("docs/actor-gold.md", () => {
  const docs = readFileSync(join(import.meta.dirname, "../../docs/actor-gold.md"), "utf8");
  const fields =
    "id text title outlet published source sha256 range mentions start end surface form codes or none unknown aside";

  it.each([...fields.split(" "), ...ACTOR_FORMS])("names %s", (name) => {
    expect(docs).toContain(`\`${name}\``);
  });
});

describe.each(["development"])("test/data/actors/%s.jsonl", (set) => {
  const reports = readActorGold(
    readFileSync(join(import.meta.dirname, `../data/actors/${set}.jsonl`), "utf8"),
  );

  it("has twenty reports or more without their texts, each with its hash and stretch", () => {
    expect(reports.length).toBeGreaterThanOrEqual(20);
    expect(new Set(reports.map((r) => r.id)).size).toBe(reports.length);
    for (const report of reports) {
      expect(report).not.toHaveProperty("text");
      expect(report.sha256).toBeDefined();
      expect(report.range).toBeDefined();
    }
  });

  it("has marks in order, inside the stretch, each once, with sectors that there are", () => {
    for (const { mentions, range } of reports) {
      let before = { start: -1, end: 0 };
      for (const m of mentions) {
        expect(m.start > before.start || (m.start === before.start && m.end < before.end)).toBe(true);
        expect(range![0] <= m.start && m.end <= range![1]).toBe(true);
        if (m.surface) expect(Array.from(m.surface).length).toBe(m.end - m.start);
        for (const code of [...(m.codes ?? []), ...(m.or ?? []).flat()]) {
          const sector = code.split(".")[1];
          expect(sector === undefined || (SECTORS as readonly string[]).includes(sector)).toBe(true);
        }
        before = m;
      }
    }
  });

  it("has marks enough to measure by", () => {
    const counted = reports.flatMap((r) => r.mentions).filter((m) => m.codes && !m.aside);
    expect(counted.length).toBeGreaterThan(200);
  });
});
