import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analysisWith, disputeReports, EXCHANGES, STATES, templates, withWords } from "./disputes.js";

/** Reports at the beginning and at the end whose time is compared. */
const SPAN = 250;
const FULL = 50_000;
/** Disputes whose exchanges are looked for. */
const SOUGHT = 200;
/** Reports that are read and taken in beforehand: as with 50,000 reports, what the engine compiles on first use counts for little. */
const WARM = 960;
/** Reports that are read with the model, one after the other and with the ledger's work beside. */
const READ = 320;

/**
 * Takes `limit` made-up reports into a ledger: its speed beside that of reading alone, what a report costs at the
 * beginning and at the end, the file's size, the time of each query, and how many of the known exchanges are found.
 * Times are means of the processor's, once the code is warm, with the time when it was cold beside; queries by the clock, the best of `rounds`. At last, some of the reports are read with the
 * model by the clock: alone, then into a ledger one after the other, and with the next group read in a process beside.
 */
export async function run({ limit, rounds }) {
  if (!existsSync(new URL("../dist/reading/read.js", import.meta.url)))
    throw new Error("Nothing built: run `npm run build` first");
  const { readAnalysed } = await import("../dist/reading/read.js");
  const { loadLanguage } = await import("../dist/language/language.js");
  const { Ledger } = await import("../dist/ledger/ledger.js");
  const { readReport } = await import("../dist/report/read-report.js");
  const { reportsAtOnce } = await import("../dist/reading/group-size.js");

  const made = templates().map(({ text }) => readReport({ origin: "template", content: text }));
  const language = await loadLanguage();
  const analyses = await language.analyseAll(made);
  // The mean, as of what the ledger costs: the fastest of several against the mean of the other would favour the first.
  let model = 0;
  for (let round = 0; round < rounds; round++) model += await seconds(() => language.analyseAll(made));
  await language.close();
  model /= rounds * made.length;

  const readingOf = ({ template, words, published, outlet }, origin) => {
    const content = withWords(made[template].text, words);
    const report = readReport({ origin, content, published, outlet });
    return readAnalysed(report, analysisWith(analyses[template], report.text, words));
  };
  /** Reads reports and takes them into a ledger: seconds that each takes there, and that all take to be read. */
  const takeIn = async (ledger, reports) => {
    const costs = [];
    let rooms = 0;
    let readings = [];
    const add = async () => {
      const cost = await seconds(() => ledger.addAll(readings));
      for (const _ of readings) costs.push(cost / readings.length);
      readings = [];
    };
    // In groups as `demarche read` makes them.
    for (const report of reports) {
      const start = process.cpuUsage();
      readings.push(readingOf(report, `report-${costs.length + readings.length + 1}`));
      rooms += since(start);
      if (readings.length >= reportsAtOnce(costs.length)) await add();
    }
    if (readings.length > 0) await add();
    return { costs, rooms };
  };

  const cold = await Ledger.open(":memory:", { readerVersion: "bench" });
  const first = await takeIn(cold, disputeReports(Math.min(limit, WARM)));
  await cold.close();
  console.log(
    `cold, the first ${first.costs.length} reports: ${shareOf(model + first.rooms / first.costs.length, first.costs)} of the speed of reading alone`,
  );

  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
  const path = join(folder, "ledger.db");
  const ledger = await Ledger.open(path, { readerVersion: "bench" });
  const known = new Map();
  try {
    const { costs, rooms } = await takeIn(ledger, disputeReports(limit));
    for (const { words, published, dispute } of disputeReports(limit))
      if (!known.has(dispute)) known.set(dispute, { words, published });
    print(costs, model + rooms / costs.length, statSync(path).size);
    await printQueries(ledger, known, rounds);
    await printRecall(ledger, [...known.values()].slice(0, -1));
  } finally {
    await ledger.close();
    rmSync(folder, { recursive: true });
  }
  await printOverlap(made, Math.min(limit, READ), rounds);
}

/**
 * Milliseconds by the clock and of this process's processor, the best of `rounds`. What is read beside needs a second free
 * core: on a machine with one, the last two take the same time.
 */
