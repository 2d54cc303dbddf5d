import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Candidate, WordRange } from "./attribution.js";
import type { Act, Cues, Frame, FrameActs } from "./cues.js";
import type { Extents } from "./extent.js";
import { caseForm, isPassive } from "./source.js";

const CLAUSES = new Set(["ccomp", "csubj", "csubj:outer"]);
const REFLEXIVE = new Set(["himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"]);
/** Verbs whose object is only spoken to: "told him to go" says "to go". */
const ADDRESSING = new Set(["tell", "remind", "warn", "advise", "instruct", "promise", "assure"]);
const CONTENT_MARKS = new Set(["that", "whether", "if", "to", "how", "why", "when", "where", "for", "lest"]);
const RELATIVE = new Set(["WDT", "WP", "WP$", "WRB"]);
const SUBJECT_LIKE = new Set(["obj", "iobj", "nsubj", "appos", "dep", "obl:unmarked"]);
const SUBJECT_STARTS = new Set(["PRON", "PROPN", "DET", "NOUN", "ADJ", "NUM"]);
const FINITE = new Set(["MD", "VBD", "VBZ", "VBP"]);
const COMPLEMENTS = new Set(["obj", "xcomp", "ccomp", "advcl"]);
/** Clauses without a subject of their own that belong to the clause above. */
const DEPENDENT = new Set(["xcomp", "conj", "acl", "advcl"]);
const OBJECTS = new Set(["obj", "iobj", "nsubj:pass"]);
const REASONS = new Set(["as", "for", "of", "over", "with"]);
const NEGATIONS = new Set(["not", "never", "n't"]);
/** Frames whose content is told as said or thought, not only named. */
const TELLING = new Set<Frame>(["clause", "quotation", "infinitive", "gerund", "predicate", "as"]);
const STANCES = new Set<Act>(["wants", "refuses", "supports", "opposes"]);
const PREPOSITION_FRAMES = new Set<Frame>(["to", "for", "of", "against", "about", "on", "as"]);

/**
 * The words of saying of an analysis with the clause that each attributes, in text order.
 * `isSpeech` tells the words that stand inside a direct quotation: what is said there is the speaker's own affair.
 */
export function findCandidates(
  analysis: Analysis,
  reach: Extents,
  cues: Cues,
  isSpeech: (word: number) => boolean,
): readonly Candidate[] {
  const out: Candidate[] = [];
  const reader = new CandidateReader(analysis, reach, cues, isSpeech);
  for (const word of analysis.words) {
    if (isSpeech(word.index)) continue;
    const candidate = reader.read(word);
    if (candidate) out.push(candidate);
  }
  return out;
}

/** True where a cue only names what somebody wants, is for or against, or spoke about. */
function isStance(act: Act, frame: Frame): boolean {
  if (STANCES.has(act)) return true;
  const tells = TELLING.has(frame) || (act === "accuses" && frame !== "object");
  return !tells && !(act === "demands" && (frame === "for" || frame === "against"));
}

class CandidateReader {
  /** One past the last word of each name of a time, by its first word. */
  private readonly timeEnds = new Map<number, number>();

  constructor(
    private readonly analysis: Analysis,
    private readonly reach: Extents,
    private readonly cues: Cues,
    private readonly isSpeech: (word: number) => boolean,
  ) {
    for (const name of analysis.names) if (name.type === "DATE") this.timeEnds.set(name.first, name.last);
  }

