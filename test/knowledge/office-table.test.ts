import { describe, expect, it } from "vitest";
import { OfficeTable } from "../../src/knowledge/office-table.js";
import { listedTerms, type TermLine } from "../../src/knowledge/offices.js";

describe("OfficeTable", () => {
  const table = new OfficeTable();

  it("gives the same terms as reading the tables line by line", () => {
    const byPerson = new Map<string, TermLine[]>();
    for (const term of listedTerms()) byPerson.set(term.person, [...(byPerson.get(term.person) ?? []), term]);
    expect(byPerson.size).toBeGreaterThan(1000);
    for (const [person, terms] of byPerson) expect(table.terms(person)).toEqual(terms);
  });

  it("finds a person by another name, and nobody by a family name or an empty one", () => {
    const person = listedTerms().find((term) => term.also !== "" && !term.also.includes("-"))!;
    const other = person.also.split(";")[0]!;
    const first = other.split(" ")[0]!.toLowerCase();
    expect(table.startingWith(first)).toContainEqual({ name: other, person: person.person });
    expect(table.terms(other)).toEqual([]);
    expect(table.terms("")).toEqual([]);
  });

  it("tells everybody once, with the code and other names of the first term", () => {
    const first = new Map<string, { code: string; also: string }>();
    for (const { person, code, also } of listedTerms())
      if (!first.has(person)) first.set(person, { code, also });
    expect(table.everybody()).toEqual(first);
  });
});
