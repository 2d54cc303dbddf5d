import { describe, expect, it } from "vitest";
import { z } from "zod";
import { markedReport, readGoldLines } from "../../src/evaluate/gold-lines.js";

const line = z.strictObject({ ...markedReport, marks: z.array(z.string()) });
const read = (source: string) =>
  readGoldLines(source, line, ({ marks }) => (marks.includes("?") ? "a mark that is a guess" : undefined));

describe("readGoldLines", () => {
  it("reads an object a line and passes over empty ones", () => {
    const lines = read('{"id":"a","marks":["x"]}\n\n{"id":"b","marks":[],"range":[0,9]}\r\n');
    expect(lines).toEqual([
      { id: "a", marks: ["x"] },
      { id: "b", marks: [], range: [0, 9] },
    ]);
  });

  it.each([
    ['{"id":"a","marks":[]}\nhello', "line 2: one JSON object a line expected"],
    ['{"id":"a","marks":[1]}', "line 1: marks.0: "],
    ['{"id":"","marks":[]}', "line 1: id: "],
    ['{"id":"a","marks":[],"range":[-1,2]}', "line 1: range.0: "],
    ['{"id":"a","marks":[],"sha256":"abc"}', "line 1: sha256: "],
    ['\n{"id":"a","marks":["?"]}', "line 2: a mark that is a guess"],
  ])("says what is wrong with %j", (source, message) => {
    expect(() => read(source)).toThrow(message);
  });
});
