import { describe, expect, it } from "vitest";
import type { Analysis } from "../../src/language/analysis.js";
import { clauseTime } from "../../src/time/clause-time.js";
import { findTimes } from "../../src/time/find-times.js";
import { sentence } from "../support/sentence.js";
import { plainReport } from "./plain.js";

/** The words of the time that belongs to the word `form`. */
function timeOf(analysis: Analysis, form: string, published?: string): string | undefined {
  const times = findTimes(plainReport(analysis.text, published), analysis);
  const word = analysis.words.find((w) => w.form === form)!;
  const index = clauseTime(analysis, times, word.index);
  return index === undefined ? undefined : analysis.text.slice(times[index]!.start, times[index]!.end);
}

const reported = sentence(`
  On ADP IN 2 case
  Monday PROPN NNP 5 obl
  , PUNCT , 2 punct
  Avaria PROPN NNP 5 nsubj
  said VERB VBD 0 root
  Borland PROPN NNP 8 nsubj
  had AUX VBD 8 aux
  shelled VERB VBN 5 ccomp
  a DET DT 10 det
  village NOUN NN 8 obj
  and CCONJ CC 12 cc
  left VERB VBD 5 conj
  yesterday NOUN NN 12 obl:unmarked
`);

describe("clauseTime", () => {
  it("takes the time that is attached to the predicate", () => {
    expect(timeOf(reported, "said")).toBe("Monday");
    expect(timeOf(reported, "left")).toBe("yesterday");
  });

  it("takes a fronted time of the clause above", () => {
    expect(timeOf(reported, "shelled")).toBe("Monday");
  });

  it("takes no time that stands behind the predicate above it", () => {
    const analysis = sentence(`
      Avaria PROPN NNP 2 nsubj
      said VERB VBD 0 root
      Monday PROPN NNP 2 obl:unmarked
      Borland PROPN NNP 5 nsubj
      fired VERB VBD 2 ccomp
    `);
    expect(timeOf(analysis, "said")).toBe("Monday");
    expect(timeOf(analysis, "fired")).toBeUndefined();
  });

  it("takes the time of what was true at once, and leaves the day of a test to the test", () => {
    const atOnce = sentence(`
      Avaria PROPN NNP 2 nsubj
      held VERB VBD 0 root hold
      fire NOUN NN 2 obj
      as SCONJ IN 6 mark
      jets NOUN NNS 6 nsubj
      passed VERB VBD 2 advcl pass
      on ADP IN 8 case
      Monday PROPN NNP 6 obl
    `);
    expect(timeOf(atOnce, "held")).toBe("Monday");
    const following = sentence(`
      Avaria PROPN NNP 2 nsubj
      tightened VERB VBD 0 root tighten
      curbs NOUN NNS 2 obj
      following VERB VBG 6 case
      a DET DT 6 det
      test NOUN NN 2 obl
      on ADP IN 8 case
      Monday PROPN NNP 2 obl
    `);
    expect(timeOf(following, "tightened")).toBeUndefined();
    expect(timeOf(following, "test")).toBe("Monday");
  });

  it("reads the time of a noun that is itself the event", () => {
    const analysis = sentence(`
      It PRON PRP 2 nsubj
      condemned VERB VBD 0 root
      Friday PROPN NNP 5 nmod:poss
      's PART POS 3 case
      launch NOUN NN 2 obj
    `);
    expect(timeOf(analysis, "launch")).toBe("Friday");
    expect(timeOf(analysis, "condemned")).toBeUndefined();
  });

  it("takes no length of time for a when", () => {
    const analysis = sentence(`
      They PRON PRP 2 nsubj
      talked VERB VBD 0 root
      for ADP IN 5 case
      three NUM CD 5 nummod
      days NOUN NNS 2 obl
    `);
    expect(timeOf(analysis, "talked")).toBeUndefined();
  });
});

