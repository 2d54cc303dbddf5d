import { useState } from "react";
import type { ReportRow, Summary } from "../../../src/server/schemas/rows.js";
import { Link, useAddress } from "../address.js";
import { type ProblemBody, useAnswer, usePages } from "../ask.js";
import { FileButton, post } from "../intake.js";
import { ActorOptions, CodesField } from "../parts/actor-options.js";
import { Field, Filters } from "../parts/filters.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";
import { originName, plural } from "../words.js";

const COLUMNS: readonly Column<ReportRow>[] = [
  { name: "published", value: ({ published }) => published },
  {
    name: "report",
    value: ({ title, origin }) => title ?? originName(origin),
    show: ({ id, title, origin }) => <Link href={`/reports/${id}`}>{title ?? originName(origin)}</Link>,
  },
  { name: "outlet", value: ({ outlet }) => outlet },
  { name: "statements", value: ({ statements }) => statements, numeric: true },
  { name: "events", value: ({ events }) => events, numeric: true },
];

/** All reports, and the way to hand in more. */
export function ReportsView() {
  const summary = useAnswer<Summary>("/api/ledger");
  if (!summary.data) return <Waiting answer={summary} />;
  return summary.data.reports === 0 ? (
    <EmptyLedger summary={summary.data} />
  ) : (
    <Reports summary={summary.data} />
  );
}

function Reports({ summary }: { readonly summary: Summary }) {
  const { searchParams } = useAddress();
  const given = (name: string) => searchParams.get(name) ?? undefined;
  const reports = usePages<ReportRow>("/api/reports", {
    between: given("between"),
    outlet: given("outlet"),
    from: given("from"),
    to: given("to"),
    story: given("story"),
  });
  return (
    <>
      <Heading title="Reports">Reports</Heading>
      <p>
        {plural(summary.reports, "report")}, {plural(summary.statements, "statement")},{" "}
        {plural(summary.events, "event")}
        {summary.firstPublished && `, published ${summary.firstPublished} to ${summary.lastPublished}`}.{" "}
        {summary.writable && <FileButton />}
      </p>
      <Filters>
        <CodesField name="between" label="Naming all of" placeholder="CHN,USA" />
        <Field name="outlet" label="Outlet" list="outlets" />
        <Field name="from" label="From" type="date" />
        <Field name="to" label="To" type="date" />
        <ActorOptions />
        <datalist id="outlets">
          {summary.outlets.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </Filters>
      <Waiting answer={reports} />
      {reports.data && (
        <Table
          caption="Reports, the latest first"
          name="reports"
          columns={COLUMNS}
          rows={reports.data}
          keyOf={({ id }) => id}
          more={reports.more}
        />
      )}
    </>
  );
}

function EmptyLedger({ summary }: { readonly summary: Summary }) {
  const [problem, setProblem] = useState<ProblemBody>();
  const load = async () => setProblem(await post("/api/samples"));
  return (
    <div className="empty">
      <Heading title="An empty ledger">{summary.name} is empty.</Heading>
      {summary.writable ? (
        <>
          <p>
            Drop news reports on this page to read them: plain text, Markdown or HTML. What they say is found,
            and kept with the words that say so. Nothing leaves this machine.
          </p>
          <p className="choices">
            <FileButton />
            <button type="button" onClick={() => void load()}>
              Load the sample reports
            </button>
          </p>
          <p>
            For many reports at once: <code>demarche read FOLDER</code>
          </p>
          {problem && <p role="alert">{problem.advice}</p>}
        </>
      ) : (
        <p>It may only be read: allow writing to the file, or open another ledger.</p>
      )}
    </div>
  );
}
