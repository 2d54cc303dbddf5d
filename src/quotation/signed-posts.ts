import type { Analysis } from "../language/analysis.js";
import type { Report } from "../report/report.js";
import type { Candidate } from "./attribution.js";

/** "... — Anna Berg (@annaberg) November 3, 2016": how pages set a post that they quote. */
const SIGNATURE =
  /\s([—–―]|--)\s*([^\s—–()@][^—–()@]{0,60}?)\s\(@\w{1,30}\)(?:[\s,]+\p{L}+ \d{1,2}, \d{4})?\s*$/u;
/** Characters at the end of a paragraph that a signature may take. */
const LONGEST = 160;

/** Posts of social media that stand as paragraphs of their own and end with who wrote them: speech to the letter. */
export function signedPosts(report: Report, analysis: Analysis): readonly Candidate[] {
  const { words } = analysis;
  const out: Candidate[] = [];
  let first = 0;
  for (const { role, start, end } of report.paragraphs) {
    if (role !== "body") continue;
    const from = Math.max(start, end - LONGEST);
    const match = SIGNATURE.exec(report.text.slice(from, end));
    if (!match) continue;
    while (first < words.length && words[first]!.start < start) first++;
    const dash = from + match.index + match[0].indexOf(match[1]!);
    const named = report.text.indexOf(match[2]!, dash + match[1]!.length);
    let cue = first;
    while (cue < words.length && words[cue]!.end <= dash) cue++;
    let name = cue + 1;
    while (name + 1 < words.length && words[name + 1]!.start < named + match[2]!.length) name++;
    if (cue === first || !words[name] || words[name]!.start >= end) continue;
    out.push({
      cue: words[cue]!,
      first: cue,
      last: cue + 1,
      act: "asserts",
      content: [[first, cue]],
      stance: false,
      unsaid: false,
      takesQuotations: undefined,
      sourceFrom: { by: "itself", word: words[name]! },
      names: { start: named, end: named + match[2]!.length },
      verbatim: true,
      rule: "signed post",
    });
  }
  return out;
}
