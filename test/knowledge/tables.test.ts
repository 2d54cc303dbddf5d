import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadNames } from "../../src/knowledge/names.js";
import { loadPeople } from "../../src/knowledge/offices.js";
import { loadRoles } from "../../src/knowledge/roles.js";
import { SECTORS } from "../../src/knowledge/sector.js";
import { loadStates } from "../../src/knowledge/states.js";
import { knowledgePath, readTable } from "../../src/knowledge/table.js";

const OWN = [
  "agencies.tsv",
  "agency-forms.tsv",
  "armed-groups.tsv",
  "companies.tsv",
  "first-names-world.tsv",
  "first-names.tsv",
  "guards.tsv",
  "institutions.tsv",
  "media.tsv",
  "metonyms.tsv",
  "neighbours.tsv",
  "not-actors.tsv",
  "offices-wikidata.tsv",
  "offices.tsv",
  "organisations.tsv",
  "parties.tsv",
  "people-phoenix.tsv",
  "reference-words.tsv",
  "roles.tsv",
  "states.tsv",
  "surname-guards.tsv",
];

/** Organisations of no one state: their codes are those of organisations.tsv, and CAMEO's IMG. */
const organisations = new Set([...readTable("organisations.tsv", ["code"]).map((r) => r.code), "IMG"]);
const isCode = (code: string) => loadStates().has(code) || organisations.has(code);

describe.each(OWN)("%s", (name) => {
  const lines = readFileSync(knowledgePath(name), "utf8").split("\n");
  const data = lines.filter((line) => line !== "" && !line.startsWith("#"));

  it("names its source", () => {
    expect(lines.filter((line) => line.startsWith("#")).join("\n")).toMatch(/Source: /);
  });

  it("has as many fields in every line as its header, without stray spaces", () => {
    const width = data[0]!.split("\t").length;
    for (const line of data) {
      expect(line.split("\t").length, line).toBe(width);
      for (const field of line.split("\t")) expect(field, line).toBe(field.trim());
    }
  });

  it("has no line twice", () => {
    expect(new Set(data).size).toBe(data.length);
  });
});

describe("the tables together", () => {
  it("are all checked here", () => {
    const tables = readdirSync(knowledgePath("")).filter((file) => OWN.includes(file));
    expect(tables.sort()).toEqual(OWN);
  });

  it("are all told of in the README", () => {
    const readme = readFileSync(knowledgePath("README.md"), "utf8");
    for (const name of OWN) expect(readme, name).toContain(`\`${name}\``);
  });

  it("use known codes and sectors only", () => {
    for (const name of loadNames()) {
      if (name.kind === "person" || name.kind === "not an actor") continue;
      expect(isCode(name.code), `${name.name}: ${name.code}`).toBe(true);
    }
    for (const person of loadPeople()) {
      for (const term of person.terms) expect(isCode(term.code), `${person.name}: ${term.code}`).toBe(true);
    }
    for (const { entry } of loadRoles()) {
      if (entry.code) expect(isCode(entry.code), entry.role).toBe(true);
      if (entry.sector) expect(SECTORS).toContain(entry.sector);
    }
  });

  it("guard only names that are listed", () => {
    const names = new Set(loadNames().map((n) => n.name));
    for (const { name } of readTable("guards.tsv", ["name"])) expect(names.has(name), name).toBe(true);
  });

  it("give one name of a state to one state only", () => {
    const owners = new Map<string, string>();
    for (const { kind, name, code, keys } of loadNames()) {
      if (kind !== "state") continue;
      const key = keys.join(" ");
      expect(owners.get(key) ?? code, name).toBe(code);
      owners.set(key, code);
    }
  });
});

/** Ordinary English words, given names and family names that no list may hold without a guard. */
const ORDINARY =
  `turkey jordan georgia chad jersey guinea niger male victoria paris london washington lima sofia polish pole poles
   finn dane scot scots english kiwi thai brit swede who ice map time us it or in at all so care mend eta plan sec
   apple ford shell total amazon target gap visa orange virgin congress parliament diet prince king queen bishop
   may march will mark bill rose hope grace faith joy june april august summer green brown white black young long
   short small little good best great new old north south east west nice reading bath cork sandwich champagne hamburg
   spa dawn spectator mirror sun star guardian express independent economist people nation standard`
    .split(/\s+/)
    .filter((w) => w !== "");

describe("names that are ordinary words", () => {
  const single = new Map(loadNames().flatMap((n) => (n.keys.length === 1 ? [[n.keys[0]!, n] as const] : [])));
  it("are guarded, written in capitals, or not listed", () => {
    for (const word of ORDINARY) {
      const name = single.get(word);
      expect(!name || name.guard !== undefined || name.cases[0] === "capitals", name?.name).toBe(true);
    }
  });
});

describe("offices", () => {
  const files = ["offices.tsv", "offices-wikidata.tsv"];
  const columns = ["code", "office", "person", "gender", "from", "to"] as const;
  const rows = files.flatMap((file) => readTable(file, columns));
  const first = (day: string) => day.padEnd(10, "-01-01".slice(day.length === 4 ? 0 : 3));
  /** Offices that several hold at once. */
  const SHARED = /spokes(man|woman)|official|deputy|senator|envoy|ambassador to the United States/;

  it("have dates in order", () => {
    for (const row of rows) {
      expect(row.from, row.person).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
      if (row.to === "") continue;
      expect(row.to, row.person).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
      expect(row.from <= row.to, `${row.person}: ${row.from} to ${row.to}`).toBe(true);
    }
    for (const row of readTable("people-phoenix.tsv", ["person", "from", "to"])) {
      expect(row.to === "" || row.from <= row.to, `${row.person}: ${row.from} to ${row.to}`).toBe(true);
    }
  });

  it("have one holder at a time", () => {
    const byOffice = new Map<string, (typeof rows)[number][]>();
    for (const row of rows) {
      if (SHARED.test(row.office)) continue;
      const key = `${row.code} ${row.office}`;
      byOffice.set(key, [...(byOffice.get(key) ?? []), row]);
    }
    for (const [office, terms] of byOffice) {
      const sorted = terms.toSorted((a, b) => first(a.from).localeCompare(first(b.from)));
      for (let i = 1; i < sorted.length; i++) {
        const [before, after] = [sorted[i - 1]!, sorted[i]!];
        const end =
          before.to === "" ? "9999" : before.to.length === 4 ? `${before.to}-01-01` : first(before.to);
        const start = after.from.length === 4 ? `${after.from}-12-31` : first(after.from);
        expect(
          end <= start,
          `${office}: ${before.person} until ${before.to}, ${after.person} from ${after.from}`,
        ).toBe(true);
      }
    }
  });

  it("name every person's gender as m, f or not at all", () => {
    for (const row of rows) expect(["m", "f", ""]).toContain(row.gender);
  });
});
