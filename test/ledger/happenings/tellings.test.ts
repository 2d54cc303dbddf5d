import { describe, expect, it } from "vitest";
import { tellingsOf } from "../../../src/ledger/happenings/tellings.js";
import { dispute, type Told } from "../../support/dispute.js";

const LAUNCH: Told = { source: "RUR", type: "MOBILIZE", words: "launched rocket harbour", day: "2017-03-01" };
const groups = (told: readonly Told[], published = "2017-03-02") => {
  const reading = dispute(told, { published });
  const place = new Map(reading.events.map(({ id }, i) => [id, i]));
  return tellingsOf(reading).map(({ profile }) => profile.events.map((id) => place.get(id)));
};

describe("tellingsOf", () => {
  it("puts events of one report together that tell of the same thing", () => {
    expect(groups([LAUNCH, { ...LAUNCH, day: undefined as never, target: "NOR" }])).toEqual([[0, 1]]);
  });

  it("keeps apart what was on other days, by others, or only wanted", () => {
    expect(
      groups([
        LAUNCH,
        { ...LAUNCH, day: "2017-02-11" },
        { ...LAUNCH, source: "NOR" },
        { ...LAUNCH, status: "demanded" },
      ]),
    ).toEqual([[0], [1], [2], [3]]);
  });

  it("takes what has no date for the news, not for what was days before, unless that was told right before it", () => {
    const news: Told = { source: "RUR", type: "MOBILIZE", words: "fired rocket harbour" };
    const other: Told = { source: "NOR", type: "CONSULT", words: "met envoy" };
    const later = "2017-03-20";
    expect(groups([news, LAUNCH], later)).toEqual([[0], [1]]);
    expect(groups([news, LAUNCH])).toEqual([[0, 1]]);
    expect(groups([LAUNCH, news], later)).toEqual([[0, 1]]);
    expect(groups([LAUNCH, other, other, news], later)).toEqual([[0], [1, 2], [3]]);
  });

  it("keeps apart two acts that one sentence tells in different words", () => {
    const reading = dispute([LAUNCH, { ...LAUNCH, words: "fired rocket harbour" }]);
    const together = reading.analysis.words.map((word) => ({ ...word, sentence: 0 }));
    const [first] = reading.analysis.sentences;
    const whole = { ...first!, end: reading.report.text.length, last: together.length };
    const one = { ...reading, analysis: { ...reading.analysis, words: together, sentences: [whole] } };
    expect(tellingsOf(reading)).toHaveLength(1);
    expect(tellingsOf(one)).toHaveLength(2);
  });

  it("keeps apart an act and the one after which it was, though one sentence tells both in the same word", () => {
    const reading = dispute([LAUNCH, { ...LAUNCH, words: "since launched rocket harbour" }]);
    const trigger = reading.analysis.words.findLast((word) => word.lemma === "launched")!;
    const words = reading.analysis.words.map((word) => ({
      ...word,
      sentence: 0,
      ...(word.lemma === "since" && { head: trigger.index, deprel: "mark" as const }),
    }));
    const [first] = reading.analysis.sentences;
    const whole = { ...first!, end: reading.report.text.length, last: words.length };
    const events = reading.events.map((event, i) =>
      i === 0 ? event : { ...event, trigger: { start: trigger.start, end: trigger.end } },
    );
    const one = (lemma: string) => ({
      ...reading,
      events,
      analysis: {
        ...reading.analysis,
        words: words.map((w) => (w.lemma === "since" ? { ...w, lemma } : w)),
        sentences: [whole],
      },
    });
    expect(tellingsOf(one("since"))).toHaveLength(2);
    expect(tellingsOf(one("that"))).toHaveLength(1);
  });

  it("lets an event that a person parted stand alone", () => {
    const reading = dispute([LAUNCH, LAUNCH, LAUNCH]);
    const alone = new Set([reading.events[1]!.id]);
    expect(tellingsOf(reading, alone).map(({ profile }) => profile.events.length)).toEqual([2, 1]);
  });

  it("says why each event but the first is there", () => {
    const [telling] = tellingsOf(dispute([LAUNCH, LAUNCH]));
    expect(telling!.joined).toHaveLength(1);
    expect(telling!.joined[0]).toMatchObject({
      event: telling!.profile.events[1],
      nearest: telling!.profile.events[0],
    });
    expect(telling!.joined[0]!.reasons).toContain("both are MOBILIZE");
  });

  it("gives the same identifiers for the same reading, and others for another", () => {
    const ids = (told: Told) => tellingsOf(dispute([told])).map(({ id }) => id);
    expect(ids(LAUNCH)).toEqual(ids(LAUNCH));
    expect(ids({ ...LAUNCH, source: "NOR" })).not.toEqual(ids(LAUNCH));
  });

  it("stays quick on very many events", () => {
    const reading = dispute(
      Array.from({ length: 2_000 }, (_, i) => ({ ...LAUNCH, words: `launched rocket${i}` })),
    );
    const start = process.cpuUsage();
    expect(tellingsOf(reading).length).toBeGreaterThan(0);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(10);
  });
});
