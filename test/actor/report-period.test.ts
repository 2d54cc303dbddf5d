import { describe, expect, it } from "vitest";
import { actorCode } from "../../src/actor/actor.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { loadCases, publishedOn } from "./cases.js";

const cases = loadCases("report-period.conllu");

/** Who the person of this name is, in an undated report or one of this day. */
function who(id: string, name: string, day?: string): string | undefined {
  const found = day ? publishedOn(cases.get(id)!, day) : cases.get(id)!;
  const mention = findMentions(found.report, found.analysis).find((m) =>
    found.analysis.text.slice(m.start, m.end).endsWith(name),
  );
  return mention && (mention.actors.map(actorCode).join(" & ") || "?");
}

describe("the time of a report without a date", () => {
  it("is that in which the leaders whom it calls so held office", () => {
    expect(who("candidate", "Barack Obama")).toBe("USA.GOV");
    expect(who("candidate", "Donald Trump")).toBe("USA.PTY");
  });

  it("is not known where nobody tells it, or those who do never held office together", () => {
    expect(who("undated", "Donald Trump")).toBe("USA.GOV");
    expect(who("never-met", "Donald Trump")).toBe("USA.GOV");
  });

  it("gives way to the date", () => {
    expect(who("candidate", "Donald Trump", "2018-05-02")).toBe("USA.GOV");
    expect(who("undated", "Donald Trump", "2015-12-01")).toBe("USA.PTY");
    expect(who("undated", "Donald Trump", "1995-12-01")).toBe("USA");
  });

  it("is not needed for a name whose bearers all led one state that is spoken of", () => {
    expect(who("assad", "Assad")).toBe("SYR.GOV");
  });
});

describe("a candidate", () => {
  it("is of a party, whatever offices are known", () => {
    expect(who("nominee", "Donald Trump")).toBe("USA.PTY");
  });
});
