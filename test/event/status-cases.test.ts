import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRight, readCase, readStatusCases, type StatusCase } from "../../src/evaluate/statuses.js";
import { CODEBOOK } from "../../src/event/words.js";
import { type Language, loadLanguage } from "../../src/language/language.js";

const sets = readStatusCases(readFileSync(`${CODEBOOK}status-cases.yaml`, "utf8"));
const [seen, unseen] = [sets.get("seen")!, sets.get("unseen")!];

describe("the status cases", () => {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage();
  });
  afterAll(() => language.close());

  async function wrong(cases: readonly StatusCase[]): Promise<string[]> {
    const out: string[] = [];
    for (const own of cases) {
      const read = await readCase(own, language);
      if (!isRight(read)) out.push(`${own.status} ${own.text} met ${read.told.join(", ") || "no event"}`);
    }
    return out;
  }

  it("are 150, half of them unseen", () => {
    expect(seen.length + unseen.length).toBeGreaterThanOrEqual(150);
    expect(unseen.length).toBeGreaterThanOrEqual(75);
  });

  it("have at least 88 % of the seen ones right", async () => {
    const failures = await wrong(seen);
    expect(failures.length, failures.join("\n")).toBeLessThanOrEqual(Math.floor(seen.length * 0.12));
  });

  it("have at least 82 % of the unseen ones right", async () => {
    // How many, never which: nothing may be tuned on them.
    expect((await wrong(unseen)).length).toBeLessThanOrEqual(Math.floor(unseen.length * 0.18));
  });
});
