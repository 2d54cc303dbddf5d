import { z } from "zod";
import { EVENT_TYPES, STATUSES } from "../../event/event.js";
import { TENSION_RULES } from "../../ledger/tensions/tension-rules.js";
import { day } from "./common.js";

/** Codes parted by commas, as on the command line: CHN,USA. */
const codes = z
  .string()
  .max(200)
  .transform((text) => text.split(",").filter((code) => code !== ""));
const codesOf = (what: string) => codes.exactOptional().meta({ description: what, example: "CHN,USA" });

/** Which rows across reports to give: the command line's filters. */
export const acrossFilter = {
  between: codesOf("all of these actors take part: codes parted by commas"),
  about: codesOf("one of these actors takes part or is named"),
  from: day.exactOptional().describe("that day or later"),
  to: day.exactOptional().describe("that day or earlier"),
};

export const inStory = {
  story: z.string().max(80).exactOptional().describe("only what a report of this story tells"),
  issue: z.string().max(80).exactOptional().describe("only what a report of a story about this issue tells"),
};

/** Which page of a list to give. */
export const page = {
  limit: z.coerce.number().int().min(1).max(500).default(50).describe("rows in a page"),
  cursor: z.string().max(500).exactOptional().describe("`next` of the page before"),
};

/** Whose eyes it is seen with who is blind to others. */
export const seenBy = {
  as: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .exactOptional()
    .describe(
      "the name of a reviewer who is blind to others: of what they said, only of rows that this one has judged",
    ),
};

const flag = z.enum(["true", "false"]).transform((text) => text === "true");
const text = z.string().max(200);

export const reportQuery = z.object({
  ...acrossFilter,
  ...inStory,
  outlet: text.exactOptional(),
  ...page,
});
export const statementQuery = z.object({
  ...acrossFilter,
  ...inStory,
  by: codesOf("one of these actors speaks"),
  report: text.exactOptional(),
  outlet: text.exactOptional(),
  act: text.exactOptional().describe("what the words do: asserts, denies, demands, ..."),
  ...seenBy,
  ...page,
});
const eventFilter = {
  ...acrossFilter,
  ...inStory,
  source: codesOf("one of these actors acts"),
  target: codesOf("one of these actors is acted on"),
  report: text.exactOptional(),
  outlet: text.exactOptional(),
  type: z.enum(EVENT_TYPES).exactOptional(),
  status: z.enum(STATUSES).exactOptional(),
};
export const eventQuery = z.object({
  ...eventFilter,
  ...seenBy,
  surerThan: z.coerce
    .number()
    .min(0)
    .max(1)
    .exactOptional()
    .describe("only those of which all is right with a probability of at least this; 0.5: about half are"),
  happening: text.exactOptional().describe("only those that tell of this happening"),
  place: z.string().max(500).exactOptional().describe("only those at this place of /api/places"),
  ...page,
});
export const placeQuery = z.object({ ...eventFilter, limit: page.limit });
export const issueQuery = z.object({
  ...acrossFilter,
  ...inStory,
  fewest: z.coerce
    .number()
    .int()
    .min(1)
    .exactOptional()
    .describe("only of stories of at least so many reports"),
  ...page,
});
export const joinQuery = z.object({
  with: text.describe("the other happening"),
  note: z.string().max(1000).exactOptional().describe("why"),
});
export const splitQuery = z.object({
  event: text.describe("one of the happening's events"),
  note: joinQuery.shape.note,
});
export const exchangeQuery = z.object({
  ...acrossFilter,
  ...inStory,
  answered: flag.exactOptional().describe("only those that were answered, or were not"),
  ...seenBy,
  ...page,
});
export const happeningQuery = z.object({
  ...acrossFilter,
  ...inStory,
  fewest: z.coerce.number().int().min(1).exactOptional().describe("at least so many reports tell of it"),
  ...page,
});
export const positionQuery = z.object({
  ...acrossFilter,
  ...inStory,
  of: codesOf("one of these actors holds it"),
  fewest: z.coerce.number().int().min(1).exactOptional().describe("taken at least so many times"),
  changed: flag.exactOptional().describe("only those that changed, or came of a change"),
  ...page,
});
export const tensionQuery = z.object({
  ...acrossFilter,
  ...inStory,
  rule: z.enum(TENSION_RULES).exactOptional(),
  ...page,
});
export const storyQuery = z.object({
  ...acrossFilter,
  issue: inStory.issue,
  fewest: z.coerce.number().int().min(1).exactOptional().describe("at least so many reports"),
  ...page,
});
export const actorQuery = z.object({
  q: text.exactOptional().describe("a part of the code or name"),
  ...page,
});
export const dealingQuery = z.object({
  about: codesOf("only dealings in which one of these takes part"),
  from: acrossFilter.from,
  to: acrossFilter.to,
  limit: page.limit,
});
export const searchQuery = z.object({
  q: z.string().max(500).describe('words; "words in quotation marks" stand together'),
  limit: page.limit,
});
export const readingQuery = z.object({
  name: z.string().max(300).default("-").describe("the file's name; its ending helps to tell the format"),
  published: day.exactOptional().describe("publication date, whatever the report states"),
  outlet: text.exactOptional().describe("the outlet, whatever the report states"),
});
