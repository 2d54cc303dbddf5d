import type { z } from "zod";
import type { story } from "../../../src/server/schemas/across.js";
import { Link, useAddress } from "../address.js";
import { usePages } from "../ask.js";
import { Filters } from "../parts/filters.js";
import { IssueChoice } from "../parts/issue-choice.js";
import { Days, Sides, ToldBy } from "../parts/shared-filters.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";

type Story = z.infer<typeof story>;

const COLUMNS: readonly Column<Story>[] = [
  {
    name: "published",
    value: ({ firstPublished, lastPublished }) =>
      [...new Set([firstPublished, lastPublished].filter((day) => day !== undefined))].join(" to "),
  },
  {
    name: "story",
    value: ({ name }) => name,
    show: ({ id, name }) => <Link href={`/stories/${id}`}>{name}</Link>,
  },
  { name: "reports", value: ({ reports }) => reports.length, numeric: true },
  { name: "outlets", value: ({ outlets }) => outlets, numeric: true },
  { name: "independent", value: ({ independentOutlets }) => independentOutlets, numeric: true },
];

/** Reports that tell of the same dispute and episode. */
export function StoriesView() {
  const { searchParams } = useAddress();
  const given = (name: string) => searchParams.get(name) ?? undefined;
  const stories = usePages<Story>("/api/stories", {
    between: given("between"),
    about: given("about"),
    from: given("from"),
    to: given("to"),
    issue: given("issue"),
    fewest: given("fewest") ?? 2,
  });
  return (
    <>
      <Heading title="Stories">Stories</Heading>
      <Filters>
        <Sides />
        <IssueChoice />
        <Days />
        <ToldBy />
      </Filters>
      <Waiting answer={stories} />
      {stories.data && (
        <Table
          caption="Stories, the latest first"
          name="stories"
          columns={COLUMNS}
          rows={stories.data}
          keyOf={({ id }) => id}
          more={stories.more}
        />
      )}
    </>
  );
}
