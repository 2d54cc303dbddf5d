import { useMemo } from "react";
import type { Dealing } from "../../../src/server/schemas/rows.js";
import { addressOf, go, Link, useAddress, withQuery } from "../address.js";
import { useAnswer, usePages } from "../ask.js";
import { ActorOptions, CodesField } from "../parts/actor-options.js";
import { ExchangeParts, titleOf } from "../parts/exchange.js";
import { Choice, Field, Filters } from "../parts/filters.js";
import { IssueChoice } from "../parts/issue-choice.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";
import { togetherText } from "../review/reviewed.js";
import { useReviewer } from "../review/reviewer.js";
import { type Exchange, tenorOf } from "../timeline/layout.js";
import { Timeline } from "../timeline/timeline.js";

const outlets = ({ opening, answers }: Exchange) =>
  [
    ...new Set([opening, ...answers].map(({ outlet }) => outlet).filter((outlet) => outlet !== undefined)),
  ].join(", ");

const inBrackets = (reviewed: Exchange["answers"][number]["reviewed"]) =>
  reviewed ? ` (${togetherText({ of: "answer", ...reviewed })})` : "";

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
    value: ({ answers }) =>
      answers
        .map(({ answerIs, words, reviewed }) => `${answerIs}${inBrackets(reviewed)}: ${words}`)
        .join(" | "),
    show: ({ answers }) =>
      answers.length === 0 ? (
        "silence so far"
      ) : (
        <ul className="plain">
          {answers.map(({ id, answerIs, words, reviewed }) => (
            <li key={id}>
              <strong className={`answer ${tenorOf(answerIs)}`}>{answerIs}</strong>
              {inBrackets(reviewed)} {words}
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
  const reviewer = useReviewer();
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
    as: reviewer,
    limit: 300,
  });
  const chosen = exchanges.data?.find(({ id }) => id === given("row"));
  return (
    <>
      <Heading title={between ? `Dispute ${sides.join(" – ")}` : "Disputes"}>
        {between ? `${sides.join(" – ")}: what was asked, and what was answered` : "Disputes"}
      </Heading>
      <Filters>
        <CodesField name="between" label="Sides" placeholder="CHN,USA" />
        <CodesField name="about" label="About" placeholder="PRK" />
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
  return (
    <section className="chosen" aria-label="The chosen exchange" aria-live="polite">
      <h2>{titleOf(exchange)}</h2>
      <ExchangeParts exchange={exchange} />
      <p>
        <Link href={`/exchanges/${exchange.id}`}>This exchange by itself</Link>
      </p>
    </section>
  );
}
