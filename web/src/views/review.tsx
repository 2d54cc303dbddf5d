import { useCallback, useEffect, useRef, useState } from "react";
import { CHOICES, type ReviewedKind } from "../../../src/ledger/reviews/review.js";
import type { RowToJudge } from "../../../src/server/schemas/reviews.js";
import type { Summary } from "../../../src/server/schemas/rows.js";
import { addressOf, go, Link, useAddress, withQuery } from "../address.js";
import { useAnswer } from "../ask.js";
import { ActorOptions, CodesField } from "../parts/actor-options.js";
import { Explanation } from "../parts/explanation.js";
import { anyOf, Choice, Field, Filters } from "../parts/filters.js";
import { Days } from "../parts/shared-filters.js";
import { Heading, Waiting } from "../parts/state.js";
import { Judge, useJudgeKeys } from "../review/judge.js";
import { MarkedContext } from "../review/marked-context.js";
import { KeysSwitch, ReviewerField, useReviewer, useSingleKeys } from "../review/reviewer.js";
import { useQueue } from "../review/use-queue.js";

const KINDS = [
  ["", "events"],
  ["statement", "statements"],
  ["exchange", "exchanges of one report"],
  ["answer", "answers across reports"],
  ["relation", "relations"],
] as const;
const FILTERS = [
  "of",
  "between",
  "type",
  "status",
  "from",
  "to",
  "outlet",
  "story",
  "issue",
  "report",
  "seed",
  "sample",
];
const PAGE = 20;
/** So many rows before the last that is there the next ones are fetched. */
const AHEAD = 5;

/** Rows one after the other, to be accepted, corrected or rejected. */
export function ReviewView() {
  const { searchParams } = useAddress();
  const reviewer = useReviewer();
  const { data: ledger } = useAnswer<Summary>("/api/ledger");
  const given = (name: string) => searchParams.get(name) ?? undefined;
  const of = (given("of") ?? "event") as ReviewedKind;
  const all = given("rows") === "all";
  const query = {
    ...Object.fromEntries(FILTERS.map((name) => [name, given(name)])),
    of,
    as: reviewer,
    unjudged: reviewer === "" || all ? undefined : "true",
    limit: PAGE,
  };
  return (
    <>
      <Heading title="Review">Review</Heading>
      <p>
        What the machine says and what you say are kept apart; your word holds also when reports are read
        again. What others say of a row you see when you have judged it.{" "}
        <Link href="/reviews">What was said so far</Link>
      </p>
      <Filters>
        <ReviewerField />
        <Choice name="of" label="Rows" options={KINDS} />
        <Choice
          name="rows"
          label="Which"
          options={[
            ["", "not yet judged by me"],
            ["all", "all"],
          ]}
        />
        {CHOICES[of]?.type && (
          <Choice name="type" label="Type" options={anyOf("any type", CHOICES[of].type)} />
        )}
        {CHOICES[of]?.status && (
          <Choice name="status" label="Status" options={anyOf("any status", CHOICES[of].status)} />
        )}
        <CodesField name="between" label="Between" placeholder="CHN,USA" />
        <Field name="outlet" label="Outlet" />
        <Days />
        <Field name="seed" label="Sample by seed" placeholder="any word" />
        <ActorOptions />
      </Filters>
      <KeysSwitch />
      {ledger && (
        <Rows key={reviewer} address={addressOf("/api/reviews/queue", query)} writable={ledger.writable} />
      )}
    </>
  );
}

function Rows({ address, writable }: { readonly address: string; readonly writable: boolean }) {
  const queue = useQueue(address);
  const view = useAddress();
  const wanted = view.searchParams.get("row");
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState("");
  // Whoever wants to know it of one row wants to know it of the next.
  const [why, setWhy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const { rows, put, fetchMore, more } = queue;
  // Another queue begins at the row that the address names, where it is there, or at its first.
  useEffect(() => setAt(0), [address]);
  const found = rows.findIndex(({ id }) => id === wanted);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current || rows.length === 0) return;
    first.current = false;
    if (found > 0) setAt(found);
  }, [rows, found]);
  useEffect(() => {
    if (more && at >= rows.length - AHEAD) fetchMore();
  }, [at, rows.length, more, fetchMore]);
  const row = rows[Math.min(at, rows.length - 1)];
  const move = useCallback(
    (to: number) => {
      if (to < 0 || to >= rows.length) return;
      setAt(to);
      setSaid("");
      go(withQuery(new URL(location.href), { row: rows[to]!.id }), { replace: true });
      heading.current?.focus();
    },
    [rows],
  );
  const singleKeys = useSingleKeys();
  useJudgeKeys(singleKeys, { ArrowLeft: () => move(at - 1), ArrowRight: () => move(at + 1) });
  const judged = (now: RowToJudge, what: string) => {
    put(now);
    if (what !== "Withdrawn." && at + 1 < rows.length) move(at + 1);
    setSaid(at + 1 < rows.length || more ? what : `${what} That was the last row.`);
  };
  return (
    <>
      <Waiting
        answer={queue.problem ? { problem: queue.problem, loading: false } : { loading: queue.loading }}
      />
      {queue.sample && (
        <p>
          A sample of {queue.sample.size} rows; you had judged {queue.sample.judged} of them.
        </p>
      )}
      {!queue.loading && !queue.problem && rows.length === 0 && (
        <p className="none">No row is left to be judged.</p>
      )}
      <p role="status" className="told">
        {said}
      </p>
      {row && (
        <article className="to-judge" aria-labelledby="row-heading">
          <div className="table-head">
            <h2 id="row-heading" ref={heading} tabIndex={-1}>
              {row.of} {Math.min(at, rows.length - 1) + 1} of {rows.length}
              {more && " and more"}
            </h2>
            <p className="choices">
              <button type="button" onClick={() => move(at - 1)} disabled={at === 0}>
                Back
              </button>
              <button type="button" onClick={() => move(at + 1)} disabled={at + 1 >= rows.length}>
                On
              </button>
            </p>
          </div>
          <p className="note">
            <Link
              href={addressOf(`/reports/${row.report}`, {
                row: row.opening ? row.id.slice(0, row.id.indexOf("-")) : row.id,
              })}
            >
              {row.reportTitle ?? row.report}
            </Link>
            {[row.outlet, row.published].filter(Boolean).map((fact) => ` · ${fact}`)}
          </p>
          {row.opening && <Opening opening={row.opening} />}
          <MarkedContext row={row} />
          <Judge key={row.id} row={row} writable={writable} onJudged={judged} keys />
          {row.opening ? (
            <p>
              <Link href={`/exchanges/${row.opening.exchange}`}>Why the machine says so: the exchange</Link>
            </p>
          ) : (
            <details open={why} onToggle={(event) => setWhy(event.currentTarget.open)}>
              <summary>Why the machine says so</summary>
              {why && <Explanation id={row.id} />}
            </details>
          )}
        </article>
      )}
    </>
  );
}

/** What an answer across reports answers, in its own report. */
function Opening({ opening }: { readonly opening: NonNullable<RowToJudge["opening"]> }) {
  return (
    <>
      <p className="note">
        What it answers:{" "}
        <Link href={addressOf(`/reports/${opening.report}`, { row: opening.id })}>
          {opening.reportTitle ?? opening.report}
        </Link>
        {[opening.outlet, opening.published].filter(Boolean).map((fact) => ` · ${fact}`)}
      </p>
      <MarkedContext row={opening} />
      <p className="note">The answer:</p>
    </>
  );
}
