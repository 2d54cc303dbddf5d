import { type RawBuilder, sql } from "kysely";

/** Selects the stories that are about an issue: its identifier, or how it begins. */
export function storiesOfIssue(issue: string): RawBuilder<unknown> {
  return sql`(select story from story_issues where issue >= ${issue} and issue < ${`${issue}\u{10ffff}`})`;
}
