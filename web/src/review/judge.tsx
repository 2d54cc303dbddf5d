import { useCallback, useEffect, useRef, useState } from "react";
import type { Verdict } from "../../../src/ledger/reviews/review.js";
import type { RowToJudge, StandingReviewBody } from "../../../src/server/schemas/reviews.js";
import { addressOf } from "../address.js";
import { ask, asProblem, type ProblemBody, send } from "../ask.js";
import { CorrectionForm } from "./correction-form.js";
import type { FormValues } from "./form-values.js";
import { useReviewer, useSingleKeys } from "./reviewer.js";
import { correctionText, shownFields } from "./values.js";

const DONE: Readonly<Record<Verdict, string>> = {
  accept: "Accepted.",
  correct: "Corrected.",
  reject: "Rejected.",
  withdraw: "Withdrawn.",
};

/** One row as the interface has it for a reviewer. */
export function askRow(id: string, reviewer: string): Promise<RowToJudge> {
  return ask<RowToJudge>(addressOf(`/api/reviews/queue/${encodeURIComponent(id)}`, { as: reviewer }));
}

interface JudgeProps {
  readonly row: RowToJudge;
  /** What came of a judgement: the row as the reviewer may see it now. */
  readonly onJudged: (row: RowToJudge, said: string) => void;
  /** True where single keys judge. */
  readonly keys?: boolean;
  readonly writable: boolean;
}

/** What the machine says of a row, what people say of it, and the buttons to say so oneself. */
export function Judge({ row, onJudged, keys = false, writable }: JudgeProps) {
  const reviewer = useReviewer();
  const single = useSingleKeys();
  const mine = row.reviews.find((review) => review.reviewer === reviewer);
  const [note, setNote] = useState(mine?.note ?? "");
  const [correcting, setCorrecting] = useState(false);
  const [problem, setProblem] = useState<ProblemBody>();
  const buttons = useRef<HTMLParagraphElement>(null);
  const say = useCallback(
    async (verdict: Verdict, correction?: FormValues) => {
      setProblem(undefined);
      try {
        const judgement = { row: row.id, reviewer, verdict, ...(correction && { correction }) };
        await send("/api/reviews", { ...judgement, ...(note.trim() && { note: note.trim() }) });
        setCorrecting(false);
        onJudged(await askRow(row.id, reviewer), DONE[verdict]);
      } catch (error) {
        setProblem(asProblem(error));
      }
    },
    [row.id, reviewer, note, onJudged],
  );
  const ready = writable && reviewer !== "";
  useJudgeKeys(keys && single && ready && !correcting, {
    a: () => void say("accept"),
    c: () => setCorrecting(true),
    r: () => void say("reject"),
    u: () => mine && void say("withdraw"),
  });
  return (
    <div className="judge">
      <Said of={row.of} machine={row.machine} reviews={row.reviews} />
      {!writable && <p className="note">The ledger may only be read, so that nothing can be judged.</p>}
      {writable && reviewer === "" && (
        <p role="alert">Give your name above, so that your word is known as yours.</p>
      )}
      {ready && (
        <>
          <p className="choices" ref={buttons}>
            <button
              type="button"
              aria-pressed={mine?.verdict === "accept"}
              onClick={() => void say("accept")}
            >
              Accept
            </button>
            <button
              type="button"
              aria-pressed={mine?.verdict === "correct"}
              aria-expanded={correcting}
              onClick={() => setCorrecting(!correcting)}
            >
              Correct
            </button>
            <button
              type="button"
              aria-pressed={mine?.verdict === "reject"}
              onClick={() => void say("reject")}
            >
              Reject
            </button>
            {mine && (
              <button type="button" onClick={() => void say("withdraw")}>
                Withdraw
              </button>
            )}
          </p>
          <label className="field wide">
            <span>Note</span>
            <input
              type="text"
              value={note}
              maxLength={2000}
              placeholder="why; kept with what you say"
              onChange={(event) => setNote(event.target.value)}
            />
          </label>
          {correcting && (
            <CorrectionForm
              row={row}
              correction={mine?.correction}
              onSend={(correction) => void say("correct", correction)}
              onCancel={() => {
                setCorrecting(false);
                buttons.current?.querySelectorAll("button")[1]?.focus();
              }}
            />
          )}
        </>
      )}
      {problem && (
        <p role="alert" className="problem">
          Not kept: found {problem.met}; expected {problem.expected}. {problem.advice}
        </p>
      )}
    </div>
  );
}

/** What the machine says and what each person says, side by side. */
function Said({ of, machine, reviews }: Pick<RowToJudge, "of" | "machine" | "reviews">) {
  return (
    <dl className="said">
      <div>
        <dt>machine</dt>
        <dd>
          {shownFields(of, machine).map(([field, text]) => (
            <span key={field}>
              <small>{field}</small> {text}
            </span>
          ))}
        </dd>
      </div>
      {reviews.map((review) => (
        <div key={review.id}>
          <dt>{review.reviewer}</dt>
          <dd>{reviewText(review)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What a person says, in a line. */
export function reviewText({ of, verdict, correction, note, changed }: StandingReviewBody): string {
  return [
    correction ? `corrects: ${correctionText(of, correction)}` : `${verdict}s`,
    ...(note ? [`“${note}”`] : []),
    ...(changed ? [`the machine now says another ${changed.join(", ")}`] : []),
  ].join(" · ");
}

/** Listens to single keys wherever nothing is typed. */
export function useJudgeKeys(on: boolean, actions: Readonly<Record<string, () => void>>): void {
  const now = useRef(actions);
  now.current = actions;
  useEffect(() => {
    if (!on) return;
    const listener = (event: KeyboardEvent) => {
      const typed =
        event.target instanceof Element && event.target.closest("input, textarea, select, form, dialog");
      if (typed || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const action = now.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, [on]);
}
