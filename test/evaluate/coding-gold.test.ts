import { describe, expect, it } from "vitest";
import { readCodingGold } from "../../src/evaluate/coding-gold.js";

const line = (more: object) =>
  JSON.stringify({ id: 1, sentence: "Peru praised Chile.", expected: [], ...more });

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

  it("reads codes as those of the scheme that is named", () => {
    const text = line({ expected: [["Peru", "Chile", "041"]] });
    expect(readCodingGold(text)[0]!.expected[0]!.type).toBe("CONSULT");
    expect(readCodingGold(text, "weis")[0]!.expected[0]!.type).toBe("SUPPORT");
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
      'line 1: expected: a PLOVER type or a code expected, "PRAISE" met',
    );
  });
});
