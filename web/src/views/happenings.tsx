import { Link, useAddress } from "../address.js";
import { usePages } from "../ask.js";
import { Filters } from "../parts/filters.js";
import { IssueChoice } from "../parts/issue-choice.js";
import { Days, Sides, ToldBy } from "../parts/shared-filters.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";
import type { Happening } from "../story/compare.js";
import { daysOf } from "../words.js";

const COLUMNS: readonly Column<Happening>[] = [
  { name: "when", value: daysOf },
  { name: "source", value: ({ sources }) => sources.join(", ") },
  {
    name: "type",
    value: ({ type }) => type,
    show: ({ type }) => (
      <>
        → <strong>{type}</strong>
      </>
    ),
  },
  { name: "target", value: ({ targets }) => targets.join(", ") },
  {
    name: "what",
    value: ({ name }) => name,
    show: ({ id, name }) => <Link href={`/happenings/${id}`}>{name || id}</Link>,
  },
  { name: "reality", value: ({ reality }) => reality },
  { name: "reports", value: ({ reports }) => reports, numeric: true },
  { name: "outlets", value: ({ outlets }) => outlets, numeric: true },
  { name: "independent", value: ({ independentOutlets }) => independentOutlets, numeric: true },
];

/** What events of one or many reports tell of. */
export function HappeningsView() {
  const { searchParams } = useAddress();
  const query = Object.fromEntries(
    ["between", "about", "issue", "story", "from", "to"].map((name) => [
      name,
      searchParams.get(name) ?? undefined,
    ]),
  );
  const happenings = usePages<Happening>("/api/happenings", {
    ...query,
    fewest: searchParams.get("fewest") ?? 2,
  });
  return (
    <>
      <Heading title="Happenings">Happenings</Heading>
      <Filters>
        <Sides />
        <IssueChoice />
        <Days />
        <ToldBy />
      </Filters>
      <Waiting answer={happenings} />
      {happenings.data && (
        <Table
          caption="Happenings, the latest first"
          name="happenings"
          columns={COLUMNS}
          rows={happenings.data}
          keyOf={({ id }) => id}
          more={happenings.more}
        />
      )}
    </>
  );
}
