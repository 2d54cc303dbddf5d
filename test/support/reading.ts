import type { Actor, Mention, MentionForm } from "../../src/actor/actor.js";
import type { Event, EventType, Participant } from "../../src/event/event.js";
import type { Analysis, Sentence, Word } from "../../src/language/analysis.js";
import type { Exchange } from "../../src/ledger/exchanges/exchange.js";
import type { Where } from "../../src/place/where.js";
import type { Statement } from "../../src/quotation/statement.js";
import type { Reading } from "../../src/reading/reading.js";
import { identifier } from "../../src/record/identifier.js";
import type { Span } from "../../src/record/span.js";
import { known, unknown } from "../../src/record/value.js";
import type { Paragraph, Report } from "../../src/report/report.js";
import type { When } from "../../src/time/when.js";

/** A report made by hand: a title, paragraphs of the body, and whatever else the test wants otherwise. */
export function makeReport(
  paragraphs: readonly (string | { text: string; role: Paragraph["role"]; reason?: string })[],
  other: Partial<Report> = {},
): Report {
  let text = "";
  const placed = paragraphs.map((paragraph): Paragraph => {
    const {
      text: words,
      role,
      reason,
    } = typeof paragraph === "string"
      ? { text: paragraph, role: "body" as const, reason: undefined }
      : paragraph;
    if (text) text += "\n\n";
    const start = text.length;
    text += words;
    return { start, end: text.length, role, ...(reason === undefined ? {} : { reason }) };
  });
  const title = placed.find((p) => p.role === "title");
  return {
    kind: "report",
    id: identifier("r", text),
    origin: "made-by-hand.txt",
    text,
    paragraphs: placed,
    title: title
      ? known(text.slice(title.start, title.end), "stated", "first-line", {
          start: title.start,
          end: title.end,
        })
      : unknown("no line stands apart at the top"),
    outlet: unknown("the text names none"),
    published: unknown("the text states no date"),
    bylines: [],
    licence: unknown("the text states no terms"),
    ...other,
  };
}

