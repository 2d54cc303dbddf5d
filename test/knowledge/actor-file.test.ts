import { describe, expect, it } from "vitest";
import { parseActorFile } from "../../src/knowledge/actor-file.js";
import { checkActorText } from "../../src/knowledge/check-actor-file.js";
import { FINDING_CODES, sentenceOf } from "../../src/knowledge/finding.js";
import { knowledgeWith, shippedKnowledge } from "../../src/knowledge/knowledge.js";

const HEADER =
  "name\talso\tcode\tsector\tkind\tagency\toffice\tgender\tfrom\tto\tadjective\tcitizen\tcitizens\tcapital\tguard";
const line = (fields: Readonly<Record<string, string>>) =>
  HEADER.split("\t")
    .map((column) => fields[column] ?? "")
    .join("\t");
const file = (...lines: Readonly<Record<string, string>>[]) => [HEADER, ...lines.map(line), ""].join("\n");
const codes = (text: string) => checkActorText(text, "mine.tsv").map((f) => `${f.line} ${f.code}`);

const RURITANIA = {
  name: "Ruritania",
  code: "RUR",
  kind: "state",
  adjective: "Ruritanian",
  citizens: "Ruritanians",
  capital: "Strelsau",
};

const knowledge = (...lines: Readonly<Record<string, string>>[]) => {
  const { file: own, findings } = parseActorFile(file(...lines), "mine.tsv");
  expect(findings).toEqual([]);
  return knowledgeWith(own!);
};
const named = (known: ReturnType<typeof knowledge>, text: string) => {
  const words = text.split(" ").map((form) => ({ form, lemma: form }));
  const found = known.lexicon.names(words, 0, words.length)[0];
  return found?.values.map((v) => `${v.kind} ${v.code}${v.sector ? `.${v.sector}` : ""}`);
};

describe("a user's file", () => {
  it("adds states, bodies and people", () => {
    const known = knowledge(
      RURITANIA,
      { name: "Zenda Post", code: "RUR", kind: "media" },
      { name: "Black Michael", code: "RUR", sector: "GOV", kind: "person", office: "duke", from: "1890" },
      { name: "League of Realms", also: "LOR", code: "LOR", kind: "organisation" },
    );
    expect(named(known, "Ruritania")).toEqual(["state RUR"]);
    expect(named(known, "Ruritanian troops")).toEqual(["adjective RUR"]);
    expect(named(known, "Strelsau")).toEqual(["capital RUR"]);
    expect(named(known, "Zenda Post")).toEqual(["media RUR.MED"]);
    expect(named(known, "LOR")).toEqual(["organisation LOR"]);
    expect(known.people.person("Black Michael")?.terms).toMatchObject([{ code: "RUR", office: "duke" }]);
    expect(known.states.get("RUR")?.name).toBe("Ruritania");
    expect(known.stateName("RUR")).toBe("Ruritania");
    expect(named(known, "France")).toEqual(["state FRA"]);
  });

  it("takes the place of what is shipped under the same name", () => {
    const known = knowledge(
      { name: "Kremlin", code: "UKR", kind: "seat" },
      { name: "Vladimir Putin", code: "FRA", sector: "BUS", kind: "person" },
      { name: "TASS", kind: "nobody" },
    );
    expect(named(known, "Kremlin")).toEqual(["metonym UKR"]);
    expect(named(known, "TASS")).toEqual(["not an actor "]);
    expect(known.people.person("Vladimir Putin")?.terms.map((t) => t.code)).toEqual(["FRA"]);
    expect(known.people.byFamilyName("putin").map((p) => p.terms[0]!.code)).toEqual(["FRA"]);
    expect(named(shippedKnowledge(), "Kremlin")).toEqual(["metonym RUS.GOV"]);
  });

  it("adds names to a state that is known", () => {
    const known = knowledge({ name: "The Big Island", code: "MDG", kind: "state" });
    expect(known.states.get("MDG")?.name).toBe("Madagascar");
    expect(named(known, "The Big Island")).toEqual(["state MDG"]);
  });

  it("has a version that changes with its content", () => {
    const version = (name: string) => knowledge({ ...RURITANIA, name }).version;
    expect(version("Ruritania")).toMatch(/^[0-9a-f]{16}$/);
    expect(version("Ruritania")).toBe(version("Ruritania"));
    expect(version("Ruritania")).not.toBe(version("Graustark"));
    expect(shippedKnowledge().version).toBe("");
  });

  it("may leave out columns, and fields at the end of a line", () => {
    const text = "# mine\nkind\tname\tcode\nstate\tRuritania\tRUR\r\nnobody\tZenda\n";
    expect(codes(text)).toEqual([]);
    expect(parseActorFile(text, "mine.tsv").file?.lines).toMatchObject([
      { line: 3, name: "Ruritania", code: "RUR", capital: "" },
      { line: 4, name: "Zenda", kind: "nobody" },
    ]);
  });
});

