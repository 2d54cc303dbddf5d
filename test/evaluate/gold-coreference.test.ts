import { describe, expect, it } from "vitest";
import { parseConllu } from "../../src/evaluate/conllu.js";
import { goldCoreference } from "../../src/evaluate/gold-coreference.js";

/** One sentence; each row: form, governor, MISC. */
function sentence(...rows: readonly (readonly [string, number, string])[]): string {
  return `${rows.map(([form, head, misc], i) => `${i + 1}\t${form}\t_\tX\t_\t_\t${head}\tdep\t_\t${misc}`).join("\n")}\n\n`;
}

describe("goldCoreference", () => {
  it("reads nested mentions, and finds their heads over several sentences", () => {
    const gold = parseConllu(
      sentence(
        ["The", 2, "Entity=(4-person-new-nnnnn-cf2-2-coref"],
        ["envoy", 0, "_"],
        ["of", 4, "_"],
        ["Ruritania", 2, "Entity=(5-place-new-ssnsn-cf1-1-coref-Ruritania)4)|SpaceAfter=No"],
      ) +
        sentence(
          ["Its", 2, "Discourse=x|Entity=(6-person-new-cf3(5-place-giv:act-cf1)"],
          ["king", 3, "Entity=6)"],
          ["left", 0, "_"],
        ),
    );
    expect(goldCoreference(gold)).toEqual({
      mentions: [
        { entity: "5", type: "place", first: 3, last: 4, head: 3 },
        { entity: "4", type: "person", first: 0, last: 4, head: 1 },
        { entity: "5", type: "place", first: 4, last: 5, head: 4 },
        { entity: "6", type: "person", first: 4, last: 6, head: 5 },
      ],
      parts: new Map(),
    });
  });

  it("reads the parts of an entity", () => {
    const gold = parseConllu(sentence(["They", 0, "Entity=(9-person-new-cf1)|SplitAnte=3<9,7<9"]));
    expect(goldCoreference(gold).parts).toEqual(new Map([["9", ["3", "7"]]]));
  });

  it("tells a bracket that closes what did not open", () => {
    expect(() => goldCoreference(parseConllu(sentence(["king", 0, "Entity=6)"])))).toThrow(
      '"6)" at "king" closes what did not open',
    );
  });
});
