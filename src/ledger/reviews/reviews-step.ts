import type { StepKind } from "../across/step.js";
import { forgetStanding, settleReviews } from "./review-tables.js";
import { rowsToJudge } from "./rows-to-judge.js";
import { concernsAnswers, settleAnswers } from "./settle-answers.js";

/** Keeps what people said of rows with the rows that it holds for, when reports are read again and go. */
export const reviewsStep: StepKind = {
  name: "reviews",
  version: 1,
  tables: ["standing_reviews", "reviewed_rows"],
  open:
    () =>
    ({ db, insert, changes }) => {
      const taken = new Set<string>();
      const touched = new Set<string>();
      return {
        async take(report) {
          taken.add(report);
          touched.add(report);
          await forgetStanding(db, report);
        },
        async put(reading) {
          const { id } = reading.report;
          taken.delete(id);
          touched.add(id);
          const any = await db.selectFrom("reviews").select("id").where("report", "=", id).limit(1).execute();
          if (any.length > 0) await settleReviews(db, insert, id, rowsToJudge(reading));
        },
        async settle() {
          for (const report of taken) await settleReviews(db, insert, report, []);
          if (await concernsAnswers(db, touched, changes.exchanges)) await settleAnswers(db, insert);
        },
      };
    },
};
