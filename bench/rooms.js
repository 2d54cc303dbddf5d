import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Walks analysed reports through the rooms as `readAnalysed` does and into a ledger, and gives the seconds of processor
 * time of each room. The analyses must be new: rooms keep what they work out of one.
 */
export async function timeRooms(inputs, analyses) {
  const rooms = await loadRooms();
  const seconds = {};
  const timed = (room, work) => {
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    seconds[room] = (seconds[room] ?? 0) + (user + system) / 1e6;
    return result;
  };
  const reports = timed("report", () => inputs.map((input) => rooms.readReport(input))).filter(
    (report) => report.kind === "report",
  );
  const readings = reports.map((report, i) => walk(rooms, report, analyses[i], timed));
  const plain = rooms.readAnalysed(reports[0], analyses[0]);
  if (JSON.stringify(readings[0].events) !== JSON.stringify(plain.events))
    throw new Error("bench/rooms.js walks otherwise than src/reading/read.ts");
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
  const ledger = await rooms.Ledger.open(join(folder, "bench.db"));
  const before = process.cpuUsage();
  for (const reading of readings) await ledger.add(reading);
  const { user, system } = process.cpuUsage(before);
  seconds.ledger += (user + system) / 1e6;
  await ledger.close();
  rmSync(folder, { recursive: true });
  return seconds;
}

function walk(rooms, report, analysis, timed) {
  const attributions = timed("quotation", () => rooms.findAttributions(report, analysis));
  const voices = rooms.voicesOf(attributions);
  const { mentions, introductions, sought } = timed("actor", () =>
    rooms.findActors(report, analysis, { voices }),
  );
  const times = timed("time and place", () => rooms.findTimes(report, analysis));
  const places = timed("time and place", () => rooms.findPlaces(report, analysis, mentions));
  const statements = timed("quotation", () =>
    rooms.findStatements(report, analysis, mentions, times, places, attributions),
  );
  const acts = timed("event", () => rooms.findEvents(report, analysis, mentions, times, places, statements));
  const { quantities, events } = timed("quantity", () =>
    rooms.attachQuantities(analysis, rooms.findQuantities(report, analysis, times), statements, acts),
  );
  const relations = timed("event", () =>
    rooms.findRelations({ report, analysis, mentions, times, places, statements }),
  );
  const found = { kind: "reading", report, analysis, mentions, times, places, statements, events };
  const exchanges = timed("ledger", () => rooms.findExchanges(found));
  return { ...found, exchanges, quantities, relations, introductions, sought };
}

/** What `npm run build` made of `src/`. */
async function loadRooms() {
  const modules = await Promise.all(
    [
      "report/read-report",
      "actor/find-mentions",
      "time/find-times",
      "place/find-places",
      "quantity/find-quantities",
      "quotation/find-attributions",
      "quotation/find-statements",
      "quotation/voices",
      "event/find-events",
      "reading/attach-quantities",
      "reading/read",
      "relation/find-relations",
      "ledger/exchanges/find-exchanges",
      "ledger/ledger",
    ].map((name) => import(`../dist/${name}.js`)),
  );
  return Object.assign({}, ...modules);
}
