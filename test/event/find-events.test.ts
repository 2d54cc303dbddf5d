import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor, Mention, MentionForm } from "../../src/actor/actor.js";
import { findEvents } from "../../src/event/find-events.js";
import type { Analysis } from "../../src/language/analysis.js";
import type { Statement } from "../../src/quotation/statement.js";
import { known, unknown } from "../../src/record/value.js";
import type { Report } from "../../src/report/report.js";
import type { When } from "../../src/time/when.js";
import { arbitraryAnalysis } from "../support/arbitrary-analysis.js";
import { makeReport } from "../support/reading.js";
import { sentence } from "../support/sentence.js";

const NORWAY: Actor = { code: "NOR" };
const PERU: Actor = { code: "PER" };
const CHILE: Actor = { code: "CHL" };
const NAMES: Readonly<Record<string, Actor>> = { Norway: NORWAY, Peru: PERU, Chile: CHILE };

/** One mention for each word that `actors` knows by its form. */
function mentionsIn(analysis: Analysis, actors: Readonly<Record<string, Actor | null>> = NAMES): Mention[] {
  return analysis.words.flatMap((word): Mention[] => {
    const actor = actors[word.form];
    if (actor === undefined) return [];
    const form: MentionForm = word.upos === "PRON" ? "pronoun" : "name";
    const { index, start, end } = word;
    return [
      {
        kind: "mention",
        start,
        end,
        head: index,
        first: index,
        last: index + 1,
        form,
        actors: actor ? [actor] : [],
        by: "made by hand",
      },
    ];
  });
}

const reportOf = (analysis: Analysis, other: Partial<Report> = {}) => makeReport([analysis.text], other);

interface Given {
  readonly mentions?: readonly Mention[];
  readonly statements?: readonly Statement[];
  readonly times?: readonly When[];
  readonly report?: Report;
}

/** The events in short: "TYPE status trigger: sources > targets". */
function found(analysis: Analysis, given: Given = {}): string[] {
  const report = given.report ?? reportOf(analysis);
  const mentions = given.mentions ?? mentionsIn(analysis);
  const code = (p: { actor: { known: boolean; value?: Actor } }) =>
    p.actor.known ? p.actor.value!.code : "?";
  return findEvents(report, analysis, mentions, given.times ?? [], [], given.statements ?? []).map(
    (e) =>
      `${e.type} ${e.status} ${report.text.slice(e.trigger.start, e.trigger.end)}: ${e.sources.map(code)} ${e.mutual ? "<>" : ">"} ${e.targets.map(code)}`,
  );
}

const urged = sentence(`
  Norway PROPN NNP 2 nsubj
  urged VERB VBD 0 root urge
  Chile PROPN NNP 2 obj
  to PART TO 5 mark
  pressure VERB VB 2 xcomp
  Peru PROPN NNP 5 obj`);

