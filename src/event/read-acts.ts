import type { Analysis, Word } from "../language/analysis.js";
import { children, governor } from "../language/tree.js";
import type { Span } from "../record/span.js";
import type { Cast } from "./cast.js";
import type { Codebook } from "./codebook.js";
import type { EventType, Explanation, Status } from "./event.js";
import { isCooperation, type Match, Matcher } from "./match-patterns.js";
import { refusal } from "./negation.js";
import { admits } from "./roles.js";
import { statusOf } from "./status.js";
import { ANSWERS } from "./status-words.js";

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
  readonly rivals: Explanation["rivals"];
}

/** Types whose complement clause is what is agreed, refused or threatened, and no act of its own. */
const ABSORBING: ReadonlySet<EventType> = new Set(["AGREE", "REJECT", "THREATEN", "CONCEDE"]);
/** Types that are done by words, and stay done whatever the answer. */
const SAID: ReadonlySet<EventType> = new Set(["REQUEST", "ACCUSE", "THREATEN"]);
/** Types that a condition does not undo: a threat is made though it says "if". */
const CONDITIONAL_BY_NATURE: ReadonlySet<EventType> = new Set(["THREATEN", "REQUEST", "AGREE"]);

/**
 * The acts that a report tells, best pattern for each trigger. A noun that another pattern has used ("sanctions" of
 * "imposed sanctions") is no second act.
 */
export function readActs(analysis: Analysis, codebook: Codebook, cast?: Cast): readonly Act[] {
  const matcher = new Matcher(analysis, codebook);
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
    if (match.clause && match.clause !== match.frame.anchor) out.add(match.clause.index);
    if (match.pattern.type !== "THREATEN") continue;
    for (const group of match.what)
      if (group.slot === "object") for (const word of group.words) out.add(word.index);
  }
  return out;
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
  if (pattern.refused) for (const s of ["denied", "planned", "possible"] as const) ignore.add(s);
  if (pattern.negated) ignore.add("denied");
  if (pattern.promised) ignore.add("planned");
  if (trigger.upos === "AUX")
    for (const s of ["demanded", "denied", "planned", "possible"] as const) ignore.add(s);
  if (SAID.has(pattern.type) && isAnswered(analysis, trigger)) ignore.add("denied");
  const own = statusOf(analysis, anchor, trigger, ignore);
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
  else if (status === "conditional" && CONDITIONAL_BY_NATURE.has(type)) status = "asserted";
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
    rivals: distinct(rivals),
  };
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
