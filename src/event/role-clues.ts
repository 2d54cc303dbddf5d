import type { Word } from "../language/analysis.js";
import { relation } from "../language/tree.js";
import { overlaps } from "../record/span.js";
import { type BookBasis, bucket } from "./act-clues.js";
import type { Cast } from "./cast.js";
import { caseOf, isPassive } from "./clause.js";
import { ROLE_COLUMNS } from "./coder-weights.js";
import type { EventType, Participant } from "./event.js";
import { isTaken, participantsOf, type Role } from "./named-by.js";
import { isNoSide, onlyTells } from "./no-side.js";
import { isPersonNoun } from "./nouns.js";
import { joinsLikelyPair, sideLikelihoods } from "./pair-likelihoods.js";
import { type Candidate, candidatesIn } from "./role-candidates.js";
import type { Roles } from "./roles.js";
import type { ToldBefore } from "./told-before.js";
import { toldChoices } from "./told-choices.js";

/** Somebody, or nobody, who may be the source or target of an act. */
export interface RoleChoice {
  /** Empty: nobody. */
  readonly participants: readonly Participant[];
  /** The head of the phrase, where it is one of the sentence's. */
  readonly word?: Word;
  /** True for the one that the codebook's rules chose. */
  readonly byRules: boolean;
  /** Features, by name. */
  readonly clues: readonly string[];
  /** How likely the encoder holds it, as a logarithm of a probability; undefined where it says nothing of the act. */
  readonly encoder: number | undefined;
  /** How likely the coder of pairs holds it, as a logarithm of a probability; undefined where the act joins no likely pair. */
  readonly paired: number | undefined;
}

/** What the codebook's rules say of an act's sides, where they say something. */
export interface RuleRoles {
  readonly roles: Roles;
  readonly basis: BookBasis;
  /** True where the pattern says that whoever speaks is the source. */
  readonly bySpeaker: boolean;
  /** Roles that nobody has but those whom the pattern finds: a weapons test is against nobody whom it does not name. */
  readonly only: ReadonlySet<"source" | "target">;
}

const LONGEST_PATH = 4;
/** Of whom the coder of pairs holds less likely than this it says the same as of nobody. */
const UNLIKELY = 0.03;
/** Logarithms of the probabilities from which the encoder is sure, holds something likely, possible. */
const STEPS = [-0.3, -1, -3];

/**
 * Whom the words of a sentence, who speaks there, the codebook's rules and the acts told before allow as source or
 * target of the act that `trigger` tells, and nobody; each with its clues.
 * @param given who is on the other side, as far as that is chosen
 */
export function roleChoices(
  cast: Cast,
  trigger: Word,
  type: EventType,
  role: Role,
  rules: RuleRoles | undefined,
  told: ToldBefore,
  given: readonly Participant[] = [],
): readonly RoleChoice[] {
  const { analysis } = cast;
  const sentence = analysis.sentences[trigger.sentence]!;
  const own = rules ? (role === "source" ? rules.roles.sources : rules.roles.targets) : [];
  const others = rules ? (role === "source" ? rules.roles.targets : rules.roles.sources) : [];
  const named = own.filter((p) => p.actor.known || p.span);
  const voice =
    trigger.upos === "VERB" ? (isPassive(analysis, trigger) ? "passive" : "active") : trigger.upos;
  const out: Omit<RoleChoice, "paired">[] = [];
  const word = rules ? `${rules.basis} ${own.some((p) => p.actor.known) ? "known" : "unknown"}` : "none";
  const up = new Map(upOf(cast, trigger).map((w, i) => [w, i] as const));
  const likely = sideLikelihoods(cast, sentence, role);
  const said = (words: readonly Word[]) => cast.tellings.side(trigger, role, words);
  const wordsOf = (participants: readonly Participant[]) =>
    analysis.words
      .slice(sentence.first, sentence.last)
      .filter((w) => participants.some((p) => p.span && overlaps(p.span, w)));
  let met = false;
  for (const candidate of candidatesIn(cast, sentence)) {
    if (candidate.word === trigger) continue;
    const participants = participantsOf(cast, candidate.word, trigger, role, []);
    const chosen = named.some((p) => isSame(cast, p, candidate));
    met ||= chosen;
    if (!chosen && isNoSide(cast, trigger, type, role, candidate.word, participants)) continue;
    const path = pathBetween(cast, up, trigger, candidate.word);
    const last = `${relation(candidate.word)}:${caseOf(analysis, candidate.word) ?? ""}`;
    const kind = kindOf(participants, candidate.word);
    const clues = [
      `path ${path}`,
      `path ${path} ${voice}`,
      `path ${path} ${voice} ${type}`,
      `kind ${kind}`,
      `kind ${kind} ${type}`,
      `last ${last}`,
      `last ${last} ${type}`,
      `side ${candidate.word.index < trigger.index ? "before" : "after"} ${voice} ${farness(candidate.word, trigger)}`,
      `likely ${bucket(likely.get(candidate.word) ?? 0)}`,
      `says ${says(cast, candidate.word, role)}`,
      `path ${path} of ${trigger.lemma}`,
    ];
    if (chosen) clues.push(`rules ${word}`, `rules ${word} ${type}`);
    else if (others.some((p) => p.span && overlaps(p.span, candidate.span)))
      clues.push(`rules other ${word}`);
    else if (participants.some((p) => isTaken(p, others))) clues.push("rules other again");
    out.push({
      participants,
      word: candidate.word,
      byRules: chosen,
      clues,
      encoder: said([candidate.word]),
    });
  }
  if (named.length > 0 && !met)
    out.push({
      participants: named,
      byRules: true,
      clues: [`apart ${word}`, `apart ${word} ${type}`],
      encoder: said(wordsOf(named)),
    });
  const statement = cast.statementAt(trigger);
  const speaker = statement?.speaker.known ? [cast.speaker(statement)] : [];
  if (statement && speaker.length > 0 && !(role === "source" && onlyTells(cast, trigger, type, speaker))) {
    out.push({
      participants: speaker,
      byRules: false,
      clues: [`speaker ${statement.form}`, `speaker ${type}`, `speaker ${word}`, `speaker ${voice}`],
      encoder: said(wordsOf(speaker)),
    });
  }
  const silent = said([]);
  for (const choice of toldChoices(cast, trigger, type, role, told)) {
    const { meant, clues, named } = choice;
    const full = [
      ...clues,
      ...clues.slice(0, 1).flatMap((c) => [`${c} ${type}`, `${c} ${word}`, `${c} ${voice}`]),
    ];
    out.push({ participants: meant, byRules: false, clues: full, encoder: named ? said([named]) : silent });
  }
  out.push({
    participants: [],
    byRules: rules !== undefined && named.length === 0,
    clues: [
      "nobody",
      `nobody ${type}`,
      `nobody ${voice}`,
      `nobody ${word}`,
      `nobody ${voice} ${type}`,
      `nobody of ${trigger.lemma}`,
    ],
    encoder: said([]),
  });
  const joins = joinsLikelyPair(cast, trigger);
  const partners = given.length > 0 ? sideLikelihoods(cast, sentence, role, given) : likely;
  const paired = partners.size > 0 ? partners : likely;
  return out.map((choice) => {
    const words = choice.word ? [choice.word] : choice.byRules ? wordsOf(choice.participants) : [];
    const most = Math.max(UNLIKELY, ...words.map((w) => paired.get(w) ?? 0));
    return withEncoder({ ...choice, paired: joins ? Math.log(most) : undefined }, rules !== undefined);
  });
}

