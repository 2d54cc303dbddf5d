import { describe, expect, it } from "vitest";
import { actorCode } from "../../src/actor/actor.js";
import { findActors } from "../../src/actor/find-mentions.js";
import { goldReport } from "../../src/evaluate/gold-report.js";
import { type ActWeights, parseActWeights } from "../../src/event/act-weights.js";
import { Cast } from "../../src/event/cast.js";
import { chooseRoles } from "../../src/event/choose-roles.js";
import type { EventType, Participant } from "../../src/event/event.js";
import type { RuleRoles } from "../../src/event/role-clues.js";
import { ToldBefore } from "../../src/event/told-before.js";
import type { Analysis } from "../../src/language/analysis.js";
import type { Where } from "../../src/place/where.js";
import type { Statement } from "../../src/quotation/statement.js";
import { unknown } from "../../src/record/value.js";
import { sentence } from "../support/sentence.js";

const shelled = sentence(`
  Turkey PROPN NNP 2 nsubj
  shelled VERB VBD 0 root shell
  Kurdish ADJ JJ 4 amod kurdish
  rebels NOUN NNS 2 obj rebel
  in ADP IN 6 case
  Turkey PROPN NNP 2 obl`);

const accused = sentence(`
  Peru PROPN NNP 2 nsubj
  accused VERB VBD 0 root accuse
  Chile PROPN NNP 2 obj
  and CCONJ CC 5 cc
  urged VERB VBD 2 conj urge
  Chile PROPN NNP 5 obj
  before ADP IN 8 case
  Bolivia PROPN NNP 5 obl`);

const cooperated = sentence(`
  Peru PROPN NNP 2 nsubj
  cooperated VERB VBD 0 root cooperate
  on ADP IN 4 case
  Chile PROPN NNP 2 obl`);

const adopted = sentence(`
  Peru PROPN NNP 2 nsubj
  condemned VERB VBD 0 root condemn
  the DET DT 7 det
  Chile PROPN NNP 6 obl:unmarked
  - PUNCT HYPH 6 punct
  drafted VERB VBN 7 amod draft
  text NOUN NN 2 obj`);

const confirmed = sentence(`
  Peruvian ADJ JJ 4 amod peruvian
  and CCONJ CC 3 cc
  Chilean ADJ JJ 1 conj chilean
  officials NOUN NNS 5 nsubj official
  confirmed VERB VBD 0 root confirm
  tests NOUN NNS 5 obj test`);

const injuredPeople = sentence(`
  Protesters NOUN NNS 3 nsubj:pass protester
  were AUX VBD 3 aux:pass be
  injured VERB VBN 5 ccomp injure
  Peru PROPN NNP 5 nsubj
  said VERB VBD 0 root say`);

const launched = sentence(`
  Missiles NOUN NNS 3 nsubj:pass missile
  were AUX VBD 3 aux:pass be
  launched VERB VBN 7 ccomp launch
  from ADP IN 5 case
  Lima PROPN NNP 3 obl
  , PUNCT , 7 punct
  said VERB VBD 0 root say
  Chile PROPN NNP 7 nsubj`);

function choose(
  analysis: Analysis,
  trigger: number,
  weights: ActWeights,
  type: EventType = "ACCUSE",
  statements: readonly Statement[] = [],
  places: readonly Where[] = [],
  rules?: RuleRoles,
) {
  const { text } = analysis;
  const report = goldReport({ id: "r", text, paragraphs: [{ start: 0, end: text.length, role: "body" }] });
  const { mentions } = findActors(report, analysis, {});
  const cast = new Cast(analysis, mentions, statements, places);
  const chosen = chooseRoles(cast, analysis.words[trigger]!, type, rules, new ToldBefore(), weights);
  const codes = (side: readonly Participant[]) =>
    side.map(({ actor }) => (actor.known ? actorCode(actor.value) : "unknown"));
  return { ...chosen, sources: codes(chosen.roles.sources), targets: codes(chosen.roles.targets) };
}

/** Weights of clues, in logarithms of odds. */
function weighing(clues: Record<string, number>): ActWeights {
  return parseActWeights(
    Object.entries(clues)
      .map(([clue, weight]) => `role\t${clue}\t${weight}\n`)
      .join(""),
  );
}

