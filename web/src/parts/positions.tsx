import type { z } from "zod";
import type { position } from "../../../src/server/schemas/across.js";
import { addressOf, Link } from "../address.js";
import { usePages } from "../ask.js";
import { Waiting } from "./state.js";
import { type Column, Table } from "./table.js";

export type Position = z.infer<typeof position>;

const changes = ({ changedFrom = [], changedTo = [] }: Position) =>
  [
    ...changedFrom.map(({ stance, day }) => `from ${stance}${day ? ` (${day})` : ""}`),
    ...changedTo.map(({ stance, day }) => `to ${stance}${day ? ` (${day})` : ""}`),
  ].join(", ");

const COLUMNS: readonly Column<Position>[] = [
  {
    name: "seen",
    value: ({ firstSeen, lastSeen }) =>
      [...new Set([firstSeen, lastSeen].filter((day) => day !== undefined))].join(" to "),
  },
  {
    name: "stance",
    value: ({ stance }) => stance,
    show: ({ id, stance, name }) => (
      <Link href={`/positions/${id}`}>
        <strong>{stance}</strong>
        <span className="hidden">: {name}</span>
      </Link>
    ),
  },
  { name: "towards", value: ({ toward }) => toward.join(", ") },
  { name: "about", value: ({ about, name }) => [about.join(", "), name].filter(Boolean).join(": ") },
  {
    name: "words",
    value: ({ stands }) => stands.map(({ words }) => words).join(" | "),
    show: ({ stands }) => (
      <ul className="plain">
        {stands.map(({ id, report, words, day, outlet }) => (
          <li key={id}>
            <Link href={addressOf(`/reports/${report}`, { row: id })}>{words}</Link>{" "}
            <span className="note">{[day, outlet].filter(Boolean).join(", ")}</span>
          </li>
        ))}
      </ul>
    ),
  },
  { name: "changed", value: changes },
  { name: "reports", value: ({ reports }) => reports, numeric: true },
];

interface PositionTableProps {
  readonly caption: string;
  readonly name: string;
  readonly rows: readonly Position[];
  readonly more?: (() => void) | undefined;
}

export function PositionTable(props: PositionTableProps) {
  return <Table {...props} columns={COLUMNS} keyOf={({ id }) => id} />;
}

/** What an actor holds, over time. */
export function Positions({ code }: { readonly code: string }) {
  const positions = usePages<Position>("/api/positions", { of: code });
  return positions.data ? (
    <PositionTable
      caption="Positions, those last seen first"
      name={`positions-${code}`}
      rows={positions.data}
      more={positions.more}
    />
  ) : (
    <Waiting answer={positions} />
  );
}