describe("tense", () => {
  it("puts a weekday before or after the report", () => {
    const future = sentence(`
      They PRON PRP 3 nsubj
      will AUX MD 3 aux
      meet VERB VB 0 root
      Monday PROPN NNP 3 obl:unmarked
    `);
    const times = (analysis: Analysis) => findTimes(plainReport(analysis.text, "2017-02-28"), analysis);
    expect(times(future)[0]?.value).toBe("2017-03-06");
    expect(times(reported)[0]?.value).toBe("2017-02-27");
  });

  it("reads an infinitive as lying ahead unless the verb above is implicative", () => {
    const below = (verb: string) =>
      sentence(`
        They PRON PRP 2 nsubj
        ${verb} VERB VBD 0 root ${verb === "agreed" ? "agree" : "begin"}
        to PART TO 4 mark
        leave VERB VB 2 xcomp
        on ADP IN 6 case
        Monday PROPN NNP 4 obl
      `);
    const value = (verb: string) => findTimes(plainReport("", "2017-02-28"), below(verb))[0]?.value;
    expect(value("agreed")).toBe("2017-03-06");
    expect(value("began")).toBe("2017-02-27");
  });

  it("gives a participle the time of its main clause, unless a conjunction parts them", () => {
    const offer = (mark: string) =>
      sentence(
        `
        They PRON PRP 2 nsubj
        struck VERB VBD 0 root strike
        on ADP IN 4 case
        Monday PROPN NNP 2 obl
        , PUNCT , ${mark ? 7 : 6} punct
        ${mark ? `${mark} SCONJ IN 7 mark` : ""}
        killing VERB VBG 2 advcl kill
        dozens NOUN NNS ${mark ? 7 : 6} obj
      `.replace(/\n\s*\n/g, "\n"),
      );
    expect(timeOf(offer(""), "killing")).toBe("Monday");
    expect(timeOf(offer("after"), "killing")).toBeUndefined();
  });
});

describe("clauseTime among the clauses of a sentence", () => {
  const voted = sentence(`
    The DET DT 2 det
    council NOUN NN 3 nsubj
    voted VERB VBD 0 root
    after ADP IN 8 case
    its PRON PRP$ 8 nmod:poss
    sixth ADJ JJ 8 amod
    nuclear ADJ JJ 8 amod
    test NOUN NN 3 obl
    on ADP IN 10 case
    Friday PROPN NNP 8 nmod
  `);

  it("leaves the time of an earlier event to the noun that names it", () => {
    expect(timeOf(voted, "test")).toBe("Friday");
    expect(timeOf(voted, "voted")).toBeUndefined();
  });

  it("gives the time of a verb to what came about by it", () => {
    const began = sentence(`
      Troops NOUN NNS 2 nsubj
      begin VERB VBP 0 root
      to PART TO 4 mark
      shell VERB VB 2 xcomp
      villages NOUN NNS 4 obj
      on ADP IN 7 case
      Monday PROPN NNP 2 obl
    `);
    expect(timeOf(began, "shell")).toBe("Monday");
    const agreed = sentence(`
      Borland PROPN NNP 2 nsubj
      agreed VERB VBD 0 root
      to PART TO 4 mark
      leave VERB VB 2 xcomp
      villages NOUN NNS 4 obj
      on ADP IN 7 case
      Monday PROPN NNP 2 obl
    `);
    expect(timeOf(agreed, "leave")).toBeUndefined();
  });

  it("gives the time of a clause to what happened when it did, and to none that is only said", () => {
    const fled = (mark: string) =>
      sentence(`
        Villagers NOUN NNS 2 nsubj
        fled VERB VBD 0 root
        Monday PROPN NNP 2 obl:unmarked
        ${mark} SCONJ IN 6 mark
        troops NOUN NNS 6 nsubj
        attacked VERB VBD 2 advcl
      `);
    expect(timeOf(fled("when"), "attacked")).toBe("Monday");
    expect(timeOf(fled("because"), "attacked")).toBeUndefined();
  });

  it("puts a time behind a verb in the past to that verb, wherever the tree hangs it", () => {
    const launched = sentence(`
      They PRON PRP 2 nsubj
      control VERB VBP 0 root
      the DET DT 4 det
      satellite NOUN NN 2 obj
      launched VERB VBN 4 acl
      on ADP IN 7 case
      Monday PROPN NNP 2 obl
    `);
    expect(timeOf(launched, "launched")).toBe("Monday");
    expect(timeOf(launched, "control")).toBeUndefined();
  });
});
