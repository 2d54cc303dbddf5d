import { useCallback, useEffect, useMemo, useState } from "react";
import { addressOf } from "../address.js";
import { ask } from "../ask.js";
import { useRevision } from "../changes.js";
import type { ReviewedRow } from "./reviewed.js";
import { useReviewer } from "./reviewer.js";

/** What reviewers say together of the rows of a report, by row. */
export function useReviewed(report: string) {
  const reviewer = useReviewer();
  const revision = useRevision();
  const [asked, setAsked] = useState(0);
  const [rows, setRows] = useState<readonly ReviewedRow[]>([]);
  useEffect(() => {
    const ends = new AbortController();
    const address = addressOf("/api/reviews/rows", { report, as: reviewer, limit: 500 });
    ask<{ items: ReviewedRow[] }>(address, ends.signal)
      .then(({ items }) => setRows(items))
      .catch(() => undefined);
    return () => ends.abort();
  }, [report, reviewer, revision, asked]);
  const reviewed = useMemo(() => new Map(rows.map((row) => [row.row, row])), [rows]);
  return { reviewed, askAgain: useCallback(() => setAsked((before) => before + 1), []) };
}
