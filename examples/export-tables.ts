/**
 * Writes the events of a ledger as CSV and Parquet, with codebook files and attribution.
 *
 *   npx tsx examples/export-tables.ts [ledger] [folder]
 */
import { ExportError, exportLedger, Ledger } from "demarche";

const [path = "demarche.db", folder = "exported"] = process.argv.slice(2);

const ledger = await Ledger.open(path, { purpose: "read" });
try {
  const files = await exportLedger(ledger, folder, {
    formats: ["csv", "parquet"],
    tables: ["events", "polecat"],
    filter: { from: "2017-01-01" },
    quoteLength: 120,
  });
  for (const { path: file, rows } of files) console.log(`${file}: ${rows} rows`);
} catch (error) {
  if (!(error instanceof ExportError)) throw error;
  console.error(`${error.path}: ${error.met}. ${error.advice}`);
  process.exitCode = 1;
} finally {
  await ledger.close();
}
