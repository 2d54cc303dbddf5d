import { describe, expect, it } from "vitest";
import { answers } from "../../../src/ledger/exchanges/answer.js";
import { answerWithin } from "../../../src/ledger/exchanges/answer-within.js";
import { turn } from "../../support/turn.js";

describe("what a body was asked for and does", () => {
  const asked = turn("e1", {
    opens: "request",
    day: "2017-03-01",
    by: [{ code: "NOR" }],
    to: ["UNO"],
    deed: "CONSULT",
  });
  const meets = turn("e2", {
    report: "another",
    answers: "acceptance",
    day: "2017-03-02",
    sentence: 3,
    by: [{ code: "UNO", agency: "Security Council" }],
    deed: "CONSULT",
  });

  it("answers whoever asked for it, in another report and in its own", () => {
    expect(answers(asked, meets, 0)).toMatchObject({
      answerIs: "acceptance",
      reasons: ["what was asked for is done"],
    });
    expect(answerWithin([asked, meets], meets)).toMatchObject({ opening: "e1", answerIs: "acceptance" });
  });

  it.each<[string, Partial<typeof meets>]>([
    ["an act of another type", { deed: "SANCTION" }],
    ["another body", { by: [{ code: "ASEAN" }] }],
    ["one of its people", { by: [{ code: "UNO", person: "Kari Nordmann" }] }],
    ["an act before it was asked for", { day: "2017-02-28" }],
    ["an act of weeks later", { day: "2017-03-20" }],
  ])("is not %s", (_, other) => {
    expect(answers(asked, { ...meets, ...other }, 0)).toBeUndefined();
  });
});
