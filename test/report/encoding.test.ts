import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, firstBadByte, unicodeEncoding } from "../../src/report/encoding.js";

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf16 = (text: string, big: boolean, mark: boolean) => {
  const buffer = Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");
  return big ? buffer.swap16() : buffer;
};
const textOf = (decoded: ReturnType<typeof decode>) => ("text" in decoded ? decoded.text : decoded.problem);

describe("decode", () => {
  it("reads UTF-8 with and without a byte order mark", () => {
    expect(textOf(decode(Buffer.from("Größe — 北京")))).toBe("Größe — 北京");
    expect(textOf(decode(Buffer.from("\uFEFFGröße")))).toBe("Größe");
  });

  it.each([
    [false, true],
    [true, true],
    [false, false],
    [true, false],
  ])("reads UTF-16 (big-endian %s, marked %s)", (big, mark) => {
    const text = "Beijing “rejects” the demand of Washington.";
    expect(textOf(decode(utf16(text, big, mark)))).toBe(text);
  });

  it("reads a page in the encoding that it declares", () => {
    const page = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1252"></head><p>caf'),
      bytes(0xe9, 0x20, 0x93, 0x94),
    ]);
    expect(textOf(decode(page))).toContain("café “”");
  });

  it("believes the bytes where a page declares another encoding than the UTF-8 it is in", () => {
    const page = Buffer.from('<html><meta charset="iso-8859-1"><p>Größe</p></html>');
    expect(textOf(decode(page))).toContain("Größe");
  });

  it("does not guess: windows-1252 that is not declared is a problem with its place", () => {
    expect(decode(Buffer.concat([Buffer.from("caf"), bytes(0xe9), Buffer.from(" au lait")]))).toEqual({
      problem: "text that is not UTF-8 (byte 0xE9 at offset 3)",
    });
  });

  it("reads what the caller names, and refuses names that nobody knows", () => {
    expect(textOf(decode(bytes(0x63, 0x61, 0x66, 0xe9), "windows-1252"))).toBe("café");
    expect(textOf(decode(bytes(0x63), "klingon"))).toContain("names no known encoding");
    expect(textOf(decode(bytes(0xff), "utf-8"))).toBe("bytes that are not utf-8");
  });

  it("lets only a page end inside a character", () => {
    const cut = bytes(0xe2, 0x80);
    expect(decode(Buffer.concat([Buffer.from("<html><p>said "), cut]))).toMatchObject({ brokenEnd: true });
    expect(textOf(decode(Buffer.concat([Buffer.from("said "), cut])))).toContain(
      "ends inside a UTF-8 character",
    );
  });

  it("refuses UTF-32 and odd UTF-16", () => {
    expect(textOf(decode(bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0)))).toBe("text in UTF-32");
    expect(textOf(decode(bytes(0xff, 0xfe, 0x41, 0, 0x42)))).toContain("odd number of bytes");
  });

  it("gives any text back that was written in UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.startsWith("\uFEFF") && !text.includes("\0"));
        expect(textOf(decode(Buffer.from(text)))).toBe(text);
      }),
    );
  });
});

describe("unicodeEncoding", () => {
  it("takes no UTF-8 for UTF-16", () => {
    expect(unicodeEncoding(Buffer.from("The talks failed."))).toBeUndefined();
    expect(unicodeEncoding(bytes(0, 1, 2, 0, 0, 0, 7, 8, 0, 0))).toBeUndefined();
  });
});

describe("firstBadByte", () => {
  it.each([
    [bytes(0x41, 0x42), -1],
    [Buffer.from("é北🙂"), -1],
    [bytes(0x41, 0xc3, 0x28), 1],
    [bytes(0x41, 0x80), 1],
    [bytes(0xc0, 0x80), 0],
    [bytes(0x41, 0x42, 0xf0, 0x9f, 0x99), 2],
  ])("finds it (%#)", (input, at) => {
    expect(firstBadByte(input)).toBe(at);
  });
});
