import { describe, expect, it } from "vitest";
import type { Event, EventType } from "../../src/event/event.js";
import { findQuantities } from "../../src/quantity/find-quantities.js";
import type { Statement } from "../../src/quotation/statement.js";
import { attachQuantities } from "../../src/reading/attach-quantities.js";
import { unknown } from "../../src/record/value.js";
import { makeReport } from "../support/reading.js";
import { sentence } from "../support/sentence.js";

const ANALYSIS = sentence(`
  Troops NOUN NNS 2 nsubj troop
  killed VERB VBD 0 root kill
  12 NUM CD 4 nummod
  rebels NOUN NNS 2 obj rebel
  and CCONJ CC 6 cc
  seized VERB VBD 2 conj seize
  3 NUM CD 8 nummod
  tanks NOUN NNS 6 obj tank
  after SCONJ IN 12 mark
  40 NUM CD 11 nummod
  shells NOUN NNS 12 nsubj shell
  fell VERB VBD 2 advcl fall
`);
const REPORT = makeReport([ANALYSIS.text]);
const at = (words: string) => {
  const start = ANALYSIS.text.indexOf(words);
  return { start, end: start + words.length };
};
const act = (type: EventType, words: string) =>
  ({ kind: "event", id: words, type, trigger: at(words) }) as Event;
const QUANTITIES = findQuantities(REPORT, ANALYSIS, []);

describe("attachQuantities", () => {
  const killed = act("ASSAULT", "killed");
  const seized = act("COERCE", "seized");

  it("ties a number to the nearest act above it, and none from another clause", () => {
    const { events } = attachQuantities(ANALYSIS, QUANTITIES, [], [killed, seized]);
    expect(QUANTITIES.map((q) => q.low)).toEqual([12, 3, 40]);
    expect(events.map((event) => event.quantities)).toEqual([[0], [1]]);
  });

  it("leaves out events of other verbs, and a joined verb's number is not the first verb's", () => {
    const { events } = attachQuantities(ANALYSIS, QUANTITIES, [], [killed]);
    expect(events.map((event) => event.quantities)).toEqual([[0]]);
  });

  it("names the shortest statement that holds the number", () => {
    const statement = (id: string, words: string): Statement =>
      ({ kind: "statement", id, content: [at(words)], speaker: unknown("a test") }) as unknown as Statement;
    const said = [statement("s1", ANALYSIS.text), statement("s2", "killed 12 rebels")];
    const { quantities } = attachQuantities(ANALYSIS, QUANTITIES, said, []);
    expect(quantities.map((q) => q.claimedBy)).toEqual(["s2", "s1", "s1"]);
  });
});