describe("findEvents", () => {
  it("tells the demand and what is demanded", () => {
    expect(found(urged)).toEqual([
      "REQUEST asserted urged: NOR > CHL",
      "COERCE demanded pressure: CHL > PER",
    ]);
  });

  it("reads a passive with its agent, and without", () => {
    const lines = `
      Diplomats NOUN NNS 4 nsubj:pass diplomat
      of ADP IN 3 case
      Peru PROPN NNP 1 nmod
      expelled VERB VBN 0 root expel
      were AUX VBD 4 aux:pass be`;
    expect(found(sentence(`${lines}\nby ADP IN 7 case\nNorway PROPN NNP 4 obl:agent`))).toEqual([
      "SANCTION asserted expelled: NOR > PER",
    ]);
    expect(found(sentence(lines))).toEqual(["SANCTION asserted expelled: ? > PER"]);
  });

  it("is at odds with those who do a harm, not with those whom it befalls", () => {
    const condemned = (preposition: string) =>
      sentence(`
      Norway PROPN NNP 2 nsubj
      condemned VERB VBD 0 root condemn
      the DET DT 4 det
      bombing NOUN NN 2 obj
      ${preposition} ADP IN 6 case
      Peru PROPN NNP 4 nmod`);
    expect(found(condemned("by"))).toEqual(["ACCUSE asserted condemned: NOR > PER"]);
    expect(found(condemned("of"))).toContain("ACCUSE asserted condemned: NOR > ?");
  });

  it("gives a demand to who makes it, whoever answers it", () => {
    const analysis = sentence(`
      Norway PROPN NNP 2 nsubj
      rejected VERB VBD 0 root reject
      a DET DT 4 det
      demand NOUN NN 2 obj
      by ADP IN 6 case
      Peru PROPN NNP 4 nmod`);
    expect(found(analysis)).toContain("REQUEST asserted demand: PER > NOR");
  });

  it("says why a role is unknown", () => {
    const analysis = sentence(`
      Peru PROPN NNP 2 nsubj
      tested VERB VBD 0 root test
      a DET DT 4 det
      missile NOUN NN 2 obj`);
    const [event] = findEvents(reportOf(analysis), analysis, mentionsIn(analysis), [], [], []);
    expect(event?.targets[0]?.actor).toEqual({ known: false, reason: "the sentence names no target" });
    expect(event?.what && analysis.text.slice(event.what.start, event.what.end)).toBe("a missile");
  });

  it("splits a mutual act between its sides", () => {
    const met = sentence(`
      Norway PROPN NNP 4 nsubj
      and CCONJ CC 3 cc
      Peru PROPN NNP 1 conj
      met VERB VBD 0 root meet
      in ADP IN 6 case
      Oslo PROPN NNP 4 obl`);
    expect(found(met)).toEqual(["CONSULT asserted met: NOR <> PER"]);
  });

  it("counts “imposed sanctions” once", () => {
    const analysis = sentence(`
      Norway PROPN NNP 2 nsubj
      imposed VERB VBD 0 root impose
      sanctions NOUN NNS 2 obj sanction
      on ADP IN 5 case
      Peru PROPN NNP 3 nmod`);
    expect(found(analysis)).toEqual(["SANCTION asserted imposed: NOR > PER"]);
  });

  it("turns refused cooperation into REJECT", () => {
    const analysis = sentence(`
      Norway PROPN NNP 4 nsubj
      will AUX MD 4 aux
      not PART RB 4 advmod
      cooperate VERB VB 0 root
      with ADP IN 6 case
      Peru PROPN NNP 4 obl`);
    expect(found(analysis)[0]).toMatch(/^REJECT asserted cooperate: NOR > PER/);
  });

  it("makes the price of a refusal a demand", () => {
    const analysis = sentence(`
      Norway PROPN NNP 4 nsubj
      will AUX MD 4 aux
      not PART RB 4 advmod
      lift VERB VB 0 root
      the DET DT 6 det
      embargo NOUN NN 4 obj
      unless SCONJ IN 9 mark
      Peru PROPN NNP 9 nsubj
      apologises VERB VBZ 4 advcl apologise`);
    expect(found(analysis)).toEqual([
      "REJECT conditional lift: NOR > ?",
      "REQUEST asserted apologises: NOR > PER",
    ]);
  });

  it("has no event without anybody who acts in politics", () => {
    const analysis = sentence(`
      The DET DT 2 det
      firm NOUN NN 3 nsubj
      sued VERB VBD 0 root sue
      a DET DT 5 det
      rival NOUN NN 3 obj`);
    expect(found(analysis)).toEqual([]);
    const companies = mentionsIn(analysis, {
      firm: { code: "NOR", sector: "BUS" },
      rival: { code: "NOR", sector: "BUS" },
    });
    expect(found(analysis, { mentions: companies })).toEqual([]);
  });

  it("has no event in a sentence about sport", () => {
    const analysis = sentence(`
      Norway PROPN NNP 2 nsubj
      attacked VERB VBD 0 root attack
      Peru PROPN NNP 2 obj
      in ADP IN 6 case
      the DET DT 6 det
      match NOUN NN 2 obl`);
    expect(found(analysis)).toEqual([]);
  });
});

