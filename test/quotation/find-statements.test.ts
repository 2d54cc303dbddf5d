import { describe, expect, it } from "vitest";
import type { Actor, Mention } from "../../src/actor/actor.js";
import { goldReport } from "../../src/evaluate/gold-report.js";
import type { Attribution } from "../../src/quotation/attribution.js";
import { findStatements } from "../../src/quotation/find-statements.js";
import type { Statement } from "../../src/quotation/statement.js";
import { textOf } from "../../src/record/span.js";
import type { When } from "../../src/time/when.js";
import { sentence } from "../support/sentence.js";
import { readDocument } from "./read-reports.js";

/** "source | cue | content", a dash where there is none; a split content has " ... " in it. */
function lines(name: string, mentions: readonly Mention[] = []): string[] {
  const { report, analysis } = readDocument(name);
  return findStatements(report, analysis, mentions, []).map((s) => line(report.text, s));
}

function line(text: string, s: Statement): string {
  const words = (span: Statement["source"]) => (span ? textOf(text, span) : "-");
  return [words(s.source), words(s.cue), s.content.map((c) => textOf(text, c)).join(" ... ")].join(" | ");
}

function statements(name: string): readonly Statement[] {
  const { report, analysis } = readDocument(name);
  return findStatements(report, analysis, [], []);
}

