import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codePair } from "../../src/evaluate/code-pair.js";
import { evaluateEvents, readGoldPairs, unmark } from "../../src/evaluate/events.js";
import { loadCodebook } from "../../src/event/codebook.js";
import { PLV_CLASSES, plvClass } from "../../src/event/crosswalk.js";
import { EVENT_TYPES, STATUSES } from "../../src/event/event.js";
import { type Language, loadLanguage } from "../../src/language/language.js";
import { sentence } from "../support/sentence.js";

describe("unmark", () => {
  it("takes the marks out and gives what they enclosed", () => {
    const {
      sentence: text,
      sources,
      targets,
    } = unmark("On Monday <s>Peru</s> sued <t>Chile</t> and <t>Norway</t>.");
    expect(text).toBe("On Monday Peru sued Chile and Norway.");
    expect(sources.map((s) => text.slice(s.start, s.end))).toEqual(["Peru"]);
    expect(targets.map((s) => text.slice(s.start, s.end))).toEqual(["Chile", "Norway"]);
  });

  it("reads a source inside a target", () => {
    const { sentence: text, sources, targets } = unmark("<s><t>Peru</t> fighters</s> agreed.");
    expect(sources.map((s) => text.slice(s.start, s.end))).toEqual(["Peru fighters"]);
    expect(targets.map((s) => text.slice(s.start, s.end))).toEqual(["Peru"]);
  });
});

describe("readGoldPairs", () => {
  it("takes the columns in any order and unmarked sentences too", () => {
    const { pairs } = readGoldPairs(
      'target\troot\tsentence\tsource\nChile\tACCUSE\tPeru blamed "Chile".\tPeru\n',
      "x.tsv",
    );
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({
      sentence: 'Peru blamed "Chile".',
      sources: [{ start: 0, end: 4 }],
      root: "ACCUSE",
    });
  });

  it("names the line that is wrong", () => {
    expect(() => readGoldPairs("a\tb\n", "x.tsv")).toThrow("x.tsv line 1: columns root and marked_sentence");
    expect(() => readGoldPairs("root\tmarked_sentence\nAID\n", "x.tsv")).toThrow(
      "x.tsv line 2: 2 columns expected, 1 met",
    );
  });
});

describe("plvClass", () => {
  it("maps every type and status to one of the fifteen", () => {
    for (const type of EVENT_TYPES)
      for (const status of STATUSES) expect(PLV_CLASSES).toContain(plvClass(type, status));
  });

  it.each([
    ["CONCEDE", "asserted", "YIELD"],
    ["CONSULT", "planned", "AGREE"],
    ["AID", "denied", "REJECT"],
    ["ASSAULT", "planned", "THREATEN"],
    ["ACCUSE", "possible", "ACCUSE"],
  ] as const)("%s %s is %s", (type, status, expected) => {
    expect(plvClass(type, status)).toBe(expected);
  });
});

describe("codePair", () => {
  const codebook = loadCodebook();
  const analysis = sentence(`
    Norway PROPN NNP 2 nsubj
    urged VERB VBD 0 root urge
    Chile PROPN NNP 2 obj
    to PART TO 5 mark
    bomb VERB VB 2 xcomp
    Peru PROPN NNP 5 obj`);
  const at = (form: string) => analysis.words.filter((w) => w.form === form);

  it("gives the act that joins the pair", () => {
    expect(codePair(analysis, codebook, at("Norway"), at("Chile"))).toMatchObject({
      code: "REQUEST",
      basis: "joined",
    });
    expect(codePair(analysis, codebook, at("Chile"), at("Peru"))).toMatchObject({ basis: "joined" });
  });

  it("falls back, and says so", () => {
    const nothing = sentence("Rain NOUN NN 2 nsubj\nglistened VERB VBD 0 root glisten");
    expect(codePair(nothing, codebook, [nothing.words[0]!], []).basis).toBe("none");
  });
});

describe("evaluateEvents", () => {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage();
  });
  afterAll(() => language.close());

  it("scores a gold file and writes its lines with a column more", async () => {
    const folder = mkdtempSync(join(tmpdir(), "demarche-"));
    const gold = join(folder, "gold.tsv");
    const rows = [
      "marked_sentence\troot\tid",
      "<s>France</s> imposed sanctions on <t>Mali</t>.\tCOERCE\t1",
      "<s>Japan</s> condemned <t>North Korea</t>.\tACCUSE\t2",
      '<s>Egypt</s> met "<t>Sudan</t>" on Monday.\tCONSULT\t3',
    ];
    writeFileSync(gold, `${rows.join("\n")}\n`);
    const out = join(folder, "out.tsv");
    const { metrics, table } = await evaluateEvents(gold, language, out);
    const written = readFileSync(out, "utf8").trimEnd().split("\n");
    expect(written.map((l) => l.slice(0, l.lastIndexOf("\t")))).toEqual(rows);
    expect(written[0]).toMatch(/\tpredicted$/);
    for (const line of written.slice(1)) expect(PLV_CLASSES).toContain(line.split("\t").at(-1));
    expect(metrics.accuracy).toBeGreaterThan(60);
    expect(table).toContain("ACCUSE");
  });
});
