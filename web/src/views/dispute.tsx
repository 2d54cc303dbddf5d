import { useMemo } from "react";
import type { Dealing } from "../../../src/server/schemas/rows.js";
import { addressOf, go, Link, useAddress, withQuery } from "../address.js";
import { useAnswer, usePages } from "../ask.js";
import { ActorOptions } from "../parts/actor-options.js";
import { Choice, Field, Filters, tidyCodes } from "../parts/filters.js";
import { IssueChoice } from "../parts/issue-choice.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";
import { type Exchange, tenorOf } from "../timeline/layout.js";
import { Timeline } from "../timeline/timeline.js";

const outlets = ({ opening, answers }: Exchange) =>
  [
    ...new Set([opening, ...answers].map(({ outlet }) => outlet).filter((outlet) => outlet !== undefined)),
  ].join(", ");

const COLUMNS: readonly Column<Exchange>[] = [
  { name: "day", value: ({ firstDay }) => firstDay },
  { name: "opened by", value: ({ openingIs }) => openingIs },
  { name: "who asks", value: ({ asks }) => asks.join(", ") },
  { name: "who is asked", value: ({ asked }) => asked.join(", ") },
  {
    name: "words",
    value: ({ opening }) => opening.words,
    show: (exchange) => <Choose exchange={exchange} />,
  },
  {
    name: "answers",
    value: ({ answers }) => answers.map(({ answerIs, words }) => `${answerIs}: ${words}`).join(" | "),
    show: ({ answers }) =>
      answers.length === 0 ? (
        "silence so far"
      ) : (
        <ul className="plain">
          {answers.map(({ id, answerIs, words }) => (
            <li key={id}>
              <strong className={`answer ${tenorOf(answerIs)}`}>{answerIs}</strong> {words}
            </li>
          ))}
        </ul>
      ),
  },
  { name: "told by", value: outlets },
  { name: "reports", value: ({ reports }) => reports, numeric: true },
];

function Choose({ exchange: { id, opening } }: { readonly exchange: Exchange }) {
  const address = useAddress();
  const to = withQuery(address, { row: id });
  return (
    <a
      href={to}
      onClick={(event) => {
        event.preventDefault();
        go(to, { replace: true });
      }}
    >
      {opening.words}
    </a>
  );
}

/** Demands between two sides and their answers, over time. */
export function DisputeView() {
  const { searchParams } = useAddress();
  const given = (name: string) => searchParams.get(name) ?? undefined;
  const between = given("between");
  const sides = useMemo(() => between?.split(",") ?? [], [between]);
  const exchanges = usePages<Exchange>("/api/exchanges", {
    between,
    about: given("about"),
    from: given("from"),
    to: given("to"),
    story: given("story"),
    issue: given("issue"),
    answered: given("answered"),
    limit: 300,
  });
  const chosen = exchanges.data?.find(({ id }) => id === given("row"));
  return (
    <>
      <Heading title={between ? `Dispute ${sides.join(" – ")}` : "Disputes"}>
        {between ? `${sides.join(" – ")}: what was asked, and what was answered` : "Disputes"}
      </Heading>
      <Filters>
        <Field name="between" label="Sides" placeholder="CHN,USA" list="actors" tidy={tidyCodes} />
        <Field name="about" label="About" placeholder="PRK" list="actors" tidy={tidyCodes} />
        <IssueChoice />
        <Field name="from" label="From" type="date" />
        <Field name="to" label="To" type="date" />
        <Choice
          name="answered"
          label="Answers"
          options={[
            ["", "with or without"],
            ["true", "answered"],
            ["false", "silence so far"],
          ]}
        />
        <ActorOptions />
      </Filters>
      {!between && <Pairs />}
      <Waiting answer={exchanges} />
      {exchanges.data && (
        <>
          {exchanges.data.length > 0 && (
            <Timeline exchanges={exchanges.data} sides={sides} chosen={chosen?.id} />
          )}
          {chosen && <Chosen exchange={chosen} />}
          <Table
            caption={exchanges.more ? "The latest exchanges" : "Exchanges"}
            name="exchanges"
            columns={COLUMNS}
            rows={exchanges.data}
            keyOf={({ id }) => id}
            chosen={chosen?.id}
            more={exchanges.more}
          />
        </>
      )}
    </>
  );
}

/** The pairs that deal with each other most, to begin with. */
function Pairs() {
  const { data } = useAnswer<{ items: Dealing[] }>("/api/dealings?limit=60");
  const pairs = new Map<string, number>();
  for (const { source, target, events } of data?.items ?? []) {
    const pair = [source, target].sort().join(",");
    pairs.set(pair, (pairs.get(pair) ?? 0) + events);
  }
  const most = [...pairs].sort((a, b) => b[1] - a[1]).slice(0, 12);
  if (most.length === 0) return null;
  return (
    <nav aria-label="Sides that deal with each other most" className="pairs">
      {most.map(([pair, events]) => (
        <Link key={pair} href={addressOf("/disputes", { between: pair })}>
          {pair.replace(",", " – ")} <small>{events}</small>
        </Link>
      ))}
    </nav>
  );
}

function Chosen({ exchange }: { readonly exchange: Exchange }) {
  const { opening, openingIs, asks, asked, answers, reports, name } = exchange;
  return (
    <section className="chosen" aria-label="The chosen exchange" aria-live="polite">
      <h2>
        {openingIs} of {asks.join(", ")} to {asked.join(", ") || "nobody named"}
      </h2>
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
          <Turn turn={answer} happening={answer.happening} />
          <p className="note">
            {answer.link === "explicit"
              ? `joined by the words “${answer.joinedBy ?? ""}”`
              : `inferred${answer.sure === undefined ? "" : `, ${Math.round(answer.sure * 100)} in 100 sure`}${
                  answer.reasons ? `: ${answer.reasons.join("; ")}` : ""
                }`}
          </p>
        </div>
      ))}
    </section>
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
