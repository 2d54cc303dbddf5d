import { assertType, expectTypeOf, test } from "vitest";
import {
  type Event,
  type EventType,
  type Exchange,
  Ledger,
  type LedgerError,
  type LedgerErrorCode,
  loadLanguage,
  type Reading,
  type Refusal,
  type Report,
  read,
  readAll,
  readInputs,
  readReport,
  type Statement,
} from "../src/index.js";

test("a report goes in, a reading comes out, a ledger keeps it", async () => {
  const report = readReport({ origin: "report.txt", content: "text" });
  expectTypeOf(report).toEqualTypeOf<Report | Refusal>();
  const language = await loadLanguage();
  if (report.kind === "report") expectTypeOf(await read(report, language)).toEqualTypeOf<Reading>();
  // @ts-expect-error a refusal cannot be read
  await read(report, language);
  expectTypeOf(await readAll([], language)).toEqualTypeOf<(Reading | Refusal)[]>();
});

test("many inputs come one at a time, with what the caller knows of them", () => {
  const stdin = (async function* () {})();
  const known = { encoding: "windows-1252", published: "2017-02-17", outlet: "Harbour News", stdin };
  expectTypeOf(readInputs(["reports/", "-"], known)).toExtend<AsyncIterable<Report | Refusal>>();
  // @ts-expect-error paths come as a list
  readInputs("reports/");
});

test("the ledger gives back what it took", async () => {
  const ledger = await Ledger.open("demarche.db", { purpose: "read" });
  expectTypeOf(ledger.add).parameter(0).toEqualTypeOf<Reading>();
  expectTypeOf(await ledger.add({} as Reading)).toEqualTypeOf<"added" | "replaced" | "unchanged">();
  expectTypeOf(ledger.statements()).toExtend<AsyncIterable<Statement>>();
  expectTypeOf(ledger.events("r1")).toExtend<AsyncIterable<Event>>();
  expectTypeOf(ledger.exchanges()).toExtend<AsyncIterable<Exchange>>();
  const record = await ledger.get("e1");
  if (record?.kind === "event") expectTypeOf(record).toEqualTypeOf<Event>();
  // @ts-expect-error a ledger is opened, never made with new
  new Ledger();
});

test("records cannot be changed, and codes are closed lists", () => {
  const event = {} as Event;
  // @ts-expect-error records are read-only
  event.type = "AID";
  assertType<EventType>("SANCTION");
  // @ts-expect-error not one of PLOVER's sixteen
  assertType<EventType>("PRAISE");
  expectTypeOf<LedgerError["code"]>().toEqualTypeOf<LedgerErrorCode>();
});
