import { describe, expect, it } from "vitest";
import { findRoles } from "../../src/language/role-spans.js";

const TAGS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"];

/** Scores of a batch of one window in which every word has one clear tag, and rows of links. */
function scores(tags: readonly string[], links: readonly (readonly number[])[]) {
  return {
    roles: Float32Array.from(tags.flatMap((tag) => TAGS.map((t) => (t === tag ? 0 : -9)))),
    links: Float32Array.from(links.flat()),
  };
}

const none = [0, 0, 0, 0, 0, 0];

describe("findRoles", () => {
  it("links each span to the best cue among those found", () => {
    // "Wang said no ; Li agreed": both cues are found, and the last source hangs on the second.
    const tags = ["B-source", "B-cue", "B-content", "O", "B-source", "B-cue"];
    const links = [
      [0, 5, 0, 0, 0, 1],
      [0, 5, 0, 0, 0, 0],
      [9, 4, 0, 0, 0, 3],
      none,
      [0, 1, 0, 0, 0, 2],
      [0, 0, 0, 0, 0, 5],
    ];
    const found = findRoles(scores(tags, links), 0, 6, 6, TAGS);
    expect(found.map((s) => [s.role, s.first, s.last, s.cue])).toEqual([
      ["source", 0, 1, 1],
      ["cue", 1, 2, 1],
      ["content", 2, 3, 1],
      ["source", 4, 5, 5],
      ["cue", 5, 6, 5],
    ]);
  });

  it("says -1 where the window holds no cue", () => {
    const found = findRoles(
      scores(["B-content", "I-content", "O", "O", "O", "O"], Array(6).fill(none)),
      0,
      6,
      6,
      TAGS,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ role: "content", first: 0, last: 2, cue: -1 });
    expect(found[0]!.confidence).toBeCloseTo(1, 3);
  });

  it("is as sure of a span as of its words and of its link, whichever is less", () => {
    const links = [[0, 5, 0, 5, 0, 0], none, none, none, none, none];
    const tags = ["B-source", "B-cue", "O", "B-cue", "O", "O"];
    const [source, cue] = findRoles(scores(tags, links), 0, 6, 6, TAGS);
    expect(source!.confidence).toBeCloseTo(0.5, 2);
    expect(cue!.confidence).toBeCloseTo(1, 2);
  });

  it("tells a cue that is a little less likely than none", () => {
    const roles = Float32Array.from([Math.log(0.55), -9, -9, Math.log(0.4), -9, -9, -9]);
    const found = findRoles({ roles, links: new Float32Array(1) }, 0, 1, 1, TAGS);
    expect(found).toHaveLength(1);
    expect(found[0]!.confidence).toBeCloseTo(0.4, 2);
  });

  it("leaves padding alone", () => {
    const found = findRoles(
      scores(["O", "O", "B-cue", "B-cue", "B-cue", "B-cue"], Array(6).fill(none)),
      0,
      6,
      2,
      TAGS,
    );
    expect(found).toEqual([]);
  });

  it("finds nothing where the weights do not tell attributions", () => {
    expect(findRoles({}, 0, 6, 6, TAGS)).toEqual([]);
  });
});
