import fc from "fast-check";
import type { Actor, Mention, Sector } from "../../src/actor/actor.js";
import { EVENT_TYPES, type Event, type Participant, STATUSES } from "../../src/event/event.js";
import type { Analysis } from "../../src/language/analysis.js";
import type { Exchange } from "../../src/ledger/exchanges/exchange.js";
import type { Where } from "../../src/place/where.js";
import { BOUNDS, QUANTITY_KINDS, type Quantity } from "../../src/quantity/quantity.js";
import type { AttributionLink, Statement } from "../../src/quotation/statement.js";
import type { Reading } from "../../src/reading/reading.js";
import type { Span } from "../../src/record/span.js";
import type { Unknown, Value } from "../../src/record/value.js";
import type { Relation } from "../../src/relation/relation.js";
import type { Dateline, Paragraph, Report } from "../../src/report/report.js";
import type { When } from "../../src/time/when.js";

/** Text that has gone wrong before: emoji of several code points, combining marks, other scripts, odd white space. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "👩‍👩‍👧",
        "🇳🇴",
        "e\u0301",
        "\r\n",
        "\u2028",
        "ﷺ",
        "한국",
        "\ufeff",
        "'",
        '"',
        "; drop table",
        "%",
        "\\",
      ),
      fc.string({ unit: "binary", maxLength: 8 }).map((s) => s.replaceAll("\0", "")),
      fc.lorem({ maxCount: 3 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(""));
const some = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
/** Leaves out the fields that are undefined, as `exactOptionalPropertyTypes` asks. */
const record = <T extends object>(model: { [K in keyof Required<T>]: fc.Arbitrary<T[K] | undefined> }) =>
  fc.record(model as { [K in keyof T]: fc.Arbitrary<T[K]> }).map((made) => {
    return Object.fromEntries(
      Object.entries(made).filter(([, value]) => value !== undefined),
    ) as unknown as T;
  });

const actor = record<Actor>({
  code: fc.constantFrom("CHN", "USA", "UNO", "NATO"),
  sector: some(fc.constantFrom<Sector>("GOV", "MIL", "MED")),
  agency: some(text),
  person: some(text),
});

