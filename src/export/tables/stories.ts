import { sql } from "kysely";
import type { AcrossFilter } from "../../ledger/across/filter.js";
import { storyCondition } from "../../ledger/stories/list-stories.js";
import type { ExportTable } from "../table.js";

/** True of the stories (`id`) that pass the filter. */
export function storyPasses({ story, ...filter }: AcrossFilter) {
  const own = story === undefined ? sql`1` : sql`id >= ${story} and id < ${`${story}\u{10ffff}`}`;
  return sql`${storyCondition(filter)} and ${own}`;
}

/** Reports on the same dispute and episode. */
export const stories: ExportTable = {
  name: "stories",
  title: "Stories",
  description:
    "One row for each story: reports on the same dispute and episode. The table of reports names each one's story.",
  primaryKey: ["id"],
  columns: [
    { name: "id", type: "string", description: "Identifier of the story." },
    { name: "name", type: "string", description: "Words that its reports use, what counts most first." },
    { name: "first_published", type: "date", description: "Day of its first report." },
    { name: "last_published", type: "date", description: "Day of its last report." },
    { name: "reports", type: "integer", description: "How many reports belong to it." },
    { name: "outlets", type: "integer", description: "How many outlets tell it." },
    {
      name: "independent_outlets",
      type: "integer",
      description: "How many outlets tell it in words of their own: copies and agency copy count once.",
    },
  ],
  query: (
    filter,
  ) => sql`select id, name, first_published, last_published, reports, outlets, independent_outlets
    from stories where ${storyPasses(filter)} order by coalesce(first_published, ''), id`,
};
