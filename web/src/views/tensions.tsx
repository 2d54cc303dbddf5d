import type { z } from "zod";
import { TENSION_RULES } from "../../../src/ledger/tensions/tension-rules.js";
import type { tension } from "../../../src/server/schemas/across.js";
import { addressOf, Link, useAddress } from "../address.js";
import { usePages } from "../ask.js";
import { Choice, Filters } from "../parts/filters.js";
import { IssueChoice } from "../parts/issue-choice.js";
import { Marked } from "../parts/marked.js";
import { Days, Sides } from "../parts/shared-filters.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";

type Tension = z.infer<typeof tension>;
type Side = Tension["first"];

const told = ({ outlet, published }: Side) =>
  [outlet ?? "outlet not known", published].filter(Boolean).join(", ");

function SideOf({ side }: { readonly side: Side }) {
  return (
    <>
      <Link href={addressOf(`/reports/${side.report}`, { row: side.id })}>
        <Marked sentence={side.sentence} words={side.words} />
      </Link>{" "}
      <span className="note">{told(side)}</span>
    </>
  );
}

const COLUMNS: readonly Column<Tension>[] = [
  { name: "rule", value: ({ rule }) => rule.replace("-", " ") },
  { name: "why", value: ({ reason }) => reason },
  {
    name: "one says",
    value: ({ first }) => `${first.sentence} (${told(first)})`,
    show: ({ first }) => <SideOf side={first} />,
  },
  {
    name: "the other says",
    value: ({ second }) => `${second.sentence} (${told(second)})`,
    show: ({ second }) => <SideOf side={second} />,
  },
  { name: "more pairs", value: ({ others }) => others, numeric: true },
];

/** Pairs that do not sit well together, for a person to judge. */
export function TensionsView() {
  const { searchParams } = useAddress();
  const query = Object.fromEntries(
    ["between", "about", "from", "to", "story", "issue", "rule"].map((name) => [
      name,
      searchParams.get(name) ?? undefined,
    ]),
  );
  const tensions = usePages<Tension>("/api/tensions", query);
  return (
    <>
      <Heading title="Tensions">Tensions</Heading>
      <p>What does not sit well together. Nothing is resolved here: read both sides and judge.</p>
      <Filters>
        <Sides />
        <IssueChoice />
        <Choice
          name="rule"
          label="Rule"
          options={[
            ["", "any rule"],
            ...TENSION_RULES.map((rule) => [rule, rule.replace("-", " ")] as const),
          ]}
        />
        <Days />
      </Filters>
      <Waiting answer={tensions} />
      {tensions.data && (
        <Table
          caption="Tensions, the latest first"
          name="tensions"
          columns={COLUMNS}
          rows={tensions.data}
          keyOf={({ id }) => id}
          more={tensions.more}
        />
      )}
    </>
  );
}
