import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/ledger/open-database.js";
import type { Schema } from "../../src/ledger/schema.js";

const docs = readFileSync(join(import.meta.dirname, "../../docs/ledger.md"), "utf8");

async function columns(db: Kysely<Schema>, type: "table" | "view"): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ name: string; column: string }>`
    select m.name, c.name as "column" from sqlite_schema m join pragma_table_info(m.name) c
      where m.type = ${type} and m.name not like '%\_search%' escape '\\' and m.name not like '%migrations%'
        and m.name not like 'sqlite%'`.execute(db);
  const tables = new Map<string, string[]>();
  for (const { name, column } of rows) tables.set(name, [...(tables.get(name) ?? []), column]);
  return tables;
}

describe("docs/ledger.md", () => {
  it("names every table with every column", async () => {
    const { db } = await openDatabase(":memory:", { purpose: "write", lockWait: 0 });
    const tables = await columns(db, "table");
    expect(tables.size).toBeGreaterThan(15);
    for (const [table, names] of tables) {
      const section = docs.split(`### \`${table}\`\n`)[1]?.split("\n##")[0];
      expect(section, table).toBeDefined();
      for (const name of names) expect(section, `${table}.${name}`).toContain(`\`${name}\``);
    }
    await db.destroy();
  });

  it("names every view with every column, in order", async () => {
    const { db } = await openDatabase(":memory:", { purpose: "write", lockWait: 0 });
    const views = await columns(db, "view");
    expect(views.size).toBe(8);
    for (const [view, names] of views) {
      const line = docs.split("\n").find((l) => l.startsWith(`\`${view}\`:`));
      for (const name of names) expect(line, `${view}.${name}`).toContain(`\`${name}\``);
    }
    await db.destroy();
  });

  it("names every code of a LedgerError, and no other", () => {
    const source = readFileSync(join(import.meta.dirname, "../../src/ledger/ledger-error.ts"), "utf8");
    const codes = [...source.matchAll(/^ {2}\| "([a-z-]+)"/gm)].map(([, code]) => code);
    const documented = docs.split("## Problems")[1]!.matchAll(/^\| `([a-z-]+)` \|/gm);
    expect([...documented].map(([, code]) => code)).toEqual(codes);
  });
});
