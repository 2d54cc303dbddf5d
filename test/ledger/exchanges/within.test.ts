import { describe, expect, it } from "vitest";
import { exchangesWithin } from "../../../src/ledger/exchanges/within.js";
import { dispute, type Told } from "../../support/dispute.js";
import { sampleReading } from "../../support/reading.js";

const demand: Told = { source: "NOR", type: "REQUEST", words: "demanded withdrawal gunboats", target: "RUR" };
const passedOn: Told = { source: "RUR", type: "REQUEST", words: "urged all parties withdrawal NOR" };
const links = (...told: Told[]) => exchangesWithin(dispute(told, { published: "2017-03-01" })).links;

describe("exchangesWithin", () => {
  it("has what the words of the report join", () => {
    const reading = sampleReading();
    const [exchange] = reading.exchanges;
    expect(exchangesWithin(reading).links).toContainEqual({
      opening: exchange!.demand,
      answer: exchange!.answer,
      answerIs: "refusal",
      exchange: exchange!.id,
      link: "explicit",
    });
  });

  it("infers that who was asked passes it on to others", () => {
    expect(links(demand, passedOn)).toMatchObject([{ answerIs: "deflection", link: "inferred" }]);
  });

  it("infers nothing from one who was not asked, from what came before, or from one who has answered", () => {
    expect(links({ ...demand, target: "SWE" }, passedOn)).toEqual([]);
    expect(links(passedOn, demand).filter(({ answerIs }) => answerIs === "deflection")).toEqual([]);
    const other: Told = { source: "RUR", type: "ACCUSE", words: "denounced harvest", target: "SWE" };
    expect(links(demand, other, passedOn).filter(({ answerIs }) => answerIs === "deflection")).toEqual([]);
  });
});
