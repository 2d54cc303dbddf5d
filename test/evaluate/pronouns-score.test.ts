import { describe, expect, it } from "vitest";
import type { Mention, MentionForm } from "../../src/actor/actor.js";
import type { ConlluWord } from "../../src/evaluate/conllu.js";
import type { GoldMention } from "../../src/evaluate/gold-coreference.js";
import { scorePronouns } from "../../src/evaluate/pronouns-score.js";

const PRONOUNS: Readonly<Record<string, number>> = { he: 3, He: 3, they: 3, I: 1, who: 0 };

function words(text: string): ConlluWord[] {
  return text.split(" ").map((form) => {
    const person = PRONOUNS[form];
    return {
      form,
      lemma: form,
      upos: person === undefined ? "NOUN" : "PRON",
      xpos: "_",
      feats: person ? `Number=Sing|Person=${person}|PronType=Prs` : "_",
      head: 0,
      deprel: "dep",
      deps: "_",
      misc: "_",
    };
  });
}

function gold(entity: string, at: number, type = "person"): GoldMention {
  return { entity, type, first: at, last: at + 1, head: at };
}

function mention(at: number, form: MentionForm, antecedent?: number): Mention {
  const place = { start: at, end: at + 1, head: at, first: at, last: at + 1 };
  return {
    kind: "mention",
    ...place,
    form,
    actors: [],
    by: "",
    ...(antecedent === undefined ? {} : { antecedent }),
  };
}

const never = () => false;

describe("scorePronouns", () => {
  const text = words("envoy left and he said I knew");
  const one = [gold("1", 0), gold("1", 3), gold("1", 5)];

  it("follows the chain over other pronouns to the first mention that is none", () => {
    const mentions = [mention(0, "nominal"), mention(3, "pronoun", 0), mention(5, "pronoun", 1)];
    const scored = scorePronouns(text, { mentions: one, parts: new Map() }, mentions, (word) => word === 5);
    expect(scored.map((s) => [s.word, s.class, s.result, s.led?.head])).toEqual([
      [3, "third", "right", 0],
      [5, "quoted", "right", 0],
    ]);
  });

  it("tells wrong from unresolved, and does not hang on a ring", () => {
    const ring = [mention(3, "pronoun", 1), mention(5, "pronoun", 0)];
    const results = (mentions: Mention[]) =>
      scorePronouns(text, { mentions: one, parts: new Map() }, mentions, never).map((s) => s.result);
    expect(results(ring)).toEqual(["unresolved", "unresolved"]);
    expect(results([])).toEqual(["unresolved", "unresolved"]);
    expect(results([mention(1, "nominal"), mention(3, "pronoun", 0)])).toEqual(["wrong", "unresolved"]);
  });

  it("leaves out things, relative pronouns, and those whom nothing but pronouns names", () => {
    const mentions = [
      gold("1", 0),
      gold("1", 1),
      gold("2", 2, "object"),
      gold("2", 3, "object"),
      gold("3", 4),
    ];
    expect(scorePronouns(words("envoy who ship he I"), { mentions, parts: new Map() }, [], never)).toEqual(
      [],
    );
  });

  it("takes any part of one that was spoken of in parts", () => {
    const parts = new Map([["9", ["1", "2"]]]);
    const mentions = [gold("1", 0), gold("2", 1), gold("9", 2)];
    const scored = scorePronouns(
      words("Ann Bob they"),
      { mentions, parts },
      [mention(1, "name"), mention(2, "pronoun", 0)],
      never,
    );
    expect(scored.map((s) => s.result)).toEqual(["right"]);
  });
});
