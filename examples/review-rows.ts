/**
 * Keeps what a person says of a ledger's first event, and tells what people say beside what the machine says.
 *
 *   npx tsx examples/review-rows.ts [ledger] [reviewer]
 */
import { Ledger, ReviewError } from "demarche";

const [path = "demarche.db", reviewer = "Ada Quill"] = process.argv.slice(2);

const ledger = await Ledger.open(path, { clock: () => new Date().toISOString() });
try {
  for await (const { id } of ledger.events()) {
    await ledger.review({
      row: id,
      reviewer,
      verdict: "correct",
      correction: { status: "possible" },
      note: "perhaps",
    });
    break;
  }
  for (const { found, words, machine, verdict, correction, note } of await ledger.reviews({ reviewer }))
    console.log(
      `${found ?? "no longer found"} “${words}”: ${machine.status}, ${verdict}: ${correction?.status} (${note})`,
    );
  for (const { row, review, corrected } of await ledger.reviewedRows()) console.log(row, review, corrected);
} catch (error) {
  if (!(error instanceof ReviewError)) throw error;
  console.error(`${error.met}; expected ${error.expected}. ${error.advice}`);
  process.exitCode = 1;
} finally {
  await ledger.close();
}
