import { join } from "node:path";
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { recordsOf } from "../../src/cli/records.js";
import { displayWidth } from "../../src/cli/render/display-width.js";
import { explanationLines } from "../../src/cli/render/explanation.js";
import type { Page } from "../../src/cli/render/paragraph.js";
import { reportLines } from "../../src/cli/render/report.js";
import { explain } from "../../src/ledger/explain.js";
import { makeReport, ReadingMaker, sampleReading } from "../support/reading.js";

const GOLDEN = join(import.meta.dirname, "golden");
const page = (width: number, colour: boolean): Page => ({ width, colours: picocolors.createColors(colour) });
const text = (lines: readonly string[]) => `${lines.join("\n")}\n`;

describe("a reading on a page", () => {
  it.each([
    [60, false],
    [60, true],
    [100, false],
    [100, true],
  ])("is laid out for %i columns, colour %s", async (width, colour) => {
    const name = `report-${width}${colour ? "-colour" : ""}.txt`;
    await expect(text(reportLines(page(width, colour), sampleReading()))).toMatchFileSnapshot(
      join(GOLDEN, name),
    );
  });

  it("keeps to the page at every width", () => {
    for (let width = 20; width <= 140; width += 3) {
      for (const line of reportLines(page(width, false), sampleReading())) {
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }
    }
  });

  it("says what is not known instead of leaving it out", () => {
    const maker = new ReadingMaker(makeReport(["Somebody threatened somebody."]));
    maker.event("THREATEN", "threatened", [maker.mention("Somebody", undefined)], []);
    maker.statement("somebody.", undefined);
    const lines = text(reportLines(page(100, false), maker.reading()));
    expect(lines).toContain("(no title)");
    expect(lines).toContain("outlet not stated · date not stated");
    expect(lines).toContain("? “Somebody”");
    expect(lines).toContain("Speaker not named · not known: no speaker is named");
    expect(lines).not.toContain("Exchanges");
  });
});

describe("an explanation on a page", () => {
  it.each(["report", "statement", "event", "exchange"] as const)("of a %s", async (kind) => {
    const reading = sampleReading();
    const { report, statements, events, exchanges } = reading;
    const { id } = { report, statement: statements[0]!, event: events[1]!, exchange: exchanges[0]! }[kind];
    const lines = explanationLines(page(100, false), reading, explain(reading, id)!);
    await expect(text(lines)).toMatchFileSnapshot(join(GOLDEN, `explain-${kind}.txt`));
  });

  it("follows a chain of reference to its start", () => {
    const reading = sampleReading();
    const consult = reading.events.find((event) => event.type === "CONSULT")!;
    const target = explain(reading, consult.id)!.actors.find((actor) => actor.role === "target")!;
    expect(target.because).toEqual([
      "“her Ruritanian counterpart” is a nominal: unknown, nobody is named (nominal)",
      "“Ruritania” is a name: RUR (name of RUR)",
      "unknown: nobody is named",
    ]);
  });

  it("is not there for an identifier of something else", () => {
    expect(explain(sampleReading(), "e0")).toBeUndefined();
  });
});

describe("a reading as records", () => {
  const records = recordsOf(sampleReading());

  it("has one record for the report and one for each row", async () => {
    expect(records.map((record) => record.kind)).toEqual([
      "report",
      "statement",
      "event",
      "event",
      "event",
      "event",
      "event",
      "exchange",
    ]);
    await expect(`${JSON.stringify(records, null, 2)}\n`).toMatchFileSnapshot(join(GOLDEN, "records.json"));
  });

  it("gives every span its words and no reference by index", () => {
    const body = sampleReading().report.text;
    let spans = 0;
    const check = (value: unknown, name: string): void => {
      if (Array.isArray(value)) for (const item of value) check(item, name);
      else if (typeof value === "object" && value !== null) {
        const { start, end, text: words } = value as { start?: unknown; end?: unknown; text?: unknown };
        if (typeof start === "number") {
          expect(words).toBe(body.slice(start, end as number));
          spans++;
        }
        for (const [key, inner] of Object.entries(value)) check(inner, key);
      } else if (typeof value === "number") {
        expect(["start", "end", "latitude", "longitude"]).toContain(name);
      }
    };
    check(records, "");
    expect(spans).toBeGreaterThan(30);
  });
});
