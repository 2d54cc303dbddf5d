import { type Kysely, sql } from "kysely";
import type { Event } from "../../event/event.js";
import { identifier } from "../../record/identifier.js";
import type { StepKind } from "../across/step.js";
import { groupBy } from "../group-by.js";
import { all, jsonRows } from "../json-rows.js";
import type { Schema } from "../schema.js";
import type { Insert } from "../write-reading.js";
import { decideIssues } from "./decide-issues.js";
import { type IssueTerm, issueTerms } from "./issue-terms.js";

/** Keeps what stories are about in step with the reports and the stories. */
export const issuesStep: StepKind = {
  name: "issues",
  version: 1,
  tables: ["issue_terms", "story_issues"],
  open:
    () =>
    ({ db, insert, changes }) => {
      const touched = new Set<string>();
      return {
        async take(report) {
          touched.add(report);
          await db.deleteFrom("issue_terms").where("report", "=", report).execute();
        },
        async put(readings) {
          for (const { report } of readings) touched.add(report.id);
          insert(
            "issue_terms",
            readings.map((reading) => {
              const disputes = reading.events.some(isBetweenActors) ? 1 : 0;
              return { report: reading.report.id, terms: JSON.stringify(issueTerms(reading)), disputes };
            }),
          );
        },
        async settle() {
          const own = await jsonRows<string>(
            db,
            sql`select json_group_array(story) as found from story_reports where report in ${all([...touched])}`,
          );
          await decide(db, insert, [...new Set([...changes.stories, ...own])]);
        },
      };
    },
};

function isBetweenActors({ sources, targets }: Event): boolean {
  return sources.some(
    ({ actor }) =>
      actor.known && targets.some((t) => t.actor.known && t.actor.value.code !== actor.value.code),
  );
}

/** A story is about a dispute where at least this part of its reports tell what one actor does to another. */
const LEAST_DISPUTE = 1 / 3;

async function decide(db: Kysely<Schema>, insert: Insert, stories: readonly string[]): Promise<void> {
  await sql`delete from story_issues where story in ${all(stories)}`.execute(db);
  const rows = await jsonRows<[string, IssueTerm[], [string, number][], number]>(
    db,
    sql`select json_group_array(json_array(s.story, json(t.terms), json(y.terms), t.disputes)) as found
      from story_reports s join issue_terms t on t.report = s.report join story_terms y on y.report = s.report
      where s.story in ${all(stories)}`,
  );
  for (const [story, own] of groupBy(rows, ([story]) => story)) {
    if (own.filter(([, , , disputes]) => disputes).length < LEAST_DISPUTE * own.length) continue;
    const reports = own.map(([, terms, about]) => ({
      terms,
      about: new Map(about.map(([term, weight]) => [term, weight])),
    }));
    insert(
      "story_issues",
      decideIssues(reports).map(({ term, owner, name, reports, weight }, place) => ({
        story,
        place,
        issue: identifier("i", term, owner ?? ""),
        term,
        owner: owner ?? null,
        name,
        reports,
        weight,
      })),
    );
  }
}
