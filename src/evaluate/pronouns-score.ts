import type { Mention } from "../actor/actor.js";
import type { ConlluWord } from "./conllu.js";
import type { GoldCoreference, GoldMention } from "./gold-coreference.js";

/** Third person; first and second person inside quotation marks; the same outside of them. */
export type PronounClass = "third" | "quoted" | "unquoted";

export interface ScoredPronoun {
  /** Place among the document's words. */
  readonly word: number;
  readonly class: PronounClass;
  readonly result: "right" | "wrong" | "unresolved";
  /** The mention that our chain of antecedents leads to. */
  readonly led?: Mention;
  /** The gold mentions that would have been right. */
  readonly expected: readonly GoldMention[];
}

const TYPES: ReadonlySet<string> = new Set(["person", "organization"]);

/**
 * Scores the personal and possessive pronouns of one document that the gold takes for a person or an organisation and
 * that stand for somebody whom the document also calls otherwise than by a pronoun. Right: our chain of antecedents,
 * followed to its first mention that is no pronoun, leads to a mention of the same gold entity (same head word, or same
 * words); for an entity that was spoken of in parts, to one of the parts. Unresolved: the chain leads nowhere.
 * @param words the document's gold words; `mentions` and `gold` count them alike
 * @param quoted whether a word stands between quotation marks
 */
export function scorePronouns(
  words: readonly ConlluWord[],
  gold: GoldCoreference,
  mentions: readonly Mention[],
  quoted: (word: number) => boolean,
): ScoredPronoun[] {
  const nominal = new Map<string, GoldMention[]>();
  for (const mention of gold.mentions) {
    if (words[mention.head]!.upos === "PRON") continue;
    nominal.set(mention.entity, [...(nominal.get(mention.entity) ?? []), mention]);
  }
  const ours = new Map(mentions.filter((m) => m.form === "pronoun").map((m) => [m.head, m]));
  const scored: ScoredPronoun[] = [];
  for (const { entity, type, first, last } of gold.mentions) {
    const word = words[first]!;
    if (last - first !== 1 || !TYPES.has(type) || !/\bPronType=Prs\b/.test(word.feats)) continue;
    const expected = [entity, ...(gold.parts.get(entity) ?? [])].flatMap((e) => nominal.get(e) ?? []);
    if (expected.length === 0) continue;
    const led = endOfChain(mentions, ours.get(first));
    const right =
      led && expected.some((g) => g.head === led.head || (g.first === led.first && g.last === led.last));
    scored.push({
      word: first,
      class: !/\bPerson=[12]\b/.test(word.feats) ? "third" : quoted(first) ? "quoted" : "unquoted",
      result: led ? (right ? "right" : "wrong") : "unresolved",
      ...(led ? { led } : {}),
      expected,
    });
  }
  return scored.sort((a, b) => a.word - b.word);
}

/** The first mention of the chain that is no pronoun; undefined where it ends before one. */
function endOfChain(mentions: readonly Mention[], from: Mention | undefined): Mention | undefined {
  const seen = new Set<Mention>();
  let at = from;
  while (at?.form === "pronoun" && !seen.has(at)) {
    seen.add(at);
    at = at.antecedent === undefined ? undefined : mentions[at.antecedent];
  }
  return at?.form === "pronoun" ? undefined : at;
}
