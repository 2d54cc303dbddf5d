import { writeFileSync } from "node:fs";
import type { AntecedentRanker } from "../actor/antecedent-ranker.js";
import { findMentions } from "../actor/find-mentions.js";
import type { Analysis, UniversalTag } from "../language/analysis.js";
import type { Language } from "../language/language.js";
import { findAttributions } from "../quotation/find-attributions.js";
import { findQuotations } from "../quotation/marks.js";
import { voicesOf } from "../quotation/voices.js";
import { contains } from "../record/span.js";
import type { Paragraph } from "../report/report.js";
import { parseConllu } from "./conllu.js";
import { goldCoreference } from "./gold-coreference.js";
import { readGoldFile } from "./gold-file.js";
import { goldReport } from "./gold-report.js";
import { type GoldDocument, goldDocuments } from "./gold-text.js";
import { type PronounClass, type ScoredPronoun, scorePronouns } from "./pronouns-score.js";
import { givenSentences } from "./syntax.js";

export interface PronounEvaluation {
  /**
   * `pronouns`: right of those of the third person and those inside quotation marks; then right by class, in per cent,
   * `wrong`, and how many there are. First and second person outside of quotation marks count only under their own name:
   * an interview's text does not say who speaks.
   */
  readonly metrics: Readonly<Record<string, number>>;
  readonly lines: readonly string[];
}

/**
 * Scores the antecedents of pronouns against a CoNLL-U file with coreference (GUM's or CorefUD's `Entity=`), as
 * `scorePronouns` says. Words, tags and trees are the gold's, with `raw` the tags and trees are the model's; names are
 * the model's. `genres`: only documents whose name holds one of them ("news" of "GUM_news_iodine"). `out`: a file of
 * JSON Lines, one pronoun each with its sentence, what was expected and what was found. `ranker`: what chooses antecedents,
 * the shipped one unless another is to be compared with it.
 * Throws an Error where the gold is no CoNLL-U, or has no document of these genres or no such pronoun.
 */
export async function evaluatePronouns(
  goldPath: string,
  language: Pick<Language, "analyseWords">,
  options: {
    readonly genres?: readonly string[] | undefined;
    readonly raw?: boolean | undefined;
    readonly out?: string | undefined;
    readonly ranker?: AntecedentRanker;
  } = {},
): Promise<PronounEvaluation> {
  const documents = goldDocuments(parseConllu(readGoldFile(goldPath))).filter(isOfGenre(options.genres));
  const all: ScoredPronoun[] = [];
  const written: string[] = [];
  for (const document of documents) {
    const words = document.sentences.flatMap((s) => s.words);
    const own = await language.analyseWords(givenSentences(document));
    const analysis = options.raw ? own : withGoldTrees(own, document);
    const report = goldReport({
      id: nameOf(document),
      text: analysis.text,
      paragraphs: paragraphsOf(analysis),
    });
    const quotations = findQuotations(analysis.text, report.paragraphs);
    const quoted = (word: number) => quotations.some((q) => contains(q.outer, analysis.words[word]!));
    const scored = scorePronouns(
      words,
      goldCoreference(document.sentences),
      findMentions(report, analysis, {
        ranker: options.ranker,
        voices: voicesOf(findAttributions(report, analysis)),
      }),
      quoted,
    );
    for (const one of scored) written.push(JSON.stringify(told(report.id, analysis, one)));
    all.push(...scored);
  }
  if (all.length === 0)
    throw new Error("no pronoun of a person or an organisation in documents of these genres");
  if (options.out) writeFileSync(options.out, written.map((line) => `${line}\n`).join(""));
  return figures(all);
}

function nameOf(document: GoldDocument): string {
  const comment = document.sentences[0]?.comments.find((c) => /^# newdoc\b/.test(c)) ?? "";
  return comment.split("=")[1]?.trim() ?? "document";
}

function isOfGenre(genres: readonly string[] | undefined): (document: GoldDocument) => boolean {
  if (!genres) return () => true;
  return (document) =>
    nameOf(document)
      .split(/[_-]/)
      .some((part) => genres.includes(part));
}

function paragraphsOf(analysis: Analysis): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const { paragraph, start, end } of analysis.sentences) {
    paragraphs[paragraph] = { start: paragraphs[paragraph]?.start ?? start, end, role: "body" };
  }
  return paragraphs;
}

/** The model's words and names with the gold's lemmas, tags and trees. */
function withGoldTrees(analysis: Analysis, document: GoldDocument): Analysis {
  const words: Analysis["words"][number][] = [];
  for (const sentence of document.sentences) {
    const first = words.length;
    for (const gold of sentence.words) {
      const { lemma, upos, xpos, head, deprel } = gold;
      words.push({
        ...analysis.words[words.length]!,
        lemma,
        upos: upos as UniversalTag,
        xpos,
        head: head === 0 ? -1 : first + head - 1,
        deprel,
      });
    }
  }
  const sentences = analysis.sentences.map((s) => {
    const root = words.findIndex((w, i) => i >= s.first && i < s.last && w.head < 0);
    return root < 0 ? s : { ...s, root };
  });
  return { ...analysis, words, sentences };
}

function told(
  document: string,
  analysis: Analysis,
  { word, class: sort, result, led, expected }: ScoredPronoun,
) {
  const text = (first: number, last: number) =>
    analysis.text.slice(analysis.words[first]!.start, analysis.words[last - 1]!.end);
  const { form, sentence } = analysis.words[word]!;
  const { first, last } = analysis.sentences[sentence]!;
  const before = analysis.sentences[sentence - 1];
  return {
    document,
    pronoun: form,
    class: sort,
    result,
    expected: [...new Set(expected.map((g) => text(g.first, g.last)))],
    ...(led ? { found: text(led.first, led.last), by: led.by } : {}),
    sentence: `${text(first, word)} [${form}]${word + 1 < last ? ` ${text(word + 1, last)}` : ""}`,
    ...(before ? { before: text(before.first, before.last) } : {}),
  };
}

function figures(all: readonly ScoredPronoun[]): PronounEvaluation {
  const share = (of: readonly ScoredPronoun[], result: ScoredPronoun["result"]) =>
    of.length ? (100 * of.filter((p) => p.result === result).length) / of.length : 0;
  const ofClass = (sort: PronounClass) => all.filter((p) => p.class === sort);
  const main = all.filter((p) => p.class !== "unquoted");
  const rows = (["third", "quoted", "unquoted"] as const).map((sort) => {
    const of = ofClass(sort);
    const shares = (["right", "wrong", "unresolved"] as const).map((r) =>
      share(of, r).toFixed(1).padStart(11),
    );
    return `${sort.padEnd(10)}${String(of.length).padStart(6)}${shares.join("")}`;
  });
  return {
    metrics: {
      pronouns: share(main, "right"),
      third: share(ofClass("third"), "right"),
      quoted: share(ofClass("quoted"), "right"),
      unquoted: share(ofClass("unquoted"), "right"),
      wrong: share(main, "wrong"),
      count: main.length,
    },
    lines: [
      `${"class".padEnd(10)}${"count".padStart(6)}${["right", "wrong", "unresolved"].map((h) => h.padStart(11)).join("")}`,
      ...rows,
    ],
  };
}
