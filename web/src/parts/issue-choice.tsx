import type { z } from "zod";
import type { issue } from "../../../src/server/schemas/issues.js";
import { addressOf, useAddress } from "../address.js";
import { useAnswer } from "../ask.js";
import { Choice } from "./filters.js";

export type Issue = z.infer<typeof issue>;

const MOST_ISSUES = 100;

/** What stories are about, to choose from: the issues between the actors that are chosen, in the reports' own words. */
export function IssueChoice() {
  const { searchParams } = useAddress();
  const given = (name: string) => searchParams.get(name) ?? undefined;
  const chosen = given("issue");
  const { data } = useAnswer<{ items: Issue[] }>(
    addressOf("/api/issues", {
      between: given("between"),
      about: given("about"),
      story: given("story"),
      limit: MOST_ISSUES,
    }),
  );
  const missing = chosen !== undefined && data !== undefined && !data.items.some(({ id }) => id === chosen);
  const other = useAnswer<Issue>(missing ? `/api/issues/${encodeURIComponent(chosen)}` : undefined);
  const options = (data?.items ?? []).map(({ id, name, reports }): [string, string] => [
    id,
    `${name} (${reports})`,
  ]);
  return (
    <Choice
      name="issue"
      label="Issue"
      options={[
        ["", "any issue"],
        ...(chosen !== undefined && (missing || !data)
          ? [[chosen, other.data?.name ?? chosen] as const]
          : []),
        ...options,
      ]}
    />
  );
}
