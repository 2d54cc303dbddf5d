import type { Analysis, NameType } from "../../src/language/analysis.js";

/** The analysis with names, each by its type and its words parted by blanks, at the first place where they stand. */
export function withNames(analysis: Analysis, ...names: [NameType, string][]): Analysis {
  const found = names.map(([type, form]) => {
    const pieces = form.split(" ");
    const first = analysis.words.findIndex(
      (w, i) => pieces.every((p, k) => analysis.words[i + k]?.form === p) && w,
    );
    const last = first + pieces.length;
    return { type, first, last, start: analysis.words[first]!.start, end: analysis.words[last - 1]!.end };
  });
  return { ...analysis, names: found };
}
