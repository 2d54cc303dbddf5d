import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isKeptApart } from "../../src/evaluate/kept-apart.js";
import { evaluateMarkedExchanges } from "../../src/evaluate/marked-exchanges.js";
import { type Language, loadLanguage } from "../../src/language/language.js";

const text = "China has turned down calls by the United States to confront North Korea.";
const mark = {
  opening: { start: 22, end: 27, surface: "calls" },
  kind: "demand",
  answer: { start: 10, end: 16, surface: "turned" },
  answerIs: "refusal",
  joined: "words",
};

async function score(exchange: object, id = "a") {
  const folder = mkdtempSync(join(tmpdir(), "exchanges-"));
  const [marks, reports, out] = ["gold.jsonl", "reports.jsonl", "out.jsonl"].map((n) => join(folder, n));
  writeFileSync(marks!, `${JSON.stringify({ id, ranges: [[0, text.length]], exchanges: [exchange] })}\n`);
  writeFileSync(reports!, `${JSON.stringify({ id, text })}\n`);
  const language: Language = await loadLanguage();
  try {
    const evaluation = await evaluateMarkedExchanges(marks!, language, { reports: [reports!], out: out! });
    return { ...evaluation, told: readFileSync(out!, "utf8") };
  } finally {
    await language.close();
  }
}

it("finds what is marked, and tells nothing of what is kept apart", async () => {
  const { metrics, told, lines } = await score(mark);
  expect(metrics).toMatchObject({
    precision: 100,
    recall: 100,
    kinds: 100,
    openings_recall: 100,
    answers: 1,
  });
  expect(told === "").toBe(isKeptApart("a"));
  expect(lines?.map((line) => line.split(":")[0])).toEqual(["four fifths", "kept apart"]);
});

it("refuses marks of another text", async () => {
  await expect(score({ ...mark, opening: { start: 22, end: 27, surface: "pleas" } })).rejects.toThrow(
    'report a at 22: "pleas" expected, "calls" met',
  );
});
