import { describe, expect, it } from "vitest";
import { findMentions } from "../../src/actor/find-mentions.js";
import { actorOfPhrase, actorsOfPhrase, mentionAt } from "../../src/actor/mention-at.js";
import { loadCases } from "./cases.js";

const { report, analysis } = loadCases().get("two-leaders")!;
const mentions = findMentions(report, analysis);
const wordOf = (form: string) => analysis.words.findIndex((w) => w.form === form);

describe("mentionAt", () => {
  it("finds the mention that a word heads", () => {
    expect(mentionAt(mentions, wordOf("Emmanuel"))?.form).toBe("name");
    expect(mentionAt(mentions, wordOf("leaders"))?.actors).toHaveLength(2);
    expect(mentionAt(mentions, wordOf("agreed"))).toBeUndefined();
  });

  it("prefers the longest of several", () => {
    const short = { ...mentions[0]!, first: mentions[0]!.head, start: mentions[0]!.start };
    expect(mentionAt([short, mentions[0]!], mentions[0]!.head)).toBe(mentions[0]);
  });
});

describe("actors of a phrase", () => {
  it("gives all, and one only where there is one", () => {
    expect(actorsOfPhrase(mentions, wordOf("leaders")).map((a) => a.code)).toEqual(["FRA", "DEU"]);
    expect(actorOfPhrase(mentions, wordOf("leaders"))).toBeUndefined();
    expect(actorOfPhrase(mentions, wordOf("German"))?.code).toBe("DEU");
    expect(actorsOfPhrase(mentions, wordOf("agreed"))).toEqual([]);
  });
});
