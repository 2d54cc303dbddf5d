import type { z } from "zod";
import type { reading } from "../../../src/server/schemas/reading.js";
import { actorName, sureness } from "../words.js";

export type ReadingBody = z.infer<typeof reading>;
type Span = { readonly start: number; readonly end: number };
type Participant = ReadingBody["events"][number]["sources"][number];

/** What can be highlighted, in the order of the lists. */
export const LAYERS = [
  "statements",
  "events",
  "exchanges",
  "relations",
  "actors",
  "times",
  "places",
] as const;
export type Layer = (typeof LAYERS)[number];
export const FIRST_LAYERS: readonly Layer[] = ["statements", "events", "exchanges"];

/** A record of a reading as the page lists it, with its words in the text. */
export interface Row {
  /** Its identifier; for mentions, times and places, their place in the report. */
  readonly key: string;
  readonly layer: Layer;
  /** What it is, in a word: "SANCTION", "asserts". */
  readonly type: string;
  /** Who did it to whom, or who it is. */
  readonly who: string;
  /** More of it: the status, the value. */
  readonly note: string;
  /** The words that tell it: highlighted always. The first is where the row stands. */
  readonly words: readonly Span[];
  /** Words that belong to it, highlighted with the row only: source, target, cue. */
  readonly with: readonly Span[];
  /** True where the ledger can explain it. */
  readonly explained: boolean;
}

const given = (...spans: (Span | undefined)[]): Span[] => spans.filter((span) => span !== undefined);

/** All rows of a reading in the order of the text, those of `layers` only. */
export function rowsOf(reading: ReadingBody, layers: readonly Layer[]): Row[] {
  const rows = layers.flatMap((layer) => READERS[layer](reading));
  const order = (row: Row) => row.words[0]?.start ?? 0;
  return rows.sort((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) || order(a) - order(b));
}

const READERS: Readonly<Record<Layer, (reading: ReadingBody) => Row[]>> = {
  statements: ({ report, statements, times }) =>
    statements.map((s) => ({
      key: s.id,
      layer: "statements",
      type: s.act ?? "says",
      who: s.speaker.known
        ? actorName(s.speaker.value)
        : (words(report.text, s.source) ?? "somebody not known"),
      note: [s.form, s.when === undefined ? undefined : words(report.text, times[s.when])]
        .filter(Boolean)
        .join(" · "),
      words: s.content,
      with: given(s.source, s.cue, s.medium, s.venue, s.addressee),
      explained: true,
    })),
  events: ({ report, events, times, places }) =>
    events.map((e) => ({
      key: e.id,
      layer: "events",
      type: e.type,
      who: `${sideOf(report.text, e.sources)} ${e.mutual ? "↔" : "→"} ${sideOf(report.text, e.targets)}`,
      note: [
        e.status,
        sureness(e.probability),
        e.when === undefined ? undefined : words(report.text, times[e.when]),
        e.where === undefined ? undefined : places[e.where]?.name,
      ]
        .filter(Boolean)
        .join(" · "),
      words: [e.trigger],
      with: given(e.what, e.condition, ...[...e.sources, ...e.targets].map(({ span }) => span)),
      explained: true,
    })),
  exchanges: (reading) => {
    const sides = new Map(
      [...READERS.statements(reading), ...READERS.events(reading)].map((row) => [row.key, row]),
    );
    return reading.exchanges.map((x) => {
      const demand = x.demand === undefined ? undefined : sides.get(x.demand);
      const answer = sides.get(x.answer);
      return {
        key: x.id,
        layer: "exchanges",
        type: x.answerIs,
        who: `${demand ? `${demand.type} ${demand.who}` : "a demand"}, answered by ${answer?.type} ${answer?.who}`,
        note: x.link,
        words: given(x.joinedBy ?? answer?.words[0]),
        with: [...(demand?.words ?? []), ...(answer?.words ?? [])],
        explained: true,
      };
    });
  },
  relations: ({ report, relations = [] }) =>
    relations.map((r) => ({
      key: r.id,
      layer: "relations",
      type: r.relation,
      who: `${sideOf(report.text, [r.source])} of ${sideOf(report.text, [r.target])}`,
      note: r.status,
      words: [r.span],
      with: given(r.source.span, r.target.span),
      explained: true,
    })),
  actors: ({ mentions }) =>
    mentions.map((m) => ({
      key: `actor-${m.start}-${m.end}`,
      layer: "actors",
      type: m.form,
      who: m.actors.map(actorName).join(", ") || (m.person ?? "unknown"),
      note: m.actors.length > 0 ? m.by : (m.reason ?? ""),
      words: [m],
      with: given(m.antecedent === undefined ? undefined : mentions[m.antecedent]),
      explained: false,
    })),
  times: ({ times }) =>
    times.map((t) => ({
      key: `time-${t.start}-${t.end}`,
      layer: "times",
      type: t.type.toLowerCase(),
      who: t.interval ? `${t.interval.start} to before ${t.interval.end}` : "not resolved",
      note: t.reason ?? t.basis,
      words: [t],
      with: given(t.anchor),
      explained: false,
    })),
  places: ({ places }) =>
    places.map((p) => ({
      key: `place-${p.start}-${p.end}`,
      layer: "places",
      type: p.precision,
      who: [p.name, p.country].filter(Boolean).join(", "),
      note: p.reason ?? p.by,
      words: [p],
      with: [],
      explained: false,
    })),
};

function words(text: string, span: Span | undefined): string | undefined {
  return span && text.slice(span.start, span.end);
}

function sideOf(text: string, participants: readonly Participant[]): string {
  const names = participants.map(({ actor, span }) =>
    actor.known ? actorName(actor.value) : (words(text, span) ?? "unknown"),
  );
  return names.join(", ") || "nobody named";
}
