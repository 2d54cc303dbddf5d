import { describe, expect, it } from "vitest";
import { actorCode } from "../../src/actor/actor.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { loadCases } from "./cases.js";

const cases = loadCases("person-titles.conllu");

/** Who Rasmus Lund is; "?" where nobody is known. */
function who(id: string): string {
  const { report, analysis } = cases.get(id)!;
  const found = findMentions(report, analysis).find((m) =>
    analysis.text.slice(m.start, m.end).endsWith("Rasmus Lund"),
  );
  return found?.actors.map(actorCode).join(" & ") || "?";
}

describe("what a report calls its people", () => {
  it.each([
    ["professor-of", "JPN.EDU"],
    ["part-of-body", "USA.NGO"],
    ["noun-before-body", "CHN.BUS"],
    ["employer-beside", "GBR.GOV"],
  ])("%s: they are of the body that the words beside the title name", (id, code) => {
    expect(who(id)).toBe(code);
  });

  it("takes an expert on a body for none of its own", () => {
    expect(who("expert-on")).toBe("?");
  });

  it.each([
    ["aide-to", "USA.GOV"],
    ["of-somebody-settled", "USA"],
  ])("%s: whoever serves a person is of the person's state", (id, code) => {
    expect(who(id)).toBe(code);
  });

  it.each([
    ["before-name-party", "USA.PTY"],
    ["member-in-brackets", "USA.LEG"],
  ])("%s: party, or party and state, beside a name", (id, code) => {
    expect(who(id)).toBe(code);
  });
});
