/**
 * Asks a ledger: what happened between two states, who answered whom, which reports use a word, and a query of one's own.
 *
 *   npx tsx examples/query-ledger.ts [ledger] [code] [other]
 */
import { Ledger, LedgerError } from "demarche";

const [path = "demarche.db", one = "CHN", other = "USA"] = process.argv.slice(2);

try {
  const ledger = await Ledger.open(path, { purpose: "read" });

  for (const { type, firstDay, name, reports } of await ledger.happenings({ between: [one, other] }))
    console.log(`${firstDay ?? "some day"}: ${type}, told by ${reports} (${name})`);

  for (const { openingIs, opening, answers } of await ledger.linkedExchanges({ between: [one, other] })) {
    console.log(`${openingIs}: ${opening.words}`);
    for (const { answerIs, words } of answers) console.log(`  ${answerIs}: ${words}`);
    if (answers.length === 0) console.log("  silence so far");
  }

  for (const { report, words } of await ledger.search("sanctions", 5)) console.log(`${report}: ${words}`);

  // docs/ledger.md describes every table and view.
  const perType = ledger.rows<{ type: string; n: number }>(
    "select type, count(*) as n from who_did_what_to_whom where status = ? group by type order by n desc",
    ["asserted"],
  );
  for await (const { type, n } of perType) console.log(`${type} ${n}`);

  await ledger.close();
} catch (error) {
  if (!(error instanceof LedgerError)) throw error;
  console.error(`${error.path}: ${error.met}. ${error.advice}`);
  process.exitCode = 1;
}