async function printOverlap(made, limit, rounds) {
  const { Ledger } = await import("../dist/ledger/ledger.js");
  const { readReport } = await import("../dist/report/read-report.js");
  const { readerHere } = await import("../dist/reading/reader.js");
  const { readerProcess } = await import("../dist/reading/reader-process.js");
  const { reportsAtOnce } = await import("../dist/reading/group-size.js");
  const { takeInAll } = await import("../dist/reading/take-in.js");
  const reports = [...disputeReports(limit)].map(({ template, words, published, outlet }, i) =>
    readReport({ origin: `report-${i}`, content: withWords(made[template].text, words), published, outlet }),
  );
  async function* groups() {
    for (let i = 0; i < reports.length; ) {
      const group = reports.slice(i, i + reportsAtOnce(i));
      yield group;
      i += group.length;
    }
  }
  const ways = {
    "read alone": [readerHere, false],
    "read and taken in, one after the other": [readerHere, true],
    "taken in while the next are read": [readerProcess, true],
  };
  const best = Object.fromEntries(
    Object.keys(ways).map((name) => [name, { time: Infinity, busy: Infinity }]),
  );
  for (let round = 0; round < rounds; round++)
    for (const [name, [readerOf, keeps]] of Object.entries(ways)) {
      const folder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
      const ledger = keeps && (await Ledger.open(join(folder, "ledger.db"), { readerVersion: "bench" }));
      const reader = readerOf();
      // Loads the model, which is no part of what is measured.
      await reader.read(reports.slice(0, 1));
      const start = performance.now();
      const busy = await seconds(async () => {
        for await (const _ of takeInAll(groups(), reader, ledger || undefined));
      });
      best[name].time = Math.min(best[name].time, performance.now() - start);
      best[name].busy = Math.min(best[name].busy, busy * 1000);
      await reader.close();
      if (ledger) await ledger.close();
      rmSync(folder, { recursive: true });
    }
  const alone = best["read alone"].time;
  const each = (ms) => `${(ms / limit).toFixed(1)} ms`;
  for (const [name, { time, busy }] of Object.entries(best))
    console.log(
      `by the clock, ${limit} reports ${name}: ${each(time)} each, ${((100 * alone) / time).toFixed(0)} % of the speed of reading alone; ${each(busy)} of this process's processor`,
    );
}

function mean(list) {
  return list.reduce((sum, cost) => sum + cost, 0) / list.length;
}

function shareOf(reading, costs) {
  return `${((100 * reading) / (reading + mean(costs))).toFixed(1)} %`;
}

function print(costs, reading, size) {
  const ms = (s) => `${(s * 1000).toFixed(1)} ms`;
  const [first, last] = [mean(costs.slice(0, SPAN)), mean(costs.slice(-SPAN))];
  console.log(
    `${costs.length} reports, ${ms(reading)} each to read, ${ms(mean(costs))} to take into the ledger`,
  );
  console.log(`${shareOf(reading, costs)} of the speed of reading alone`);
  console.log(
    `first ${SPAN} reports ${ms(first)} each, last ${SPAN} ${ms(last)}: ${(last / first).toFixed(2)} times`,
  );
  const each = size / costs.length;
  console.log(
    `${(size / 1e6).toFixed(1)} MB, ${(each / 1e3).toFixed(1)} kB a report, ${((each * FULL) / 1e9).toFixed(2)} GB for ${FULL}`,
  );
}

async function printQueries(ledger, known, rounds) {
  const { words, published } = [...known.values()].at(-1);
  const filter = { between: [STATES[words.first], STATES[words.second]], from: published };
  const [report] = await ledger.reportIds();
  const queries = {
    stories: () => ledger.stories(filter),
    happenings: () => ledger.happenings(filter),
    exchanges: () => ledger.linkedExchanges(filter),
    positions: () => ledger.positions(filter),
    tensions: () => ledger.tensions(filter),
    issues: () => ledger.issues(filter),
    search: () => ledger.search(`${words.goods} ${words.place}`),
    find: () => ledger.find(report.slice(0, 8)),
    report: () => ledger.reading(report),
    history: () => ledger.changesOf([report]),
  };
  for (const [name, query] of Object.entries(queries)) {
    let best = Infinity;
    let rows;
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      rows = await query();
      best = Math.min(best, performance.now() - start);
    }
    const found = Array.isArray(rows) ? `${rows.length} rows` : "one";
    console.log(`${name.padEnd(12)}${best.toFixed(1)} ms, ${found}`);
  }
}

/** How many exchanges of whole disputes have an exchange of the ledger with the same sides and kind of answer. */
async function printRecall(ledger, disputes) {
  const found = EXCHANGES.map(() => 0);
  const looked = disputes.slice(0, SOUGHT);
  for (const { words, published } of looked) {
    const [first, second] = [STATES[words.first], STATES[words.second]];
    const to = new Date(Date.parse(published) + 20 * 86_400_000).toISOString().slice(0, 10);
    const exchanges = await ledger.linkedExchanges({ between: [first, second], from: published, to });
    EXCHANGES.forEach(({ demand, answer }, i) => {
      const right = exchanges.some(
        ({ openingIs, asks, answers }) =>
          (openingIs === demand || (demand === "demand" && openingIs === "request")) &&
          asks.includes(first) &&
          answers.some(({ answerIs }) => answerIs === answer),
      );
      if (right) found[i]++;
    });
  }
  const told = EXCHANGES.map(({ demand, answer }, i) => `${demand} and ${answer} ${found[i]}`);
  console.log(`exchanges found of ${looked.length} disputes: ${told.join(", ")}`);
}

function since(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Seconds of processor time that `work` takes. */
async function seconds(work) {
  const start = process.cpuUsage();
  await work();
  return since(start);
}
