import type { Actor } from "../../actor/actor.js";
import type { Event } from "../../event/event.js";
import type { Word } from "../../language/analysis.js";
import { children, governor, relation } from "../../language/tree.js";
import type { Statement } from "../../quotation/statement.js";
import type { Reading } from "../../reading/reading.js";
import { overlaps, type Span } from "../../record/span.js";
import { groupBy } from "../group-by.js";
import { sentenceAt } from "../sentence-at.js";
import { exchangePatterns } from "./exchange-patterns.js";
import { otherSide } from "./sides.js";
import {
  actorsOf,
  before,
  isDefinite,
  isOwned,
  ownersOf,
  RECORDS_BACK,
  sameActor,
  startOf,
  type Told,
  takesUp,
  wordsInside,
} from "./told-words.js";

/** A reading whose exchanges are still to be found. */
export type Found = Omit<Reading, "exchanges">;

const SENTENCES_BACK = 2;
const SENTENCES_TAKEN_UP = 6;

/** The records of a reading by the words that they stand on. */
export class ExchangeIndex {
  private readonly eventsAt: Map<number, Event[]>;
  private readonly statementsAt: Map<number, Statement[]>;
  private readonly mentionAt = new Map<number, number>();
  /** In text order. */
  private readonly events: readonly Event[];
  private readonly statements: readonly Statement[];
  private readonly toldIn: ReadonlyMap<string | undefined, readonly Event[]>;
  private readonly goingOnFrom: ReadonlyMap<string | undefined, readonly Statement[]>;

  constructor(readonly reading: Found) {
    const { events, statements, mentions } = reading;
    this.events = [...events].sort((a, b) => startOf(a) - startOf(b));
    this.statements = [...statements].sort((a, b) => startOf(a) - startOf(b));
    this.toldIn = groupBy(events, (event) => event.claimedBy);
    this.goingOnFrom = groupBy(statements, (statement) => statement.goesOnFrom);
    this.eventsAt = this.byWord(events, (event) => event.trigger);
    this.statementsAt = this.byWord(statements, (statement) => statement.cue);
    mentions.forEach((mention, i) => {
      if (!this.mentionAt.has(mention.head)) this.mentionAt.set(mention.head, i);
    });
  }

  /** The event or statement that is told at `word`, or in the act that it carries ("issued a rebuttal"). */
  answerAt(word: Word): Told | undefined {
    const { analysis } = this.reading;
    const own = this.at(word);
    if (own) return own;
    const carried = children(analysis, word).filter((c) =>
      ["obj", "xcomp", "conj", "ccomp", "advcl"].includes(relation(c)),
    );
    for (const child of carried) {
      const told = this.at(child);
      if (told) return told;
    }
    return undefined;
  }

  /** The event or statement that a demand's word stands for; never the answer itself. */
  demandAt(word: Word, answer: Event | Statement): Told | undefined {
    const { analysis } = this.reading;
    const own = this.at(word, answer);
    if (own) return own;
    // "accusations that it closed the port": the clause tells what is alleged, not who alleges it.
    if (!takesUp(word)) {
      for (const child of children(analysis, word)) {
        if (!["acl", "nmod", "compound", "conj"].includes(relation(child))) continue;
        const told = this.at(child, answer);
        if (told) return told;
      }
    }
    return (
      this.toldByOwner(word, answer) ??
      this.toldBefore(word, answer) ??
      this.takenUp(word, answer) ??
      this.saidBefore(word, answer)
    );
  }

  /** The nearest thing told in the sentences before the joint's that may be an answer: a refusal, words, any act. */
  answerBefore(joint: Word): Told | undefined {
    const { answerIs } = exchangePatterns();
    return this.before(joint, (told, said) => {
      const refusing = told.find((event) => answerIs.get(event.type) === "refusal");
      return refusing ?? said.at(-1) ?? told.at(-1);
    });
  }

