import { addressOf, Link, useAddress } from "../address.js";
import { useAnswer, usePages } from "../ask.js";
import { Filters } from "../parts/filters.js";
import type { Issue } from "../parts/issue-choice.js";
import { Days, Sides, ToldBy } from "../parts/shared-filters.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";
import { plural } from "../words.js";

type StoryOfIssue = Issue["stories"][number];

const COLUMNS: readonly Column<Issue>[] = [
  {
    name: "issue",
    value: ({ name }) => name,
    show: ({ id, name }) => <Link href={`/issues/${id}`}>{name}</Link>,
  },
  { name: "whose", value: ({ owner }) => owner },
  { name: "reports", value: ({ reports }) => reports, numeric: true },
  { name: "stories", value: ({ stories }) => stories.length, numeric: true },
  {
    name: "seen",
    value: ({ stories }) =>
      span(stories.flatMap(({ firstPublished, lastPublished }) => [firstPublished, lastPublished])),
  },
];

const STORY_COLUMNS: readonly Column<StoryOfIssue>[] = [
  {
    name: "published",
    value: ({ firstPublished, lastPublished }) => span([firstPublished, lastPublished]),
  },
  {
    name: "story",
    value: ({ name }) => name,
    show: ({ id, name }) => <Link href={`/stories/${id}`}>{name}</Link>,
  },
  { name: "its words", value: ({ words }) => words },
  { name: "reports", value: ({ reports }) => reports, numeric: true },
];

/** What disputes are about, by the words of their reports. */
export function IssuesView() {
  const { searchParams } = useAddress();
  const query = Object.fromEntries(
    ["between", "about", "from", "to"].map((name) => [name, searchParams.get(name) ?? undefined]),
  );
  const issues = usePages<Issue>("/api/issues", { ...query, fewest: searchParams.get("fewest") ?? 2 });
  return (
    <>
      <Heading title="Issues">What disputes are about</Heading>
      <Filters>
        <Sides />
        <Days />
        <ToldBy label="Stories told by" />
      </Filters>
      <Waiting answer={issues} />
      {issues.data && (
        <Table
          caption="Issues, those of most reports first"
          name="issues"
          columns={COLUMNS}
          rows={issues.data}
          keyOf={({ id }) => id}
          more={issues.more}
        />
      )}
    </>
  );
}

/** One issue: the stories that are about it, and where to see what was said and done. */
export function IssueView({ id }: { readonly id: string }) {
  const answer = useAnswer<Issue>(`/api/issues/${encodeURIComponent(id)}`);
  if (!answer.data) return <Waiting answer={answer} />;
  const { name, owner, reports, stories } = answer.data;
  return (
    <>
      <Heading title={name}>{name}</Heading>
      <p>
        {plural(reports, "report")} of {plural(stories.length, "story", "stories")} use the words
        {owner && (
          <>
            ; whose it is: <Link href={`/actors/${encodeURIComponent(owner)}`}>{owner}</Link>
          </>
        )}
        .
      </p>
      <nav aria-label="What reports of these stories tell" className="pairs">
        {(["disputes", "events", "happenings", "tensions", "map"] as const).map((view) => (
          <Link key={view} href={addressOf(`/${view}`, { issue: id })}>
            {view}
          </Link>
        ))}
      </nav>
      <Table
        caption="Stories about it"
        name={`issue-${id}`}
        columns={STORY_COLUMNS}
        rows={stories}
        keyOf={(story) => story.id}
      />
    </>
  );
}

/** From the first day to the last; empty where none is known. */
function span(days: readonly (string | undefined)[]): string {
  const known = days.filter((day) => day !== undefined).sort();
  return [...new Set([known[0], known.at(-1)])].filter((day) => day !== undefined).join(" to ");
}
