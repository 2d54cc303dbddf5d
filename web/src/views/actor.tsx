import type { ActorRecord } from "../../../src/server/schemas/rows.js";
import { addressOf, Link } from "../address.js";
import { useAnswer } from "../ask.js";
import { Network } from "../network/network.js";
import { Positions } from "../parts/positions.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";
import { plural } from "../words.js";
import { DEALING_COLUMNS } from "./actors.js";

type Office = ActorRecord["offices"][number];

const OFFICE_COLUMNS: readonly Column<Office>[] = [
  { name: "person", value: ({ person }) => person },
  { name: "office", value: ({ office }) => office },
  { name: "agency", value: ({ agency }) => agency },
  {
    name: "words",
    value: ({ words }) => words,
    show: ({ words, report }) => (
      <Link href={addressOf(`/reports/${report}`, { show: "actors" })}>{words}</Link>
    ),
  },
  { name: "published", value: ({ published }) => published },
  { name: "basis", value: ({ basis }) => basis },
];

/** One actor: whom it deals with, and its people. */
export function ActorView({ code }: { readonly code: string }) {
  const answer = useAnswer<ActorRecord>(`/api/actors/${encodeURIComponent(code)}`);
  if (!answer.data) return <Waiting answer={answer} />;
  const { name, statements, acts, actedOn, dealings, offices } = answer.data;
  return (
    <>
      <Heading title={name}>
        {name} {name !== code && <small>{code}</small>}
      </Heading>
      <p>
        {plural(statements, "statement")},{" "}
        <Link href={addressOf("/events", { source: code })}>{plural(acts, "act")}</Link>, acted on{" "}
        <Link href={addressOf("/events", { target: code })}>{plural(actedOn, "time")}</Link>.
      </p>
      <div className="beside">
        <Network dealings={dealings} centre={code} />
        <Table
          caption="Who acts towards whom"
          name={`dealings-${code}`}
          columns={DEALING_COLUMNS}
          rows={dealings}
          keyOf={({ source, target }) => `${source} ${target}`}
        />
      </div>
      <Positions code={code} />
      <Table
        caption="People, and what reports call them"
        name={`people-${code}`}
        columns={OFFICE_COLUMNS}
        rows={offices}
        keyOf={({ person, report, words }) => `${person} ${report} ${words}`}
      />
    </>
  );
}
