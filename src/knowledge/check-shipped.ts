import { readdirSync, readFileSync } from "node:fs";
import { checkFamilyNames, checkNames } from "./check-names.js";
import { checkTerms } from "./check-terms.js";
import { knownCodes } from "./codes.js";
import type { Finding } from "./finding.js";
import { shippedKnowledge } from "./knowledge.js";
import { readLayout } from "./layout.js";
import { listedTerms } from "./offices.js";
import { isGuardedSurname } from "./people.js";
import { RoleNouns } from "./roles.js";
import { knowledgePath, readTable } from "./table.js";

/** Checks every table of actors that demarche ships; nothing comes out where all is well. */
export function checkShipped(): Finding[] {
  const { people } = shippedKnowledge();
  const names = [...shippedKnowledge().names()];
  const findings = shippedTables().flatMap(checkLayout);
  const officials = [...people.all()]
    .filter((person) => person.sectorOnly)
    .flatMap((person) =>
      person.terms.map((term) => ({
        ...term,
        person: person.name,
        sector: "",
        agency: "",
        also: "",
        gender: "",
      })),
    );
  findings.push(...checkTerms([...listedTerms(), ...officials]), ...checkNames(names));
  findings.push(...checkFamilyNames(people.families(), isGuardedSurname));
  const isCode = (code: string) => knownCodes().has(code);
  const unknown = (code: string, file: string, line: number): Finding => ({
    kind: "finding",
    code: "unknown-code",
    severity: "error",
    file,
    line,
    met: `code "${code}"`,
    expected: "a code of states.tsv or organisations.tsv, or IMG, NGO, MNC",
    todo: "Correct it, or add the state or organisation.",
  });
  for (const { kind, code, source } of names) {
    if (kind !== "person" && kind !== "not an actor" && !isCode(code))
      findings.push(unknown(code, source.file, source.line));
  }
  for (const { terms } of people.all()) {
    for (const { code, source } of terms)
      if (!isCode(code)) findings.push(unknown(code, source.file, source.line));
  }
  for (const { entry } of new RoleNouns().all()) {
    if (entry.code && !isCode(entry.code)) findings.push(unknown(entry.code, "roles.tsv", 1));
  }
  const listed = new Set(names.map((name) => name.name));
  for (const { name, line } of readTable("guards.tsv", ["name"])) {
    if (listed.has(name)) continue;
    findings.push({
      kind: "finding",
      code: "guard-without-name",
      severity: "error",
      file: "guards.tsv",
      line,
      met: `a guard for "${name}"`,
      expected: "names of the other tables only",
      todo: "Take it out, or add the name that it guards.",
    });
  }
  return findings;
}

/** The tables that stand right in `knowledge/`. */
export function shippedTables(): string[] {
  return readdirSync(knowledgePath(""))
    .filter((file) => file.endsWith(".tsv"))
    .sort();
}

function checkLayout(file: string): Finding[] {
  const text = readFileSync(knowledgePath(file), "utf8");
  const lines = text.split("\n");
  const at = lines.findIndex((line) => line !== "" && !line.startsWith("#"));
  const columns = (lines[at] ?? "").split("\t");
  const { findings } = readLayout(text, file, columns, [], true);
  if (/^#.*Source: /m.test(text)) return findings;
  const missing: Finding = {
    kind: "finding",
    code: "no-source",
    severity: "error",
    file,
    line: 1,
    met: "no source",
    expected: 'a comment at the top with "Source: "',
    todo: "Say where the facts are from.",
  };
  return [...findings, missing];
}
