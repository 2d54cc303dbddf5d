import { sql } from "kysely";
import type { ExportTable } from "../table.js";
import { storyPasses } from "./stories.js";

/** What disputes are about. */
export const issues: ExportTable = {
  name: "issues",
  title: "What disputes are about",
  description: "One row for each issue of each story, named by the words of the story's reports.",
  primaryKey: ["issue", "story"],
  columns: [
    {
      name: "issue",
      type: "string",
      description: "Identifier of the issue, the same in all stories that are about it.",
    },
    { name: "term", type: "string", description: "The lemmas by which it is the same in all stories." },
    { name: "owner", type: "string", description: "Code of whose it is; empty where it is nobody's." },
    { name: "story", type: "string", description: "Identifier of the story." },
    { name: "place", type: "integer", description: "Its place among the story's issues, the weightiest 0." },
    {
      name: "name",
      type: "string",
      quoted: true,
      description: "The issue as most of the story's reports write it.",
    },
    { name: "reports", type: "integer", description: "How many of the story's reports use the words." },
    {
      name: "weight",
      type: "number",
      description: "How much it weighs in the story: comparable inside the story only.",
    },
  ],
  query: (filter) => sql`select issue, term, owner, story, place, name, reports, weight from story_issues
    where story in (select id from stories where ${storyPasses(filter)}) order by story, place`,
};
