import { Ledger } from "../../ledger/ledger.js";
import { answerRow } from "../../ledger/reviews/answer-rows.js";
import type { GivenValues } from "../../ledger/reviews/judge.js";
import type { Verdict } from "../../ledger/reviews/review.js";
import { ReviewError } from "../../ledger/reviews/review-error.js";
import { clock } from "../clock.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { findOne } from "../find-one.js";
import { judgedRowLines } from "../render/reviews.js";
import { renewal } from "../renewal.js";
import type { Terminal } from "../terminal.js";

export interface ReviewOptions {
  readonly ledger: string;
  readonly reviewer?: string;
  readonly note?: string;
  readonly blind?: boolean;
  readonly json?: boolean;
  readonly type?: string;
  readonly status?: string;
  readonly source?: readonly string[];
  readonly target?: readonly string[];
  readonly trigger?: string;
  readonly speaker?: string;
  readonly person?: string;
  readonly addressee?: string;
  readonly content?: string;
  readonly actor?: readonly string[];
}

/** `demarche review`: keeps what a person says of a row, and shows the row with what people say of it. */
export async function reviewCommand(
  row: string,
  verdict: Verdict | undefined,
  options: ReviewOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { reviewer, note, blind } = options;
  const correction = correctionOf(options);
  if ((verdict !== undefined || blind) && reviewer === undefined) {
    terminal.err("Whose word is it? Name the reviewer: --reviewer NAME\n");
    return EXIT.usage;
  }
  if (verdict !== "correct" && Object.keys(correction).length > 0) {
    terminal.err("Values are given with the verdict correct: demarche review ROW correct --type TYPE\n");
    return EXIT.usage;
  }
  // Opening to read first leaves a file that is not there alone.
  let ledger = await Ledger.open(options.ledger, { purpose: "read" });
  if (verdict !== undefined) {
    await ledger.close();
    ledger = await Ledger.open(options.ledger, { clock, renewing: renewal(terminal) });
  }
  try {
    const id = await idOf(ledger, row, terminal);
    if (id === undefined) return EXIT.usage;
    if (verdict !== undefined) {
      await ledger.review({
        row: id,
        reviewer: reviewer!,
        verdict,
        ...(verdict === "correct" && { correction }),
        ...(note !== undefined && { note }),
      });
    }
    const judged = await ledger.rowToJudge(id);
    if (!judged) {
      terminal.err(`“${row}” stands for nothing that can be judged.\n`);
      return EXIT.usage;
    }
    const seen = { row: id, ...(blind && { seenBy: reviewer! }) };
    const reviews = await ledger.reviews(seen);
    const [together] = await ledger.reviewedRows(seen);
    if (options.json)
      terminal.out(`${JSON.stringify({ ...judged, reviews, ...(together && { together }) })}\n`);
    else terminal.out(`${judgedRowLines(terminal, judged, reviews, together).join("\n")}\n`);
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof ReviewError)) throw error;
    terminal.err(`Not kept (${error.code}): ${error.met}; expected ${error.expected}. ${error.advice}\n`);
    return EXIT.usage;
  } finally {
    await ledger.close();
  }
}

/** The whole identifier that a beginning stands for, for a mention with its place, for an answer across reports both. */
async function idOf(ledger: Ledger, row: string, terminal: Terminal): Promise<string | undefined> {
  const [, first, second] = /^([es][0-9a-f]*)-([esx][0-9a-f]*)$/.exec(row) ?? [];
  if (first !== undefined && second !== undefined) {
    const answer = await findOne(ledger, first, terminal);
    const opening = answer && (await findOne(ledger, second, terminal));
    return opening && answerRow(answer.id, opening.id);
  }
  const [, report = row, place = ""] = /^([^:]+)(:\d+-\d+)$/.exec(row) ?? [];
  const found = await findOne(ledger, report, terminal);
  return found && found.id + place;
}

function correctionOf(options: ReviewOptions): GivenValues {
  const { type, status, source, target, trigger, speaker, person, addressee, content, actor } = options;
  return {
    ...(type !== undefined && { type }),
    ...(status !== undefined && { status }),
    ...(source && { sources: source }),
    ...(target && { targets: target }),
    ...(trigger !== undefined && { trigger }),
    ...(speaker !== undefined && { speaker }),
    ...(person !== undefined && { person }),
    ...(addressee !== undefined && { addressee }),
    ...(content !== undefined && { content }),
    ...(actor && { actors: actor }),
  };
}
