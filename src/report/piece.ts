import type { Block } from "./block.js";
import type { BylineParts } from "./byline.js";
import type { DatelineParts } from "./dateline.js";
import type { DateParts } from "./dates.js";
import type { LicenceParts } from "./licence.js";
import type { ParagraphRole } from "./report.js";

/** What a piece of a report states about the report itself. */
export type Statement =
  | { readonly of: "title" }
  | { readonly of: "outlet"; readonly name: string; readonly by: string }
  | { readonly of: "bylines"; readonly parts: BylineParts; readonly by: string }
  | {
      readonly of: "date";
      readonly date: DateParts;
      readonly dated: "first" | "later" | "plain";
      readonly by: string;
    }
  | { readonly of: "dateline"; readonly dateline: DatelineParts }
  | { readonly of: "licence"; readonly parts: LicenceParts };

/** A block with its role settled, and what it states. */
export interface Piece {
  readonly text: string;
  readonly role: ParagraphRole;
  readonly reason?: string;
  readonly states: readonly Statement[];
  /** True where it stands in one line with the piece before it, as a dateline and its paragraph do. */
  readonly joined?: boolean;
}

export function piece(
  block: Pick<Block, "text">,
  role: ParagraphRole,
  reason: string | undefined,
  states: readonly Statement[] = [],
): Piece {
  return { text: block.text, role, states, ...(reason === undefined ? {} : { reason }) };
}
