import { EVENT_TYPES, STATUSES } from "../../../src/event/event.js";
import type { EventRow } from "../../../src/server/schemas/rows.js";
import { addressOf, Link, useAddress } from "../address.js";
import { usePages } from "../ask.js";
import { ActorOptions } from "../parts/actor-options.js";
import { Choice, Field, Filters, tidyCodes } from "../parts/filters.js";
import { Marked } from "../parts/marked.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";
import { side, timeOf } from "../words.js";

export const EVENT_COLUMNS: readonly Column<EventRow>[] = [
  { name: "when", value: ({ time }) => timeOf(time) },
  { name: "source", value: ({ sources }) => side(sources) },
  {
    name: "type",
    value: ({ type }) => type,
    show: ({ type, mutual }) => (
      <>
        {mutual ? "↔ " : "→ "}
        <strong>{type}</strong>
      </>
    ),
  },
  { name: "target", value: ({ targets }) => side(targets) },
  { name: "status", value: ({ status }) => status },
  {
    name: "sentence",
    value: ({ sentence }) => sentence,
    show: ({ id, report, sentence, trigger }) => (
      <Link href={addressOf(`/reports/${report}`, { row: id })}>
        <Marked sentence={sentence} words={trigger} />
      </Link>
    ),
  },
  { name: "outlet", value: ({ outlet }) => outlet },
  { name: "published", value: ({ published }) => published },
];

const any = (label: string, values: readonly string[]): [string, string][] => [
  ["", label],
  ...values.map((value): [string, string] => [value, value]),
];

/** Who did what to whom, by filters. */
export function EventsView() {
  const { searchParams } = useAddress();
  const query = Object.fromEntries(
    ["between", "source", "target", "about", "type", "status", "from", "to", "story"].map((name) => [
      name,
      searchParams.get(name) ?? undefined,
    ]),
  );
  const events = usePages<EventRow>("/api/events", query);
  return (
    <>
      <Heading title="Events">Events</Heading>
      <Filters>
        <Field name="source" label="Source" placeholder="CHN" list="actors" tidy={tidyCodes} />
        <Field name="target" label="Target" placeholder="USA" list="actors" tidy={tidyCodes} />
        <Field name="between" label="Between" placeholder="CHN,USA" tidy={tidyCodes} />
        <Choice name="type" label="Type" options={any("any type", EVENT_TYPES)} />
        <Choice name="status" label="Status" options={any("any status", STATUSES)} />
        <Field name="from" label="From" type="date" />
        <Field name="to" label="To" type="date" />
        <ActorOptions />
      </Filters>
      <Waiting answer={events} />
      {events.data && (
        <Table
          caption="Who did what to whom"
          name="events"
          columns={EVENT_COLUMNS}
          rows={events.data}
          keyOf={({ id }) => id}
          more={events.more}
        />
      )}
    </>
  );
}
