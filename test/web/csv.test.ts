import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "../../web/src/csv.js";

/** Reads CSV by RFC 4180, to see that it was written so. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < csv.length) {
    const row: string[] = [];
    for (;;) {
      let field = "";
      if (csv[at] === '"') {
        const quoted = /"((?:[^"]|"")*)"/y;
        quoted.lastIndex = at;
        const [whole, inside] = quoted.exec(csv)!;
        field = inside!.replaceAll('""', '"');
        at += whole.length;
      } else {
        const plain = /[^,\r\n]*/y;
        plain.lastIndex = at;
        [field] = plain.exec(csv)!;
        at += field.length;
      }
      row.push(field);
      if (csv[at] !== ",") break;
      at++;
    }
    if (csv.slice(at, at + 2) !== "\r\n") throw new Error(`no end of line at ${at}`);
    at += 2;
    rows.push(row);
  }
  return rows;
}

describe("csvOf", () => {
  it("quotes what needs it and leaves out what is not known", () => {
    expect(csvOf([["a", 'said "no", twice', undefined, 3]])).toBe('a,"said ""no"", twice",,3\r\n');
  });

  it("keeps a spreadsheet from taking words for a formula, and numbers as they are", () => {
    expect(csvOf([["=1+1", "-5 degrees", "@home", -5]])).toBe("'=1+1,'-5 degrees,'@home,-5\r\n");
  });

  it("gives every cell back, whatever is in it", () => {
    const cell = fc.string({ unit: "binary", maxLength: 8 }).filter((text) => !/^[=+\-@\t\r]/.test(text));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          expect(parse(csvOf(rows))).toEqual(rows);
        },
      ),
    );
  });
});
