import type { Reading } from "../../src/reading/reading.js";
import { known } from "../../src/record/value.js";
import { makeReport, ReadingMaker } from "./reading.js";

/** A reading of a report that is about something, "salmon farms", tagged as what they are. */
export function aboutSalmonFarms(): Reading {
  const report = makeReport(["Highmark blamed Midland for its salmon farms on Sunday."], {
    published: known("2017-04-02", "given", "test"),
  });
  const maker = new ReadingMaker(report);
  const highmark = maker.mention("Highmark", { code: "HMK" });
  maker.event("ACCUSE", "blamed", [highmark], [maker.mention("Midland", { code: "MDL" })]);
  const { words } = maker.analysis;
  const farms = words.findIndex(({ form }) => form === "farms");
  const tags = { salmon: { deprel: "compound", head: farms }, farms: { deprel: "obl", lemma: "farm" } };
  const tagged = words.map((word) => {
    const own = tags[word.form as keyof typeof tags];
    return own ? { ...word, ...own, upos: "NOUN" as const } : word;
  });
  return { ...maker.reading(), analysis: { ...maker.analysis, words: tagged } };
}
