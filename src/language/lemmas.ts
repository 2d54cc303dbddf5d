import { readFileSync } from "node:fs";
import type { UniversalTag } from "./analysis.js";
import { regularLemma } from "./lemma-endings.js";

/** By tag, from forms in small letters to lemmas: what the spelling rules get wrong. */
const irregular = new Map<string, Map<string, string>>();
for (const line of readFileSync(new URL("../../models/en/lemmas.tsv", import.meta.url), "utf8").split("\n")) {
  const [form, tags, lemma] = line.split("\t");
  if (lemma === undefined || line.startsWith("# ")) continue;
  for (const tag of tags!.split(" ")) {
    const lemmas = irregular.get(tag) ?? new Map<string, string>();
    irregular.set(tag, lemmas.set(form!, lemma));
  }
}

/** The tag whose irregular forms serve where a form's own tag has none. */
const twin: Readonly<Record<string, string>> = {
  VBD: "VBN",
  VBN: "VBD",
  NNPS: "NNS",
  JJR: "RBR",
  RBR: "JJR",
  JJS: "RBS",
  RBS: "JJS",
};

/**
 * The dictionary form of a word as UD's English treebanks give it: "said" VBD is "say", "n't" RB is "not", "20,000"
 * CD is "20000". Names keep their capitals ("Nations" NNPS is "Nation"), all other lemmas but "I" are in small letters.
 * `upos` is the universal tag, `xpos` the Penn Treebank tag; an unknown tag gives the form itself.
 */
export function lemma(form: string, upos: UniversalTag, xpos: string): string {
  const name = xpos === "NNP" || xpos === "NNPS" || upos === "PROPN";
  const small = form.toLowerCase().replace(/[’‘`´]/g, "'");
  const found = irregular.get(xpos)?.get(small) ?? irregular.get(twin[xpos] ?? "")?.get(small);
  if (found !== undefined) return name ? withCapitals(found, form) : found;
  if (xpos === "CD" && /^[\d,]+$/.test(form)) return form.replaceAll(",", "");
  return name ? withCapitals(regularLemma(small, xpos), form) : regularLemma(small, xpos);
}

/** `lemma` with a capital first letter, or all capitals, where `form` has them. */
function withCapitals(lemma: string, form: string): string {
  if (lemma === form.toLowerCase()) return form;
  if (form === form.toUpperCase()) return lemma.toUpperCase();
  // "McDonalds": capitals inside stay where the form and the lemma have the same letters.
  let same = 0;
  while (same < lemma.length && form[same]?.toLowerCase() === lemma[same]) same++;
  return form.slice(0, same) + lemma.slice(same);
}