  read(word: Word): Candidate | undefined {
    const lemma = word.lemma.toLowerCase();
    switch (word.upos) {
      case "VERB":
      case "AUX": {
        const preposition = this.cues.prepositions.get(word.form.toLowerCase());
        if (preposition && word.deprel === "case")
          return this.preposition(word, preposition.whole, preposition.act);
        const frames = this.cues.verbs.get(lemma);
        return frames && this.verb(word, frames);
      }
      case "ADJ": {
        const frames = this.cues.adjectives.get(lemma);
        return frames && this.adjective(word, frames);
      }
      case "NOUN": {
        const frames = this.cues.nouns.get(lemma);
        const noun = frames && this.noun(word, frames);
        if (noun) return noun;
        const act = this.cues.phrases.get(lemma);
        return act && this.phrase(word, act);
      }
      case "ADP": {
        const preposition = this.cues.prepositions.get(word.form.toLowerCase());
        return preposition && word.deprel === "case"
          ? this.preposition(word, preposition.whole, preposition.act)
          : undefined;
      }
      default:
        return undefined;
    }
  }

  private verb(word: Word, frames: FrameActs): Candidate | undefined {
    const kids = children(this.analysis, word);
    const says = frames.get("clause");
    const takesQuotations = frames.has("clause")
      ? "as object"
      : frames.has("quotation")
        ? "beside"
        : undefined;
    const cue = this.cueRange(word);
    const make = (
      act: Act,
      content: readonly WordRange[],
      frame: Frame,
      rule: string = frame,
      last = cue[1],
    ): Candidate => ({
      cue: word,
      first: cue[0],
      last,
      act,
      content: content.filter((r) => r[1] > r[0]),
      stance: isStance(act, frame),
      negated: this.isNegated(word),
      takesQuotations,
      sourceFrom: { by: "subject", word },
      rule,
    });

    const clauses = says ? kids.filter((c) => this.isContentClause(c)) : [];
    if (says && clauses.length > 0) return make(says, this.clauses(word, clauses), "clause");
    for (const child of kids) {
      if (child.index < word.index) continue;
      const frame = this.complementFrame(child, kids);
      const act = frame && frames.get(frame);
      if (!act) continue;
      if (frame === "predicate") {
        const content = this.withObject(kids, child);
        if (content) return make(act, content, frame);
        continue;
      }
      if (frame === "infinitive" || frame === "gerund")
        return make(act, this.withSubject(word, kids, child), frame);
      const preposition = children(this.analysis, child).find(
        (c) => c.deprel === "case" || c.deprel === "mark",
      )!;
      const joined = preposition.index === cue[1] ? preposition.index + 1 : cue[1];
      const content = this.afterPreposition(kids, child, preposition);
      const spokenOf = kids.find((c) => c.deprel === "obj" && c.index > word.index && c.index < child.index);
      if (spokenOf) return make(act, [[this.reach.first[spokenOf.index]!, content[1]]], frame);
      const passive = kids.find((c) => c.deprel === "nsubj:pass");
      if (passive && frame === "as") return make(act, [this.range(passive), content], frame, frame, joined);
      // "called on China to go" is a demand; "commented on China" says no more than what it was about.
      const made = make(act, [content], frame, frame, joined);
      return frame === "on" && act === "demands" && content[1] > this.reach.last[child.index]!
        ? { ...made, stance: false }
        : made;
    }
    const object = frames.get("object");
    const thing =
      object && kids.find((c) => (c.deprel === "obj" && c.index > word.index) || c.deprel === "nsubj:pass");
    if (object && thing && !REFLEXIVE.has(thing.form.toLowerCase())) {
      return make(object, [this.withReason(kids, thing)], "object");
    }
    if (!takesQuotations) return undefined;
    const act = says ?? frames.get("quotation")!;
    if (says) {
      const parenthetical = this.parenthetical(word);
      if (parenthetical) return make(act, parenthetical, "clause", "parenthetical");
      const colon = this.afterColon(word, kids);
      if (colon) return make(act, colon, "clause", "colon");
    }
    return make(act, [], "quotation");
  }

