import type { ActorRow, Dealing } from "../../../src/server/schemas/rows.js";
import { addressOf, Link, useAddress } from "../address.js";
import { useAnswer, usePages } from "../ask.js";
import { Network } from "../network/network.js";
import { Field, Filters } from "../parts/filters.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";
import { typesOf } from "../words.js";

const ACTOR_COLUMNS: readonly Column<ActorRow>[] = [
  {
    name: "code",
    value: ({ code }) => code,
    show: ({ code }) => <Link href={`/actors/${encodeURIComponent(code)}`}>{code}</Link>,
  },
  { name: "name", value: ({ name }) => name },
  { name: "statements", value: ({ statements }) => statements, numeric: true },
  { name: "acts", value: ({ acts }) => acts, numeric: true },
  { name: "acted on", value: ({ actedOn }) => actedOn, numeric: true },
];

export const DEALING_COLUMNS: readonly Column<Dealing>[] = [
  {
    name: "source",
    value: ({ source }) => source,
    show: ({ source }) => <Link href={`/actors/${encodeURIComponent(source)}`}>{source}</Link>,
  },
  {
    name: "target",
    value: ({ target }) => target,
    show: ({ target }) => <Link href={`/actors/${encodeURIComponent(target)}`}>{target}</Link>,
  },
  {
    name: "events",
    value: ({ events }) => events,
    show: ({ source, target, events }) => (
      <Link href={addressOf("/events", { source, target })}>
        {events}
        <span className="hidden">
          {" "}
          of {source} towards {target}
        </span>
      </Link>
    ),
    numeric: true,
  },
  { name: "types", value: typesOf },
];

/** Who is in the ledger, and who deals with whom. */
export function ActorsView() {
  const { searchParams } = useAddress();
  const from = searchParams.get("from") ?? undefined;
  const to = searchParams.get("to") ?? undefined;
  const dealings = useAnswer<{ items: Dealing[] }>(addressOf("/api/dealings", { from, to, limit: 80 }));
  const actors = usePages<ActorRow>("/api/actors", { q: searchParams.get("q") ?? undefined });
  return (
    <>
      <Heading title="Actors">Actors</Heading>
      <Filters>
        <Field name="from" label="From" type="date" />
        <Field name="to" label="To" type="date" />
      </Filters>
      <Waiting answer={dealings} />
      {dealings.data && (
        <div className="beside">
          <Network dealings={dealings.data.items} />
          <Table
            caption="Who acts towards whom"
            name="dealings"
            columns={DEALING_COLUMNS}
            rows={dealings.data.items}
            keyOf={({ source, target }) => `${source} ${target}`}
          />
        </div>
      )}
      <Filters>
        <Field name="q" label="Code or name" type="search" />
      </Filters>
      <Waiting answer={actors} />
      {actors.data && (
        <Table
          caption="Who is in the ledger"
          name="actors"
          columns={ACTOR_COLUMNS}
          rows={actors.data}
          keyOf={({ code }) => code}
          more={actors.more}
        />
      )}
    </>
  );
}
