import { describe, expect, it } from "vitest";
import { Cast } from "../../src/event/cast.js";
import type { Participant } from "../../src/event/event.js";
import { sideClues } from "../../src/event/side-clues.js";
import { known, unknown } from "../../src/record/value.js";
import { sentence } from "../support/sentence.js";

const blamed = sentence(`
  Peru PROPN NNP 2 nsubj
  blamed VERB VBD 0 root blame
  Chile PROPN NNP 2 obj`);

const cast = new Cast(blamed, [], []);
const peru: Participant = { actor: known({ code: "PER" }, "stated", "name"), span: { start: 0, end: 4 } };
const cluesOf = (sources: Participant[], targets: Participant[]) =>
  sideClues(cast, blamed.words[1]!, "ACCUSE", { sources, targets, mutual: false, placed: new Set() });

describe("sideClues", () => {
  it("tells how the sides are named and whether they are of one state", () => {
    expect(cluesOf([peru], [{ actor: unknown("nobody") }])).toEqual([
      "source place",
      "target unknown",
      "pair open",
    ]);
    expect(cluesOf([peru], [peru])).toContain("sides same");
  });
});