  /** "claim", "call": the noun's clause, infinitive or prepositional phrase. */
  private noun(word: Word, frames: FrameActs): Candidate | undefined {
    for (const child of children(this.analysis, word)) {
      if (child.index < word.index) continue;
      const frame = this.nounFrame(child);
      const act = frame && frames.get(frame);
      if (!act) continue;
      let [first, last] = this.after(word, child);
      if (PREPOSITION_FRAMES.has(frame)) first++;
      return {
        cue: word,
        first: word.index,
        last: word.index + 1,
        act,
        content: [[first, last]],
        stance: isStance(act, frame) && !(frame === "for" && act === "demands"),
        negated: false,
        takesQuotations: undefined,
        sourceFrom: { by: "holder", word },
        rule: `noun with ${frame}`,
      };
    }
    return undefined;
  }

  private nounFrame(child: Word): Frame | undefined {
    const marks = children(this.analysis, child).filter((c) => c.deprel === "mark");
    if (child.deprel === "acl" || child.deprel === "ccomp" || child.deprel === "acl:relcl") {
      if (marks.some((m) => m.lemma === "that")) return "clause";
      return marks.some((m) => m.upos === "PART") ? "infinitive" : undefined;
    }
    const preposition = caseForm(this.analysis, child) as Frame;
    return relation(child) === "nmod" && PREPOSITION_FRAMES.has(preposition) ? preposition : undefined;
  }

  private adjective(word: Word, frames: FrameActs): Candidate | undefined {
    for (const child of children(this.analysis, word)) {
      if (child.index < word.index) continue;
      const frame = CLAUSES.has(child.deprel) ? "clause" : this.complementFrame(child);
      const act = frame && frames.get(frame);
      if (!act) continue;
      return {
        cue: word,
        first: word.index,
        last: word.index + 1,
        act,
        content: [this.after(word, child)],
        stance: isStance(act, frame),
        negated: this.isNegated(word),
        takesQuotations: undefined,
        sourceFrom: { by: "subject", word },
        rule: `adjective with ${frame}`,
      };
    }
    return undefined;
  }

  /** "according to Y": what the phrase stands in is the content. */
  private preposition(word: Word, whole: string, act: Act): Candidate | undefined {
    const length = whole.split(" ").length;
    const words = this.analysis.words.slice(word.index, word.index + length);
    if (words.map((w) => w.form.toLowerCase()).join(" ") !== whole) return undefined;
    const source = governor(this.analysis, word);
    const predicate = source && this.predicateOver(source);
    if (!source || !predicate) return undefined;
    return {
      cue: word,
      first: word.index,
      last: word.index + length,
      act,
      content: this.without(predicate, source),
      stance: false,
      negated: false,
      takesQuotations: "beside",
      sourceFrom: { by: "itself", word: source },
      rule: whole,
    };
  }

  /** "in the words of Y", "in Y's view". */
  private phrase(word: Word, act: Act): Candidate | undefined {
    if (relation(word) !== "obl" || caseForm(this.analysis, word) !== "in") return undefined;
    const kids = children(this.analysis, word);
    const source = kids.find(
      (c) => c.deprel === "nmod:poss" || (relation(c) === "nmod" && caseForm(this.analysis, c) === "of"),
    );
    const predicate = this.predicateOver(word);
    if (!source || !predicate) return undefined;
    return {
      cue: word,
      first: word.index,
      last: word.index + 1,
      act,
      content: this.without(predicate, word),
      stance: false,
      negated: false,
      takesQuotations: "beside",
      sourceFrom: { by: "itself", word: source },
      rule: `in ... ${word.lemma}`,
    };
  }

