import type { Analysis, Word } from "../language/analysis.js";
import { children, governor } from "../language/tree.js";
import { coordination, isInfinitive } from "./clause.js";
import type { Codebook, Condition, Entry, Pattern } from "./codebook.js";
import type { EventType } from "./event.js";
import { counted, type Frame, governedBy, lightVerb } from "./frame.js";
import { isDemanding, negation, promise, refusal } from "./negation.js";
import { type Alternatives, clauseOf, fill } from "./slots.js";

/** Coordinated words that may fill a role, and the slot that they stand in. */
export interface Group {
  readonly slot: string;
  readonly words: readonly Word[];
}

/** A pattern that fits a trigger, with the words of its roles. Who they are is not known here. */
export interface Match {
  readonly pattern: Pattern;
  readonly frame: Frame;
  /** In order of preference: the first group that names somebody counts. */
  readonly sources: readonly Group[];
  readonly targets: readonly Group[];
  readonly what: readonly Group[];
  /** The complement clause that the pattern reads, where it reads one. */
  readonly clause: Word | undefined;
  /** Words that the pattern has used as part of the act ("sanctions" of "imposed sanctions"). */
  readonly consumed: readonly Word[];
  /** How much the pattern asked for and found: the most specific pattern wins. */
  readonly score: number;
}

const COOPERATION: ReadonlySet<EventType> = new Set([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
]);

/** True for PLOVER's verbal and material cooperation. */
export function isCooperation(type: EventType): boolean {
  return COOPERATION.has(type);
}

const MAX_DEPTH = 3;
/** "re-launched" is a launch. */
const PREFIXES = new Set(["re", "co", "pre", "counter", "test", "flight"]);

/** Lays the codebook over one analysis; answers are kept, so that each word is matched once. */
export class Matcher {
  readonly #memo = new Map<number, readonly Match[]>();
  #depth = 0;

  constructor(
    readonly analysis: Analysis,
    readonly codebook: Codebook,
  ) {}

  /** All patterns that fit with `word` as the trigger, best first. */
  at(word: Word): readonly Match[] {
    const kept = this.#memo.get(word.index);
    if (kept) return kept;
    this.#memo.set(word.index, []);
    const out: Match[] = [];
    for (const [part, entries] of this.#entries(word)) {
      for (const entry of entries) {
        const match = this.#try(entry, word, part);
        if (match) out.push(match);
      }
    }
    out.sort((a, b) => b.score - a.score);
    this.#memo.set(word.index, out);
    return out;
  }

  /** The best match of the act that a clause tells: of its verb, or of the event noun that its verb carries. */
  ofClause(clause: Word): Match | undefined {
    if (this.#depth >= MAX_DEPTH) return undefined;
    this.#depth += 1;
    try {
      const own = this.at(clause)[0];
      if (own) return own;
      for (const child of children(this.analysis, clause)) {
        if (child.upos !== "NOUN") continue;
        const match = this.at(counted(this.analysis, child))[0];
        if (match && match.frame.anchor === clause) return match;
      }
      const deeper = children(this.analysis, clause).find((c) => c.deprel === "xcomp" && c.upos === "VERB");
      return deeper && this.ofClause(deeper);
    } finally {
      this.#depth -= 1;
    }
  }

  #entries(word: Word): readonly (readonly ["verb" | "noun" | "adjective", readonly Entry[]])[] {
    const lemma = this.codebook.vocabulary.lemma(word);
    const out: (readonly ["verb" | "noun" | "adjective", readonly Entry[]])[] = [];
    if (
      (word.upos === "VERB" && word.deprel !== "amod" && !isCompounded(this.analysis, word)) ||
      (word.upos === "AUX" && isDemanding(lemma))
    ) {
      const entries = this.codebook.verbs.get(lemma);
      if (entries) out.push(["verb", entries]);
    } else if (word.upos === "NOUN") {
      const entries = this.codebook.nouns.get(lemma);
      if (entries) out.push(["noun", entries]);
    }
    if (
      (word.upos === "ADJ" || word.xpos === "JJ" || word.xpos === "VBN" || word.upos === "ADV") &&
      word.deprel !== "amod"
    ) {
      const entries = this.codebook.adjectives.get(word.upos === "VERB" ? word.form.toLowerCase() : lemma);
      if (entries) out.push(["adjective", entries]);
    }
    return out;
  }