describe("events inside statements", () => {
  const content = sentence(`
    Peru PROPN NNP 3 nsubj
    must AUX MD 3 aux
    withdraw VERB VB 5 ccomp
    Norway PROPN NNP 5 nsubj
    said VERB VBD 0 root say`);
  const statement = (
    analysis: Analysis,
    end: number,
    form: Statement["form"],
    mention: number,
  ): Statement => ({
    kind: "statement",
    id: "s1",
    report: "r1",
    form,
    content: [{ start: 0, end: analysis.words[end]!.end }],
    mention,
    speaker: known(NORWAY, "stated", "made by hand"),
    part: "body",
    by: "made by hand",
  });

  it("are demands of the speaker", () => {
    const statements = [statement(content, 2, "indirect", 1)];
    expect(found(content, { statements })).toContain("REQUEST asserted must: NOR > PER");
    const report = reportOf(content);
    const events = findEvents(report, content, mentionsIn(content), [], [], statements);
    expect(events.every((e) => e.claimedBy === "s1")).toBe(true);
  });

  it("are nobody's demands outside one", () => {
    expect(found(content).filter((e) => e.includes(" must:"))).toEqual([]);
  });

  it("take “we” for the speaker's side", () => {
    const analysis = sentence(`
      We PRON PRP 2 nsubj
      condemn VERB VBP 5 ccomp
      Peru PROPN NNP 2 obj
      Norway PROPN NNP 5 nsubj
      said VERB VBD 0 root say`);
    const mentions = mentionsIn(analysis, { ...NAMES, We: null });
    expect(found(analysis, { mentions, statements: [statement(analysis, 2, "direct", 2)] })).toEqual([
      "ACCUSE asserted condemn: NOR > PER",
    ]);
  });

  it("do not take the country code US for “us”", () => {
    const analysis = sentence(`
      US PROPN NNP 2 nsubj
      condemned VERB VBD 5 ccomp condemn
      Peru PROPN NNP 2 obj
      Norway PROPN NNP 5 nsubj
      said VERB VBD 0 root say`);
    const mentions = mentionsIn(analysis, { ...NAMES, US: { code: "USA" } });
    expect(found(analysis, { mentions, statements: [statement(analysis, 2, "direct", 2)] })).toEqual([
      "ACCUSE asserted condemned: USA > PER",
    ]);
  });
});

describe("history", () => {
  const analysis = sentence(`
    Norway PROPN NNP 2 nsubj
    invaded VERB VBD 0 root invade
    Peru PROPN NNP 2 obj
    in ADP IN 5 case
    1913 NUM CD 2 obl`);
  const year = analysis.words[4]!;
  const when: When = {
    kind: "when",
    start: year.start,
    end: year.end,
    type: "DATE",
    value: "1913",
    grain: "year",
    basis: "stated",
    interval: { start: "1913-01-01", end: "1914-01-01" },
    by: "made by hand",
  };

  it("is background, and says so", () => {
    const published = known("2013-02-01", "given", "test");
    const [event] = findEvents(
      reportOf(analysis, { published }),
      analysis,
      mentionsIn(analysis),
      [when],
      [],
      [],
    );
    expect(event?.status).toBe("background");
    expect(event?.when).toBe(0);
    expect(event?.explanation.steps.at(-1)).toContain("1913");
  });

  it("is news in its own year", () => {
    const published = known("1913-05-01", "given", "test");
    expect(found(analysis, { times: [when], report: reportOf(analysis, { published }) })).toEqual([
      "ASSAULT asserted invaded: NOR > PER",
    ]);
  });

  it("is background where no date is known and the text names a bare year", () => {
    const report = reportOf(analysis, { published: unknown("not stated") });
    expect(found(analysis, { times: [when], report })).toEqual(["ASSAULT background invaded: NOR > PER"]);
  });
});

describe("findEvents on any tree", () => {
  const forms = [
    "Norway",
    "Peru",
    "attacked",
    "urged",
    "will",
    "not",
    "sanctions",
    "talks",
    "with",
    "by",
    "to",
    "agreed",
    "must",
    "that",
    "who",
    "missile",
    "of",
  ];

  it("gives events whose words lie in the text, once each, and the same again", () => {
    fc.assert(
      fc.property(arbitraryAnalysis(forms), (analysis) => {
        const report = reportOf(analysis);
        const mentions = mentionsIn(analysis);
        const events = findEvents(report, analysis, mentions, [], [], []);
        expect(new Set(events.map((e) => e.id)).size).toBe(events.length);
        for (const event of events) {
          const spans = [
            event.trigger,
            event.what,
            event.condition,
            ...[...event.sources, ...event.targets].map((p) => p.span),
          ];
          for (const span of spans) {
            if (!span) continue;
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeLessThanOrEqual(analysis.text.length);
            expect(span.start).toBeLessThanOrEqual(span.end);
          }
          expect(event.sources.length).toBeGreaterThan(0);
          expect(event.targets.length).toBeGreaterThan(0);
          expect(event.explanation.steps.length).toBeGreaterThan(0);
          expect([...event.sources, ...event.targets].some((p) => p.actor.known)).toBe(true);
        }
        expect(findEvents(report, analysis, mentions, [], [], [])).toEqual(events);
      }),
      { numRuns: 150 },
    );
  });
});
