import type { Reading } from "../../reading/reading.js";
import { answerWithin } from "./answer-within.js";
import type { AnswerKind } from "./exchange.js";
import { type Turn, turnsOf } from "./turn.js";

/** An opening and what answers it in the same report. */
export interface WithinLink {
  readonly opening: string;
  readonly answer: string;
  readonly answerIs: AnswerKind;
  readonly link: "explicit" | "inferred";
  /** Identifier of the report's exchange that joins them. */
  readonly exchange?: string;
}

/** The turns of one report with what links them there, as a ledger that holds this report alone has it. */
export function exchangesWithin(reading: Reading): {
  readonly turns: readonly Turn[];
  readonly links: readonly WithinLink[];
} {
  const { turns, links } = turnsOf(reading);
  const kinds = new Map(turns.map(({ id, kind }) => [id, kind]));
  const joined = new Set(
    links.flatMap(({ opening, answer }) => (kinds.get(opening) === "exchange" ? [] : answer)),
  );
  const inferred = turns.flatMap((turn) => {
    const found = joined.has(turn.id) ? undefined : answerWithin(turns, turn);
    return found
      ? { opening: found.opening, answer: turn.id, answerIs: found.answerIs, link: "inferred" as const }
      : [];
  });
  return { turns, links: [...links.map((link) => ({ ...link, link: "explicit" as const })), ...inferred] };
}
