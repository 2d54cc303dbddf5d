import { describe, expect, it } from "vitest";
import { actorCode } from "../../src/actor/actor.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { loadCases } from "./cases.js";

const cases = loadCases("sender.conllu");

/** Who the mention with this head word is; undefined where there is none. */
function found(id: string, form: string) {
  const { report, analysis } = cases.get(id)!;
  return findMentions(report, analysis).find((m) => analysis.words[m.head]!.form === form);
}

const codeOf = (id: string, form: string) => found(id, form)?.actors.map(actorCode).join(" & ");

describe("whose troops and envoys are", () => {
  it.each([
    ["sent", "advisers"],
    ["denied", "troops"],
  ])("%s: the sender's", (id, form) => {
    expect(codeOf(id, form)).toBe("NOR.MIL");
    expect(found(id, form)!.by).toContain('sent by "Norway"');
  });

  it("is not told by other verbs, nor of police", () => {
    expect(found("met", "advisers")!.by).not.toContain("sent by");
    expect(found("police", "police")!.by).not.toContain("sent by");
  });

  it("is that of the whole of which they are a part", () => {
    expect(codeOf("including", "paratroopers")).toBe("NOR.MIL");
  });
});

describe("whose an embassy is", () => {
  it("is not told by where it stands", () => {
    expect(codeOf("embassy", "embassies")).not.toContain("KEN");
  });
});

describe("names that are places or words here", () => {
  it("leaves farmers of a town that no list has without a state", () => {
    expect(codeOf("unknown-town", "farmers") ?? "").toBe("");
  });

  it("reads no people in a language and no state in a town's name", () => {
    expect(found("language", "Norwegian")).toBeUndefined();
    expect(found("language", "Jordan")).toBeUndefined();
    expect(codeOf("language", "Norwegians")).toBe("NOR.CVL");
    expect(codeOf("language", "Iranian")).toBe("IRN.CVL");
  });
});
