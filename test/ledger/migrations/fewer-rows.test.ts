import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { Ledger } from "../../../src/ledger/ledger.js";
import { fewerRows } from "../../../src/ledger/migrations/0026-fewer-rows.js";
import { openDatabase } from "../../../src/ledger/open-database.js";
import type { Schema } from "../../../src/ledger/schema.js";
import { textOf } from "../../../src/record/span.js";
import { known, unknown } from "../../../src/record/value.js";
import { sampleReading } from "../../support/reading.js";

const folder = mkdtempSync(join(tmpdir(), "demarche-rows-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = sampleReading();
const span = { start: 0, end: 3 };
const cue = { start: 4, end: 9 };
const actor = known({ code: "NOR" }, "stated" as const, "made by hand", span);
/** A quotation that is split, so that its parts are not the statement's own words, and passed on. */
const statements = sample.statements.map((statement, i) =>
  i > 0
    ? statement
    : {
        ...statement,
        content: [...statement.content, span],
        chain: [
          { role: "origin" as const, span, cue, mention: 0, actor },
          { role: "speaker" as const, actor: unknown("nobody is named") },
          { role: "report" as const },
        ],
      },
);
const reading = { ...sample, statements };
const { text } = reading.report;

async function written(path: string): Promise<void> {
  const ledger = await Ledger.open(path, { readerVersion: "1" });
  await ledger.add(reading);
  await ledger.close();
}

type Rows = Record<string, unknown>[];

async function rowsOf(db: Kysely<Schema>, table: string, order: string): Promise<Rows> {
  return (await sql<Rows[number]>`select * from ${sql.table(table)} order by ${sql.raw(order)}`.execute(db))
    .rows;
}

async function views(db: Kysely<Schema>) {
  return {
    statements: await rowsOf(db, "statements", "number"),
    spans: await rowsOf(db, "statement_spans", "statement, role, position"),
    links: await rowsOf(db, "attribution_links", "statement, position"),
    said: await rowsOf(db, "who_said_what", "statement"),
    did: await rowsOf(db, "who_did_what_to_whom", "event"),
    participants: await rowsOf(db, "event_participants", "event, role, position"),
  };
}

describe("the words and the chain of a statement", () => {
  it("come back, and one a row from views, with their words", async () => {
    const path = join(folder, "ledger.db");
    await written(path);
    const ledger = await Ledger.open(path, { readerVersion: "1" });
    expect((await ledger.reading(reading.report.id))?.statements).toEqual(statements);
    await ledger.close();
    const { db } = await openDatabase(path, { purpose: "read", lockWait: 0 });
    const { spans, links } = await views(db);
    const contents = spans.filter(({ role }) => role === "content");
    const told = statements.flatMap(({ id, content }) =>
      content.map((span, position) => ({
        statement: id,
        role: "content",
        position,
        start_offset: span.start,
        end_offset: span.end,
        words: textOf(text, span),
      })),
    );
    const key = (row: object) => JSON.stringify(row);
    expect(contents.map(key).sort()).toEqual(told.map(key).sort());
    expect(links.map(({ statement, position, role }) => `${statement} ${position} ${role}`)).toEqual(
      statements.flatMap(({ id, chain = [] }) => chain.map(({ role }, i) => `${id} ${i} ${role}`)).sort(),
    );
    await db.destroy();
  });

  it("stay, all of them, in a ledger of before", async () => {
    const path = join(folder, "older.db");
    await written(path);
    const { db } = await openDatabase(path, { purpose: "write", lockWait: 0 });
    const now = await views(db);
    // What the migration takes the place of.
    for (const statement of BEFORE) await sql.raw(statement).execute(db);
    await fewerRows.up(db as Kysely<unknown>);
    expect(await views(db)).toEqual(now);
    await db.destroy();
    const ledger = await Ledger.open(path, { readerVersion: "1" });
    expect((await ledger.reading(reading.report.id))?.statements).toEqual(statements);
    await ledger.close();
  });
});

const BEFORE = [
  "create table spans_before as select * from statement_spans",
  "create table links_before as select * from attribution_links",
  "drop view who_said_what",
  "drop view statement_spans",
  "drop view attribution_links",
  "alter table statements drop column spans",
  "alter table statements drop column attribution",
  "alter table spans_before rename to statement_spans",
  "alter table links_before rename to attribution_links",
  "create view who_said_what as select 1",
  "create index mention_actors_by_code on mention_actors (code)",
];
