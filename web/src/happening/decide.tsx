import { useState } from "react";
import { addressOf, Link } from "../address.js";
import { type ProblemBody, send, usePages } from "../ask.js";
import { Problem } from "../parts/state.js";
import type { Happening } from "../story/compare.js";
import { daysOf } from "../words.js";
import type { Told } from "./tellings.js";

export type Decision = "join" | "split";

interface DecideProps {
  readonly happening: Happening;
  readonly tellings: readonly Told[];
  readonly writable: boolean;
  /** Told the happenings that come of a decision. */
  readonly onDecided: (now: readonly Happening[], what: Decision) => void;
}

const MOST_OTHERS = 20;
const MOST_ACTORS = 10;

/** What a person may decide of a happening: that one of its tellings tells of something else, or that another is the same. */
export function Decide({ happening, tellings, writable, onDecided }: DecideProps) {
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<ProblemBody>();
  const [done, setDone] = useState<readonly Happening[]>();
  const [other, setOther] = useState("");
  const [telling, setTelling] = useState("");
  const { id, sources, targets, firstDay, lastDay } = happening;
  const others = usePages<Happening>("/api/happenings", {
    about: [...sources, ...targets].slice(0, MOST_ACTORS).join(","),
    from: firstDay,
    to: lastDay,
    limit: MOST_OTHERS,
  });
  if (!writable) {
    return <p className="none">This ledger may only be read: nothing can be joined or split off.</p>;
  }
  const decide = async (what: Decision, query: Readonly<Record<string, string>>) => {
    try {
      const address = addressOf(`/api/happenings/${encodeURIComponent(id)}/${what}`, { ...query, note });
      const { items } = await send<{ items: Happening[] }>(address);
      setProblem(undefined);
      setDone(items);
      setOther("");
      setTelling("");
      onDecided(items, what);
    } catch (error) {
      setProblem(error as ProblemBody);
    }
  };
  return (
    <section aria-label="What a person decides" className="decide">
      <h2>Decide for good</h2>
      <p className="none">
        A decision holds for good, also when the reports are read again, until the contrary is decided.
      </p>
      <label className="field">
        <span>Why (kept with the decision)</span>
        <input value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
      </label>
      {tellings.length > 1 && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void decide("split", { event: telling });
          }}
        >
          <label className="field">
            <span>A telling that tells of something else</span>
            <select required value={telling} onChange={(event) => setTelling(event.target.value)}>
              <option value="">choose one</option>
              {tellings.map(({ id: event, outlet, sentence }, i) => (
                <option key={event} value={event}>
                  {`${i + 1}. ${outlet ?? ""} ${short(sentence)}`}
                </option>
              ))}
            </select>
          </label>
          <button type="submit">Split it off</button>
        </form>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void decide("join", { with: other.trim() });
        }}
      >
        <label className="field">
          <span>Another happening that is the same</span>
          <input
            required
            value={other}
            list="other-happenings"
            placeholder="its identifier"
            onChange={(event) => setOther(event.target.value)}
          />
        </label>
        <datalist id="other-happenings">
          {others.data
            ?.filter((one) => one.id !== id)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {`${labelOf(one)} · ${daysOf(one)} · ${one.name}`}
              </option>
            ))}
        </datalist>
        <button type="submit">Join the two</button>
      </form>
      <div role="status">
        {problem && <Problem problem={problem} />}
        {done && (
          <p>
            Decided.{" "}
            {done.map((one) => (
              <span key={one.id}>
                <Link href={`/happenings/${one.id}`}>{labelOf(one)}</Link>: {one.events.length} told.{" "}
              </span>
            ))}
          </p>
        )}
      </div>
    </section>
  );
}

function labelOf({ type, sources, targets }: Happening): string {
  return `${type} ${[sources.join(", ") || "nobody named", targets.join(", ")].filter(Boolean).join(" → ")}`;
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
