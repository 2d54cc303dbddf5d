import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analysisWith, disputeReports, templates, withWords } from "./disputes.js";
import { multiply } from "./multiply.js";

/** Reports that are read; the rest are copies of them. */
const READ = 1000;
const BROWSERS = ["chromium", "chromium-browser", "google-chrome"].map((name) => `/usr/bin/${name}`);

/** What views ask for when they are opened, and what their filters ask for. */
const PERIOD = "from=2020-06-01&to=2020-08-01";
const ASKED = [
  "ledger",
  "actors?limit=300",
  "dealings?limit=60",
  ...listed("reports", ["", "between=CHN,JPN", "about=EGY", PERIOD, "outlet=Northern+Wire", "outlet=nobody"]),
  ...listed("events", [
    "",
    "between=CHN,JPN",
    "about=EGY",
    "about=GRL",
    "type=SANCTION",
    "type=ASSAULT&status=denied",
  ]),
  ...listed("events", ["source=CHN&target=JPN", `source=CHN&${PERIOD}`, "outlet=nobody"]),
  ...listed("statements", ["", "between=CHN,JPN", "by=CHN", "about=EGY", "about=GRL", "act=demands", PERIOD]),
  ...listed("exchanges", ["", "between=CHN,JPN", "about=EGY", `between=CHN,JPN&${PERIOD}`, "answered=false"]),
  ...listed("happenings", ["", "between=CHN,JPN", PERIOD, "fewest=3"]),
  ...listed("places", ["", "between=CHN,JPN", "type=REQUEST", PERIOD]),
  ...listed("reviews/queue", ["", "seed=7", "of=answer", "of=answer&seed=7"]),
  ...listed("positions", ["", "of=CHN", "changed=true", PERIOD]),
  ...listed("tensions", ["", "between=CHN,JPN", PERIOD]),
  ...listed("stories", ["", "between=CHN,JPN", PERIOD, "fewest=10"]),
  ...listed("issues", [""]),
  ...listed("dealings", ["about=CHN&limit=80", `${PERIOD}&limit=80`]),
  "actors/CHN",
  ...listed("search", ["q=steel&limit=200", "q=the&limit=200", "q=steel+government&limit=200"]),
];
const VIEWS = [
  "/",
  "/disputes",
  "/disputes?between=CHN,JPN",
  "/events",
  "/happenings",
  "/stories",
  "/issues",
  "/actors",
  "/tensions",
  "/map",
];

function listed(path, queries) {
  return queries.map((query) => (query === "" ? path : `${path}?${query}`));
}

/**
 * Serves a ledger of `limit` made-up reports and measures, in milliseconds: each answer of the interface by the clock, the
 * first time and the median of `rounds`, and by processor time; and where there is a Chromium, each view by the clock from
 * its address to its first row.
 */
export async function run({ limit, rounds }) {
  const { createServer } = await import("../dist/server/server.js");
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
  try {
    const path = join(folder, "page.db");
    await fill(path, Math.min(limit, READ));
    multiply(path, Math.max(1, Math.round(limit / READ)));
    const app = await createServer({ path, program: "bench", readerVersion: "bench", own: {}, origins: [] });
    try {
      await app.listen({ port: 0, host: "127.0.0.1" });
      const base = `http://127.0.0.1:${app.addresses()[0].port}`;
      const { reports } = await (await fetch(`${base}/api/ledger`)).json();
      console.log(`${reports} reports`);
      await printViews(base);
      await printAnswers(base, rounds);
    } finally {
      await app.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function fill(path, count) {
  const { readAnalysed } = await import("../dist/reading/read.js");
  const { loadLanguage } = await import("../dist/language/language.js");
  const { Ledger } = await import("../dist/ledger/ledger.js");
  const { readReport } = await import("../dist/report/read-report.js");
  const made = templates().map(({ text }) => readReport({ origin: "template", content: text }));
  const language = await loadLanguage();
  const analyses = await language.analyseAll(made);
  await language.close();
  const ledger = await Ledger.open(path, { readerVersion: "bench" });
  let number = 0;
  for (const { template, words, published, outlet } of disputeReports(count)) {
    const content = withWords(made[template].text, words);
    const report = readReport({ origin: `report-${++number}`, content, published, outlet });
    await ledger.add(readAnalysed(report, analysisWith(analyses[template], report.text, words)));
  }
  await ledger.close();
}

async function printAnswers(base, rounds) {
  for (const address of ASKED) {
    const times = [];
    const before = process.cpuUsage();
    let answer;
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      answer = await fetch(`${base}/api/${address}`);
      await answer.text();
      times.push(performance.now() - start);
    }
    const { user, system } = process.cpuUsage(before);
    const first = times[0];
    const median = times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
    const problem = answer.ok ? "" : `  ${answer.status}`;
    console.log(
      `${address.padEnd(52)}first ${ms(first)}, median ${ms(median)}, processor ${ms((user + system) / 1000 / rounds)}${problem}`,
    );
  }
}

async function printViews(base) {
  const executablePath = [process.env.CHROMIUM, ...BROWSERS].find((name) => name && existsSync(name));
  if (!executablePath) return console.log("no Chromium here: views are not measured");
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  for (const view of VIEWS) {
    const page = await browser.newPage();
    const start = performance.now();
    await page.goto(base + view);
    await page.locator("main tbody tr").first().waitFor();
    console.log(`${view.padEnd(52)}first row after ${ms(performance.now() - start)}`);
    await page.close();
  }
  await browser.close();
}

function ms(time) {
  return `${time.toFixed(0).padStart(5)} ms`;
}
