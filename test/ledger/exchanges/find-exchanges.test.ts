import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analysisFromConllu, type ConlluSentence, parseConllu } from "../../../src/evaluate/conllu.js";
import { exchangeExamples, exchangePatterns } from "../../../src/ledger/exchanges/exchange-patterns.js";
import { findExchanges } from "../../../src/ledger/exchanges/find-exchanges.js";
import { textOf } from "../../../src/record/span.js";
import { makeReport, ReadingMaker } from "../../support/reading.js";

const gold = parseConllu(readFileSync(join(import.meta.dirname, "exchanges.conllu"), "utf8"));
const documents = new Map<string, ConlluSentence[]>();
let current: ConlluSentence[] = [];
for (const sentence of gold) {
  const name = sentence.comments.find((c) => c.startsWith("# newdoc id = "))?.slice(14);
  if (name) {
    current = [];
    documents.set(name, current);
  }
  current.push(sentence);
}

/** A maker over the gold trees of one document of exchanges.conllu. */
function maker(name: string): ReadingMaker {
  const analysis = analysisFromConllu(documents.get(name)!);
  return new ReadingMaker(makeReport([analysis.text]), analysis);
}

/** The exchanges in short: "demand words → answer words: what it is, joined by words". */
function found(m: ReadingMaker): string[] {
  const { report, events, statements } = m;
  const words = (id: string | undefined) => {
    const event = events.find((e) => e.id === id);
    const statement = statements.find((s) => s.id === id);
    const span = event?.trigger ?? statement?.cue;
    return span ? textOf(report.text, span) : "?";
  };
  return findExchanges(m.reading()).map(
    (x) =>
      `${words(x.demand)} → ${words(x.answer)}: ${x.answerIs}, joined by ${textOf(report.text, x.joinedBy!)}`,
  );
}

const RURITANIA = { code: "RUR" };
const NORWAY = { code: "NOR" };

