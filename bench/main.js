/** Benchmarks: `npm run build && npm run bench -- language|knowledge|pages|quotations|ledger|page [--reports PATH] [--limit N] [--rounds N]`. */
import { parseArgs } from "node:util";

const benchmarks = {
  language: () => import("./language.js"),
  knowledge: () => import("./knowledge.js"),
  pages: () => import("./pages.js"),
  quotations: () => import("./quotations.js"),
  ledger: () => import("./ledger.js"),
  page: () => import("./page.js"),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reports: { type: "string" },
    limit: { type: "string" },
    rounds: { type: "string", default: "5" },
  },
});
const name = positionals[0];
if (positionals.length !== 1 || !Object.hasOwn(benchmarks, name)) {
  console.error(`Name a benchmark: npm run bench -- ${Object.keys(benchmarks).join("|")} [--reports PATH]`);
  process.exit(2);
}
const { run } = await benchmarks[name]();
const limit = Number(values.limit ?? { ledger: 2000, page: 50_000 }[name] ?? 100);
await run({ reports: values.reports, limit, rounds: Number(values.rounds) });
