import { describe, expect, it } from "vitest";
import { decideStories } from "../../../src/ledger/stories/decide-stories.js";
import { STORY_RULES } from "../../../src/ledger/stories/rules.js";
import type { StoryReport } from "../../../src/ledger/stories/similarity.js";
import { storyReport } from "../../../src/ledger/stories/story-index.js";
import { known } from "../../../src/record/value.js";
import { makeReport } from "../../support/reading.js";

const report = (title: string, body: string, published?: string, outlet?: string): StoryReport =>
  storyReport(
    makeReport([{ text: title, role: "title" }, body], {
      ...(published && { published: known(published, "given", "given with the report") }),
      ...(outlet && { outlet: known(outlet, "given", "given with the report") }),
    }),
  );

const FIRST = report(
  "Ruritania closes Strelsau harbour to Norwegian trawlers",
  "Ruritania shut the harbour of Strelsau to trawlers from Norway, the port authority said.",
  "2017-03-01",
  "Zenda Wire",
);
const SECOND = report(
  "Norway protests over closed harbour",
  "Oslo called on Ruritania to open Strelsau harbour to its trawlers at once.",
  "2017-03-03",
  "Oslo Daily",
);
const OTHER = report(
  "Volcano erupts near Lake Mungo",
  "Ash from the volcano fell on villages around the lake, geologists said.",
  "2017-03-02",
  "Oslo Daily",
);

describe("decideStories", () => {
  it("puts reports of one episode together, and says why", () => {
    const [story, other] = decideStories([OTHER, SECOND, FIRST], STORY_RULES);
    expect(story!.members.map((m) => m.report)).toEqual([FIRST.id, SECOND.id]);
    expect(story).toMatchObject({
      firstPublished: "2017-03-01",
      lastPublished: "2017-03-03",
      outlets: 2,
      independentOutlets: 2,
    });
    expect(story!.name).toMatch(/Strelsau/);
    expect(story!.members[0]!.nearest).toBe(SECOND.id);
    expect(story!.members[0]!.sharedWords).toEqual(
      expect.arrayContaining(["Strelsau", "harbour", "trawlers"]),
    );
    expect(other!.members).toEqual([{ report: OTHER.id }]);
  });

  it("keeps a story's identifier while later reports join", () => {
    const [alone] = decideStories([FIRST], STORY_RULES);
    const [both] = decideStories([FIRST, SECOND], STORY_RULES);
    expect(both!.id).toBe(alone!.id);
    expect(alone!.id).toMatch(/^y[0-9a-f]{16}$/);
  });

  it("keeps reports apart that lie too far apart, or of which one has no date", () => {
    const later = report("Ruritania closes Strelsau harbour to Norwegian trawlers", "Again.", "2019-03-01");
    const undated = report("Ruritania closes Strelsau harbour to Norwegian trawlers", "Undated.");
    const unlike = report("Ruritania closes Strelsau harbour to Norwegian trawlers", "Undated too.");
    expect(decideStories([FIRST, later, undated], STORY_RULES)).toHaveLength(3);
    const [without] = decideStories([undated, unlike], STORY_RULES);
    expect(without!.members).toHaveLength(2);
    expect(without!.firstPublished).toBeUndefined();
  });
});
