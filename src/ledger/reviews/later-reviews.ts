import { immediately, type OpenDatabase } from "../open-database.js";
import { readRowsToJudge, settleReviews } from "./review-tables.js";
import { settleAnswers } from "./settle-answers.js";

/** Takes out the reviews that came into a copy of a ledger after an instant. */
export async function forgetLaterReviews(database: OpenDatabase, until: string): Promise<void> {
  await immediately(database, async (db) => {
    const later = await db
      .selectFrom("reviews")
      .select("report")
      .distinct()
      .where("entered", ">", until)
      .execute();
    await db.deleteFrom("reviews").where("entered", ">", until).execute();
    for (const { report } of later)
      await settleReviews(db, database.insert, report, await readRowsToJudge(db, report));
    await settleAnswers(db, database.insert);
  });
}
