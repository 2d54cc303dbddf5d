import { readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { groupBy } from "../../ledger/group-by.js";
import { Ledger } from "../../ledger/ledger.js";
import type { Alpha } from "../../ledger/reviews/krippendorff.js";
import type { ReviewFilter } from "../../ledger/reviews/list-reviews.js";
import {
  FIELDS,
  type Field,
  type ReviewedKind,
  type StandingReview,
  type Verdict,
} from "../../ledger/reviews/review.js";
import { ReviewError } from "../../ledger/reviews/review-error.js";
import { clock } from "../clock.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { type LedgerToRead, openToRead } from "../open-to-read.js";
import { csvLines } from "../render/csv.js";
import { count } from "../render/report.js";
import { cellOf, judgedRowLines } from "../render/reviews.js";
import { renewal } from "../renewal.js";
import type { Terminal } from "../terminal.js";

export interface ReviewsOptions extends LedgerToRead {
  readonly of?: ReviewedKind;
  readonly report?: string;
  readonly row?: string;
  readonly reviewer?: string;
  readonly verdict?: Verdict;
  readonly lost?: boolean;
  readonly blind?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

const FIELD_NAMES: readonly Field[] = [...new Set(Object.values(FIELDS).flat())];
/** The columns of --csv: a review a row. */
const COLUMNS = [
  "id",
  "kind",
  "row",
  "found",
  "report",
  "words",
  "reviewer",
  "verdict",
  "note",
  "at",
  ...FIELD_NAMES.map((field) => `machine_${field}`),
  ...FIELD_NAMES.map((field) => `corrected_${field}`),
];

/** `demarche reviews`: what people said of rows. */
export async function reviewsCommand(options: ReviewsOptions, terminal: Terminal): Promise<ExitStatus> {
  const ledger = await openToRead(options);
  try {
    const reviews = await ledger.reviews(filterOf(options));
    if (options.json) for (const review of reviews) terminal.out(`${JSON.stringify(review)}\n`);
    else if (options.csv) terminal.out(csvLines([COLUMNS, ...reviews.map(cells)]));
    else {
      const seen = options.blind === undefined ? {} : { seenBy: options.blind };
      const together = new Map((await ledger.reviewedRows(seen)).map((row) => [row.row, row]));
      for (const [row, own] of groupBy(reviews, ({ found, row }) => found ?? row))
        terminal.out(`${judgedRowLines(terminal, own[0]!, own, together.get(row)).join("\n")}\n\n`);
      if (reviews.length === 0) terminal.out("No review fits.\n");
    }
  } finally {
    await ledger.close();
  }
  return EXIT.done;
}

function filterOf({ of, report, row, reviewer, verdict, lost, blind }: ReviewsOptions): ReviewFilter {
  return {
    ...(of && { of }),
    ...(report !== undefined && { report }),
    ...(row !== undefined && { row }),
    ...(reviewer !== undefined && { reviewer }),
    ...(verdict && { verdict }),
    ...(lost && { found: false }),
    ...(blind !== undefined && { seenBy: blind }),
  };
}

function cells(review: StandingReview) {
  const { id, of, row, found, report, words, reviewer, verdict, note, at, machine, correction = {} } = review;
  const values = (of: StandingReview["machine"]) =>
    FIELD_NAMES.map((field) => of[field] && cellOf(of[field]));
  return [
    id,
    of,
    row,
    found,
    report,
    words,
    reviewer,
    verdict,
    note,
    at,
    ...values(machine),
    ...values(correction),
  ];
}

/** `demarche reviews export`: all that people said, as a file that can be imported elsewhere. */
export async function exportReviewsCommand(
  file: string,
  options: LedgerToRead,
  terminal: Terminal,
): Promise<ExitStatus> {
  const ledger = await openToRead(options);
  try {
    let reviews = 0;
    const to = file === "-" ? undefined : await open(file, "w");
    try {
      for await (const line of ledger.reviewLines()) {
        reviews++;
        if (to) await to.write(line);
        else terminal.out(line);
      }
    } finally {
      await to?.close();
    }
    if (to) terminal.out(`${file}: ${count(reviews, "review")}\n`);
    return EXIT.done;
  } catch (error) {
    return notUsable(error, file, terminal);
  } finally {
    await ledger.close();
  }
}

/** `demarche reviews import`: brings in what another ledger's people said. */
export async function importReviewsCommand(
  file: string,
  options: { readonly ledger: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitStatus> {
  // Opening to read first leaves a file that is not there alone.
  await (await Ledger.open(options.ledger, { purpose: "read" })).close();
  const ledger = await Ledger.open(options.ledger, { clock, renewing: renewal(terminal) });
  try {
    const imported = await ledger.importReviews(readFileSync(file === "-" ? 0 : file, "utf8"));
    if (options.json) terminal.out(`${JSON.stringify(imported)}\n`);
    else {
      const { added, known, waiting, missing } = imported;
      terminal.out(`${count(added, "review")} added, ${known} known already\n`);
      if (waiting > 0) terminal.out(`${count(waiting, "review")} kept for rows that are not in the ledger\n`);
      if (missing.length > 0) terminal.out(`reports that are not in the ledger: ${missing.join(" ")}\n`);
    }
    return EXIT.done;
  } catch (error) {
    return notUsable(error, file, terminal);
  } finally {
    await ledger.close();
  }
}

/** Tells what is wrong with a file of reviews; throws what is no fault of the file. */
function notUsable(error: unknown, file: string, terminal: Terminal): ExitStatus {
  if (error instanceof ReviewError) {
    terminal.err(
      `${file}: not usable (${error.code}): ${error.met}; expected ${error.expected}. ${error.advice}\n`,
    );
    return EXIT.usage;
  }
  if (error instanceof Error && "syscall" in error) {
    terminal.err(`${file}: not usable: ${error.message}\n`);
    return EXIT.usage;
  }
  throw error;
}

/** `demarche reviews agreement`: how far reviewers agree. */
export async function agreementCommand(options: ReviewsOptions, terminal: Terminal): Promise<ExitStatus> {
  const ledger = await openToRead(options);
  try {
    const agreement = await ledger.agreement(filterOf(options));
    if (options.json) terminal.out(`${JSON.stringify(agreement)}\n`);
    else {
      const { reviewers, rows, verdict, type, status, differing } = agreement;
      terminal.out(
        `${count(reviewers.length, "reviewer")}${reviewers.length > 0 ? ` (${reviewers.join(", ")})` : ""}, ${count(rows, "row")} judged\n`,
      );
      terminal.out("Krippendorff's alpha, nominal: 1 is full agreement, 0 is chance\n");
      for (const [name, alpha] of Object.entries({ "right or wrong": verdict, type, status }))
        terminal.out(`  ${name.padEnd(16)}${alphaText(alpha)}\n`);
      if (differing.length > 0) terminal.out(`Rows on which reviewers differ: ${differing.length}\n\n`);
      for (const [first, ...others] of differing)
        terminal.out(`${judgedRowLines(terminal, first!, [first!, ...others]).join("\n")}\n\n`);
    }
  } finally {
    await ledger.close();
  }
  return EXIT.done;
}

function alphaText({ alpha, units, reason }: Alpha): string {
  const on = `${count(units, "row")} with at least two`;
  return alpha === undefined ? `not there: ${reason}` : `${alpha.toFixed(3)}  (${on})`;
}
