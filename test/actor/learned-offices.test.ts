import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Introduction, learnedOffice } from "../../src/actor/learned-offices.js";
import { known, unknown } from "../../src/record/value.js";

const office = (person: string, code: string, changes: Partial<Introduction> = {}): Introduction => ({
  report: "r1",
  published: "2020-06-01",
  person,
  actor: { code, sector: "GOV", person },
  office: "minister",
  basis: "stated",
  evidence: { start: 0, end: 10, words: `minister ${person}` },
  ...changes,
});
const person = (name: string) => ({ name, tokens: name.toLowerCase().split(" ") });
const on = (day?: string) => ({
  id: "r0",
  published: day ? known(day, "given" as const, "test") : unknown("a test"),
});
const NAMED = new Set(["NOR", "CHN"]);
const codeOf = (
  name: string,
  offices: readonly Introduction[],
  day: string | undefined = "2020-06-10",
): string | undefined => learnedOffice(person(name), offices, on(day), NAMED)?.introduction?.actor.code;

describe("learnedOffice", () => {
  it("finds a full name within a year on either side, and undated ones", () => {
    const offices = [office("Ola Lund", "NOR")];
    expect(codeOf("Ola Lund", offices, "2021-05-31")).toBe("NOR");
    expect(codeOf("Ola Lund", offices, "2019-06-05")).toBe("NOR");
    expect(codeOf("Ola Lund", offices, "2021-06-30")).toBeUndefined();
    const { published, ...undated } = office("Ola Lund", "NOR");
    expect(codeOf("Ola Lund", [undated], "2010-01-01")).toBe("NOR");
    expect(learnedOffice(person("Ola Lund"), offices, on(), NAMED)?.introduction?.actor.code).toBe("NOR");
  });

  it("takes the nearest in time, and a stated office before an inferred one", () => {
    const offices = [
      office("Ola Lund", "NOR", { published: "2020-06-09" }),
      office("Ola Lund", "CHN", { published: "2020-02-01", report: "r2" }),
    ];
    expect(codeOf("Ola Lund", offices)).toBe("NOR");
    expect(codeOf("Ola Lund", [{ ...offices[0]!, basis: "inferred" }, offices[1]!])).toBe("CHN");
  });

  it("finds a family name, last or first, but no given name", () => {
    expect(codeOf("Lund", [office("Ola Lund", "NOR")])).toBe("NOR");
    expect(codeOf("Zheng", [office("Zheng Wenkai", "CHN")])).toBe("CHN");
    expect(codeOf("Michael", [office("Michael Lund", "NOR")])).toBeUndefined();
    expect(codeOf("May", [office("Ola May", "NOR")])).toBeUndefined();
  });

  it("leaves a name of several people, or of several states, unknown and says so", () => {
    const two = [office("Ola Lund", "NOR"), office("Kari Lund", "NOR", { report: "r2" })];
    expect(learnedOffice(person("Lund"), two, on("2020-06-10"), NAMED)?.reason).toContain(
      "several people are called Lund",
    );
    const states = [office("Ola Lund", "NOR"), office("Ola Lund", "CHN", { report: "r2" })];
    expect(learnedOffice(person("Ola Lund"), states, on("2020-06-10"), NAMED)?.reason).toContain(
      "several states",
    );
  });

  it("takes nothing from the report itself, nor from another's name", () => {
    expect(codeOf("Ola Lund", [office("Ola Lund", "NOR", { report: "r0" })])).toBeUndefined();
    expect(codeOf("Ola Berg", [office("Ola Lund", "NOR")])).toBeUndefined();
  });

  it("gives the same in any order", () => {
    const some = fc.array(
      fc.record({
        name: fc.constantFrom("Ola Lund", "Kari Lund", "Ola Erik Lund"),
        code: fc.constantFrom("NOR", "CHN"),
        report: fc.constantFrom("r1", "r2", "r3"),
        published: fc.constantFrom("2020-06-01", "2020-05-01"),
        basis: fc.constantFrom("stated" as const, "inferred" as const),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(some, (made) => {
        const offices = made.map(({ name, code, ...rest }) => office(name, code, rest));
        for (const name of ["Lund", "Ola Lund"]) {
          const forwards = learnedOffice(person(name), offices, on("2020-06-10"), NAMED);
          const backwards = learnedOffice(person(name), [...offices].reverse(), on("2020-06-10"), NAMED);
          expect(backwards?.introduction?.actor.code).toEqual(forwards?.introduction?.actor.code);
          expect(backwards?.reason === undefined).toBe(forwards?.reason === undefined);
        }
      }),
    );
  });
});
