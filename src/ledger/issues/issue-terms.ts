import { mentionAt } from "../../actor/mention-at.js";
import { fold } from "../../knowledge/fold.js";
import type { Word } from "../../language/analysis.js";
import { children } from "../../language/tree.js";
import type { Reading } from "../../reading/reading.js";
import { overlaps, type Span } from "../../record/span.js";
import { sentenceAt } from "../sentence-at.js";
import { issueWords } from "./issue-words.js";

/** A term of a report, by which it may be told what its story is about. */
export interface IssueTerm {
  /** Lemmas, folded: "nuclear program"; the code of whose it is before a noun alone: "NOR fleet". */
  readonly term: string;
  /** How often it stands where the report tells what is done or said. */
  readonly count: number;
  /** Code of the actor whose it mostly is; absent where that is nobody's. */
  readonly owner?: string;
  /** As it is mostly written, with its owner: "North Korea's nuclear program". */
  readonly words: string;
}

const MODIFIERS = new Set(["amod", "compound", "nmod:desc"]);
const MOST_MODIFIERS = 3;
const MOST_TERMS = 20;

/**
 * The terms of two words or more in the sentences in which a report tells events and statements: a noun with the words
 * before it that say which ("ballistic missile test"), the commonest first.
 */
export function issueTerms(reading: Reading): IssueTerm[] {
  const found = new Map<string, { count: number; forms: Map<string, number>; owners: Map<string, number> }>();
  for (const word of telling(reading)) {
    const phrase = phraseOf(reading, word);
    if (!phrase) continue;
    const entry = found.get(phrase.term) ?? { count: 0, forms: new Map(), owners: new Map() };
    found.set(phrase.term, entry);
    entry.count++;
    entry.forms.set(phrase.words, (entry.forms.get(phrase.words) ?? 0) + 1);
    const { owner = "" } = phrase;
    entry.owners.set(owner, (entry.owners.get(owner) ?? 0) + 1);
  }
  return [...found]
    .map(([term, { count, forms, owners }]) => {
      const owner = mostOf(owners);
      return { term, count, words: mostOf(forms), ...(owner !== "" && { owner }) };
    })
    .sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_TERMS);
}

/** Nouns of the sentences that tell an event or a statement. */
function telling({ analysis, events, statements }: Reading): Word[] {
  const spans: Span[] = [
    ...events.map(({ trigger }) => trigger),
    ...statements.flatMap(({ content }) => content),
  ];
  const sentences = new Set(spans.flatMap((span) => sentenceAt(analysis, span)?.index ?? []));
  return analysis.words.filter(({ upos, sentence }) => upos === "NOUN" && sentences.has(sentence));
}

function phraseOf(reading: Reading, head: Word): Pick<IssueTerm, "term" | "owner" | "words"> | undefined {
  const { analysis, mentions, times, report } = reading;
  const { weak, not } = issueWords();
  if (
    MODIFIERS.has(head.deprel) ||
    not.has(fold(head.lemma)) ||
    mentionAt(mentions, head.index)?.actors.length
  )
    return undefined;
  if (times.some((time) => overlaps(time, head))) return undefined;
  const before = children(analysis, head).filter((c) => c.index < head.index);
  const own = before.filter(
    (c) =>
      MODIFIERS.has(c.deprel) &&
      c.upos !== "NUM" &&
      /^\p{L}/u.test(c.form) &&
      !weak.has(fold(c.lemma)) &&
      !mentionAt(mentions, c.index)?.actors.length,
  );
  const whose = before.map((c) => mentionAt(mentions, c.index)).find((m) => m?.actors.length === 1);
  const named = whose?.form === "pronoun" ? undefined : whose;
  const owner = whose?.actors[0]?.code;
  if (own.length > MOST_MODIFIERS || (own.length === 0 && !named)) return undefined;
  const first = Math.min(...own.map(({ start }) => start), named?.start ?? head.start);
  return {
    // "Norway's fleet" alone is told apart by its owner.
    term: own.length > 0 ? [...own, head].map(lemmaOf).join(" ") : `${owner} ${lemmaOf(head)}`,
    words: report.text.slice(first, head.end).replace(/\s+/g, " "),
    ...(owner && { owner }),
  };
}

function lemmaOf({ lemma }: Word): string {
  const folded = fold(lemma);
  return issueWords().same.get(folded) ?? folded;
}

function mostOf(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
}
