import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Span } from "../record/span.js";
import type { Cast } from "./cast.js";
import { coordination, isInfinitive } from "./clause.js";
import type { Codebook, Pattern } from "./codebook.js";
import type { EventType, Explanation, Status } from "./event.js";
import { isCooperation, type Match, Matcher } from "./match-patterns.js";
import { negation, refusal } from "./negation.js";
import { admits } from "./roles.js";
import { statusOf } from "./status.js";
import { ANSWERS, OVER_NOUNS } from "./status-words.js";
import { wordList } from "./words.js";

/** An act that the codebook found, with its status; who its participants are is not known here. */
export interface Act {
  readonly match: Match;
  readonly type: EventType;
  readonly status: Status;
  /** Pattern, or the rule that turned its type. */
  readonly by: string;
  readonly steps: readonly string[];
  readonly condition: Span | undefined;
  /** True where the act is only the purpose of another. */
  readonly purpose: boolean;
  /** True for a demand or charge that the verb above it answers: "rejected a call". */
  readonly answered: boolean;
  readonly rivals: Explanation["rivals"];
}

const REHEARSALS = wordList("rehearsals");
/** Types whose complement clause is what is agreed, refused or threatened, and no act of its own. */
const ABSORBING: ReadonlySet<EventType> = new Set(["AGREE", "REJECT", "THREATEN", "CONCEDE"]);
/** Types of which an ability is no news: "missiles that can strike", "able to build a bomb". */
const ARMED: ReadonlySet<EventType> = new Set(["ASSAULT", "MOBILIZE"]);
/** Types that are done by words, and stay done whatever the answer. */
const SAID: ReadonlySet<EventType> = new Set(["REQUEST", "ACCUSE", "THREATEN"]);
/** Types whose act is done by the very thing that it is the purpose of: "marched to protest against the killings". */
const DONE_BY_DOING: ReadonlySet<EventType> = new Set(["REQUEST", "ACCUSE", "PROTEST", "SUPPORT", "REJECT"]);
/** Types that a condition does not undo: a threat is made though it says "if". */
const CONDITIONAL_BY_NATURE: ReadonlySet<EventType> = new Set(["THREATEN", "REQUEST", "AGREE"]);

/**
 * The acts that a report tells, best pattern for each trigger. A noun that another pattern has used ("sanctions" of
 * "imposed sanctions") is no second act.
 */
export function readActs(
  analysis: Analysis,
  codebook: Codebook,
  cast?: Cast,
  matcher = new Matcher(analysis, codebook),
): readonly Act[] {
  const best: { readonly match: Match; readonly losers: readonly Match[] }[] = [];
  for (const word of analysis.words) {
    if (word.upos === "PUNCT") continue;
    const matches = matcher
      .at(word)
      .filter((m) => (cast ? isAdmitted(analysis, cast, m) : !m.pattern.spoken || m.sources.length > 0));
    if (matches.length > 0) best.push({ match: matches[0]!, losers: matches.slice(1) });
  }
  best.sort(
    (a, b) => b.match.score - a.match.score || a.match.frame.trigger.index - b.match.frame.trigger.index,
  );
  const used = new Map<number, Match>();
  const taken = new Set<number>();
  const kept: typeof best = [];
  for (const candidate of best) {
    const { trigger } = candidate.match.frame;
    if (used.has(trigger.index) || candidate.match.consumed.some((w) => taken.has(w.index))) continue;
    kept.push(candidate);
    taken.add(trigger.index);
    for (const word of candidate.match.consumed) used.set(word.index, candidate.match);
  }
  const absorbed = absorbedBy(kept.map((k) => k.match));
  const out: Act[] = [];
  for (const { match, losers } of kept) {
    const { trigger, anchor } = match.frame;
    if (absorbed.has(trigger.index) || absorbed.has(anchor.index)) continue;
    const reading = read(analysis, match, losers);
    if (reading) out.push(reading);
  }
  return out.sort((a, b) => a.match.frame.trigger.index - b.match.frame.trigger.index);
}

/** What a statement says, not what it mentions by the way: its main predicates, those joined to them, their infinitives. */
const MAIN = new Set(["root", "ccomp", "parataxis", "conj", "xcomp", "csubj"]);

function isMain(analysis: Analysis, word: Word): boolean {
  for (let at: Word | undefined = word; at; at = governor(analysis, at)) {
    if (!MAIN.has(at.deprel)) return false;
    if (at.deprel !== "conj" && at.deprel !== "xcomp") return true;
  }
  return true;
}

function isAdmitted(analysis: Analysis, cast: Cast, match: Match): boolean {
  if (match.pattern.spoken && !(cast.statementAt(match.frame.anchor) && isMain(analysis, match.frame.anchor)))
    return false;
  return admits(cast, match);
}

function absorbedBy(matches: readonly Match[]): Set<number> {
  const out = new Set<number>();
  for (const match of matches) {
    if (!ABSORBING.has(match.pattern.type)) continue;
    if (match.clause && match.clause !== match.frame.anchor) {
      for (const clause of coordination(match.frame.analysis, match.clause)) out.add(clause.index);
    }
    if (match.pattern.type !== "THREATEN") continue;
    for (const group of match.what)
      if (group.slot === "object") for (const word of group.words) out.add(word.index);
  }
  return out;
}

