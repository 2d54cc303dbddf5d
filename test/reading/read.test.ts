import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Language, loadLanguage } from "../../src/language/language.js";
import { read, readAll } from "../../src/reading/read.js";
import { textOf } from "../../src/record/span.js";
import { readReport } from "../../src/report/read-report.js";
import type { Report } from "../../src/report/report.js";
import { makeReport } from "../support/reading.js";

let language: Language;
beforeAll(async () => {
  language = await loadLanguage();
});
afterAll(() => language.close());

const report = (content: string): Report => {
  const made = readReport({ origin: "test.txt", content });
  if (made.kind === "refusal") throw new Error(made.met);
  return made;
};
const NORWAY = report(
  "Norway has turned down calls by Sweden to open the harbour of Bergen. Norwegian Foreign Ministry spokesman Ola Nordmann said that the matter was closed.",
);
const RUSSIA = report(
  "Russia on Monday expelled ten Norwegian diplomats. 🇳🇴 Oslo said that it would answer.",
);

describe("read", () => {
  it("walks a report through all rooms", async () => {
    const reading = await read(NORWAY, language);
    const words = (span: { start: number; end: number }) => textOf(NORWAY.text, span);
    expect(reading.events.map((event) => `${event.type} ${words(event.trigger)}`)).toContain(
      "REJECT turned down",
    );
    const closed = reading.statements.find(
      (s) => s.content.map(words).join(" ") === "that the matter was closed",
    );
    expect(closed!.speaker).toMatchObject({
      known: true,
      value: { code: "NOR", sector: "GOV", person: "Ola Nordmann" },
    });
    expect(reading.exchanges.map((x) => `${x.answerIs}: ${words(x.joinedBy!)}`)).toEqual([
      "refusal: turned down calls",
    ]);
  });

  it("is pure: the same report gives the same reading, alone or among others", async () => {
    const alone = [await read(NORWAY, language), await read(RUSSIA, language)];
    expect(await readAll([NORWAY, RUSSIA], language)).toEqual(alone);
    expect((await readAll([RUSSIA, NORWAY], language)).reverse()).toEqual(alone);
  });

  it("takes who and where from a caption, and no act", async () => {
    const {
      events,
      mentions,
      places,
      statements,
      report: captioned,
    } = await read(
      report(
        "Norway rejects offer\n\nNorway rejected an offer by Sweden on Monday.\n\nPolish soldiers attacked protesters in Gdansk, Poland said. (AP Photo/Jane Doe)\n\nThe talks in Bergen had lasted a week, officials said.",
      ),
      language,
    );
    const caption = captioned.paragraphs.find((p) => p.reason === "picture caption")!;
    const inside = ({ start }: { start: number }) => caption.start <= start && start < caption.end;
    expect(mentions.filter(inside).some((m) => m.actors.some((a) => a.code === "POL"))).toBe(true);
    expect(places.filter(inside).map((p) => p.name)).toContain("Gdańsk");
    expect(events.map((e) => e.trigger).filter(inside)).toEqual([]);
    expect(statements.flatMap((s) => s.content).filter(inside)).toEqual([]);
    expect(events.length).toBeGreaterThan(0);
  });

  it("reads a report without sentences", async () => {
    const empty = await read(makeReport([{ text: "Follow us", role: "furniture" }]), language);
    expect(empty).toMatchObject({
      mentions: [],
      times: [],
      places: [],
      statements: [],
      events: [],
      exchanges: [],
    });
  });
});

describe("readAll", () => {
  it("refuses a report that a fault keeps from being read, and reads the others", async () => {
    const faulty: Language = {
      ...language,
      analyse: (one) => (one === RUSSIA ? Promise.reject(new Error("out of order")) : language.analyse(one)),
      analyseAll: () => Promise.reject(new Error("out of order")),
    };
    const [first, second] = await readAll([RUSSIA, NORWAY], faulty);
    expect(first).toMatchObject({ kind: "refusal", code: "internal", input: "test.txt" });
    expect(second).toEqual(await read(NORWAY, language));
  });
});
