import { describe, expect, it } from "vitest";
import { eventTime } from "../../src/event/event-time.js";
import type { Analysis } from "../../src/language/analysis.js";
import type { Statement } from "../../src/quotation/statement.js";
import { known } from "../../src/record/value.js";
import { findTimes } from "../../src/time/find-times.js";
import { sentence } from "../support/sentence.js";
import { plainReport } from "../time/plain.js";

const NORWAY = { actor: known({ code: "NOR" }, "stated", "made by hand") };
const PERU = { actor: known({ code: "PER" }, "stated", "made by hand") };

/** The time of an act of Peru's (or of `by`) told by `form`, inside a statement of Peru's made at the first time. */
function timeOf(analysis: Analysis, form: string, type: string, source = "subject", by = PERU) {
  const times = findTimes(plainReport(analysis.text), analysis);
  const anchor = analysis.words.find((w) => w.form === form)!;
  const act = { type, match: { pattern: { source: [source] }, frame: { anchor, trigger: anchor } } };
  const claim = { speaker: PERU.actor, when: 0 } as unknown as Statement;
  const index = eventTime(analysis, times, act as never, { sources: [by] } as never, claim);
  return index === undefined ? undefined : analysis.text.slice(times[index]!.start, times[index]!.end);
}

const said = (verb: string) =>
  sentence(`
    Peru PROPN NNP 2 nsubj
    said VERB VBD 0 root
    Friday PROPN NNP 2 obl:unmarked
    they PRON PRP ${verb.startsWith("have") ? 6 : 5} nsubj
    ${verb}
  `);
const oppose = said("oppose VERB VBP 2 ccomp");
const perfect = said("have AUX VBP 6 aux\n opposed VERB VBN 2 ccomp");

describe("eventTime", () => {
  it("is the time of saying for what is done by saying it", () => {
    expect(timeOf(oppose, "oppose", "REJECT")).toBe("Friday");
    expect(timeOf(oppose, "oppose", "REQUEST", "speaker")).toBe("Friday");
  });

  it("is not the time of saying for deeds, for what others say and for what was done before", () => {
    expect(timeOf(oppose, "oppose", "MOBILIZE")).toBeUndefined();
    expect(timeOf(oppose, "oppose", "REJECT", "subject", NORWAY)).toBeUndefined();
    expect(timeOf(perfect, "opposed", "REJECT")).toBeUndefined();
  });

  it("is no 'now'", () => {
    const now = sentence(`
      Peru PROPN NNP 4 nsubj
      would AUX MD 4 aux
      now ADV RB 4 advmod
      extend VERB VB 0 root
      it PRON PRP 4 obj
    `);
    expect(timeOf(now, "extend", "COERCE")).toBeUndefined();
  });

  it("is the date that a clause with 'when' describes", () => {
    const when = sentence(`
      They PRON PRP 2 nsubj
      lived VERB VBD 0 root live
      there ADV RB 2 advmod
      until ADP IN 5 case
      1968 NUM CD 2 obl
      , PUNCT , 9 punct
      when ADV WRB 9 advmod
      Peru PROPN NNP 9 nsubj
      invaded VERB VBD 2 advcl invade
    `);
    expect(timeOf(when, "invaded", "ASSAULT")).toBe("1968");
  });

  it("is shared by verbs of one subject, not by another's", () => {
    const joined = (subject: string) =>
      sentence(`
      Peru PROPN NNP 2 nsubj
      captured VERB VBD 0 root capture
      and CCONJ CC 5 cc
      ${subject} 5 ${subject.startsWith("soon") ? "advmod" : "nsubj"}
      annexed VERB VBD 2 conj annex
      it PRON PRP 5 obj
      in ADP IN 8 case
      1967 NUM CD 2 obl
    `);
    expect(timeOf(joined("soon ADV RB"), "annexed", "ASSAULT")).toBe("1967");
    expect(timeOf(joined("Chile PROPN NNP"), "annexed", "ASSAULT")).toBeUndefined();
  });

  it("is not since when something has not been", () => {
    const since = sentence(`
      Peru PROPN NNP 2 nsubj
      fired VERB VBD 0 root
      first ADV RB 2 advmod
      since ADP IN 5 case
      2009 NUM CD 2 obl
    `);
    expect(timeOf(since, "fired", "MOBILIZE")).toBeUndefined();
  });
});
