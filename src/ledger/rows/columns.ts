import type { Actor, Sector } from "../../actor/actor.js";
import { type Span, textOf } from "../../record/span.js";
import { type Basis, known, unknown, type Value } from "../../record/value.js";

/** The members of `fields` that are not null: absent in the ledger is absent in the record. */
export function present<T extends object>(
  fields: {
    [K in keyof Required<T>]: T[K] | null | undefined;
  },
): T {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields))
    if (value !== null && value !== undefined) out[name] = value;
  return out as T;
}

export function wordsColumns(text: string, span: Span) {
  return { start_offset: span.start, end_offset: span.end, words: textOf(text, span) };
}

export function optionalWordsColumns(text: string, span: Span | undefined) {
  return span ? wordsColumns(text, span) : { start_offset: null, end_offset: null, words: null };
}

export function spanOf(row: { start_offset: number; end_offset: number }): Span {
  return { start: row.start_offset, end: row.end_offset };
}

/** A span from two columns that are both filled or both empty. */
export function optionalSpan(start: number | null, end: number | null): Span | undefined {
  return start === null || end === null ? undefined : { start, end };
}

interface ActorColumns {
  readonly code: string | null;
  readonly sector: string | null;
  readonly agency: string | null;
  readonly person: string | null;
}

export function actorColumns(actor: Actor | undefined): ActorColumns {
  return {
    code: actor?.code ?? null,
    sector: actor?.sector ?? null,
    agency: actor?.agency ?? null,
    person: actor?.person ?? null,
  };
}

export function actorOf(row: ActorColumns): Actor {
  return present<Actor>({
    code: row.code ?? "",
    sector: row.sector as Sector | null,
    agency: row.agency,
    person: row.person,
  });
}

export function basisColumns(value: Value<unknown>) {
  return value.known
    ? { basis: value.basis, rule: value.by, reason: null }
    : { basis: "unknown" as const, rule: null, reason: value.reason };
}

export function readValue<T>(
  row: { basis: Basis | "unknown"; rule: string | null; reason: string | null },
  value: () => T,
  evidence: Span | undefined,
): Value<T> {
  return row.basis === "unknown"
    ? unknown(row.reason ?? "")
    : known(value(), row.basis, row.rule ?? "", evidence);
}