/** Words between white space, sentences that end in a full stop; every word hangs on the first of its sentence. */
export function makeAnalysis(report: Report): Analysis {
  const words: Word[] = [];
  const sentences: Sentence[] = [];
  report.paragraphs.forEach((paragraph, index) => {
    if (paragraph.role !== "title" && paragraph.role !== "body") return;
    const inside = report.text.slice(paragraph.start, paragraph.end);
    for (const { 0: sentence, index: at } of inside.matchAll(/[^\s.][^.]*\.?[”"]?/g)) {
      const start = paragraph.start + at;
      const first = words.length;
      for (const { 0: form, index: offset } of sentence.matchAll(/\S+/g)) {
        words.push({
          index: words.length,
          start: start + offset,
          end: start + offset + form.length,
          form,
          lemma: form.toLowerCase(),
          upos: "X",
          xpos: "FW",
          head: words.length === first ? -1 : first,
          deprel: words.length === first ? "root" : "dep",
          sentence: sentences.length,
        });
      }
      sentences.push({
        index: sentences.length,
        start,
        end: words.at(-1)!.end,
        first,
        last: words.length,
        root: first,
        paragraph: index,
      });
    }
  });
  return { kind: "analysis", text: report.text, sentences, words, names: [] };
}

/** Makes the records of one reading by the words that they stand on, so that a test reads like its report. */
export class ReadingMaker {
  readonly mentions: Mention[] = [];
  readonly times: When[] = [];
  readonly places: Where[] = [];
  readonly statements: Statement[] = [];
  readonly events: Event[] = [];
  readonly exchanges: Exchange[] = [];

  constructor(
    readonly report: Report,
    readonly analysis: Analysis = makeAnalysis(report),
  ) {}

  /** The `nth` place (from 0) where `words` stand; throws where they do not. */
  span(words: string, nth = 0): Span {
    let start = -1;
    for (let i = 0; i <= nth; i++) start = this.report.text.indexOf(words, start + 1);
    if (start < 0) throw new Error(`"${words}" (${nth}) does not stand in the report`);
    return { start, end: start + words.length };
  }

  mention(words: string, actor: Actor | undefined, other: Partial<Mention> = {}, nth = 0): number {
    const span = this.span(words, nth);
    const inside = this.analysis.words.filter((w) => w.start < span.end && span.start < w.end);
    const first = inside[0]?.index ?? 0;
    return (
      this.mentions.push({
        kind: "mention",
        ...span,
        head:
          (inside.find((w) => w.head < first || w.head >= first + inside.length) ?? inside[0])?.index ?? 0,
        first,
        last: first + inside.length,
        form: "name" as MentionForm,
        actors: actor ? [actor] : [],
        ...(actor ? {} : { reason: "nobody is named" }),
        by: actor ? `name of ${actor.code}` : "nominal",
        ...other,
      }) - 1
    );
  }

  time(words: string, other: Partial<When> = {}): number {
    return (
      this.times.push({
        kind: "when",
        ...this.span(words),
        type: "DATE",
        value: "XXXX-WXX-2",
        grain: "day",
        basis: "unresolved",
        reason: "the publication date is unknown",
        by: "weekday",
        ...other,
      }) - 1
    );
  }

  place(words: string, other: Partial<Where> = {}): number {
    return (
      this.places.push({
        kind: "where",
        ...this.span(words),
        name: words,
        precision: "city",
        by: "gazetteer",
        ...other,
      }) - 1
    );
  }

  statement(
    content: string | readonly string[],
    source: number | undefined,
    other: Partial<Statement> = {},
  ): Statement {
    const spans = [content].flat().map((words) => this.span(words as string));
    const actor = source === undefined ? undefined : this.mentions[source]!.actors[0];
    const statement: Statement = {
      kind: "statement",
      id: identifier("s", this.report.id, ...spans.flatMap((s) => [s.start, s.end])),
      report: this.report.id,
      form: "direct",
      ...(source === undefined ? {} : { mention: source, source: this.spanOfMention(source) }),
      content: spans,
      speaker: actor ? known(actor, "stated", "source of the cue") : unknown("no speaker is named"),
      part: "body",
      by: "quotation-with-cue",
      ...other,
    };
    this.statements.push(statement);
    return statement;
  }

  event(
    type: EventType,
    trigger: string,
    sources: readonly number[],
    targets: readonly number[],
    other: Partial<Event> = {},
  ): Event {
    const span = this.span(trigger);
    const event: Event = {
      kind: "event",
      id: identifier("e", this.report.id, type, span.start, span.end),
      report: this.report.id,
      type,
      status: "asserted",
      sources: sources.map((i) => this.participant(i)),
      targets: targets.map((i) => this.participant(i)),
      mutual: false,
      trigger: span,
      part: "body",
      explanation: { by: `${type}/by-hand`, steps: [`“${trigger}” is the trigger`], rivals: [] },
      ...other,
    };
    this.events.push(event);
    return event;
  }

  exchange(demand: string | undefined, answer: string, other: Partial<Exchange> = {}): Exchange {
    const exchange: Exchange = {
      kind: "exchange",
      id: identifier("x", this.report.id, demand ?? "", answer),
      report: this.report.id,
      ...(demand === undefined ? {} : { demand }),
      answer,
      answerIs: "refusal",
      link: "explicit",
      by: "by-hand",
      ...other,
    };
    this.exchanges.push(exchange);
    return exchange;
  }

  reading(): Reading {
    const { report, analysis, mentions, times, places, statements, events, exchanges } = this;
    return { kind: "reading", report, analysis, mentions, times, places, statements, events, exchanges };
  }

  private participant(mention: number): Participant {
    const actor = this.mentions[mention]!.actors[0];
    return {
      actor: actor ? known(actor, "stated", "mention") : unknown("nobody is named"),
      mention,
      span: this.spanOfMention(mention),
    };
  }

  private spanOfMention(mention: number): Span {
    const { start, end } = this.mentions[mention]!;
    return { start, end };
  }
}

/** A report with one of everything, in the project's own words. */
export function sampleReading(): Reading {
  const report = makeReport(
    [
      { text: "Ruritania Rejects Call to Open Its Harbour", role: "title" },
      { text: "By Ada Quill", role: "byline", reason: "line that begins with By" },
      "Ruritania on Tuesday turned down calls by Norway to open the harbour of Strelsau.",
      "“Our harbour is our own affair, and the matter is closed,” Foreign Minister Rupert Hentzau said at a briefing. “Nobody may press us.”",
      "Norwegian Prime Minister Kari Nordmann met her Ruritanian counterpart in Oslo in April.",
      "Norway will expel two diplomats unless the harbour opens.",
      { text: "Follow us on Twitter", role: "furniture", reason: "social-media line" },
    ],
    {
      outlet: known("Zenda Wire", "stated", "logo line"),
      bylines: [{ name: "Ada Quill", role: "Harbour Correspondent" }],
      licence: known({ terms: "free to all", mustCarry: ["logo", "byline"] }, "stated", "licence line"),
    },
  );
  const m = new ReadingMaker(report);
  const ruritania = m.mention("Ruritania", { code: "RUR" }, {}, 1);
  const norway = m.mention("Norway", { code: "NOR" });
  const minister = m.mention("Foreign Minister Rupert Hentzau", {
    code: "RUR",
    sector: "GOV",
    agency: "foreign ministry",
    person: "Rupert Hentzau",
  });
  const prime = m.mention("Norwegian Prime Minister Kari Nordmann", {
    code: "NOR",
    sector: "GOV",
    person: "Kari Nordmann",
  });
  const her = m.mention("her Ruritanian counterpart", undefined, { form: "nominal", antecedent: ruritania });
  const norwayAgain = m.mention("Norway", { code: "NOR" }, { antecedent: norway }, 1);
  const diplomats = m.mention("two diplomats", undefined, { form: "group" });
  const tuesday = m.time("Tuesday");
  const april = m.time("in April", { value: "XXXX-04", grain: "month", by: "month" });
  const oslo = m.place("Oslo", { country: "NOR", latitude: 59.91, longitude: 10.75 });
  const call = m.event("REQUEST", "calls", [norway], [ruritania], {
    what: m.span("to open the harbour of Strelsau"),
  });
  const refusal = m.event("REJECT", "turned down", [ruritania], [norway], {
    when: tuesday,
    explanation: {
      by: "REJECT/turn-down",
      steps: ["“turned down” has the lemma “turn down”", "its subject is “Ruritania”"],
      rivals: [{ type: "RETREAT", by: "RETREAT/turn-back", reason: "the particle is “down”" }],
    },
  });
  const said = m.statement(
    ["Our harbour is our own affair, and the matter is closed,", "Nobody may press us."],
    minister,
    { cue: m.span("said"), when: tuesday, medium: m.span("at a briefing") },
  );
  m.event("REJECT", "closed", [minister], [], { claimedBy: said.id });
  m.event("CONSULT", "met", [prime], [her], { mutual: true, when: april, where: oslo });
  m.event("COERCE", "expel", [norwayAgain], [diplomats], {
    status: "conditional",
    condition: m.span("unless the harbour opens"),
  });
  m.exchange(call.id, refusal.id, { joinedBy: m.span("turned down calls") });
  return m.reading();
}
