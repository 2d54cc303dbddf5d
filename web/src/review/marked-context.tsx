import { Fragment } from "react";
import type { RowToJudge } from "../../../src/server/schemas/reviews.js";
import { piecesOf } from "./pieces.js";

/** The paragraphs that a row stands in, with its words marked, and those of who takes part. */
export function MarkedContext({ row }: { readonly row: Pick<RowToJudge, "context" | "spans" | "others"> }) {
  return (
    <div className="context" lang="en">
      {row.context.map((paragraph) => (
        <p key={paragraph.start}>
          {piecesOf(paragraph, row.spans, row.others).map(({ start, end, marked, belongs }) => {
            const words = paragraph.words.slice(start - paragraph.start, end - paragraph.start);
            const shown = belongs ? <u>{words}</u> : words;
            return marked ? <mark key={start}>{shown}</mark> : <Fragment key={start}>{shown}</Fragment>;
          })}
        </p>
      ))}
    </div>
  );
}