  /** How `child` completes a verb or adjective. */
  private complementFrame(child: Word, kidsOfCue: readonly Word[] = []): Frame | undefined {
    // "called her a champion" with two objects.
    if (child.deprel === "obj" && kidsOfCue.some((c) => OBJECTS.has(c.deprel) && c.index < child.index))
      return "predicate";
    const kids = children(this.analysis, child);
    const infinitive = child.xpos === "VB" || kids.some((c) => c.deprel === "cop" || relation(c) === "aux");
    if (child.deprel === "xcomp" || child.deprel === "ccomp") {
      if (kids.some((c) => c.deprel === "mark" && c.upos === "PART"))
        return infinitive ? "infinitive" : undefined;
      const preposition = kids.find((c) => c.deprel === "mark" || c.deprel === "case")?.form.toLowerCase();
      if (preposition === "as") return "as";
      if (child.xpos === "VBG") return "gerund";
      return child.upos === "ADJ" || child.upos === "NOUN" || child.upos === "PROPN" || child.xpos === "VBN"
        ? "predicate"
        : undefined;
    }
    if (
      relation(child) === "obl" ||
      (child.deprel === "advcl" && child.xpos === "VBG") ||
      child.deprel === "advcl"
    ) {
      const preposition = kids
        .find((c) => c.deprel === "case" || c.deprel === "mark")
        ?.form.toLowerCase() as Frame;
      if (child.deprel === "advcl" && kids.some((c) => c.deprel === "mark" && c.upos === "PART"))
        return "infinitive";
      if (child.deprel === "advcl" && preposition === "as" && kids.some((c) => relation(c) === "nsubj"))
        return undefined;
      return PREPOSITION_FRAMES.has(preposition) ? preposition : undefined;
    }
    return undefined;
  }

  /**
   * An infinitive or gerund with who is to do it: "urged China to go", and in the passive "is expected to go" with the
   * surface subject, which belongs to it.
   */
  private withSubject(word: Word, kids: readonly Word[], child: Word): readonly WordRange[] {
    const own = this.after(word, child);
    if (ADDRESSING.has(word.lemma.toLowerCase())) return [own];
    const object = kids.find(
      (c) => (c.deprel === "obj" || c.deprel === "iobj") && c.index > word.index && c.index < child.index,
    );
    if (object) return [[this.reach.first[object.index]!, own[1]]];
    const raised = kids.find((c) => c.deprel === "nsubj:pass");
    return raised && !kids.some((c) => c.deprel === "obl:agent") ? [this.range(raised), own] : [own];
  }

  /** What follows the preposition; "called on China to go" goes on to the infinitive. */
  private afterPreposition(kids: readonly Word[], child: Word, preposition: Word): WordRange {
    const infinitive = kids.find((c) => c.index > child.index && this.complementFrame(c) === "infinitive");
    const last =
      (preposition.lemma === "on" || preposition.lemma === "for") && infinitive ? infinitive : child;
    return [preposition.index + 1, this.reach.last[last.index]!];
  }

  /** A clause without a preposition ("said about talking" is an adjunct), finite where the tree calls it open. */
  private isContentClause(child: Word): boolean {
    const kids = children(this.analysis, child);
    const finite = kids.some((c) => (relation(c) === "aux" && FINITE.has(c.xpos)) || c.deprel === "nsubj");
    if (!CLAUSES.has(child.deprel) && !(child.deprel === "xcomp" && finite)) return false;
    const mark = kids.find((c) => c.deprel === "mark" || c.deprel === "case");
    return !mark || mark.index > child.index || CONTENT_MARKS.has(mark.lemma.toLowerCase());
  }

  private isNegated(word: Word): boolean {
    return children(this.analysis, word).some(
      (c) => c.deprel === "advmod" && NEGATIONS.has(c.lemma.toLowerCase()),
    );
  }

  /** "criticized China for trading": what is said of the object belongs to it. */
  private withReason(kids: readonly Word[], object: Word): WordRange {
    const [first, last] = this.range(object);
    const next = kids.find(
      (c) =>
        this.reach.first[c.index] === last &&
        (relation(c) === "obl" || c.deprel === "advcl" || c.deprel === "xcomp"),
    );
    const marked =
      next && children(this.analysis, next).find((c) => c.deprel === "case" || c.deprel === "mark");
    const goesOn = marked && marked.index === last && REASONS.has(marked.form.toLowerCase());
    return goesOn ? [first, this.reach.last[next.index]!] : [first, last];
  }

