import type { HitRow } from "../../../src/server/schemas/rows.js";
import { addressOf, Link, useAddress } from "../address.js";
import { useAnswer } from "../ask.js";
import { Field, Filters } from "../parts/filters.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";

const COLUMNS: readonly Column<HitRow>[] = [
  { name: "found in", value: ({ kind }) => kind },
  {
    name: "words",
    value: ({ words }) => words,
    show: (hit) => <Link href={pageOf(hit)}>{hit.words}</Link>,
  },
  {
    name: "tells of",
    value: ({ happening }) => happening,
    show: ({ happening, words }) =>
      happening && (
        <Link href={`/happenings/${happening}`}>
          a happening<span className="hidden">: {words}</span>
        </Link>
      ),
  },
  { name: "report", value: ({ reportTitle }) => reportTitle },
  { name: "outlet", value: ({ outlet }) => outlet },
  { name: "published", value: ({ published }) => published },
];

/** Views of what reports say together. */
const OWN: Readonly<Partial<Record<HitRow["kind"], string>>> = {
  happening: "happenings",
  "linked exchange": "exchanges",
  position: "positions",
  issue: "issues",
};

function pageOf({ kind, id, report }: HitRow): string {
  const own = OWN[kind];
  if (own) return `/${own}/${id}`;
  return addressOf(`/reports/${report}`, { row: kind === "report" ? undefined : id });
}

/** Full-text search over reports, statements and events. */
export function SearchView() {
  const { searchParams } = useAddress();
  const q = searchParams.get("q") ?? "";
  const answer = useAnswer<{ items: HitRow[] }>(
    q === "" ? undefined : addressOf("/api/search", { q, limit: 200 }),
  );
  return (
    <>
      <Heading title={q === "" ? "Search" : `“${q}”`}>Search</Heading>
      <Filters>
        <Field name="q" label="Words" type="search" placeholder="missile test" />
      </Filters>
      <p className="none">
        All words must occur, in any inflection; “words in quotation marks” stand together. An identifier, or
        how it begins, leads to its row.
      </p>
      {q !== "" && (
        <>
          <Waiting answer={answer} />
          {answer.data && (
            <Table
              caption={`Found for ${q}, the best match first`}
              name="search"
              columns={COLUMNS}
              rows={answer.data.items}
              keyOf={({ kind, id, words }) => `${kind} ${id} ${words}`}
            />
          )}
        </>
      )}
    </>
  );
}
