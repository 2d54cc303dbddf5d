import { describe, expect, it } from "vitest";
import { binaryFormat } from "../../src/report/binary.js";

const latin1 = (text: string) => Buffer.from(text, "latin1");

describe("binaryFormat", () => {
  it.each([
    ["%PDF-1.7 ...", "PDF"],
    ["PK\x03\x04....", "ZIP"],
    ["\x89PNG\r\n\x1a\n", "PNG"],
    ["\xFF\xD8\xFF\xE0", "JPEG"],
    ["{\\rtf1\\ansi", "RTF"],
    ["SQLite format 3\0", "SQLite"],
    ["....ftypisom", "MP4"],
  ])("names %j", (start, name) => {
    expect(binaryFormat(latin1(start))).toContain(name);
  });

  it("tells NUL bytes and control characters from text", () => {
    expect(binaryFormat(latin1("abc\0def"))).toContain("NUL");
    expect(binaryFormat(latin1("\x01\x02\x03abc"))).toContain("control characters");
  });

  it.each(["The talks failed.\r\n\tNobody said why.", "PKW drivers protest", "", "Größe", "page\fbreak"])(
    "leaves %j alone",
    (text) => {
      expect(binaryFormat(Buffer.from(text))).toBeUndefined();
    },
  );
});
