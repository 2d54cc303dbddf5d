import { describe, expect, it } from "vitest";
import { shippedKnowledge } from "../../src/knowledge/knowledge.js";
import { standingOn, termInOffice } from "../../src/knowledge/offices.js";

const { people } = shippedKnowledge();

const person = (name: string) => people.person(name)!;

describe("standingOn", () => {
  it("tells in office, former and later by the day", () => {
    const obama = person("Barack Obama");
    expect(standingOn(obama, "2013-05-01")).toMatchObject({
      when: "in office",
      term: { office: "president" },
    });
    expect(standingOn(obama, "2019-05-01")?.when).toBe("former");
    expect(standingOn(obama, "2001-05-01")?.when).toBe("later");
  });

  it("finds the term of several that covers the day", () => {
    const putin = person("Vladimir Putin");
    expect(standingOn(putin, "2010-01-01")?.term.office).toBe("prime minister");
    expect(standingOn(putin, "2017-01-01")?.term.office).toBe("president");
    expect(standingOn(person("Boris Johnson"), "2017-09-15")?.term.office).toBe("foreign secretary");
  });

  it("reads a year generously", () => {
    const holder = {
      name: "A B",
      names: ["A B"],
      sectorOnly: false,
      terms: [
        { code: "FRA", office: "mayor", from: "2017", to: "2019", source: { file: "mine.tsv", line: 2 } },
      ],
    };
    expect(standingOn(holder, "2017-01-01")?.when).toBe("in office");
    expect(standingOn(holder, "2019-12-31")?.when).toBe("in office");
    expect(standingOn(holder, "2020-01-01")?.when).toBe("former");
  });
});

describe("termInOffice", () => {
  it("finds a term by the title that a report uses", () => {
    expect(termInOffice(person("Xi Jinping"), "president")?.code).toBe("CHN");
    expect(termInOffice(person("Xi Jinping"), "premier")).toBeUndefined();
  });

  it("reads titles as whole words: a candidate for president is no president", () => {
    expect(termInOffice(person("Jeb Bush"), "president")).toBeUndefined();
    expect(termInOffice(person("Jeb Bush"), "presidential candidate")?.sector).toBe("PTY");
  });
});
