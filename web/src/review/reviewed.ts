import type { z } from "zod";
import type { reviewedRow, StandingReviewBody } from "../../../src/server/schemas/reviews.js";
import type { EventRow } from "../../../src/server/schemas/rows.js";
import type { Row } from "../reading/rows.js";
import { correctionText } from "./values.js";

export type ReviewedRow = z.infer<typeof reviewedRow>;

/** What reviewers say of a row together, in a line; undefined where nobody judged it. */
export function togetherText(
  row: Pick<ReviewedRow, "of" | "review" | "corrected"> | undefined,
): string | undefined {
  if (!row) return undefined;
  const corrected = correctionText(row.of, row.corrected);
  return `${row.review}${corrected && `: ${corrected}`}`;
}

/** The record of its report that a review is shown at: of an answer across reports, what answers. */
export function recordOf({ of, row, found = row }: Pick<StandingReviewBody, "of" | "row" | "found">): string {
  return of === "answer" ? row.slice(0, row.indexOf("-")) : found;
}

/** The row of a report's list as it can be judged; undefined where it cannot. */
export function rowToJudgeOf(report: string, { key, layer, words }: Row): string | undefined {
  if (layer === "times" || layer === "places") return undefined;
  return layer === "actors" ? `${report}:${words[0]!.start}-${words[0]!.end}` : key;
}

/** An event with what reviewers put in the machine's place. */
export function asReviewed(event: EventRow): EventRow {
  const { type, status, sources, targets } = event.reviewed?.corrected ?? {};
  const participants = (codes: readonly string[]): EventRow["sources"] =>
    codes.map((code) => ({
      basis: code === "?" ? "unknown" : "given",
      ...(code !== "?" && { actor: actorOf(code) }),
    }));
  return {
    ...event,
    ...(type !== undefined && { type: type as EventRow["type"] }),
    ...(status !== undefined && { status: status as EventRow["status"] }),
    ...(sources && { sources: participants(sources) }),
    ...(targets && { targets: participants(targets) }),
  };
}

function actorOf(text: string): NonNullable<EventRow["sources"][number]["actor"]> {
  const [code = text, sector] = text.split(".");
  return { code, ...(sector !== undefined && { sector }) };
}
