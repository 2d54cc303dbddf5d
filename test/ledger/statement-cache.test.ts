import Database from "libsql";
import { expect, it } from "vitest";
import { withStatementCache } from "../../src/ledger/statement-cache.js";

it("prepares each text once, and again after it failed", () => {
  const connection = new Database(":memory:");
  const database = withStatementCache(connection);
  database.prepare("create table words (word text primary key)").run([]);
  const insert = "insert into words values (?)";
  expect(database.prepare(insert)).toBe(database.prepare(insert));
  const first = database.prepare(insert);
  first.run(["one"]);
  expect(() => first.run(["one"])).toThrow("UNIQUE");
  expect(database.prepare(insert)).not.toBe(first);
  database.prepare(insert).run(["two"]);
  const select = database.prepare("select word from words order by word");
  expect([select.reader, select.all([])]).toEqual([true, [{ word: "one" }, { word: "two" }]]);
  expect(database.prepare("select word from words order by word").all([])).toHaveLength(2);
  database.close();
});