describe("findExchanges", () => {
  it("a demand as the object of its refusal", () => {
    const m = maker("turned-down-calls");
    const [ruritania, norway] = [m.mention("Ruritania", RURITANIA), m.mention("Norway", NORWAY)];
    m.event("REQUEST", "calls", [norway], [ruritania]);
    m.event("REJECT", "turned down", [ruritania], [norway]);
    expect(found(m)).toEqual(["calls → turned down: refusal, joined by turned down calls"]);
  });

  it("the same in the passive", () => {
    const m = maker("calls-were-rejected");
    const [norway, ruritania] = [m.mention("Norway", NORWAY), m.mention("Ruritania", RURITANIA)];
    m.event("REQUEST", "Calls", [norway], []);
    m.event("REJECT", "rejected", [ruritania], []);
    expect(found(m)).toEqual([
      "Calls → rejected: refusal, joined by Calls by Norway to open the harbour were rejected",
    ]);
  });

  it("a charge that is denied, told by the joining words only", () => {
    const m = maker("denied-accusations");
    m.event("REJECT", "denied", [m.mention("Ruritania", RURITANIA)], []);
    expect(found(m)).toEqual(["? → denied: denial, joined by denied accusations"]);
  });

  it("in response to", () => {
    const m = maker("in-response-to");
    const ruritania = m.mention("Ruritania", RURITANIA);
    m.event("REJECT", "pushed back", [ruritania], []);
    m.event("REQUEST", "demands", [], [ruritania]);
    expect(found(m)).toEqual(["demands → pushed back: refusal, joined by in response to demands"]);
  });

  it("in response, to what the sentence before tells of another", () => {
    const m = maker("in-response");
    const [norway, ruritania] = [m.mention("Norway", NORWAY), m.mention("Ruritania", RURITANIA)];
    m.event("SANCTION", "imposed", [norway], [ruritania]);
    m.event("COERCE", "expelled", [ruritania], [norway]);
    expect(found(m)).toEqual(["imposed → expelled: response, joined by In response"]);
  });

  it("never to what the same actor did before", () => {
    const m = maker("in-response");
    const ruritania = m.mention("Ruritania", RURITANIA);
    m.event("SANCTION", "imposed", [ruritania], []);
    m.event("COERCE", "expelled", [ruritania], []);
    expect(found(m)).toEqual([]);
  });

  it("in retaliation for an act", () => {
    const m = maker("retaliation-for");
    const [ruritania, norway] = [m.mention("Ruritania", RURITANIA), m.mention("Norway", NORWAY)];
    m.event("SANCTION", "sanctions", [norway], [ruritania]);
    m.event("COERCE", "expelled", [ruritania], []);
    expect(found(m)).toEqual(["sanctions → expelled: response, joined by in retaliation for the sanctions"]);
  });

  it("retaliation in quotation marks", () => {
    const m = maker("quoted-retaliation");
    const ruritania = m.mention("Ruritania", RURITANIA);
    m.event("THREATEN", "warned", [ruritania], []);
    m.event("SANCTION", "sanctions", [], [ruritania]);
    expect(found(m)).toEqual(['sanctions → warned: threat, joined by of "retaliation" for the sanctions']);
  });

  it.each([
    ["has-responded", "expelling", ["asked → expelling: response, joined by responded"]],
    ["has-not-responded", "building", []],
  ])("what another put to it, by responding: %s", (name, act, expected) => {
    const m = maker(name);
    const [norway, asked] = [m.mention("Norway", NORWAY), m.mention("Ruritania", RURITANIA)];
    m.event("REQUEST", "asked", [norway], [asked]);
    m.event("COERCE", act, [m.mention("Ruritania", RURITANIA, {}, 1)], []);
    expect(found(m)).toEqual(expected);
  });

  it("never by responding to what names another", () => {
    const m = maker("has-responded");
    m.event("REQUEST", "asked", [m.mention("Norway", NORWAY)], []);
    m.mention("Ruritania", { code: "SWE" });
    m.event("COERCE", "expelling", [m.mention("Ruritania", RURITANIA, {}, 1)], []);
    expect(found(m)).toEqual([]);
  });

  it.each(["asserted", "background"] as const)(
    "a charge (%s) and, in a clause of it, its denial",
    (status) => {
      const m = maker("which-was-refused");
      const [norway, ruritania] = [m.mention("Norway", NORWAY), m.mention("Ruritania", RURITANIA)];
      m.event("ACCUSE", "accused", [norway], [ruritania], { status });
      m.event("COERCE", "piracy", [ruritania], []);
      m.event("REJECT", "denied", [ruritania], []);
      expect(found(m)).toEqual(["accused → denied: refusal, joined by denied"]);
    },
  );

  it("responding to what somebody said before", () => {
    const m = maker("responding-to");
    const president = { code: "NOR", person: "Kari Nordmann" };
    const who = m.mention("The president", president);
    m.mention("the president", president);
    m.statement("the harbour should open", who, { cue: m.span("said"), form: "indirect" });
    m.statement("the matter was closed", m.mention("the minister", RURITANIA), {
      cue: m.span("said", 1),
      act: "refuses",
    });
    expect(found(m)).toEqual(["said → said: refusal, joined by Responding to the president's remarks"]);
    const [exchange] = findExchanges(m.reading());
    expect([exchange!.demand, exchange!.answer]).toEqual(m.statements.map((s) => s.id));
  });

  it("does not take what a colleague of the owner said for the owner's words", () => {
    const m = maker("responding-to");
    m.mention("the president", { code: "NOR", person: "Kari Nordmann" });
    m.statement(
      "the harbour should open",
      m.mention("The president", { code: "NOR", person: "Ola Nordmann" }),
      {
        cue: m.span("said"),
      },
    );
    m.statement("the matter was closed", m.mention("the minister", RURITANIA), { cue: m.span("said", 1) });
    expect(found(m)).toEqual(["? → said: response, joined by Responding to the president's remarks"]);
  });

  it("asked about", () => {
    const m = maker("asked-about");
    m.statement("Ruritania had nothing to hide", m.mention("the minister", RURITANIA), {
      cue: m.span("said"),
    });
    expect(found(m)).toEqual(["? → said: response, joined by Asked about the accusations"]);
  });

  it("responded to an act by another", () => {
    const m = maker("responded-to");
    const ruritania = m.mention("Ruritania", RURITANIA);
    m.event("SANCTION", "sanctions", [], [ruritania]);
    m.event("COERCE", "recalling", [ruritania], []);
    expect(found(m)).toEqual(["sanctions → recalling: response, joined by responded to the sanctions"]);
  });

  it("the response came after", () => {
    const m = maker("response-came-after");
    m.event("REJECT", "rejected", [m.mention("Ruritania", RURITANIA)], []);
    m.statement("the harbour should open", m.mention("the president", NORWAY), { cue: m.span("said") });
    expect(found(m)).toEqual(["said → rejected: refusal, joined by The response came after"]);
  });

  it("a statement that refers to a decision", () => {
    const m = maker("refers-to");
    m.event("ACCUSE", "accused", [m.mention("The minister", RURITANIA)], []);
    m.event("SANCTION", "sanction", [m.mention("the Treasury", NORWAY)], []);
    expect(found(m)).toEqual(["sanction → accused: charge, joined by a reference to the decision"]);
  });

  it("a refusal on a condition", () => {
    const m = maker("unless");
    const [ruritania, norway] = [m.mention("Ruritania", RURITANIA), m.mention("Norway", NORWAY)];
    m.event("REJECT", "end", [ruritania], [], {
      status: "conditional",
      condition: m.span("unless Norway lifts the sanctions"),
    });
    m.event("REQUEST", "lifts", [ruritania], [norway]);
    expect(found(m)).toEqual(["lifts → end: conditional refusal, joined by unless"]);
  });

  it("comments, with their owner in the joining words", () => {
    const m = maker("rejected-comments");
    m.mention("Norway", NORWAY);
    m.event("REJECT", "rejected", [m.mention("The agency", RURITANIA)], []);
    expect(found(m)).toEqual(["? → rejected: refusal, joined by rejected comments by Norway"]);
  });

  it("a possibility that another spoke of right before, and none that nobody did", () => {
    const m = maker("dismissed-the-possibility");
    m.event("REJECT", "dismissed", [m.mention("Ruritania", RURITANIA)], []);
    expect(found(m)).toEqual([]);
    m.statement("troops might return", m.mention("Norway", NORWAY), { cue: m.span("said") });
    expect(found(m)).toEqual(["said → dismissed: refusal, joined by dismissed the possibility"]);
  });

  it("what is decided over objections answers them, not what is still to be done", () => {
    const m = maker("over-objections");
    const ruritania = m.mention("Ruritania", RURITANIA);
    m.mention("Norway", NORWAY);
    m.event("MOBILIZE", "build", [ruritania], [], { status: "planned" });
    expect(found(m)).toEqual(["? → build: refusal, joined by over objections from Norway"]);
    m.event("AGREE", "agreed", [ruritania], []);
    expect(found(m)).toEqual(["? → agreed: refusal, joined by over objections from Norway"]);
  });

  it("nothing where no event or statement tells the answer", () => {
    for (const name of documents.keys()) expect(findExchanges(maker(name).reading())).toEqual([]);
  });

  it("gives the same identifiers every time", () => {
    const ids = [1, 2].map(() => {
      const m = maker("denied-accusations");
      m.event("REJECT", "denied", [m.mention("Ruritania", RURITANIA)], []);
      return findExchanges(m.reading()).map((x) => x.id);
    });
    expect(ids[0]).toEqual(ids[1]);
    expect(ids[0]![0]).toMatch(/^x[0-9a-f]{16}$/);
  });
});

describe("knowledge/exchanges.yaml", () => {
  it("has joins with an example each, by lemma", () => {
    const names = exchangeExamples().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const joins = new Set([...exchangePatterns().byLemma.values()].flat().map((join) => join.name));
    expect([...joins].sort()).toEqual([...names].sort());
  });
});