/** Such support is felt and said ("flew to thank"); what a pattern asks for by name ("to sign the treaty") is still to do. */
function isDoneByDoing({ type, with: wanted }: Pattern): boolean {
  return DONE_BY_DOING.has(type) && (type !== "SUPPORT" || wanted.length === 0);
}

/** "has not carried out its threat": the threat was made all the same; not so "no threat", "avoided censure". */
function isNoun(analysis: Analysis, anchor: Word): boolean {
  const verb = governor(analysis, anchor)?.lemma ?? "";
  if (OVER_NOUNS.get(verb)?.has("denied") && !ANSWERS.has(verb)) return false;
  return anchor.upos === "NOUN" && !negation(analysis, anchor) && !children(analysis, anchor).some(isCopula);
}

function isCopula(word: Word): boolean {
  return word.deprel === "cop";
}

/** "call" of "rejected a call by Germany": the object of a verb of answering. */
function isAnswered(analysis: Analysis, noun: Word): boolean {
  if (noun.upos !== "NOUN" || (noun.deprel !== "obj" && noun.deprel !== "nsubj:pass")) return false;
  const verb = governor(analysis, noun)!;
  const particle = children(analysis, verb).find((c) => c.deprel === "compound:prt")?.lemma;
  return ANSWERS.has(particle ? `${verb.lemma} ${particle}` : verb.lemma);
}

function read(analysis: Analysis, match: Match, losers: readonly Match[]): Act | undefined {
  const { pattern, frame } = match;
  const { anchor, trigger } = frame;
  const ignore = new Set<Status>();
  // "Can't they act?" refuses nothing.
  if (pattern.refused && asks(analysis, anchor)) return undefined;
  if (pattern.refused) for (const s of ["denied", "planned", "possible"] as const) ignore.add(s);
  if (pattern.negated) ignore.add("denied");
  if (pattern.promised) ignore.add("planned");
  if (trigger.upos === "AUX")
    for (const s of ["demanded", "denied", "planned", "possible"] as const) ignore.add(s);
  const answered = SAID.has(pattern.type) && isAnswered(analysis, trigger);
  if (answered || (SAID.has(pattern.type) && isNoun(analysis, anchor))) ignore.add("denied");
  const own = statusOf(analysis, anchor, trigger, ignore);
  if ((own.ability && ARMED.has(pattern.type)) || isRehearsed(analysis, anchor)) return undefined;
  let { status } = own;
  let { type } = pattern;
  let by = pattern.id;
  const steps = [...own.steps];
  if (pattern.source[0] === "speaker" && trigger.upos !== "AUX") {
    // What somebody is charged with must be told as done; the charge itself is made by saying it.
    if (
      status === "denied" ||
      status === "possible" ||
      status === "planned" ||
      status === "demanded" ||
      status === "conditional"
    )
      return undefined;
    status = "asserted";
  } else if (pattern.source[0] === "speaker") {
    // "Why should she?" demands nothing.
    if (asks(analysis, anchor)) return undefined;
    status = "asserted";
  } else if (pattern.status && status === "asserted") status = pattern.status;
  else if (status === "conditional" && CONDITIONAL_BY_NATURE.has(type) && !isWithin(anchor, own.condition))
    status = "asserted";
  else if (own.purpose && status === "planned" && isDoneByDoing(pattern)) {
    status = "asserted";
    steps.push("asserted: the act that serves this purpose does it");
  }
  const not =
    isCooperation(type) && (status === "denied" || status === "conditional")
      ? refusal(analysis, anchor)
      : undefined;
  if (not) {
    type = "REJECT";
    by = `REJECT/refused-act (${pattern.id})`;
    steps.push(`“${not.form}” refuses the act: ${pattern.type} becomes REJECT`);
    if (status === "denied") status = "asserted";
  }
  const rivals = losers
    .filter((l) => l.pattern.type !== type)
    .map((l) => ({ type: l.pattern.type, by: l.pattern.id, reason: reasonOf(match, l) }));
  return {
    match,
    type,
    status,
    by,
    steps,
    condition: own.condition,
    purpose: own.purpose && status === own.status,
    answered,
    rivals: distinct(rivals),
  };
}

/** "a drill to occupy an island": what an exercise plays is no act. */
function isRehearsed(analysis: Analysis, verb: Word): boolean {
  const head = ["acl", "advcl", "xcomp"].includes(verb.deprel) ? governor(analysis, verb) : undefined;
  if (!head || !isInfinitive(analysis, verb)) return false;
  const nouns = head.upos === "NOUN" ? [head] : children(analysis, head).filter((c) => relation(c) === "obl");
  return nouns.some((noun) => REHEARSALS.has(noun.lemma));
}

/** "if it threatens us": here the threat itself is the condition. */
function isWithin(word: Word, condition: Span | undefined): boolean {
  return condition !== undefined && condition.start <= word.start && word.end <= condition.end;
}

function asks(analysis: Analysis, word: Word): boolean {
  return analysis.words[(analysis.sentences[word.sentence]?.last ?? 0) - 1]?.form === "?";
}

function reasonOf(winner: Match, loser: Match): string {
  if (loser.score < winner.score)
    return `${winner.pattern.id} asks for more and found it (${winner.score} to ${loser.score})`;
  return `${winner.pattern.id} stands earlier in the codebook`;
}

function distinct(rivals: Explanation["rivals"]): Explanation["rivals"] {
  const seen = new Set<string>();
  return rivals.filter((r) => !seen.has(r.by) && seen.add(r.by));
}
