import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readSentence } from "../../src/evaluate/codebook-cases.js";
import { STATUSES } from "../../src/event/event.js";
import { CODEBOOK } from "../../src/event/words.js";
import { type Language, loadLanguage } from "../../src/language/language.js";

const caseSchema = z.strictObject({ text: z.string(), act: z.string(), status: z.enum(STATUSES) });
type StatusCase = z.infer<typeof caseSchema>;
const { seen, unseen } = z
  .strictObject({ unseen: z.array(caseSchema), seen: z.array(caseSchema) })
  .parse(parse(readFileSync(`${CODEBOOK}status-cases.yaml`, "utf8")));

/** The day on which the cases are read; years before it are history. */
const PUBLISHED = "2018-03-01";

describe("the status cases", () => {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage();
  });
  afterAll(() => language.close());

  async function wrong(cases: readonly StatusCase[]): Promise<string[]> {
    const out: string[] = [];
    for (const { text, act, status } of cases) {
      const start = text.indexOf(act);
      const { events } = await readSentence(text, language, { published: PUBLISHED });
      const own = events.filter((e) => e.trigger.start < start + act.length && start < e.trigger.end);
      if (own.some((e) => e.status === status)) continue;
      out.push(`${status} ${text} met ${own.map((e) => `${e.type} ${e.status}`).join(", ") || "no event"}`);
    }
    return out;
  }

  it("are 150, half of them unseen, each act a word of its sentence", () => {
    expect(seen.length + unseen.length).toBeGreaterThanOrEqual(150);
    expect(unseen.length).toBeGreaterThanOrEqual(75);
    for (const { text, act } of [...seen, ...unseen]) expect(text).toContain(act);
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
