import { analysisFromConllu, parseConllu } from "../../src/evaluate/conllu.js";
import type { Analysis } from "../../src/language/analysis.js";

/** A sentence with its tree, given as lines of "form upos xpos head deprel" and, where it is not the form, the lemma. */
export function sentence(lines: string): Analysis {
  const rows = lines
    .trim()
    .split("\n")
    .map((line, i) => {
      const [form, upos, xpos, head, deprel, lemma] = line.trim().split(/\s+/);
      return [i + 1, form, lemma ?? form!.toLowerCase(), upos, xpos, "_", head, deprel, "_", "_"].join("\t");
    });
  return analysisFromConllu(parseConllu(`${rows.join("\n")}\n\n`));
}
