import { describe, expect, it } from "vitest";
import { goldClass, readCodingGold } from "../../src/evaluate/coding-gold.js";

const line = (more: object) =>
  JSON.stringify({ id: 1, sentence: "Peru praised Chile.", expected: [], ...more });

describe("goldClass", () => {
  it.each([
    ["ACCUSE", "ACCUSE"],
    ["retreat", "YIELD"],
    ["DEMAND", "REQUEST"],
    ["FIGHT", "ASSAULT"],
    ["043", "CONSULT"],
    ["0813", "YIELD"],
    ["112", "ACCUSE"],
    ["1712", "ASSAULT"],
    ["172", "COERCE"],
    ["163", "COERCE"],
    ["1621", "SANCTION"],
    ["010", undefined],
    ["902", undefined],
    ["PRAISE", undefined],
  ])("%s is %s", (type, expected) => {
    expect(goldClass(type)).toBe(expected);
  });
});

describe("readCodingGold", () => {
  it("finds words of the sentence wherever they stand, in any capitals", () => {
    const [gold] = readCodingGold(
      line({ sentence: "Peru said Peru met Chile.", expected: [["Peru", '"CHILE"', "040"]] }),
    );
    expect(gold).toMatchObject({ id: "1", untyped: 0 });
    expect(gold!.expected[0]).toMatchObject({
      type: "CONSULT",
      source: {
        spans: [
          { start: 0, end: 4 },
          { start: 10, end: 14 },
        ],
      },
      target: { spans: [{ start: 19, end: 24 }] },
    });
  });

  it("takes codes by their first three letters and organisations by their own", () => {
    const [gold] = readCodingGold(line({ expected: [["GONGOV", "IGOUNO", "AID"]] }));
    expect(gold!.expected[0]).toMatchObject({ source: { code: "GON" }, target: { code: "UNO" } });
  });

  it("leaves a side open that the gold does not tell", () => {
    const [gold] = readCodingGold(
      line({
        expected: [
          ["---", null, "AID"],
          ["###GOV", "", "AID"],
        ],
      }),
    );
    for (const { source, target } of gold!.expected) expect([source, target]).toEqual([undefined, undefined]);
  });

  it("counts codes that PLOVER has no type for apart", () => {
    const [gold] = readCodingGold(line({ date: "19950103", expected: [["PER", "CHL", "913"]] }));
    expect(gold).toMatchObject({ expected: [], untyped: 1, date: "1995-01-03" });
  });

  it("names the line and what is wrong with it", () => {
    expect(() => readCodingGold(`${line({})}\nno JSON`)).toThrow("line 2: one JSON object a line expected");
    expect(() => readCodingGold(line({ sentence: 3 }))).toThrow("line 1: sentence");
    expect(() => readCodingGold(line({ expected: [["PER", "CHL"]] }))).toThrow("line 1: expected.0");
    expect(() => readCodingGold(line({ expected: [["PER", "CHL", "PRAISE"]] }))).toThrow(
      'line 1: expected: a PLOVER type or CAMEO code expected, "PRAISE" met',
    );
  });
});