  #try(entry: Entry, trigger: Word, part: "verb" | "noun" | "adjective"): Match | undefined {
    const { analysis } = this;
    const { pattern, particles } = entry;
    let anchor = trigger;
    let score = particles.length * 2 + pattern.weight;
    if (part === "noun" && pattern.light) {
      const light = lightVerb(analysis, trigger, pattern.light);
      if (light) {
        anchor = light;
        score += 2;
      } else if (!pattern.bare) return undefined;
    } else if (trigger.upos === "AUX") {
      const head = governor(analysis, trigger);
      if (!head) return undefined;
      anchor = head;
    }
    const governed = governedBy(analysis, trigger, particles);
    if (!governed) return undefined;
    const frame: Frame = { analysis, entry, trigger, anchor, part, governed };
    if (pattern.refused) {
      if (!refusal(analysis, anchor)) return undefined;
      score += 3;
    }
    if (pattern.negated) {
      if (!negation(analysis, anchor)) return undefined;
      score += 2;
    }
    if (pattern.promised) {
      if (!promise(analysis, anchor)) return undefined;
      score += 2;
    }
    const consumed: Word[] = anchor === trigger || trigger.upos === "AUX" ? [] : [anchor];
    for (const condition of pattern.with) {
      const met = this.#meets(frame, condition);
      if (met.length === 0) return undefined;
      if (condition.words && !pattern.answers) consumed.push(...met);
      score += condition.words ? 2 : 1;
    }
    for (const condition of pattern.without) if (this.#meets(frame, condition).length > 0) return undefined;
    const clause = this.#clause(frame);
    if (pattern.infinitive && !(clause && isInfinitive(analysis, clause))) return undefined;
    if (pattern.clause) {
      const act = clause && this.ofClause(clause);
      // What is promised not to be done is neither: "vowed not to let it develop", "agreed not to attack".
      const undone = clause && negation(analysis, clause);
      const cooperation = act && !undone && isCooperation(act.pattern.type);
      if (pattern.clause === "no-conflict") {
        // Not to do what is no harm is no promise: "vowed not to let it develop".
        if (undone ? !act || isCooperation(act.pattern.type) : act && !cooperation) return undefined;
      } else {
        if (!act || undone || cooperation !== (pattern.clause === "cooperation")) return undefined;
        score += 2;
      }
    }
    const fillAll = (slots: readonly string[]): Group[] => {
      const out: Group[] = [];
      for (const slot of slots) {
        for (const words of fill(frame, slot, this.#targetsOf))
          if (words.length > 0) out.push({ slot, words: this.#open(words) });
      }
      return out;
    };
    const sources = fillAll(pattern.source);
    const targets = fillAll(pattern.target);
    if (pattern.needsSource && sources.length === 0 && pattern.source[0] !== "speaker") return undefined;
    if (pattern.needsTarget && !pattern.mutual && targets.length === 0) return undefined;
    if (targets.length > 0) score += 1;
    return { pattern, frame, sources, targets, what: fillAll(pattern.what), clause, consumed, score };
  }

  #targetsOf = (clause: Word): Alternatives => (this.ofClause(clause)?.targets ?? []).map((g) => g.words);

  #clause(frame: Frame): Word | undefined {
    const { pattern } = frame.entry;
    const reads =
      pattern.clause ||
      pattern.infinitive ||
      [...pattern.source, ...pattern.target, ...pattern.what].some((s) => s.startsWith("clause"));
    return reads || pattern.with.some((c) => c.slots.some((s) => s.startsWith("clause")))
      ? clauseOf(frame)
      : undefined;
  }

  /** The words in the condition's slots that meet it. */
  #meets(frame: Frame, condition: Condition): Word[] {
    const { vocabulary } = this.codebook;
    const out: Word[] = [];
    for (const slot of condition.slots) {
      for (const words of fill(frame, slot, this.#targetsOf)) {
        for (const word of this.#open(words)) {
          const inner = counted(this.analysis, word);
          const isMet = !condition.words || condition.words.has(vocabulary.lemma(word));
          if (isMet || condition.words?.has(word.form.toLowerCase())) out.push(word);
          else if (inner !== word && condition.words.has(vocabulary.lemma(inner))) out.push(inner);
        }
      }
    }
    return out;
  }

  #open(words: readonly Word[]): Word[] {
    const out: Word[] = [];
    for (const word of words)
      for (const w of coordination(this.analysis, word)) if (!out.includes(w)) out.push(w);
    return out;
  }
}

/** "launched" of "submarine-launched" tells of no launch. */
function isCompounded(analysis: Analysis, word: Word): boolean {
  if (word.xpos !== "VBN" && word.xpos !== "VBG") return false;
  const hyphen = analysis.words[word.index - 1];
  const before = analysis.words[word.index - 2];
  if (hyphen?.form !== "-" || hyphen.end !== word.start || before?.end !== hyphen.start) return false;
  return !PREFIXES.has(before.form.toLowerCase());
}