/** What the encoder says once more as clues, by what kind of choice it is: its word weighs more for some than for others. */
function withEncoder(choice: RoleChoice, hasRules: boolean): RoleChoice {
  const { encoder, clues, byRules } = choice;
  if (encoder === undefined) return choice;
  const sure = ["sure", "likely", "possible"][STEPS.findIndex((least) => encoder >= least)] ?? "not";
  const kind =
    clues.find((c) => c.startsWith("kind ") && c.split(" ").length === 2) ?? clues[0]!.split(" ")[0];
  const rules = byRules ? "as rules" : hasRules ? "against rules" : "no rules";
  return { ...choice, clues: [...clues, `encoder ${sure} ${kind}`, `encoder ${sure} ${rules}`] };
}

function upOf({ analysis }: Cast, word: Word): Word[] {
  const out = [word];
  for (let w = word; w.head >= 0 && out.length <= LONGEST_PATH; ) {
    w = analysis.words[w.head]!;
    out.push(w);
  }
  return out;
}

/** The relations from the trigger up and down to a word: "^conj nsubj", "obl:against"; "far" where there are many. */
function pathBetween(cast: Cast, up: ReadonlyMap<Word, number>, trigger: Word, word: Word): string {
  const { analysis } = cast;
  const down: string[] = [];
  let at = word;
  for (;;) {
    const steps = up.get(at);
    if (steps !== undefined) {
      if (steps + down.length > LONGEST_PATH) return "far";
      const above: string[] = [];
      for (let w = trigger; w !== at; w = analysis.words[w.head]!) above.push(`^${relation(w)}`);
      return [...above, ...down.reverse()].join(" ");
    }
    if (at.head < 0 || down.length >= LONGEST_PATH) return "far";
    const preposition = relation(at) === "obl" || relation(at) === "nmod" ? caseOf(analysis, at) : undefined;
    down.push(preposition ? `${at.deprel}:${preposition}` : at.deprel);
    at = analysis.words[at.head]!;
  }
}

function kindOf(participants: readonly Participant[], word: Word): string {
  const first = participants[0];
  if (first?.actor.known) return first.actor.value.sector ?? "state";
  if (word.upos === "PRON") return "pronoun";
  if (word.upos === "PROPN") return "name";
  return isPersonNoun(word.lemma.toLowerCase())
    ? "people"
    : first?.mention === undefined
      ? "thing"
      : "somebody";
}

function farness(a: Word, b: Word): number {
  return Math.min(5, Math.floor(Math.abs(a.index - b.index) / 4));
}

/** True where a participant that the rules chose is the candidate or stands in its phrase. */
function isSame(cast: Cast, participant: Participant, { word, span }: Candidate): boolean {
  if (participant.mention !== undefined) return cast.mentions[participant.mention]!.head === word.index;
  return participant.span !== undefined && participant.span.start === span.start;
}

function says({ analysis: { evidence } }: Cast, word: Word, role: Role): number {
  const column = evidence?.classes.indexOf(ROLE_COLUMNS[role === "source" ? 0 : 1]) ?? -1;
  if (!evidence || column < 0) return 0;
  const score = evidence.scores[word.index * evidence.classes.length + column]! / evidence.unit;
  return Math.max(-4, Math.min(4, Math.round(score))) + 0;
}
