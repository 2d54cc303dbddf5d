import { useState } from "react";
import type { EventRow, Summary } from "../../../src/server/schemas/rows.js";
import { addressOf, go, Link, useAddress, withQuery } from "../address.js";
import { useAnswer, usePages } from "../ask.js";
import { Decide, type Decision } from "../happening/decide.js";
import { type Aspect, aspectsOf, mostApart, type Told, toldOf } from "../happening/tellings.js";
import { Marked } from "../parts/marked.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";
import type { Happening } from "../story/compare.js";
import { daysOf, plural } from "../words.js";

/** How many tellings stand side by side before somebody chooses. */
const SIDE_BY_SIDE = 3;
const MOST_TELLINGS = 500;

/** One happening: who tells it how, and why the tellings were linked. */
export function HappeningView({ id }: { readonly id: string }) {
  const answer = useAnswer<Happening>(`/api/happenings/${encodeURIComponent(id)}`);
  // What a decision has made of it is known before the ledger tells that it has changed.
  const [decided, setDecided] = useState<{ of: Happening | undefined; now: Happening }>();
  const happening = decided?.of === answer.data ? decided?.now : answer.data;
  if (!happening) return <Waiting answer={answer} />;
  return (
    <Whole
      happening={happening}
      onDecided={(now, what) => {
        const same = now.find((other) => other.id === id);
        if (same) return setDecided({ of: answer.data, now: same });
        const [first] = happening.events;
        const next = now.find(({ events }) => events.some((event) => event.id === first?.id)) ?? now[0]!;
        go(addressOf(`/happenings/${next.id}`, { decided: what }));
      }}
    />
  );
}

interface WholeProps {
  readonly happening: Happening;
  readonly onDecided: (now: readonly Happening[], what: Decision) => void;
}

function Whole({ happening, onDecided }: WholeProps) {
  const address = useAddress();
  const { id, type, sources, targets, about, name, reality } = happening;
  const rows = usePages<EventRow>("/api/events", { happening: id, limit: MOST_TELLINGS });
  const { data: ledger } = useAnswer<Summary>("/api/ledger");
  const tellings = toldOf(happening, rows.data ?? []);
  const given = address.searchParams.get("tellings")?.split(",");
  const beside = given
    ? tellings.filter((told) => given.includes(told.id))
    : mostApart(tellings, SIDE_BY_SIDE);
  const choose = (told: string, on: boolean) => {
    const now = tellings
      .map((other) => other.id)
      .filter((other) => (other === told ? on : beside.some((one) => one.id === other)));
    go(withQuery(address, { tellings: now.join(",") || "none" }), { replace: true });
  };
  const who = [sources.join(", ") || "nobody named", targets.join(", ")].filter(Boolean).join(" → ");
  const facts: (readonly [string, string])[] = [
    ["when", daysOf(happening)],
    ["words", name],
    ["about", about.join(", ")],
    ["reality", { done: "done, or to be done", wanted: "only wanted", habit: "a habit" }[reality]],
  ];
  return (
    <>
      <Heading title={`${type} ${who}`}>
        {type} {who}
      </Heading>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== "")
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p>
        {plural(happening.reports, "report")} of {plural(happening.outlets, "outlet")},{" "}
        {happening.independentOutlets} of them independent: a report that repeats another’s words counts with
        it.
      </p>
      {address.searchParams.has("decided") && (
        <p role="status">
          Decided: {address.searchParams.get("decided") === "join" ? "the two are one." : "it was split off."}
        </p>
      )}
      <Waiting answer={rows} />
      {rows.data && beside.length > 0 && (
        <Table
          caption="Side by side"
          name={`side-by-side-${id}`}
          columns={besideColumns(beside)}
          rows={[wordsOf(beside), ...aspectsOf(beside)]}
          keyOf={(aspect) => aspect.name}
        />
      )}
      <Table
        caption="Who tells it; the marked ones stand side by side above"
        name={`happening-${id}`}
        columns={tellingColumns(tellings, (told) => beside.some((one) => one.id === told), choose)}
        rows={tellings}
        keyOf={(told) => told.id}
        chosen={address.searchParams.get("row") ?? undefined}
      />
      {ledger && (
        <Decide happening={happening} tellings={tellings} writable={ledger.writable} onDecided={onDecided} />
      )}
      <p className="note">{id}</p>
    </>
  );
}

const outletOf = ({ outlet, row, report }: Told) => outlet ?? row?.reportTitle ?? report;

const WORDS = "words";

function wordsOf(beside: readonly Told[]): Aspect {
  return { name: WORDS, values: beside.map(({ sentence }) => sentence), differs: false };
}

/** The sentence that tells it, with its place in the report. */
function Words({ told: { id, report, sentence, trigger } }: { readonly told: Told }) {
  return (
    <Link href={addressOf(`/reports/${report}`, { row: id })}>
      <Marked sentence={sentence} words={trigger} />
    </Link>
  );
}

/** A column for each telling, headed by its outlet; the last says where they differ. */
function besideColumns(beside: readonly Told[]): readonly Column<Aspect>[] {
  return [
    { name: "told", value: ({ name }) => name, show: ({ name }) => <strong>{name}</strong> },
    ...beside.map(
      (told, i): Column<Aspect> => ({
        name: `${i + 1}. ${outletOf(told)}`,
        value: ({ values }) => values[i],
        show: ({ name, values }) => {
          if (name === WORDS) return <Words told={told} />;
          return values[i] || <span className="none">not told</span>;
        },
      }),
    ),
    { name: "they differ", value: ({ differs }) => (differs ? "yes" : "") },
  ];
}

function tellingColumns(
  tellings: readonly Told[],
  isBeside: (id: string) => boolean,
  choose: (id: string, on: boolean) => void,
): readonly Column<Told>[] {
  const numberOf = (id: string) => tellings.findIndex((told) => told.id === id) + 1;
  return [
    {
      name: "side by side",
      value: ({ id }) => (isBeside(id) ? "yes" : "no"),
      show: (told) => (
        <label className="layer">
          <input
            type="checkbox"
            checked={isBeside(told.id)}
            onChange={(event) => choose(told.id, event.target.checked)}
          />
          {numberOf(told.id)}
          <span className="hidden">. {outletOf(told)} side by side</span>
        </label>
      ),
    },
    { name: "published", value: ({ published }) => published },
    { name: "outlet", value: ({ outlet }) => outlet },
    {
      name: "words",
      value: ({ sentence }) => sentence,
      show: (told) => <Words told={told} />,
    },
    {
      name: "why it is here",
      value: ({ nearest, points, reasons }) =>
        nearest === undefined
          ? ""
          : `like telling ${numberOf(nearest)}${points === undefined ? "" : `, ${points.toFixed(1)} points`}: ${(reasons ?? []).join("; ")}`,
    },
    { name: "event", value: ({ id }) => id, fileOnly: true },
    { name: "report", value: ({ report }) => report, fileOnly: true },
  ];
}
