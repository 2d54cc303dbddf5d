import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const usual = [
  new URL("../../shared/data/pages/html", import.meta.url).pathname,
  new URL("../samples", import.meta.url).pathname,
];

/** Pages read a second of processor time: the first time, with all that is loaded and compiled, and once warm. */
export async function run({ reports, limit, rounds }) {
  const { readReport } = await import("../dist/report/read-report.js");
  const from = reports ?? usual.find((candidate) => existsSync(candidate));
  if (!from || !existsSync(from))
    throw new Error(`No pages at ${from ?? usual.join(" or ")}: give --reports FOLDER`);
  const names = readdirSync(from, { recursive: true }).filter((name) => /\.html?(?:\.gz)?$/.test(name));
  if (names.length === 0) throw new Error(`No file at ${from} ends in .html or .htm`);
  const pages = names
    .sort()
    .slice(0, limit)
    .map((name) => ({ origin: name.replace(/\.gz$/, ""), content: readFileSync(join(from, name)) }));
  const rates = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    for (const page of pages) readReport(page);
    const { user, system } = process.cpuUsage(before);
    rates.push(pages.length / ((user + system) / 1e6));
  }
  console.log(`${pages.length} pages of ${from}`);
  console.log(`first round: ${rates[0].toFixed(1)} pages a second of processor time`);
  if (rounds > 1) console.log(`best of ${rounds}: ${Math.max(...rates).toFixed(1)}`);
}