  private range(word: Word): WordRange {
    return [this.reach.first[word.index]!, this.reach.last[word.index]!];
  }

  /** "called the plan a disaster": the object and what it is called, or the latter alone where "what" is the object. */
  private withObject(kids: readonly Word[], child: Word): readonly WordRange[] | undefined {
    const object = kids.find((c) => OBJECTS.has(c.deprel) && c !== child);
    if (!object) return undefined;
    const relative =
      object.upos === "PRON" && ["what", "which", "who", "that"].includes(object.form.toLowerCase());
    return relative ? [this.range(child)] : [this.range(object), this.range(child)];
  }

  /** Of several content clauses those that are speech, else the first after the cue: the others hang there by mistake. */
  private clauses(cue: Word, clauses: readonly Word[]): readonly WordRange[] {
    const speech = clauses.length > 1 ? clauses.filter((c) => this.isSpeech(c.index)) : [];
    if (speech.length > 0) return speech.flatMap((c) => this.clause(cue, c)).sort((a, b) => a[0] - b[0]);
    return this.clause(cue, clauses.find((c) => c.index > cue.index) ?? clauses[0]!);
  }

  /** A content clause: what stands on its side of the cue, and, for speech around the cue, what follows it too. */
  private clause(cue: Word, child: Word): readonly WordRange[] {
    const first = this.reach.first[child.index]!;
    const last = this.reach.last[child.index]!;
    if (child.index > cue.index) return this.clauseAfter(cue, child);
    const own = this.ownRange(cue, child);
    const before: WordRange = [first, Math.min(last, own[0])];
    const goesOn = this.analysis.words[own[1]]?.upos === "PUNCT" && last > own[1];
    return goesOn ? [before, [own[1], last]] : [before];
  }

  /** The clause after its cue, with a subject that the tree hung on the cue, without a time that belongs to the cue. */
  private clauseAfter(cue: Word, child: Word): readonly WordRange[] {
    const kids = children(this.analysis, cue);
    const own = children(this.analysis, child);
    let [first, last] = this.after(cue, child);
    const mark = own.find((c) => c.deprel === "mark" && c.index > cue.index);
    if (mark && mark.index > first && mark.index < child.index) first = mark.index;
    else first = this.afterTime(first, child.index);
    const subjects = kids.filter((c) => c.deprel === "nsubj" && c.index < cue.index);
    // "The border, the ministry said, will stay closed": the first of two subjects belongs to the content.
    if (
      subjects.length > 1 &&
      this.reach.last[subjects[0]!.index]! < this.reach.first[subjects.at(-1)!.index]!
    ) {
      return [this.range(subjects[0]!), [first, last]];
    }
    const fronted = own.find((c) => relation(c) === "nsubj" && c.index < cue.index && !RELATIVE.has(c.xpos));
    if (fronted) return [this.range(fronted), [first, last]];
    if (own.some((c) => relation(c) === "nsubj") || mark || ADDRESSING.has(cue.lemma.toLowerCase()))
      return [[first, last]];
    const subject = kids.find(
      (c) => c.index > cue.index && c.index < child.index && SUBJECT_LIKE.has(c.deprel),
    );
    if (subject) first = Math.min(first, this.reach.first[subject.index]!);
    return [[first, last]];
  }

  /** "said on Wednesday it had": the time right after a cue tells when it was said. */
  private afterTime(first: number, head: number): number {
    const { words } = this.analysis;
    const from = words[first]!.upos === "ADP" ? first + 1 : first;
    const to = this.timeEnds.get(from);
    const next = to === undefined ? undefined : words[to];
    return to !== undefined && next && to <= head && SUBJECT_STARTS.has(next.upos) ? to : first;
  }

  private after(cue: Word, child: Word): WordRange {
    return [Math.max(this.reach.first[child.index]!, cue.index + 1), this.reach.last[child.index]!];
  }