  /**
   * What is told in the next sentence by whoever the joint's sentence says has answered: "Russia issued a sharp response to
   * the demand. Its foreign ministry said ...".
   */
  answerAfter(joint: Word): Told | undefined {
    const { analysis } = this.reading;
    const verb = joint.upos === "VERB" ? joint : governor(analysis, joint);
    const subjects = verb ? children(analysis, verb).filter((c) => relation(c) === "nsubj") : [];
    const codes = subjects.flatMap((subject) => this.actorsAt(subject) ?? []).map(({ code }) => code);
    const next = analysis.sentences[joint.sentence + 1];
    if (codes.length === 0 || !next) return undefined;
    const byThem = (record: Event | Statement) => actorsOf(record).some(({ code }) => codes.includes(code));
    const said = this.statements.find(
      (s) => byThem(s) && [...s.content, ...(s.cue ? [s.cue] : [])].some((span) => overlaps(next, span)),
    );
    return said && { record: said, how: "what they say right after" };
  }

  /** The nearest thing told in the sentences before the joint's that is not by the answer's own actor. */
  demandBefore(joint: Word, answer: Event | Statement): Told | undefined {
    const byAnother = (record: Event | Statement) =>
      record !== answer && !sameActor(actorsOf(record)[0], actorsOf(answer)[0]);
    return this.before(joint, (told, said) => told.findLast(byAnother) ?? said.findLast(byAnother));
  }

  /** The events that a record tells: an event itself, those inside a statement and the statements that go on from it. */
  toldBy(record: Event | Statement): readonly Event[] {
    if (record.kind === "event") return [record];
    const chain = [record];
    for (const statement of chain) {
      if (chain.length < RECORDS_BACK) chain.push(...(this.goingOnFrom.get(statement.id) ?? []));
    }
    return chain.flatMap((statement) => this.toldIn.get(statement.id) ?? []);
  }

  /** The first event but `except` whose trigger stands inside `span`. */
  eventIn(span: Span, except: Event): Event | undefined {
    for (const word of this.wordsIn(span)) {
      const event = this.eventsAt.get(word.index)?.find((e) => e !== except);
      if (event) return event;
    }
    return undefined;
  }

  private before(
    joint: Word,
    choose: (told: readonly Event[], said: readonly Statement[]) => Event | Statement | undefined,
  ): Told | undefined {
    const { sentences } = this.reading.analysis;
    const events = before(this.events, joint.start).filter((event) => event.claimedBy === undefined);
    const statements = before(this.statements, joint.start);
    for (let i = joint.sentence - 1; i >= Math.max(0, joint.sentence - SENTENCES_BACK); i--) {
      const inside = (span: Span | undefined) => span !== undefined && overlaps(sentences[i]!, span);
      const told = events.filter((event) => inside(event.trigger));
      const said = statements.filter((s) => inside(s.cue) || s.content.some(inside));
      const record = choose(told, said);
      if (record) return { record, how: "the nearest told before" };
    }
    return undefined;
  }

  private at(word: Word, except?: Event | Statement): Told | undefined {
    const event = this.eventsAt.get(word.index)?.find((e) => e !== except);
    if (event) return { record: event, how: `the event at “${word.form}”` };
    const statement = this.statementsAt.get(word.index)?.find((s) => s !== except);
    return statement && { record: statement, how: `the statement with the cue “${word.form}”` };
  }

  /** "Trump's remarks", "demands by Norway": the latest before it that exactly this actor said or did in that way. */
  private toldByOwner(word: Word, answer: Event | Statement): Told | undefined {
    const toldAs = exchangePatterns().toldAs.get(word.lemma.toLowerCase());
    // "India's claim to have struck" is told by its own clause.
    if (!toldAs || children(this.reading.analysis, word).some((c) => relation(c) === "acl")) return undefined;
    const { opens } = exchangePatterns();
    const events = before(this.events, word.start);
    const kinds: readonly (readonly (Event | Statement)[])[] =
      toldAs === "statement"
        ? // Remarks may be told as the charge or demand that they are.
          [before(this.statements, word.start), events.filter((event) => opens.types.has(event.type))]
        : [events.filter((event) => toldAs.has(event.type))];
    for (const records of kinds)
      for (const actor of this.ownerActors(word)) {
        const record = records.findLast(
          (r) => r !== answer && r.part === "body" && actorsOf(r).some((other) => sameActor(other, actor)),
        );
        if (record) return { record, how: "what its owner told before" };
      }
    return undefined;
  }

