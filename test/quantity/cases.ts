import { readFileSync } from "node:fs";
import { analysisFromConllu, type ConlluSentence, parseConllu } from "../../src/evaluate/conllu.js";
import type { Analysis, Name, NameType } from "../../src/language/analysis.js";

/** A sentence with its tree, and what is to be found in it as `# expect` says. */
export interface Case {
  readonly text: string;
  readonly analysis: Analysis;
  readonly expected: string;
}

/** The sentences of `cases.conllu`; `Name=B-GPE` in the last column marks names. */
export function loadCases(): readonly Case[] {
  const source = readFileSync(new URL("cases.conllu", import.meta.url), "utf8");
  return parseConllu(source).map((sentence) => {
    const expected = sentence.comments.find((c) => c.startsWith("# expect = "))!.slice(11);
    const analysis = analysisFromConllu([sentence]);
    return { text: analysis.text, analysis: { ...analysis, names: namesOf(sentence, analysis) }, expected };
  });
}

function namesOf({ words }: ConlluSentence, analysis: Analysis): Name[] {
  const names: Name[] = [];
  words.forEach(({ misc }, i) => {
    const tag = /Name=([BI])-(\w+)/.exec(misc);
    const { start, end } = analysis.words[i]!;
    const before = names.at(-1);
    if (tag?.[1] === "B") names.push({ type: tag[2] as NameType, start, end, first: i, last: i + 1 });
    else if (tag && before) names[names.length - 1] = { ...before, end, last: i + 1 };
  });
  return names;
}
