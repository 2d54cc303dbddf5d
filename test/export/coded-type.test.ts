import { describe, expect, it } from "vitest";
import { EVENT_TYPES, STATUSES } from "../../src/event/event.js";
import { codedType, quad } from "../../src/export/coded-type.js";

describe("codedType", () => {
  it.each([
    ["SANCTION", "asserted", "SANCTION"],
    ["AID", "planned", "AGREE"],
    ["ASSAULT", "planned", "THREATEN"],
    ["ACCUSE", "planned", "ACCUSE"],
    ["RETREAT", "demanded", "REQUEST"],
    ["CONSULT", "denied", "REJECT"],
    ["ASSAULT", "denied", undefined],
    ["AID", "conditional", undefined],
    ["COERCE", "possible", undefined],
  ] as const)("%s, %s, is %s", (type, status, coded) => expect(codedType(type, status)).toBe(coded));

  it("tells of no deed where the report tells of none", () => {
    for (const type of EVENT_TYPES)
      for (const status of STATUSES.filter((s) => !["asserted", "background", "habitual"].includes(s))) {
        const coded = codedType(type, status);
        if (coded) expect(quad(coded), `${type} ${status}`).toMatch(/^VERBAL/);
      }
  });
});