describe("findStatements", () => {
  it("reads headlines, and no event without content", () => {
    expect(lines("headline")).toEqual(["Ruritania | Says | It Will Not Leave The Strait"]);
    expect(statements("headline")[0]).toMatchObject({ part: "title", form: "indirect", act: "asserts" });
  });

  it("reads a headline's colon as its cue, but not behind a topic", () => {
    expect(lines("headlines with a colon")).toEqual([
      "Ministry | : | Troops Have Left The Border",
      "Spokesman | : | Talks Have Failed",
    ]);
  });

  it("reads content clauses before, after and around their cue, and who says them", () => {
    expect(lines("clauses")).toEqual([
      "Ruritania | said | its fleet would stay in the strait",
      "Ruritania | adding | that no ship had crossed the line",
      "He | said | that the talks had failed",
      "He | added | that the door was open",
      "the ministry | announced | that it had closed the border",
      "the prime minister | according to | The two countries ... will meet in May",
      "the ministry | said | The border ... will stay closed",
      "the envoy | noted | the treaty forbids such tests",
      "Officials | say | the embargo is working",
      "The general | said | the war was over",
      "The general | told | that the army would leave",
      "- | reported | that the missile fell into the sea",
      "his | claim | that the island belongs to Ruritania",
      "experts | believe | can reach the coast",
    ]);
  });

  it("gives a participle behind a comma to the subject of its clause", () => {
    expect(lines("participle set off")).toEqual(["Ruritania | saying | the strait was open"]);
  });

  it("tells what the words do", () => {
    const { report } = readDocument("acts");
    const acts = statements("acts").map((s) => `${s.act}: ${textOf(report.text, s.content[0]!)}`);
    expect(acts).toEqual([
      "promises: to answer any new sanctions",
      "denies: that the talks had failed",
      "demands: Graustark to return the prisoners",
      "demands: an end to the blockade",
      "accuses: Ruritania of breaking the truce",
      "threatens: to sink the ship",
      "asks: whether the talks would go on",
      "asserts: the plan a disaster",
      "warns: that the truce would not last",
    ]);
    expect(lines("acts")[0]).toBe("The foreign minister, Anna Berg | vowed | to answer any new sanctions");
  });

  it("reads direct quotations with their cue before, behind and between, without the marks", () => {
    expect(lines("direct")).toEqual([
      "President Rudolf | said | We will not give in,",
      "President Rudolf | said | Our patience has limits.",
      "he | added | They have lied to us, ... and they will pay for it.",
      "Berg | said | The door is open.",
      "the admiral | shouted | The door is closed!",
      'The envoy | called | the plan "a trap for fools"',
      'The premier | said | the offer was "an insult" and that he would burn it',
      "she | explained | We are ready,",
      "she | adding | We are not afraid.",
      "the letter | says | The guards ... will fire without warning.",
    ]);
    const forms = statements("direct").map((s) => s.form);
    expect(forms).toEqual([...Array(5).fill("direct"), "mixed", "mixed", "direct", "direct", "mixed"]);
  });

  it("finds the medium", () => {
    const { report } = readDocument("direct");
    expect(textOf(report.text, statements("direct")[0]!.medium!)).toBe("a statement");
  });

  it("goes on over paragraphs, and knows no speaker where none is near", () => {
    expect(lines("paragraphs")).toEqual([
      "Berg | told | We came to talk,",
      "Berg | told | We were turned away.",
      "- | - | We will come again.",
      "- | - | The plan is a trap.",
      "- | - | Nobody knows where the prisoners are.",
    ]);
    const found = statements("paragraphs");
    expect(found.map((s) => s.goesOnFrom)).toEqual([
      undefined,
      found[0]!.id,
      found[1]!.id,
      found[2]!.id,
      undefined,
    ]);
    expect(found[4]!.speaker).toMatchObject({ known: false });
  });

  it("gives the speaker of a quotation that goes on, as inferred", () => {
    const { report, analysis } = readDocument("paragraphs");
    const head = analysis.words.find((w) => w.form === "Berg")!;
    const actor: Actor = { code: "RUR", person: "Anna Berg" };
    const mention: Mention = {
      kind: "mention",
      start: head.start,
      end: head.end,
      head: head.index,
      first: head.index,
      last: head.index + 1,
      form: "name",
      actors: [actor],
      by: "test",
    };
    const found = findStatements(report, analysis, [mention], []);
    expect(found.map((s) => (s.speaker.known ? s.speaker.value : undefined))).toEqual([
      actor,
      actor,
      actor,
      actor,
      undefined,
    ]);
    expect(found.map((s) => (s.speaker.known ? s.speaker.basis : undefined))).toEqual([
      "stated",
      "stated",
      "inferred",
      "inferred",
      undefined,
    ]);
    expect(found.map((s) => s.mention)).toEqual([0, 0, 0, 0, undefined]);
  });

  it("says who is not identified", () => {
    const experts = statements("clauses").find((s) => s.act === "thinks")!;
    expect(experts.speaker).toEqual({
      known: false,
      reason: '"experts" names nobody that the report or the knowledge identifies',
    });
  });

  it("takes the time of the cue's clause", () => {
    const { report, analysis } = readDocument("clauses");
    const start = report.text.indexOf("May 3");
    const when: When = {
      kind: "when",
      start,
      end: start + 5,
      type: "DATE",
      value: "XXXX-05-03",
      grain: "day",
      basis: "unresolved",
      by: "test",
    };
    const dated = findStatements(report, analysis, [], [when]).filter((s) => s.when === 0);
    expect(dated.map((s) => line(report.text, s))).toEqual([
      "the ministry | announced | that it had closed the border",
    ]);
  });

  it("finds nothing in events, scare quotes, titles, denials of speech, stances, business and sport", () => {
    expect(lines("nothing said")).toEqual([]);
  });

  it("tells what was said from what is only planned, possible or heard", () => {
    expect(lines("said and unsaid")).toEqual([
      "Berg | say | that the ships would leave",
      "Kim | saying | that the drill was a warning",
    ]);
  });

  it("leaves out what the model alone takes for said, though it is only open", () => {
    const analysis = sentence(`
      Norway PROPN NNP 2 nsubj
      argues VERB VBZ 0 root argue
      over SCONJ IN 6 mark
      whether SCONJ IN 6 mark
      ships NOUN NNS 6 nsubj ship
      left VERB VBD 2 advcl leave`);
    const { text, words } = analysis;
    const report = goldReport({
      id: "r",
      text,
      paragraphs: [{ start: 0, end: text.length, role: "body" }],
    });
    const told = (by: "learned" | "both"): Attribution => ({
      cue: {
        cue: words[1]!,
        first: 1,
        last: 2,
        act: "asserts",
        content: [],
        stance: false,
        unsaid: false,
        takesQuotations: undefined,
        sourceFrom: { by: "subject", word: words[1]! },
        rule: by,
      },
      source: { head: words[0]!, span: words[0]!, subject: words[0]! },
      content: [{ start: words[3]!.start, end: words[5]!.end }],
      form: "indirect",
      rule: by,
      by,
    });
    const count = (by: "learned" | "both") => findStatements(report, analysis, [], [], [], [told(by)]).length;
    expect([count("learned"), count("both")]).toEqual([0, 1]);
  });

  it("puts right what a parser often gets wrong: a subject hung on the cue", () => {
    expect(lines("misread")).toEqual([
      "the ministry | said | The border ... will stay closed",
      "the letter | says | The guards ... will fire without warning.",
    ]);
  });

  it("gives the same identifiers again, all different", () => {
    const ids = statements("direct").map((s) => s.id);
    expect(statements("direct").map((s) => s.id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