describe("what is wrong with a user's file", () => {
  it.each([
    ["", "1 not-a-table"],
    ["Ruritania is a state\n", "1 not-a-table"],
    ["name\tcode\nA\tFRA\n", "1 missing-column"],
    [`${HEADER}\tcolour\n`, "1 unknown-column"],
    [`name\tkind\tcode\nA\tstate\tAAA\tmore\n`, "2 wrong-field-count"],
    [file({ ...RURITANIA, also: "the Realm; Old Realm" }), "2 stray-space"],
    [file(RURITANIA, RURITANIA), "3 repeated-line"],
    [file({ kind: "state", code: "RUR" }), "2 missing-field"],
    [file({ kind: "media", name: "Zenda Post" }), "2 missing-field"],
    [file({ ...RURITANIA, office: "king" }), "2 unused-field"],
    [file({ ...RURITANIA, kind: "realm" }), "2 unknown-kind"],
    [file({ name: "Zenda Post", code: "RUR", kind: "media" }), "2 unknown-code"],
    [file({ ...RURITANIA, sector: "GOVT" }), "2 unknown-sector"],
    [file({ name: "Ann Lee", code: "FRA", kind: "person", gender: "w" }), "2 unknown-gender"],
    [file({ name: "Ann Lee", code: "FRA", kind: "person", from: "May 2010" }), "2 malformed-date"],
    [
      file({ name: "Ann Lee", code: "FRA", kind: "person", from: "2012", to: "2010" }),
      "2 dates-out-of-order",
    ],
    [
      file(
        { name: "Ann Lee", code: "FRA", kind: "person", office: "duke", from: "2010" },
        { name: "Bo Lee", code: "FRA", kind: "person", office: "duke", from: "2012" },
      ),
      "3 two-holders",
    ],
    [file({ name: "House", code: "FRA", kind: "company" }), "2 ordinary-word"],
    [
      file(
        { name: "Zenda Co", code: "FRA", kind: "company" },
        { name: "Zenda Co", code: "DEU", kind: "company" },
      ),
      "3 ambiguous-name",
    ],
  ])("%j: %s", (text, wanted) => {
    expect(codes(text)).toEqual([wanted]);
    expect(FINDING_CODES).toContain(wanted.split(" ")[1]);
  });

  it("lets an ordinary word with a guard pass", () => {
    expect(codes(file({ name: "House", code: "FRA", kind: "company", guard: "*" }))).toEqual([]);
  });

  it("is told with the line, what was met and expected, and what to do", () => {
    const [finding] = checkActorText(file({ name: "Zenda Post", code: "RUR", kind: "media" }), "mine.tsv");
    expect(finding).toMatchObject({ severity: "error", file: "mine.tsv", line: 2, met: "code RUR" });
    expect(sentenceOf(finding!)).toMatch(
      /^mine\.tsv:2: error unknown-code: met code RUR; expected .*\. .*\.$/,
    );
  });
});
