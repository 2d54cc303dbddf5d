import type { z } from "zod";
import type { story } from "../../../src/server/schemas/across.js";
import { addressOf, go, Link, useAddress, withQuery } from "../address.js";
import { useAnswer, usePages } from "../ask.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";
import { type Compared, compare, type Happening, mostAlike, type Telling } from "../story/compare.js";
import { plural } from "../words.js";

type Story = z.infer<typeof story>;
type ReportOfStory = Story["reports"][number];

/** How many reports stand side by side before somebody chooses. */
const SIDE_BY_SIDE = 3;

/** One story: its reports, and what they tell side by side. */
export function StoryView({ id }: { readonly id: string }) {
  const answer = useAnswer<Story>(`/api/stories/${encodeURIComponent(id)}`);
  return answer.data ? <SideBySide story={answer.data} /> : <Waiting answer={answer} />;
}

function SideBySide({ story }: { readonly story: Story }) {
  const address = useAddress();
  const happenings = usePages<Happening>("/api/happenings", { story: story.id, limit: 500 });
  const given = address.searchParams.get("reports")?.split(",");
  const own = story.reports.filter(({ copyOf }) => copyOf === undefined).map(({ id }) => id);
  const shown = given ?? mostAlike(happenings.data ?? [], own, SIDE_BY_SIDE);
  const chosen = story.reports.filter(({ id }) => shown.includes(id));
  const choose = (id: string, on: boolean) => {
    const ids = story.reports.map((report) => report.id);
    const next = ids.filter((other) => (other === id ? on : chosen.some((report) => report.id === other)));
    go(withQuery(address, { reports: next.join(",") || "none" }), { replace: true });
  };
  return (
    <>
      <Heading title={story.name}>{story.name}</Heading>
      <p>
        {plural(story.reports.length, "report")}, {plural(story.outlets, "outlet")},{" "}
        {story.independentOutlets} of them independent.{" "}
        <Link href={addressOf("/disputes", { story: story.id })}>Exchanges of this story</Link>,{" "}
        <Link href={addressOf("/happenings", { story: story.id, fewest: 1 })}>happenings</Link>,{" "}
        <Link href={addressOf("/map", { story: story.id })}>map</Link>
      </p>
      <Table
        caption="Reports; the marked ones stand side by side below"
        name={`story-${story.id}`}
        columns={reportColumns(chosen, choose)}
        rows={story.reports}
        keyOf={({ id }) => id}
      />
      <Waiting answer={happenings} />
      {happenings.data && chosen.length > 0 && (
        <Table
          caption="What they tell, what all tell first"
          name={`compared-${story.id}`}
          columns={comparedColumns(chosen)}
          rows={compare(
            happenings.data,
            chosen.map(({ id }) => id),
          )}
          keyOf={({ happening }) => happening.id}
          more={happenings.more}
        />
      )}
    </>
  );
}

function reportColumns(
  chosen: readonly ReportOfStory[],
  choose: (id: string, on: boolean) => void,
): readonly Column<ReportOfStory>[] {
  const isChosen = (id: string) => chosen.some((report) => report.id === id);
  return [
    {
      name: "side by side",
      value: ({ id }) => (isChosen(id) ? "yes" : "no"),
      show: ({ id, title, outlet }) => (
        <input
          type="checkbox"
          checked={isChosen(id)}
          aria-label={`${outlet ?? ""} ${title ?? id} side by side`}
          onChange={(event) => choose(id, event.target.checked)}
        />
      ),
    },
    { name: "published", value: ({ published }) => published },
    { name: "outlet", value: ({ outlet }) => outlet },
    {
      name: "report",
      value: ({ title, id }) => title ?? id,
      show: ({ id, title }) => <Link href={`/reports/${id}`}>{title ?? id}</Link>,
    },
    {
      name: "why it is here",
      value: ({ copyOf, sharedWords }) =>
        [copyOf && "repeats an earlier report", sharedWords && `shares ${sharedWords.join(", ")}`]
          .filter(Boolean)
          .join("; "),
    },
  ];
}

function comparedColumns(chosen: readonly ReportOfStory[]): readonly Column<Compared>[] {
  return [
    { name: "told", value: ({ told }) => told },
    {
      name: "what",
      value: ({ happening }) => whatOf(happening),
      show: ({ happening }) => <strong>{whatOf(happening)}</strong>,
    },
    ...chosen.map(({ id, outlet, title }, i): Column<Compared> => {
      const tellings = ({ tellings }: Compared) => tellings.get(id) ?? [];
      return {
        name: `${i + 1}. ${outlet ?? title ?? id}`,
        value: (row) =>
          tellings(row)
            .map(({ sentence }) => sentence)
            .join(" | "),
        show: (row) =>
          tellings(row).length === 0 ? (
            <span className="none">not told</span>
          ) : (
            <Tellings events={tellings(row)} />
          ),
      };
    }),
    { name: "they differ in", value: ({ differences }) => differences.join("; ") },
  ];
}

function Tellings({ events }: { readonly events: readonly Telling[] }) {
  return (
    <ul className="plain">
      {events.map(({ id, report, type, status, sentence }) => (
        <li key={id}>
          <Link href={addressOf(`/reports/${report}`, { row: id })}>{sentence}</Link>{" "}
          <span className="note">
            {type} · {status}
          </span>
        </li>
      ))}
    </ul>
  );
}

function whatOf({ type, sources, targets, firstDay }: Happening): string {
  const who = [sources.join(", ") || "nobody named", targets.join(", ")].filter(Boolean).join(" → ");
  return `${type} ${who}${firstDay ? ` · ${firstDay}` : ""}`;
}
