import { useEffect, useState } from "react";
import type { RowToJudge } from "../../../src/server/schemas/reviews.js";
import type { Summary } from "../../../src/server/schemas/rows.js";
import { asProblem, type ProblemBody, useAnswer } from "../ask.js";
import { Waiting } from "../parts/state.js";
import { askRow, Judge } from "./judge.js";
import { ReviewerField, useReviewer } from "./reviewer.js";

/** Judges a row where it stands, in the view of its report or exchange. */
export function JudgeInPlace({ id, onJudged }: { readonly id: string; readonly onJudged?: () => void }) {
  const reviewer = useReviewer();
  const [row, setRow] = useState<RowToJudge>();
  const [problem, setProblem] = useState<ProblemBody>();
  const [said, setSaid] = useState("");
  const { data: ledger } = useAnswer<Summary>("/api/ledger");
  useEffect(() => {
    let left = false;
    askRow(id, reviewer)
      .then((found) => !left && setRow(found))
      .catch((error: unknown) => !left && setProblem(asProblem(error)));
    return () => {
      left = true;
    };
  }, [id, reviewer]);
  if (!row) return <Waiting answer={{ loading: true, ...(problem && { problem }) }} />;
  return (
    <section className="in-place" aria-label="Review of this row">
      {reviewer === "" && <ReviewerField />}
      <Judge
        key={`${id} ${reviewer}`}
        row={row}
        writable={ledger?.writable ?? false}
        onJudged={(now, what) => {
          setRow(now);
          setSaid(what);
          onJudged?.();
        }}
      />
      <p role="status">{said}</p>
    </section>
  );
}
