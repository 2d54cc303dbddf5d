import type { Analysis, Word } from "../../language/analysis.js";
import type { Reading } from "../../reading/reading.js";
import { overlaps, type Span } from "../../record/span.js";
import type { OpeningKind } from "./exchange.js";
import { exchangePatterns } from "./exchange-patterns.js";
import { lastName } from "./sides.js";
import { isPointing } from "./told-words.js";
import type { Turn } from "./turn.js";

/** How sentences are told, as far as it speaks for their answering something; `own`: the words that tell the turn. */
export function manner(
  analysis: Analysis,
  words: readonly Word[],
  own: readonly Span[],
): Pick<Turn, "takesUp" | "negates"> {
  const { negations } = exchangePatterns();
  const takesUp = new Set<OpeningKind>();
  for (const word of words) {
    const kind = word.upos === "NOUN" ? namedKind(word.lemma.toLowerCase()) : undefined;
    if (!kind || own.some((span) => overlaps(word, span))) continue;
    if (isPointing(analysis, word)) takesUp.add(kind);
  }
  return {
    ...(takesUp.size > 0 && { takesUp: [...takesUp] }),
    ...(words.some(({ lemma }) => negations.has(lemma.toLowerCase())) && { negates: true }),
  };
}

/** What a noun calls something that wants an answer; requests are demands. */
function namedKind(noun: string): OpeningKind | undefined {
  const { charges, demandNouns, toldAs } = exchangePatterns();
  if (charges.has(noun)) return "charge";
  if (demandNouns.has(noun)) return "demand";
  const types = toldAs.get(noun);
  if (!types || types === "statement") return undefined;
  return types.has("THREATEN") ? "threat" : types.has("REQUEST") ? "offer" : undefined;
}

/** Family names of the people whom each sentence names, by its index. */
export function peopleBySentence({ analysis, mentions }: Reading): Map<number, string[]> {
  const people = new Map<number, string[]>();
  for (const { head, actors } of mentions) {
    const named = actors.flatMap(({ person }) => (person ? lastName(person) : []));
    const sentence = analysis.words[head]?.sentence ?? -1;
    if (named.length > 0) people.set(sentence, [...(people.get(sentence) ?? []), ...named]);
  }
  return people;
}
