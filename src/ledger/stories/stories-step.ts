import { isDeepStrictEqual } from "node:util";
import type { StepKind } from "../across/step.js";
import { STORY_RULES } from "./rules.js";
import { storyIndex, storyReport } from "./story-index.js";
import { StoryMemory, StoryTables } from "./story-tables.js";

/** Keeps the stories in step with the reports. Nothing changes for a report whose text, date and outlet stay. */
export const storiesStep: StepKind = {
  name: "stories",
  version: 1,
  tables: ["stories", "story_reports", "story_terms", "story_keys", "story_links"],
  open() {
    const memory = new StoryMemory();
    return ({ db, insert, changes }) => {
      const tables = new StoryTables(db, insert, STORY_RULES, memory, changes.stories);
      const index = storyIndex(tables);
      const there = async (report: string) => (await tables.items([report]))[0];
      return {
        async take(report, next) {
          if (!next || !isDeepStrictEqual(await there(report), storyReport(next.report)))
            await index.remove(report);
        },
        async put(readings) {
          const known = new Set(
            (await tables.items(readings.map(({ report }) => report.id))).map(({ id }) => id),
          );
          const unknown = readings.filter(({ report }) => !known.has(report.id));
          await index.add(unknown.map(({ report }) => storyReport(report)));
        },
        settle: () => index.settle(),
      };
    };
  },
};
