import { describe, expect, it } from "vitest";
import { formatNameFile, namesOf, parseNameFile } from "../../src/evaluate/name-file.js";

const uner = [
  "# newdoc id = a",
  "# sent_id = a-1",
  "# text = In Seoul, Kim",
  "1\tIn\tO\t-\t-",
  "2\tSeoul\tB-LOC\t-\tann",
  "3\t,\tO\t-\t-",
  "4\tKim\tB-PER\t-\tann",
  "",
  "# sent_id = a-2",
  "1\tNo\tO\t-\t-",
  "",
  "# newdoc id = b",
  "1\tYes\tO\t-\t-",
  "",
].join("\n");

const conll = [
  "-DOCSTART- -X- O O",
  "",
  "Ri NNP I-NP I-PER",
  "Kim NNP I-NP B-PER",
  "# NN I-NP O",
  "",
  "Seoul NNP I-NP I-LOC",
  "",
].join("\n");

describe("parseNameFile", () => {
  it("reads Universal NER's columns with their documents", () => {
    const file = parseNameFile(uner);
    expect(file.layout).toBe("uner");
    expect(file.sentences.map((s) => s.forms.join(" "))).toEqual(["In Seoul , Kim", "No", "Yes"]);
    expect(file.sentences.map((s) => s.startsDocument)).toEqual([true, false, true]);
    expect(file.sentences[0]!.names).toEqual([
      { first: 1, last: 2, type: "LOC" },
      { first: 3, last: 4, type: "PER" },
    ]);
  });

  it("reads CoNLL-2003's columns, IOB1", () => {
    const file = parseNameFile(conll);
    expect(file.layout).toBe("conll");
    expect(file.sentences.map((s) => s.forms.join(" "))).toEqual(["Ri Kim #", "Seoul"]);
    expect(file.sentences.map((s) => s.startsDocument)).toEqual([true, false]);
    expect(file.sentences[0]!.names).toEqual([
      { first: 0, last: 1, type: "PER" },
      { first: 1, last: 2, type: "PER" },
    ]);
  });

  it("says which line is bad", () => {
    expect(() => parseNameFile("Seoul NNP\n")).toThrow(
      /line 1: a word and an IOB tag expected, "Seoul NNP" met/,
    );
  });
});

describe("namesOf", () => {
  it.each([
    ["O B-LOC I-LOC B-LOC", "1-3 LOC, 3-4 LOC"],
    ["I-LOC I-LOC I-ORG", "0-2 LOC, 2-3 ORG"],
    ["B-PER I-LOC O I-PER", "0-1 PER, 1-2 LOC, 3-4 PER"],
    ["O", ""],
  ])("reads %s", (tags, names) => {
    const found = namesOf(tags.split(" ")).map((n) => `${n.first}-${n.last} ${n.type}`);
    expect(found.join(", ")).toBe(names);
  });
});

describe("formatNameFile", () => {
  it("gives the gold names back as IOB2 in the file's own layout", () => {
    for (const text of [uner, conll]) {
      const file = parseNameFile(text);
      const written = formatNameFile(
        file,
        file.sentences.map((s) => s.names),
      );
      expect(parseNameFile(written)).toEqual({ ...file, lines: written.split("\n") });
    }
    const file = parseNameFile(uner);
    expect(
      formatNameFile(
        file,
        file.sentences.map((s) => s.names),
      ),
    ).toBe(uner);
  });

  it("replaces the tags of the gold", () => {
    const written = formatNameFile(parseNameFile(conll), [[{ first: 0, last: 2, type: "ORG" }], []]).split(
      "\n",
    );
    expect(written.slice(2)).toEqual([
      "Ri NNP I-NP B-ORG",
      "Kim NNP I-NP I-ORG",
      "# NN I-NP O",
      "",
      "Seoul NNP I-NP O",
      "",
    ]);
  });
});
