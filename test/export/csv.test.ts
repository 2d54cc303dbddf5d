import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { csvCell, csvFile } from "../../src/export/formats/csv.js";
import { scratch } from "../support/exported.js";
import { readCsv } from "../support/read-csv.js";

const folder = scratch();
afterAll(folder.discard);

describe("csvCell", () => {
  it.each([
    ["plain", "plain"],
    ["a,b", '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ["two\nlines", '"two\nlines"'],
    [-3.5, "-3.5"],
    [true, "true"],
    [null, ""],
  ])("writes %j as %s", (value, written) => expect(csvCell(value, false)).toBe(written));

  it.each(["=1+1", "+1", "-1", "@sum", "\tx"])("guards %j where that is asked for", (text) => {
    expect(csvCell(text, true)).toBe(`'${text}`);
    expect(csvCell(text, false)).toBe(text);
  });

  it("guards no number, and no text that begins otherwise", () => {
    expect(csvCell(-2, true)).toBe("-2");
    expect(csvCell("a=b", true)).toBe("a=b");
  });
});

describe("csvFile", () => {
  it("is read back as it was written, whatever the cells hold", () => {
    let run = 0;
    const cell = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom('"', ",", "\r\n", "\n", "a\rb"));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 40 }), (rows) => {
        const path = folder.path(`${run++}.csv`);
        const columns = ["one", "two, three"].map(
          (name) => ({ name, type: "string", description: "" }) as const,
        );
        const file = csvFile(path, { columns, guardFormulas: false });
        for (const row of rows) file.write(row);
        file.close({ keep: true });
        expect(readCsv(readFileSync(path, "utf8"))).toEqual([["one", "two, three"], ...rows]);
      }),
      { numRuns: 100 },
    );
  });
});
