import { sql } from "kysely";
import type { StepKind } from "../across/step.js";
import { all, jsonRows } from "../json-rows.js";
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
        async put(readings) {
          const ids = readings.map(({ report }) => report.id);
          for (const id of ids) {
            taken.delete(id);
            touched.add(id);
          }
          const reviewed = new Set(
            await jsonRows<string>(
              db,
              sql`select json_group_array(distinct report) as found from reviews where report in ${all(ids)}`,
            ),
          );
          for (const reading of readings)
            if (reviewed.has(reading.report.id))
              await settleReviews(db, insert, reading.report.id, rowsToJudge(reading));
        },
        async settle() {
          for (const report of taken) await settleReviews(db, insert, report, []);
          if (await concernsAnswers(db, touched, changes.exchanges)) await settleAnswers(db, insert);
        },
      };
    },
};
