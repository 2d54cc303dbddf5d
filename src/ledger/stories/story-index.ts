import type { Report } from "../../report/report.js";
import { GroupingIndex } from "../grouping/grouping-index.js";
import { sketchOf } from "./copies.js";
import { STORY_RULES, type StoryRules } from "./rules.js";
import { cosine, dayOf, daysBetween, keysOf, type StoryReport } from "./similarity.js";
import type { StoryTables } from "./story-tables.js";
import { storyTerms } from "./story-terms.js";

/** The stories of a ledger, as groups of its reports. */
export function storyIndex(tables: StoryTables, rules: StoryRules = STORY_RULES): GroupingIndex<StoryReport> {
  return new GroupingIndex(tables, rules, {
    id: ({ id }) => id,
    day: ({ published = "" }) => published,
    keys: (report) => keysOf(report, rules),
    compare(a, b) {
      const days = daysBetween(a, b);
      return days === undefined ? undefined : { similarity: Number(cosine(a, b).toFixed(6)), days };
    },
  });
}

/** What stories need to know of a report. */
export function storyReport(report: Report): StoryReport {
  const published = report.published.known ? dayOf(report.published.value) : undefined;
  return {
    id: report.id,
    ...(published && { published }),
    ...(report.outlet.known && { outlet: report.outlet.value }),
    terms: storyTerms(report),
    sketch: sketchOf(report),
  };
}
