import { describe, expect, it } from "vitest";
import { analysisFromConllu, parseConllu } from "../../src/evaluate/conllu.js";
import { headingTime } from "../../src/event/dated-entries.js";
import { narrativeTime } from "../../src/event/narrative-time.js";
import type { Analysis } from "../../src/language/analysis.js";
import { findTimes } from "../../src/time/find-times.js";
import { plainReport } from "../time/plain.js";

/** Sentences of "form upos xpos head deprel lemma" lines. */
function story(...sentences: string[]): Analysis {
  const conllu = sentences.map((lines) =>
    lines
      .trim()
      .split("\n")
      .map((line, i) => {
        const [form, upos, xpos, head, deprel, lemma] = line.trim().split(/\s+/);
        return [i + 1, form, lemma ?? form!.toLowerCase(), upos, xpos, "_", head, deprel, "_", "_"].join(
          "\t",
        );
      })
      .join("\n"),
  );
  return analysisFromConllu(parseConllu(`${conllu.join("\n\n")}\n\n`));
}

function told(find: typeof narrativeTime, analysis: Analysis, form: string): string | undefined {
  const times = findTimes(plainReport(analysis.text), analysis);
  const index = find(analysis, times, analysis.words.findLast((w) => w.form === form)!);
  return index === undefined ? undefined : analysis.text.slice(times[index]!.start, times[index]!.end);
}

const crossed = (verb = "crossed VERB VBD 0 root cross") => `
  On ADP IN 2 case
  Monday PROPN NNP 5 obl
  the DET DT 4 det
  army NOUN NN 5 nsubj
  ${verb}
  the DET DT 7 det
  river NOUN NN 5 obj
  . PUNCT . 5 punct
`;
const said = `
  Envoys NOUN NNS 2 nsubj envoy
  said VERB VBD 0 root say
  Monday PROPN NNP 2 obl:unmarked
  they PRON PRP 5 nsubj
  agree VERB VBP 2 ccomp
  . PUNCT . 2 punct
`;
const took = (subject: string, verb = "took VERB VBD 0 root take") => `
  ${subject}
  ${verb}
  the DET DT 4 det
  bridge NOUN NN 2 obj
  . PUNCT . 2 punct
`;
const it_ = "It PRON PRP 2 nsubj";
const army = "Army NOUN NN 2 nsubj army";
const calm = `
  Shops NOUN NNS 2 nsubj shop
  opened VERB VBD 0 root open
  . PUNCT . 2 punct
`;

describe("narrativeTime", () => {
  it("is the day of the narrative before for what its actors did next", () => {
    expect(told(narrativeTime, story(crossed(), took(it_)), "took")).toBe("Monday");
    expect(told(narrativeTime, story(crossed(), calm, calm, calm, took(army)), "took")).toBe("Monday");
  });

  it("is none for others, for a pronoun far away, and for what had been done or is being done", () => {
    expect(
      told(narrativeTime, story(crossed(), took("Rebels NOUN NNS 2 nsubj rebel")), "took"),
    ).toBeUndefined();
    expect(told(narrativeTime, story(crossed(), calm, calm, calm, took(it_)), "took")).toBeUndefined();
    expect(
      told(narrativeTime, story(crossed(), took(it_, "takes VERB VBZ 0 root take")), "takes"),
    ).toBeUndefined();
    expect(
      told(narrativeTime, story(crossed("crosses VERB VBZ 0 root cross"), took(it_)), "took"),
    ).toBeUndefined();
  });

  it("is the day of saying only for what is said too", () => {
    expect(told(narrativeTime, story(said, took("They PRON PRP 2 nsubj")), "took")).toBeUndefined();
    expect(
      told(
        narrativeTime,
        story(said, took("They PRON PRP 2 nsubj", "condemned VERB VBD 0 root condemn")),
        "condemned",
      ),
    ).toBe("Monday");
  });

  it("is none where nothing was told before, or the sentence has a day of its own", () => {
    expect(told(narrativeTime, story(took(it_)), "took")).toBeUndefined();
    expect(told(narrativeTime, story(crossed(), crossed()), "crossed")).toBeUndefined();
  });
});

describe("headingTime", () => {
  const date = "3 NUM CD 2 nummod\nMay PROPN NNP 0 root\n2011 NUM CD 2 nmod:unmarked\n";
  const entry = took("Envoys NOUN NNS 2 nsubj envoy", "meet VERB VBP 0 root meet");

  it("is the date that stands alone above an entry or a caption, its number aside", () => {
    expect(told(headingTime, story(date, entry), "meet")).toBe("3 May 2011");
    expect(
      told(headingTime, story(`5/9 NUM CD 3 nummod\n${date.replaceAll(" 2 ", " 3 ")}`, entry), "meet"),
    ).toBe("3 May 2011");
  });

  it("is none where more than the date is told, or the date is no whole one", () => {
    expect(told(headingTime, story(crossed(), entry), "meet")).toBeUndefined();
    expect(told(headingTime, story("Monday PROPN NNP 0 root", entry), "meet")).toBeUndefined();
    expect(told(headingTime, story(entry), "meet")).toBeUndefined();
  });

  it("opens the sentence without a preposition, and is nobody's", () => {
    const opening = (mark: string) => `
      3 NUM CD 5 nummod
      May PROPN NNP 5 nmod
      2011 NUM CD 2 nmod:unmarked
      ${mark}
      envoys NOUN NNS 6 nsubj envoy
      meet VERB VBP 0 root
    `;
    expect(told(headingTime, story(opening("British ADJ JJ 5 amod")), "meet")).toBe("3 May 2011");
    expect(told(headingTime, story(opening(", PUNCT , 5 punct")), "meet")).toBeUndefined();
    expect(told(headingTime, story(opening("'s PART POS 2 case")), "meet")).toBeUndefined();
  });
});
