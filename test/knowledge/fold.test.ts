import { describe, expect, it } from "vitest";
import { fold, rawPiecesOfName } from "../../src/knowledge/fold.js";

describe("fold", () => {
  it.each([
    ["Türkiye", "turkiye"],
    ["Côte", "cote"],
    ["N’Djamena", "n'djamena"],
    ["U.S.", "u.s."],
    ["Erdoğan", "erdogan"],
  ])("%s", (form, folded) => expect(fold(form)).toBe(folded));
});

describe("rawPiecesOfName", () => {
  it.each([
    ["People's Republic of China", ["People", "'s", "Republic", "of", "China"]],
    ["Guinea-Bissau", ["Guinea", "Bissau"]],
    ["Peoples' Party", ["Peoples", "'", "Party"]],
    ["Cocos (Keeling) Islands", ["Cocos", "Keeling", "Islands"]],
  ])("%s", (name, pieces) => expect(rawPiecesOfName(name)).toEqual(pieces));
});
