import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuotations, type Quotation } from "../../src/quotation/marks.js";
import type { Paragraph } from "../../src/report/report.js";

function paragraphsOf(text: string): Paragraph[] {
  const out: Paragraph[] = [];
  let start = 0;
  for (const part of text.split("\n\n")) {
    out.push({ start, end: start + part.length, role: "body" });
    start += part.length + 2;
  }
  return out;
}

function read(text: string): readonly Quotation[] {
  return findQuotations(text, paragraphsOf(text));
}

function inner(text: string): string[] {
  return read(text).map((q) => text.slice(q.inner.start, q.inner.end));
}

describe("findQuotations", () => {
  it.each([
    ["curly", "The envoy said: “We will talk.” Then she left.", ["We will talk."]],
    ["straight", 'The envoy said: "We will talk." Then she left.', ["We will talk."]],
    ["doubled", "''We will talk,'' the envoy said.", ["We will talk,"]],
    ["grave and doubled", "``We will talk,'' the envoy said.", ["We will talk,"]],
    ["guillemets", "The envoy said: « We will talk. »", ["We will talk."]],
    ["low and high", "Die Gesandte sagte: „Wir reden.“", ["Wir reden."]],
    ["straight closed by a curly mark", 'The envoy said, "We will talk.”', ["We will talk."]],
    ["double primes", "″We will talk,″ the envoy said.", ["We will talk,"]],
    ["after a dash and in brackets", "The plan—“a gift”—fell (“a theft”).", ["a gift", "a theft"]],
    ["without a space before", 'The envoy said:"We will talk."', ["We will talk."]],
    ["single", "'We will talk,' the envoy said.", ["We will talk,"]],
  ])("reads %s marks", (_, text, expected) => {
    expect(inner(text)).toEqual(expected);
  });

  it.each([
    ["contractions", "It doesn't matter and it won't, the envoys' aides said."],
    ["a decade and elisions", "In the '90s they told 'em to wait 'til dawn."],
    ["a lone possessive", "The ministers' talks went on."],
    ["inches", 'The shell was 6" wide.'],
    ["nothing between the marks", 'The field held "" and “ ” only.'],
    ["an opening mark in the middle that nothing closes", "He spoke of the “north as a threat."],
  ])("leaves alone %s", (_, text) => {
    expect(inner(text)).toEqual([]);
  });

  it("tells apostrophes from single marks inside a quotation", () => {
    expect(inner("'The workers' rights don't end here,' he said.")).toEqual([
      "The workers' rights don't end here,",
    ]);
    expect(inner("He wrote of ‘the generals’ and ‘the ministers’.")).toEqual([
      "the generals",
      "the ministers",
    ]);
  });

  it("nests single marks in double ones, though closed by a straight one", () => {
    const text = "“They call it the ‘theory of blame,'” he said.";
    const [outer, nested] = read(text);
    expect(inner(text)).toEqual(["They call it the ‘theory of blame,'", "theory of blame,"]);
    expect(outer).toMatchObject({ parent: -1, style: "double", closed: true });
    expect(nested).toMatchObject({ parent: 0, style: "single" });
  });

  it("reads a single mark and a doubled one that close together", () => {
    expect(inner("''They say 'never,''' he added.")).toEqual(["They say 'never,'", "never,"]);
  });

  it("nests double marks in double ones", () => {
    expect(inner("“He told me “no” and left,” she said.")).toEqual(["He told me “no” and left,", "no"]);
  });

  it("lets a quotation go on over paragraphs that open with a mark", () => {
    const text = "She said: “We came to talk.\n\n“We left with nothing.\n\n“That is all.”\n\nShe left.";
    const found = read(text);
    expect(inner(text)).toEqual(["We came to talk.", "We left with nothing.", "That is all."]);
    expect(found.map((q) => q.closed)).toEqual([false, false, true]);
    expect(found.map((q) => q.goesOnFrom)).toEqual([undefined, 0, 1]);
  });

  it("keeps an unclosed quotation after a colon to the end of its paragraph", () => {
    const text = "She said: “We came to talk.\n\nShe left.";
    expect(inner(text)).toEqual(["We came to talk."]);
  });

  it("forgets an unclosed mark when another quotation opens after it", () => {
    expect(inner("“We will talk, he said. “Tomorrow.” And left.\n\n“Yes,” she said.")).toEqual([
      "Tomorrow.",
      "Yes,",
    ]);
  });

  it("does not look into furniture", () => {
    const text = "“Buy now”";
    expect(findQuotations(text, [{ start: 0, end: text.length, role: "furniture" }])).toEqual([]);
  });

  it("gives well-nested spans inside their paragraphs for any arrangement of marks", () => {
    const piece = fc.constantFrom(
      ..."“”\"„«»‘’'`",
      "''",
      "``",
      "word",
      "s",
      " ",
      ",",
      ".",
      "—",
      "(",
      "\n\n",
      "é",
      "😀",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        const paragraphs = paragraphsOf(text);
        const found = findQuotations(text, paragraphs);
        let before = -1;
        found.forEach((q, index) => {
          expect(q.index).toBe(index);
          expect(q.outer.start).toBeGreaterThanOrEqual(before);
          before = q.outer.start;
          const home = paragraphs[q.paragraph]!;
          expect(home.start <= q.outer.start && q.outer.end <= home.end).toBe(true);
          expect(q.outer.start < q.inner.start && q.inner.end <= q.outer.end).toBe(true);
          expect(text.slice(q.inner.start, q.inner.end)).toMatch(/[\p{L}\p{N}😀]/u);
          for (const other of found.slice(0, index)) {
            const apart = other.outer.end <= q.outer.start;
            const around = other.outer.start < q.outer.start && q.outer.end <= other.outer.end;
            expect(apart || around).toBe(true);
          }
          if (q.parent >= 0) expect(found[q.parent]!.outer.end).toBeGreaterThanOrEqual(q.outer.end);
        });
      }),
    );
  });

  it.each(["“", '"', "'", "s' a", "“'\"", '"a" '])("reads a megabyte of %j in less than a second", (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const paragraphs = [{ start: 0, end: text.length, role: "body" } as const];
    // Processor time: a busy machine must not make the test fail.
    const times = [1, 2, 3].map(() => {
      const before = process.cpuUsage();
      findQuotations(text, paragraphs);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(1000);
  });

  it.each(["“", "”", '"', "'", "’", "«", "“'‘\"”’«»`", '" ', "s' a ", '"\n\n', "“a\n\n", "'a\n\n"])(
    "looks at no character of %j over and over",
    (piece) => {
      const looks = (copies: number): number => {
        const text = piece.repeat(copies);
        let count = 0;
        const counted = Object.assign(Object(text), {
          charCodeAt: (at: number) => {
            count++;
            return text.charCodeAt(at);
          },
        }) as string;
        findQuotations(counted, paragraphsOf(text));
        return count;
      };
      const [once, four] = [looks(500), looks(2000)];
      expect(once).toBeGreaterThan(0);
      expect(four).toBeLessThan(4.5 * once);
    },
  );
});
