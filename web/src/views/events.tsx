import { EVENT_TYPES, STATUSES } from "../../../src/event/event.js";
import type { EventRow } from "../../../src/server/schemas/rows.js";
import { addressOf, Link, useAddress } from "../address.js";
import { usePages } from "../ask.js";
import { ActorOptions, CodesField } from "../parts/actor-options.js";
import { anyOf, Choice, Field, Filters, tidyCodes } from "../parts/filters.js";
import { IssueChoice } from "../parts/issue-choice.js";
import { Marked } from "../parts/marked.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";
import { asReviewed } from "../review/reviewed.js";
import { useReviewer } from "../review/reviewer.js";
import { correctionText } from "../review/values.js";
import { leftOutText, percent, side, timeOf } from "../words.js";

export const EVENT_COLUMNS: readonly Column<EventRow>[] = [
  { name: "when", value: ({ time }) => timeOf(time) },
  { name: "source", value: ({ sources }) => side(sources) },
  {
    name: "type",
    value: ({ type }) => type,
    show: ({ type, mutual }) => (
      <>
        {mutual ? "↔\u00a0" : "→\u00a0"}
        <strong>{type}</strong>
      </>
    ),
  },
  { name: "target", value: ({ targets }) => side(targets) },
  { name: "status", value: ({ status }) => status },
  {
    name: "sure",
    value: ({ probability }) => probability,
    show: ({ probability }) => (probability === undefined ? "" : percent(probability)),
    numeric: true,
  },
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

/** What reviewers say of a row, and what the machine or the reviewers say instead of what is shown. */
function reviewColumn(machine: boolean, rows: ReadonlyMap<string, EventRow>): Column<EventRow> {
  return {
    name: "review",
    value: ({ id, reviewed }) => {
      if (!reviewed) return "";
      const { review, corrected } = reviewed;
      if (Object.keys(corrected).length === 0) return review;
      if (machine) return `${review}: ${correctionText("event", corrected)}`;
      const { type, status, sources, targets } = rows.get(id)!;
      const said = {
        ...(corrected.type !== undefined && { type }),
        ...(corrected.status !== undefined && { status }),
        ...(corrected.sources && { sources: [side(sources)] }),
        ...(corrected.targets && { targets: [side(targets)] }),
      };
      return `${review}; the machine: ${correctionText("event", said)}`;
    },
  };
}

const FILTERS = [
  "between",
  "source",
  "target",
  "about",
  "type",
  "status",
  "surerThan",
  "from",
  "to",
  "story",
  "issue",
] as const;

/** Least probabilities to choose from, in tenths. */
const SURE = [3, 4, 5, 6, 7, 8, 9].map((tenths) => tenths / 10);

/** Who did what to whom, by filters. */
export function EventsView() {
  const { searchParams } = useAddress();
  const query = Object.fromEntries(FILTERS.map((name) => [name, searchParams.get(name) ?? undefined]));
  const reviewer = useReviewer();
  const machine = searchParams.get("words") === "machine";
  const events = usePages<EventRow>("/api/events", { ...query, as: reviewer });
  const rows = machine ? events.data : events.data?.map(asReviewed);
  return (
    <>
      <Heading title="Events">Events</Heading>
      <Filters>
        <Field name="source" label="Source" placeholder="CHN" list="actors" tidy={tidyCodes} />
        <Field name="target" label="Target" placeholder="USA" list="actors" tidy={tidyCodes} />
        <CodesField name="between" label="Between" placeholder="CHN,USA" />
        <IssueChoice />
        <Choice name="type" label="Type" options={anyOf("any type", EVENT_TYPES)} />
        <Choice name="status" label="Status" options={anyOf("any status", STATUSES)} />
        <Choice
          name="surerThan"
          label="All of it right"
          options={[
            ["", "however sure"],
            ...SURE.map((least) => [String(least), `${percent(least)} or more`] as const),
          ]}
        />
        <Choice
          name="words"
          label="As they are"
          options={[
            ["", "for reviewers"],
            ["machine", "for the machine"],
          ]}
        />
        <Field name="from" label="From" type="date" />
        <Field name="to" label="To" type="date" />
        <ActorOptions />
      </Filters>
      <Waiting answer={events} />
      {events.leftOut && <p className="note">{leftOutText(events.leftOut)}</p>}
      {events.data && (
        <Table
          caption="Who did what to whom"
          name="events"
          columns={[
            ...EVENT_COLUMNS,
            reviewColumn(machine, new Map(events.data.map((row) => [row.id, row]))),
          ]}
          rows={rows!}
          keyOf={({ id }) => id}
          more={events.more}
        />
      )}
    </>
  );
}
