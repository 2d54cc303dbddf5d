import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { reviews } from "../../../src/ledger/migrations/0015-reviews.js";
import { reviewsOfAnswers } from "../../../src/ledger/migrations/0021-reviews-of-answers.js";
import { openDatabase } from "../../../src/ledger/open-database.js";

describe("the migration to reviews of answers", () => {
  it("keeps what was said before, and with whom it stands", async () => {
    const { db } = await openDatabase(":memory:", { purpose: "write", lockWait: 0 });
    const run = (statement: string) => sql.raw<Record<string, unknown>>(statement).execute(db);
    for (const name of [
      "view what_reviewers_say",
      "table standing_reviews",
      "table reviewed_rows",
      "table reviews",
    ])
      await run(`drop ${name}`);
    await run("delete from across_steps");
    await reviews.up(db);
    await run(`insert into reviews values (3, 'j1', 'event', 'e1', 'r1', '[]', 'w', '{}', 'accept', null, 'why', 'Ann',
      '2026-03-01T09:00:00.000Z', null, null)`);
    await run("insert into standing_reviews values ('j1', 'r1', 'Ann', 'e1', null)");
    await reviewsOfAnswers.up(db);
    const kept = await run("select number, id, note, opening from reviews");
    expect(kept.rows).toEqual([{ number: 3, id: "j1", note: "why", opening: null }]);
    expect((await run("select review, row from standing_reviews")).rows).toEqual([
      { review: "j1", row: "e1" },
    ]);
    await run("delete from reviews");
    expect((await run("select * from standing_reviews")).rows).toEqual([]);
    await expect(run("insert into reviews (id, kind) values ('j2', 'rumour')")).rejects.toThrow();
    await db.destroy();
  });
});