  /** "the sanctions", "these demands": the latest event before it that the same word tells. */
  private toldBefore(word: Word, answer: Event | Statement): Told | undefined {
    const { analysis } = this.reading;
    if (!isDefinite(analysis, word)) return undefined;
    const lemma = word.lemma.toLowerCase();
    const record = before(this.events, word.start).findLast((event) => {
      if (event === answer) return false;
      const trigger = this.wordsIn(event.trigger);
      const what = event.what ? this.wordsIn(event.what) : [];
      const dependents = trigger.flatMap((w) => children(analysis, w));
      return [...trigger, ...what, ...dependents].some((w) => w.lemma.toLowerCase() === lemma);
    });
    return record && { record, how: `the event that told of “${word.form}” before` };
  }

  /** "the accusation", "this demand": the latest before it that another told in that way. */
  private takenUp(word: Word, answer: Event | Statement): Told | undefined {
    const toldAs = exchangePatterns().toldAs.get(word.lemma.toLowerCase());
    const { analysis } = this.reading;
    if (!toldAs || toldAs === "statement" || isOwned(analysis, word) || !isDefinite(analysis, word))
      return undefined;
    const byWhom = actorsOf(answer);
    const record = before(this.events, word.start).findLast(
      (event) =>
        toldAs.has(event.type) &&
        event.status === "asserted" &&
        actorsOf(event).length > 0 &&
        (byWhom.length === 0 || byWhom.some((actor) => otherSide(actorsOf(event), actor))),
    );
    const sentence = record && sentenceAt(analysis, record.trigger);
    if (!sentence || word.sentence - sentence.index > SENTENCES_TAKEN_UP) return undefined;
    return { record, how: `what “${word.form}” takes up` };
  }

  /** "The suggestion", "the request": what another said right before, whatever cue tells it. */
  private saidBefore(word: Word, answer: Event | Statement): Told | undefined {
    const { analysis } = this.reading;
    const { saidAs } = exchangePatterns();
    const noun = word.lemma.toLowerCase();
    if (!saidAs.has(noun) || isOwned(analysis, word) || !isDefinite(analysis, word)) return undefined;
    const acts = saidAs.get(noun)!;
    const byWhom = actorsOf(answer);
    const told = this.before(word, (_, said) => {
      const fitting = said.filter(
        (s) =>
          (acts === "any" || (s.act !== undefined && acts.has(s.act))) &&
          byWhom.every((actor) => otherSide(actorsOf(s), actor)),
      );
      // The whole of what was said, not a part of it that is a statement, too.
      return fitting.reduce<Statement | undefined>(
        (a, b) => (a && lengthOf(a) > lengthOf(b) ? a : b),
        undefined,
      );
    });
    return told && { ...told, how: `what “${word.form}” takes up` };
  }

  private wordsIn(span: Span): readonly Word[] {
    return wordsInside(this.reading.analysis.words, span);
  }

  /** True where what `word` stands for is owned by somebody known, and none of them is on the answer's side. */
  isByAnother(word: Word, answer: Event | Statement): boolean {
    const owners = this.ownerActors(word);
    return (
      owners.length > 0 && !owners.some((owner) => actorsOf(answer).some(({ code }) => code === owner.code))
    );
  }

  /** The words for those who own what `word` stands for, as far as they are known. */
  owners(word: Word | undefined): Word[] {
    const known = (owner: Word) => (this.actorsAt(owner)?.length ?? 0) > 0;
    return word ? ownersOf(this.reading.analysis, word).filter(known) : [];
  }

  /** Those whom the mention at `word` names; undefined where there is none. */
  actorsAt(word: Word): readonly Actor[] | undefined {
    const mention = this.mentionAt.get(word.index);
    return mention === undefined ? undefined : this.reading.mentions[mention]!.actors;
  }

  private ownerActors(word: Word): readonly Actor[] {
    return this.owners(word).flatMap((owner) => this.actorsAt(owner) ?? []);
  }

  private byWord<T>(records: readonly T[], spanOf: (record: T) => Span | undefined): Map<number, T[]> {
    const placed = new Map<number, T[]>();
    for (const record of records) {
      const span = spanOf(record);
      if (!span) continue;
      for (const { index } of this.wordsIn(span)) placed.set(index, [...(placed.get(index) ?? []), record]);
    }
    return placed;
  }
}

function lengthOf({ content }: Statement): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0);
}