/** A reading with all that the types allow, whatever it means. */
export const arbitraryReading: fc.Arbitrary<Reading> = fc
  .tuple(fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 16, maxLength: 16 }), text)
  .chain(([hash, body]) => {
    const id = `r${hash}`;
    const span: fc.Arbitrary<Span> = fc
      .tuple(fc.nat(body.length), fc.nat(body.length))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const value = <T>(inner: fc.Arbitrary<T>): fc.Arbitrary<Value<T>> =>
      fc.oneof(
        record<Unknown>({ known: fc.constant(false as const), reason: text }),
        record<Value<T> & { known: true }>({
          known: fc.constant(true as const),
          value: inner,
          basis: fc.constantFrom("stated", "inferred", "given"),
          by: text,
          evidence: some(span),
        }),
      );
    const withSpan = <T extends Span>(rest: fc.Arbitrary<Omit<T, "start" | "end">>) =>
      fc.tuple(span, rest).map(([s, r]) => ({ ...s, ...r }) as unknown as T);
    const list = <T>(arb: fc.Arbitrary<T>) => fc.array(arb, { maxLength: 4 });
    const report = record<Report>({
      kind: fc.constant("report" as const),
      id: fc.constant(id),
      origin: text,
      text: fc.constant(body),
      paragraphs: list(
        withSpan<Paragraph>(
          record<Omit<Paragraph, keyof Span>>({
            role: fc.constantFrom("title", "byline", "dateline", "body", "furniture", "licence"),
            reason: some(text),
          }),
        ),
      ),
      title: value(text),
      outlet: value(text),
      published: value(text),
      bylines: list(record<Report["bylines"][number]>({ name: text, role: some(text) })),
      dateline: some(
        withSpan<Dateline>(
          record<Omit<Dateline, keyof Span>>({
            place: some(text),
            agency: some(text),
            year: some(fc.integer({ min: 1900, max: 2100 })),
            month: some(fc.integer({ min: 1, max: 12 })),
            day: some(fc.integer({ min: 1, max: 31 })),
          }),
        ),
      ),
      notes: some(fc.array(text, { minLength: 1, maxLength: 3 })),
      licence: value(record<{ terms: string; mustCarry: string[] }>({ terms: text, mustCarry: list(text) })),
    });
    const analysis: fc.Arbitrary<Analysis> = fc
      .record({
        text: fc.oneof(fc.constant(body), text),
        words: list(fc.tuple(span, text, text, fc.nat(3))),
        sentences: list(span),
        names: list(span),
      })
      .map((made) => ({
        kind: "analysis",
        text: made.text,
        words: made.words.map(([s, form, lemma, head], index) => ({
          index,
          ...s,
          form: index % 2 ? made.text.slice(s.start, s.end) : form,
          lemma,
          upos: "NOUN",
          xpos: "NN",
          // A tree: each word hangs on one before it, or on none.
          head: Math.min(head, index) - 1,
          deprel: "obl:agent",
          sentence: 0,
        })),
        sentences: made.sentences.map((s, index) => ({
          index,
          ...s,
          first: 0,
          last: 1,
          root: 0,
          paragraph: index,
        })),
        names: made.names.map((s) => ({ type: "GPE", ...s, first: 0, last: 1 })),
      }));
    const times = list(
      withSpan<When>(
        record<Omit<When, keyof Span>>({
          kind: fc.constant("when" as const),
          type: fc.constantFrom("DATE", "TIME", "DURATION", "SET"),
          value: text,
          mod: some(text),
          grain: fc.constantFrom("day", "week"),
          basis: fc.constantFrom("stated", "publication date", "another date", "unresolved"),
          anchor: some(span),
          interval: some(fc.record({ start: text, end: text })),
          relation: some(
            fc.record({
              to: fc.constantFrom("publication date", "another date"),
              count: fc.oneof(fc.integer({ min: -99, max: 99 }), fc.constantFrom("earlier", "later")),
              unit: fc.constantFrom("day", "month"),
            }),
          ),
          signal: some(text),
          reason: some(text),
          by: text,
        }),
      ),
    );
    const places = list(
      withSpan<Where>(
        record<Omit<Where, keyof Span>>({
          kind: fc.constant("where" as const),
          name: text,
          country: some(fc.constantFrom("CHN", "PRK")),
          latitude: some(fc.double({ min: -90, max: 90, noNaN: true }).filter((x) => !Object.is(x, -0))),
          longitude: some(fc.double({ min: -180, max: 180, noNaN: true }).filter((x) => !Object.is(x, -0))),
          precision: fc.constantFrom("point", "city", "region", "country", "sea", "unknown"),
          reason: some(text),
          by: text,
        }),
      ),
    );
    const mentions = fc.nat(4).chain((count) =>
      fc.array(
        withSpan<Mention>(
          record<Omit<Mention, keyof Span>>({
            kind: fc.constant("mention" as const),
            head: fc.nat(9),
            first: fc.nat(9),
            last: fc.nat(9),
            form: fc.constantFrom("name", "pronoun", "group"),
            actors: list(actor),
            reason: some(text),
            by: text,
            antecedent: count === 0 ? fc.constant(undefined) : some(fc.nat(count - 1)),
            confidence: some(fc.double({ min: 0, max: 1, noNaN: true }).filter((x) => !Object.is(x, -0))),
            person: some(text),
          }),
        ),
        { minLength: count, maxLength: count },
      ),
    );
    return fc.tuple(report, analysis, mentions, times, places).chain(([r, a, m, t, p]) => {
      const indexIn = (items: readonly unknown[]) =>
        items.length === 0 ? fc.constant(undefined) : some(fc.nat(items.length - 1));
      const link = record<AttributionLink>({
        role: fc.constantFrom("origin", "speaker", "relay", "report"),
        span: some(span),
        cue: some(span),
        mention: indexIn(m),
        actor: some(value(actor)),
        statement: some(fc.constant(`s${hash}0`)),
      });
      const statements = list(
        record<Omit<Statement, "id">>({
          kind: fc.constant("statement" as const),
          report: fc.constant(id),
          form: fc.constantFrom("direct", "indirect", "mixed"),
          source: some(span),
          mention: indexIn(m),
          cue: some(span),
          content: list(span),
          quoted: some(fc.array(span, { minLength: 1, maxLength: 3 })),
          speaker: value(actor),
          when: indexIn(t),
          where: indexIn(p),
          medium: some(span),
          venue: some(span),
          addressee: some(span),
          chain: some(fc.array(link, { minLength: 1, maxLength: 3 })),
          act: some(text),
          goesOnFrom: fc.constant(undefined),
          part: fc.constantFrom("title", "body"),
          by: text,
        }),
      ).map((made) =>
        made.map(
          (s, i): Statement => ({
            ...s,
            id: `s${hash}${i}`,
            ...(i % 2 ? { goesOnFrom: `s${hash}${i - 1}` } : {}),
          }),
        ),
      );
      const participant = record<Participant>({ actor: value(actor), mention: indexIn(m), span: some(span) });
      return statements.chain((s) => {
        const claimedBy = s.length
          ? some(fc.constantFrom(...s.map((one) => one.id)))
          : fc.constant(undefined);
        const quantities = list(
          withSpan<Quantity>(
            record<Omit<Quantity, keyof Span>>({
              kind: fc.constant("quantity" as const),
              low: fc.integer({ min: 0, max: 9 }),
              high: some(fc.double({ min: 10, max: 1e15, noNaN: true })),
              unit: text,
              bound: fc.constantFrom(...BOUNDS),
              measures: fc.constantFrom(...QUANTITY_KINDS),
              of: some(span),
              change: some(
                fc.record({
                  direction: fc.constantFrom("increase" as const, "decrease" as const),
                  as: fc.constantFrom("by" as const, "to" as const, "from" as const),
                  word: span,
                }),
              ),
              base: some(span),
              when: indexIn(t),
              claimedBy,
              by: text,
            }),
          ),
        );
        return quantities.chain((q) => {
          const events = list(
            record<Omit<Event, "id">>({
              kind: fc.constant("event" as const),
              report: fc.constant(id),
              type: fc.constantFrom(...EVENT_TYPES),
              mode: some(text),
              status: fc.constantFrom(...STATUSES),
              sources: list(participant),
              targets: list(participant),
              mutual: fc.boolean(),
              trigger: span,
              what: some(span),
              when: indexIn(t),
              where: indexIn(p),
              quantities: q.length
                ? some(fc.subarray([...q.keys()], { minLength: 1 }))
                : fc.constant(undefined),
              claimedBy,
              condition: some(span),
              part: fc.constantFrom("title", "body"),
              probability: some(fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100)),
              explanation: fc.record({
                by: text,
                steps: list(text),
                rivals: list(fc.record({ type: fc.constantFrom(...EVENT_TYPES), by: text, reason: text })),
              }),
            }),
          ).map((made) => made.map((e, i): Event => ({ ...e, id: `e${hash}${i}` })));
          return events.chain((e) => {
            const ids = [...s, ...e].map((one) => one.id);
            const exchanges = ids.length
              ? list(
                  record<Omit<Exchange, "id">>({
                    kind: fc.constant("exchange" as const),
                    report: fc.constant(id),
                    demand: some(fc.constantFrom(...ids)),
                    answer: fc.constantFrom(...ids),
                    answerIs: fc.constantFrom("acceptance", "refusal", "counter-demand", "response"),
                    link: fc.constantFrom("explicit", "inferred"),
                    joinedBy: some(span),
                    by: text,
                  }),
                ).map((made) => made.map((x, i): Exchange => ({ ...x, id: `x${hash}${i}` })))
              : fc.constant([]);
            const relations = list(
              record<Omit<Relation, "id">>({
                kind: fc.constant("relation" as const),
                report: fc.constant(id),
                relation: text,
                status: fc.constantFrom("asserted", "denied", "past"),
                source: participant,
                target: participant,
                span,
                degree: some(span),
                when: indexIn(t),
                claimedBy,
                part: fc.constantFrom("title", "body"),
                by: text,
              }),
            ).map((made) => made.map((one, i): Relation => ({ ...one, id: `l${hash}${i}` })));
            return fc.tuple(exchanges, relations).map(
              ([x, l]): Reading => ({
                kind: "reading",
                report: r,
                analysis: a,
                mentions: m,
                times: t,
                places: p,
                statements: s,
                events: e,
                exchanges: x,
                ...(q.length > 0 && { quantities: q }),
                ...(l.length > 0 && { relations: l }),
              }),
            );
          });
        });
      });
    });
  });
