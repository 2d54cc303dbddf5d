import { expect, it } from "vitest";
import { WaitingRows } from "../../src/ledger/waiting-rows.js";
import type { Insert } from "../../src/ledger/write-reading.js";

it("writes what waits table by table, in the order in which they were first named, and once", () => {
  const waiting = new WaitingRows();
  const [first, second, third] = ["1", "2", "3"].map((report) => ({ report, position: 0, note: "none" }));
  waiting.insert("report_notes", []);
  waiting.insert("bylines", [{ report: "1", position: 0, name: "Ann Holt", role: null }]);
  waiting.insert("report_notes", [first!, second!]);
  waiting.insert("report_notes", [third!]);
  const written: [string, number][] = [];
  const insert: Insert = (table, rows) => written.push([table, rows.length]);
  waiting.write(insert);
  waiting.write(insert);
  expect(written).toEqual([
    ["report_notes", 3],
    ["bylines", 1],
  ]);
});