describe("chooseRoles", () => {
  it("adds up what speaks for words that name the same actor", () => {
    const clues = { "source path nsubj": 5, "target kind state": 1, "target path obl:before": 0.4 };
    const { targets, target } = choose(accused, 1, weighing(clues));
    // Each "Chile" alone is less likely than "Bolivia" with its path would be.
    expect(targets).toEqual(["CHL"]);
    expect(target).toBeGreaterThan(0.4);
  });

  it("takes a state's rebels for another side than the state, and its government for the same", () => {
    const clues = { "source path nsubj": 5, "target path obj": 5, "target path obl:in": 3 };
    const { sources, targets } = choose(shelled, 1, weighing(clues));
    expect(sources).toEqual(["TUR"]);
    expect(targets).toEqual(["TUR.REB"]);
  });

  it("knows no side in whom two sides speak of, nor in who made a text", () => {
    const weights = weighing({ "source path nsubj": 5, "target kind state": 5 });
    expect(choose(cooperated, 1, weights, "COOPERATE").targets).toEqual(["unknown"]);
    expect(choose(cooperated, 1, weights, "MOBILIZE").targets).toEqual(["CHL"]);
    expect(choose(adopted, 1, weights).targets).toEqual(["unknown"]);
  });

  it("knows no side in those who describe somebody together", () => {
    const weights = weighing({ "source nobody": 5, "target kind state": 5, "target nobody": 1 });
    expect(choose(confirmed, 5, weights, "MOBILIZE").targets).toEqual(["unknown"]);
  });

  it("gives a role to nobody whom a pattern does not name, where the pattern says so", () => {
    const weights = weighing({ "source path nsubj": 5, "target path obj": 5 });
    const nobody = { actor: unknown("the sentence names no target") };
    const rules = (only: readonly "target"[]): RuleRoles => ({
      roles: { sources: [nobody], targets: [nobody], mutual: false, placed: new Set() },
      basis: "codebook",
      bySpeaker: false,
      only: new Set(only),
    });
    expect(choose(accused, 1, weights, "MOBILIZE", [], [], rules([])).targets).toEqual(["CHL"]);
    expect(choose(accused, 1, weights, "MOBILIZE", [], [], rules(["target"])).targets).toEqual(["unknown"]);
  });

  it("takes who tells of violence in the passive for no doer of it", () => {
    const analysis = injuredPeople;
    const [, , injured, peru] = analysis.words;
    const said = {
      source: { start: peru!.start, end: peru!.end },
      content: [{ start: 0, end: injured!.end }],
      speaker: unknown("nobody asked"),
    } as unknown as Statement;
    const weights = weighing({ "source kind state": 5, "source nobody": 3 });
    expect(choose(analysis, 2, weights, "ASSAULT", [said]).sources).toEqual(["unknown"]);
    expect(choose(analysis, 2, weights, "COERCE", [said]).sources).toEqual(["PER"]);
  });

  it("takes an army that tells of its own dead for no doer of it, but of others' dead it may be", () => {
    const told = (whose: string) =>
      sentence(`
        ${whose} ADJ JJ 2 amod
        soldiers NOUN NNS 4 nsubj:pass soldier
        were AUX VBD 4 aux:pass be
        killed VERB VBN 8 ccomp kill
        the DET DT 7 det
        Peruvian ADJ JJ 7 amod peruvian
        army NOUN NN 8 nsubj army
        said VERB VBD 0 root say`);
    const weights = weighing({ "source path ^ccomp nsubj": 5, "source nobody": 3 });
    const sources = (whose: string) => {
      const analysis = told(whose);
      const [, , , killed, , , army] = analysis.words;
      const said = {
        source: { start: army!.start, end: army!.end },
        content: [{ start: 0, end: killed!.end }],
        speaker: unknown("nobody asked"),
      } as unknown as Statement;
      return choose(analysis, 3, weights, "ASSAULT", [said]).sources;
    };
    expect(sources("Peruvian")).toEqual(["unknown"]);
    expect(sources("Chilean")).toEqual(["PER.MIL"]);
  });

  it("asks where a missile was launched from", () => {
    const [, , trigger, , lima, , , chile] = launched.words;
    const said = {
      source: { start: chile!.start, end: chile!.end },
      content: [{ start: 0, end: lima!.end }],
      speaker: unknown("nobody asked"),
    } as unknown as Statement;
    const from = (country: string) =>
      choose(
        launched,
        trigger!.index,
        weights,
        "MOBILIZE",
        [said],
        [{ start: lima!.start, end: lima!.end, name: "Lima", country } as unknown as Where],
      );
    const weights = weighing({ "source kind state": 5, "target path obl:from": 9 });
    // Whoever tells of a launch from another state did not launch, and where it was launched from is not what it is aimed at.
    expect(from("PER").sources).toEqual(["unknown"]);
    expect(from("CHL").sources).toEqual(["CHL"]);
    expect(from("PER").targets).toEqual(["unknown"]);
  });

  it("names nobody where nothing speaks for anybody", () => {
    const { sources, targets } = choose(accused, 1, weighing({ "source nobody": 5, "target nobody": 5 }));
    expect([sources, targets]).toEqual([["unknown"], ["unknown"]]);
  });
});
