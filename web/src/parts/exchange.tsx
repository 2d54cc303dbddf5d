import { useState } from "react";
import { addressOf, Link } from "../address.js";
import { JudgeInPlace } from "../review/judge-in-place.js";
import { togetherText } from "../review/reviewed.js";
import { type Exchange, tenorOf } from "../timeline/layout.js";

/** "demand of CHN to USA". */
export function titleOf({ openingIs, asks, asked }: Exchange): string {
  return `${openingIs} of ${asks.join(", ") || "somebody"} to ${asked.join(", ") || "nobody named"}`;
}

/** What opens an exchange across reports and its answers, with the words; each answer can be judged. */
export function ExchangeParts({ exchange }: { readonly exchange: Exchange }) {
  const { opening, answers, reports, name } = exchange;
  return (
    <>
      <Turn turn={opening} happening={exchange.happening} />
      <p className="note">
        {reports === 1 ? "One report tells it" : `${reports} reports tell it`} · {name}
      </p>
      {answers.length === 0 && <p>Silence so far: no report in the ledger tells an answer.</p>}
      {answers.map((answer) => (
        <div key={answer.id}>
          <h3 className={`answer ${tenorOf(answer.answerIs)}`}>
            {answer.answerIs}
            {answer.day && `, ${answer.day}`}
          </h3>
          {answer.reviewed && (
            <p className="reviewed">{togetherText({ of: "answer", ...answer.reviewed })}</p>
          )}
          <Turn turn={answer} happening={answer.happening} />
          <p className="note">
            {answer.link === "explicit"
              ? `joined by the words “${answer.joinedBy ?? ""}”`
              : `inferred${answer.sure === undefined ? "" : `, ${Math.round(answer.sure * 100)} in 100 sure`}${
                  answer.reasons ? `: ${answer.reasons.join("; ")}` : ""
                }`}
          </p>
          <JudgeAnswer id={`${answer.id}-${opening.id}`} words={answer.words} />
        </div>
      ))}
    </>
  );
}

function JudgeAnswer({ id, words }: { readonly id: string; readonly words: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Review this answer<span className="hidden">: {words}</span>
      </summary>
      {open && <JudgeInPlace id={id} />}
    </details>
  );
}

interface TurnProps {
  readonly turn: Exchange["opening"];
  readonly happening: string | undefined;
}

function Turn({ turn: { id, report, words, outlet, published }, happening }: TurnProps) {
  return (
    <blockquote>
      <p>{words}</p>
      <footer>
        <Link href={addressOf(`/reports/${report}`, { row: id })}>
          {[outlet ?? "outlet not known", published].filter(Boolean).join(", ")}
        </Link>
        {happening !== undefined && (
          <>
            {" · "}
            <Link href={`/happenings/${happening}`}>
              who tells it<span className="hidden">: {words}</span>
            </Link>
          </>
        )}
      </footer>
    </blockquote>
  );
}
