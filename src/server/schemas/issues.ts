import { z } from "zod";
import type { Issue } from "../../ledger/issues/issue.js";
import { day } from "./common.js";

/** What disputes are about, by the words of their reports. */
export const issue = z
  .object({
    kind: z.literal("issue"),
    id: z.string(),
    name: z.string().describe("in the words of the story of which most reports use it"),
    term: z.string().describe("lemmas, by which it is the same in all stories"),
    owner: z.string().exactOptional().describe("code of whose it is"),
    reports: z.int().describe("that use the words"),
    stories: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        words: z.string().describe("the issue as the story's reports write it"),
        reports: z.int(),
        weight: z.number(),
        firstPublished: day.exactOptional(),
        lastPublished: day.exactOptional(),
      }),
    ),
  })
  .meta({ id: "Issue" }) satisfies z.ZodType<Issue>;
