import { describe, expect, it } from "vitest";
import { EVENT_TYPES } from "../../src/event/event.js";
import { cameoCode, quadClass } from "../../src/export/cameo-code.js";
import { readTable } from "../../src/knowledge/table.js";

const CROSSWALK = readTable("cameo-types.tsv", ["code", "type"]);

/** The type that the crosswalk gives a code: that of the longest code that it begins with. */
function typeOf(code: string): string | undefined {
  const fits = CROSSWALK.filter((row) => code.startsWith(row.code));
  return fits.sort((a, b) => b.code.length - a.code.length)[0]?.type;
}

describe("cameoCode", () => {
  it.each([
    ["CONSULT", "phone", "041"],
    ["CONSULT", undefined, "040"],
    ["CONSULT", "multilateral", "040"],
    ["ACCUSE", "investigate", "090"],
    ["RETREAT", "ceasefire", "0871"],
  ] as const)("%s, %s, is %s", (type, mode, code) => expect(cameoCode(type, mode)).toBe(code));

  it("leads back to the type by the crosswalk, for every type and mode", () => {
    const modes = [
      "phone",
      "visit",
      "host",
      "release",
      "access",
      "disarm",
      "ceasefire",
      "investigate",
      "demo",
    ];
    modes.push(
      "hunger",
      "boycott",
      "obstruct",
      "riot",
      "expel",
      "arrest",
      "deport",
      "curfew",
      "abduct",
      "beat",
    );
    for (const type of EVENT_TYPES)
      for (const mode of [undefined, "torture", ...modes]) {
        const code = cameoCode(type, mode);
        expect(code).toMatch(/^\d{3,4}$/);
        // 08 is both CONCEDE and RETREAT in the crosswalk.
        if (code !== "080") expect(typeOf(code), `${type} ${mode}`).toBe(type);
      }
  });
});

describe("quadClass", () => {
  it.each([
    ["057", 1],
    ["060", 2],
    ["0874", 2],
    ["090", 3],
    ["138", 3],
    ["140", 4],
  ] as const)("of %s is %d", (code, quad) => expect(quadClass(code)).toBe(quad));
});
