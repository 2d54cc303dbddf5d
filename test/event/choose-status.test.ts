import { describe, expect, it } from "vitest";
import { parseActWeights } from "../../src/event/act-weights.js";
import { chooseStatus } from "../../src/event/choose-status.js";
import { STATUSES } from "../../src/event/event.js";
import { Tellings } from "../../src/event/tellings.js";
import type { Word } from "../../src/language/analysis.js";

const word = { index: 3 } as Word;
const says = (status: (typeof STATUSES)[number]) =>
  new Tellings({
    unit: 4,
    least: -10,
    words: [3],
    types: [0],
    scores: [8],
    tellings: [{ word: 3, statuses: [[STATUSES.indexOf(status), 0]], source: [], target: [] }],
  });
const undated = { signs: [], isNews: false };
const weights = parseActWeights("status\tencoder\t1\nstatus\tas the rules say\t2\n");

describe("chooseStatus", () => {
  it("weighs rules and encoder against each other", () => {
    expect(chooseStatus(says("planned"), word, "asserted", undated, weights)).toMatchObject({
      status: "planned",
    });
    const sure = parseActWeights("status\tencoder\t1\nstatus\trules conditional conditional\t9\n");
    expect(chooseStatus(says("planned"), word, "conditional", undated, sure)).toMatchObject({
      status: "conditional",
    });
  });

  it("never takes for history what the report dates shortly before itself", () => {
    const recent = { signs: ["age month"], isNews: true };
    expect(chooseStatus(says("background"), word, "asserted", recent, weights).status).toBe("asserted");
    const old = parseActWeights("status\tencoder\t1\nstatus\tage years background\t4\n");
    const past = { signs: ["age years"], isNews: false };
    expect(chooseStatus(says("asserted"), word, "asserted", past, old).status).toBe("asserted");
    expect(chooseStatus(says("background"), word, "asserted", past, old).status).toBe("background");
  });

  it("is surer where both agree", () => {
    const agreed = chooseStatus(says("denied"), word, "denied", undated, weights);
    expect(agreed.status).toBe("denied");
    expect(agreed.probability).toBeGreaterThan(
      chooseStatus(says("denied"), word, "asserted", undated, weights).probability,
    );
    expect(agreed.probability).toBeLessThanOrEqual(1);
  });

  it("leaves the rules' status where the encoder or the weights say nothing", () => {
    expect(chooseStatus(new Tellings(undefined), word, "denied", undated, weights)).toEqual({
      status: "denied",
      probability: 1,
    });
    expect(chooseStatus(says("planned"), word, "denied", undated, parseActWeights(""))).toEqual({
      status: "denied",
      probability: 1,
    });
  });
});
