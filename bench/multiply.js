import Database from "libsql";

/** Tables that tell of the file itself or of its past. */
const OF_THE_FILE =
  /^(?:ledger_|across_steps$|changes$|earlier_readings$|gone_rows$|happening_decisions$|sqlite_|\w+_search)/;
/** An identifier: one or two letters and 16 hexadecimal digits. */
const IDENTIFIER = /^[a-z]{1,2}[0-9a-f]{16}$/;

/**
 * Copies all rows of the ledger at `path` so that it holds `times` as many reports; each copy has identifiers of its own,
 * which differ in their last two digits. For measuring only: what the copies say together is copied, not decided.
 */
export function multiply(path, times) {
  const db = new Database(path);
  db.exec("pragma foreign_keys = off; pragma synchronous = off; pragma journal_mode = memory");
  const names = (type) =>
    db
      .prepare("select name, sql from sqlite_master where type = ? and sql is not null order by name")
      .all(type)
      .filter(({ name }) => !OF_THE_FILE.test(name));
  // Indexes are made once at the end, which is many times faster.
  const [indexes, triggers] = [names("index"), names("trigger")];
  for (const { name } of indexes) db.exec(`drop index "${name}"`);
  for (const { name } of triggers) db.exec(`drop trigger "${name}"`);
  db.exec("begin");
  for (const { name } of names("table")) copyRows(db, name, times);
  for (const { sql } of [...indexes, ...triggers]) db.exec(sql);
  for (const index of ["paragraphs_search", "statements_search", "events_search"])
    db.exec(`insert into ${index} (${index}) values ('rebuild')`);
  db.exec("commit; pragma journal_mode = wal");
  db.close();
}

function copyRows(db, table, times) {
  const columns = db.prepare(`pragma table_info("${table}")`).all();
  const sample = db.prepare(`select * from "${table}" limit 500`).all();
  const values = columns.map(({ name }) => {
    if (name === "number") return `number + copy.n * (select max(number) from "${table}")`;
    const identifies = sample.some((row) => typeof row[name] === "string" && IDENTIFIER.test(row[name]));
    return identifies ? `substr("${name}", 1, length("${name}") - 2) || printf('%02x', copy.n)` : `"${name}"`;
  });
  db.exec(
    `create temp table was as select * from "${table}";
     insert or ignore into "${table}" with recursive copy (n) as (select 1 union all select n + 1 from copy where n < ${times - 1})
       select ${values.join(", ").replaceAll(`from "${table}"`, "from was")} from copy, was where ${times} > 1;
     drop table was`,
  );
}
