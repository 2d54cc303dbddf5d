import { useState } from "react";
import { REVIEWED_KINDS } from "../../../src/ledger/reviews/review.js";
import type { AgreementBody, Imported, StandingReviewBody } from "../../../src/server/schemas/reviews.js";
import type { Summary } from "../../../src/server/schemas/rows.js";
import { addressOf, Link, useAddress } from "../address.js";
import { asProblem, type ProblemBody, send, useAnswer, usePages } from "../ask.js";
import { Choice, Field, Filters } from "../parts/filters.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";
import { reviewText } from "../review/judge.js";
import { recordOf } from "../review/reviewed.js";
import { ReviewerField, useReviewer } from "../review/reviewer.js";
import { correctionText } from "../review/values.js";
import { plural } from "../words.js";

const COLUMNS: readonly Column<StandingReviewBody>[] = [
  { name: "reviewer", value: ({ reviewer }) => reviewer },
  { name: "says", value: ({ verdict }) => verdict },
  { name: "kind", value: ({ of }) => of },
  {
    name: "words",
    value: ({ words }) => words,
    show: ({ words, found, report, ...review }) =>
      found === undefined ? (
        <>
          {words} <span className="note">(no longer found)</span>
        </>
      ) : (
        <Link href={addressOf(`/reports/${report}`, { row: recordOf({ ...review, found }) })}>{words}</Link>
      ),
  },
  { name: "machine", value: ({ of, machine }) => correctionText(of, machine) },
  { name: "correction", value: ({ of, correction }) => (correction ? correctionText(of, correction) : "") },
  { name: "note", value: ({ note }) => note },
  { name: "when", value: ({ at }) => at?.slice(0, 16).replace("T", " ") },
  { name: "row", value: ({ found, row }) => found ?? row, fileOnly: true },
  { name: "report", value: ({ report }) => report, fileOnly: true },
];

/** What people said so far, how far they agree, and the way out and in as a file. */
export function ReviewsView() {
  const { searchParams } = useAddress();
  const reviewer = useReviewer();
  const { data: ledger } = useAnswer<Summary>("/api/ledger");
  const given = (name: string) => searchParams.get(name) ?? undefined;
  const query = { of: given("of"), reviewer: given("reviewer"), as: reviewer };
  const reviews = usePages<StandingReviewBody>("/api/reviews", {
    ...query,
    verdict: given("verdict"),
    found: given("found"),
  });
  const agreement = useAnswer<AgreementBody>(addressOf("/api/reviews/agreement", query));
  return (
    <>
      <Heading title="Reviews">Reviews</Heading>
      <p>
        <Link href="/review">Go on judging rows</Link>.{" "}
        {reviewer && `As ${reviewer} you see what others say of the rows that you have judged.`}
      </p>
      <Files writable={ledger?.writable ?? false} />
      <Filters>
        <ReviewerField />
        <Choice
          name="of"
          label="Rows"
          options={[["", "all kinds"], ...REVIEWED_KINDS.map((kind) => [kind, `${kind}s`] as const)]}
        />
        <Choice
          name="verdict"
          label="Says"
          options={[
            ["", "anything"],
            ["accept", "accepted"],
            ["correct", "corrected"],
            ["reject", "rejected"],
          ]}
        />
        <Choice
          name="found"
          label="The row"
          options={[
            ["", "is there or not"],
            ["true", "is there"],
            ["false", "is no longer found"],
          ]}
        />
        <Field name="reviewer" label="Reviewer" />
      </Filters>
      <Waiting answer={agreement} />
      {agreement.data && <AgreementPanel agreement={agreement.data} />}
      <Waiting answer={reviews} />
      {reviews.data && (
        <Table
          caption="What was said, the latest first"
          name="reviews"
          columns={COLUMNS}
          rows={reviews.data}
          keyOf={({ id }) => id}
          more={reviews.more}
        />
      )}
    </>
  );
}

function AgreementPanel({ agreement }: { readonly agreement: AgreementBody }) {
  const { reviewers, rows, differing } = agreement;
  const questions = [
    ["right or wrong", agreement.verdict],
    ["type", agreement.type],
    ["status", agreement.status],
  ] as const;
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement">Agreement</h2>
      <p>
        {plural(rows, "row")} judged by {plural(reviewers.length, "reviewer")}
        {reviewers.length > 0 && ` (${reviewers.join(", ")})`}. Krippendorff’s alpha, nominal: 1 is full
        agreement, 0 is chance.
      </p>
      <dl className="facts">
        {questions.map(([name, { alpha, units, reason }]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{alpha === undefined ? "–" : alpha.toFixed(3)}</strong>{" "}
              <small>({reason ?? `${plural(units, "row")} with at least two`})</small>
            </dd>
          </div>
        ))}
      </dl>
      {differing.length > 0 && (
        <>
          <h3>Rows on which reviewers differ</h3>
          <ul className="plain differing">
            {differing.map((reviews) => {
              const { id, report, words } = reviews[0]!;
              return (
                <li key={id}>
                  <Link href={addressOf(`/reports/${report}`, { row: recordOf(reviews[0]!) })}>{words}</Link>
                  <ul>
                    {reviews.map((review) => (
                      <li key={review.id}>
                        {review.reviewer}: {reviewText(review)}
                      </li>
                    ))}
                  </ul>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}

/** All reviews as a file, and from one. */
function Files({ writable }: { readonly writable: boolean }) {
  const [told, setTold] = useState("");
  const [problem, setProblem] = useState<ProblemBody>();
  const bringIn = async (file: File) => {
    setProblem(undefined);
    setTold("");
    try {
      const { added, known, waiting } = await send<Imported>("/api/reviews/import", file);
      const wait =
        waiting > 0 ? ` ${plural(waiting, "review")} wait for rows that are not in the ledger.` : "";
      setTold(`${plural(added, "review")} added, ${known} known already.${wait}`);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <>
      <p className="choices">
        <a className="button" href="/api/reviews/export" download="reviews.jsonl">
          Export all reviews
        </a>
        {writable && (
          <label className="file">
            <span>Import reviews …</span>
            <input
              type="file"
              accept=".jsonl,.json"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file) void bringIn(file);
                event.target.value = "";
              }}
            />
          </label>
        )}
      </p>
      <p role="status">{told}</p>
      {problem && (
        <p role="alert" className="problem">
          Nothing was imported: found {problem.met}; expected {problem.expected}. {problem.advice}
        </p>
      )}
    </>
  );
}
