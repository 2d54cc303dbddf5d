import type { z } from "zod";
import type { explained } from "../../../src/server/schemas/explained.js";
import { addressOf, go, Link, useAddress, withQuery } from "../address.js";
import { useAnswer } from "../ask.js";
import { Waiting } from "./state.js";

/** Why a row is there: the rule, the steps, what lost, and who was meant. */
export function Explanation({ id }: { readonly id: string }) {
  const answer = useAnswer<z.infer<typeof explained>>(`/api/explanations/${id}`);
  const address = useAddress();
  if (!answer.data) return <Waiting answer={answer} />;
  const { rule, steps, rivals, actors, evidence, rests, happening, exchanges, positions } = answer.data;
  return (
    <div className="explanation">
      <dl>
        <dt>rule</dt>
        <dd>{rule}</dd>
        {evidence.map(({ part, words, start }) => (
          <div key={`${part} ${start}`}>
            <dt>{part}</dt>
            <dd>“{words}”</dd>
          </div>
        ))}
      </dl>
      {steps.length > 0 && (
        <>
          <h3>Why</h3>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
      {actors.length > 0 && (
        <>
          <h3>Who</h3>
          <ul>
            {actors.map(({ role, actor, words, because }) => (
              <li key={`${role} ${actor} ${words?.start}`}>
                {role}: <strong>{actor}</strong> {words && `“${words.words}”`}
                <ul>
                  {because.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
      {rivals.length > 0 && (
        <>
          <h3>What lost</h3>
          <ul>
            {rivals.map(({ type, by, reason }) => (
              <li key={`${type} ${by}`}>
                {type} ({by}): {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {rests.length > 0 && (
        <p>
          {rests.map(({ part, id: other }) => (
            <button
              key={`${part} ${other}`}
              type="button"
              onClick={() => go(withQuery(address, { row: other }), { replace: true })}
            >
              Show: {part}
            </button>
          ))}
        </p>
      )}
      {happening !== undefined && (
        <p>
          <Link href={addressOf(`/happenings/${happening}`, { row: id })}>Who else tells it</Link>
        </p>
      )}
      {exchanges.map((exchange) => (
        <p key={exchange}>
          <Link href={`/exchanges/${exchange}`}>
            What was asked and answered, in all reports<span className="hidden"> ({exchange})</span>
          </Link>
        </p>
      ))}
      {positions.map((position) => (
        <p key={position}>
          <Link href={`/positions/${position}`}>
            The position that it takes<span className="hidden"> ({position})</span>
          </Link>
        </p>
      ))}
      <p className="note">{id}</p>
    </div>
  );
}
