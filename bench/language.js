import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPeer } from "./peer.js";
import { loadTexts } from "./reports.js";
import { timeRooms } from "./rooms.js";

/** As many reports go through the model together as in `demarche read`. */
const reportsAtOnce = 12;

/**
 * Measures the whole `Analysis` and the whole of reading into a ledger, in white-space words a second of processor
 * time on one thread, best of `rounds`, with spaCy md beside them in turns; then the share of each room.
 */
export async function run({ reports: path, limit, rounds }) {
  const built = new URL("../dist/reading/read.js", import.meta.url);
  if (!existsSync(built)) throw new Error("Nothing built: run `npm run build` first");
  const { readAll } = await import(built);
  const { loadLanguage } = await import("../dist/language/language.js");
  const { Ledger } = await import("../dist/ledger/ledger.js");
  const { readReport } = await import("../dist/report/read-report.js");

  const { from, texts } = loadTexts(path, limit);
  const inputs = texts.map((content, i) => ({ origin: `report-${i + 1}`, content }));
  const reports = inputs.map((input) => readReport(input)).filter((report) => report.kind === "report");
  const read = reports.map(readText);
  const words = read.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0);
  console.log(`${reports.length} reports of ${from}, ${words} white-space words, best of ${rounds}\n`);

  const start = performance.now();
  const language = await loadLanguage();
  const load = (performance.now() - start) / 1000;
  const peer = await startPeer(read);
  const best = { analysis: Infinity, read: Infinity, peer: Infinity, rooms: {} };
  for (let round = 0; round < rounds; round++) {
    const analyses = [];
    best.analysis = Math.min(best.analysis, await seconds(() => analyseGroups(reports, language, analyses)));
    for (const [room, time] of Object.entries(await timeRooms(inputs, analyses)))
      best.rooms[room] = Math.min(best.rooms[room] ?? Infinity, time);
    best.read = Math.min(
      best.read,
      await seconds(() => readInto(Ledger, inputs, readReport, readAll, language)),
    );
    if (!peer.absent) best.peer = Math.min(best.peer, (await peer.round()).seconds);
  }
  peer.stop();
  await language.close();

  print(words, best, peer);
  printRooms(words, best);
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(`\nmodel loaded in ${load.toFixed(2)} s, peak memory ${memory.toFixed(0)} MB`);
}

/** What is read of a report: its title and body. */
function readText(report) {
  return report.paragraphs
    .filter(({ role }) => role === "title" || role === "body")
    .map(({ start, end }) => report.text.slice(start, end))
    .join("\n\n");
}

async function seconds(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function analyseGroups(reports, language, analyses) {
  for (const group of groups(reports)) analyses.push(...(await language.analyseAll(group)));
}

async function readInto(Ledger, inputs, readReport, readAll, language) {
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
  const ledger = await Ledger.open(join(folder, "bench.db"));
  try {
    for (const group of groups(inputs)) {
      const reports = group.map((input) => readReport(input)).filter((report) => report.kind === "report");
      for (const reading of await readAll(reports, language)) {
        if (reading.kind === "reading") await ledger.add(reading);
        else throw new Error(`${reading.input}: ${reading.met}`);
      }
    }
  } finally {
    await ledger.close();
    rmSync(folder, { recursive: true });
  }
}

function* groups(items) {
  for (let i = 0; i < items.length; i += reportsAtOnce) yield items.slice(i, i + reportsAtOnce);
}

function print(words, best, peer) {
  const rows = [
    ["Analysis", best.analysis],
    ["read into a ledger", best.read],
  ];
  if (!peer.absent) rows.push([`spaCy ${peer.version} md`, best.peer]);
  console.log(`${"".padEnd(22)}${"words/s".padStart(9)}${"seconds".padStart(10)}${"of spaCy".padStart(10)}`);
  for (const [name, time] of rows) {
    const ratio = peer.absent ? "-" : (best.peer / time).toFixed(2);
    const rate = Math.round(words / time);
    console.log(
      `${name.padEnd(22)}${`${rate}`.padStart(9)}${time.toFixed(2).padStart(10)}${ratio.padStart(10)}`,
    );
  }
  if (peer.absent) console.log(`peer not run: ${peer.absent}`);
}

function printRooms(words, { rooms, analysis, read }) {
  console.log(
    `\n${"room".padEnd(22)}${"\u00b5s/word".padStart(9)}${"of read".padStart(10)}${"of language".padStart(13)}`,
  );
  const percent = (share) => `${(100 * share).toFixed(1)} %`;
  for (const [room, time] of Object.entries({ language: analysis, ...rooms })) {
    const each = ((1e6 * time) / words).toFixed(2).padStart(9);
    console.log(
      `${room.padEnd(22)}${each}${percent(time / read).padStart(10)}${percent(time / analysis).padStart(13)}`,
    );
  }
}