  /** The words of the cue's own clause when its content `child` is taken out: "said", its subject, its time. */
  private ownRange(cue: Word, child: Word): WordRange {
    let first = cue.index;
    let last = cue.index + 1;
    for (const c of children(this.analysis, cue)) {
      if (c === child || c.deprel === "punct") continue;
      first = Math.min(first, Math.max(this.reach.first[c.index]!, child.index + 1));
      if (relation(c) !== "conj" && c.deprel !== "cc" && c.deprel !== "advcl" && c.deprel !== "parataxis") {
        last = Math.max(last, this.reach.last[c.index]!);
      }
    }
    return [first, last];
  }

  /** "X, he said, Y" and "as he said, X": the clause that the cue's clause is put into. */
  private parenthetical(word: Word): readonly WordRange[] | undefined {
    const kids = children(this.analysis, word);
    const content = governor(this.analysis, word);
    if (!content) return undefined;
    const complete = kids.some(
      (c) => COMPLEMENTS.has(relation(c)) || (c.deprel === "mark" && c.lemma !== "as"),
    );
    if (complete) return undefined;
    const subject = kids.some((c) => relation(c) === "nsubj");
    const inserted = word.deprel === "parataxis" && subject;
    const as =
      word.deprel === "advcl" &&
      kids.some((c) => c.deprel === "mark" && c.lemma === "as") &&
      (subject || isPassive(this.analysis, word));
    if (!inserted && !as) return undefined;
    const [before, after] = this.without(content, word) as [WordRange, WordRange];
    return this.isAside(content, after) ? [before] : [before, after];
  }

  /** "..., the ministry said, without giving details": what is told of the saying, not of what is said. */
  private isAside(content: Word, range: WordRange): boolean {
    const child = children(this.analysis, content).find((c) => c.index >= range[0] && c.deprel !== "punct");
    if (child?.deprel !== "advcl" || child.xpos !== "VBG") return false;
    const mark = children(this.analysis, child).find((c) => c.deprel === "mark");
    return !mark || mark.lemma === "without";
  }

  /** "He said: X", where the tree puts X beside the cue. */
  private afterColon(word: Word, kids: readonly Word[]): readonly WordRange[] | undefined {
    const { words } = this.analysis;
    for (const child of kids) {
      if (
        child.index < word.index ||
        (child.deprel !== "parataxis" && child.deprel !== "appos" && child.deprel !== "dep")
      )
        continue;
      const first = this.reach.first[child.index]!;
      const before = words[first]!.form === ":" ? words[first] : words[first - 1];
      if (before?.form === ":") return [[first, this.reach.last[child.index]!]];
    }
    return undefined;
  }

  /** The extent of `whole` without that of `part`, which lies in it. */
  private without(whole: Word, part: Word): readonly WordRange[] {
    const { first, last } = this.reach;
    const from = first[part.index]!;
    const to = last[part.index]!;
    return [
      [first[whole.index]!, Math.min(from, last[whole.index]!)],
      [Math.max(to, first[whole.index]!), last[whole.index]!],
    ];
  }

  /** The predicate of the clause that `word` stands in. */
  private predicateOver(word: Word): Word | undefined {
    for (let above = governor(this.analysis, word); above; above = governor(this.analysis, above)) {
      const kids = children(this.analysis, above);
      const subject = kids.some((c) => relation(c) === "nsubj");
      if (!subject && DEPENDENT.has(above.deprel)) continue;
      const predicate =
        above.upos === "VERB" || above.upos === "AUX" || above.head < 0 || CLAUSES.has(above.deprel);
      if (predicate || kids.some((c) => c.deprel === "cop")) return above;
    }
    return undefined;
  }

  /** The verb with its particle. */
  private cueRange(word: Word): WordRange {
    const particle = children(this.analysis, word).find(
      (c) => c.deprel === "compound:prt" && c.index === word.index + 1,
    );
    return [word.index, particle ? particle.index + 1 : word.index + 1];
  }
}
