import type { Actor } from "../actor/actor.js";
import type { Event } from "../event/event.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Statement } from "../quotation/statement.js";
import type { Reading } from "../reading/reading.js";
import { overlaps, type Span } from "../record/span.js";
import { exchangePatterns } from "./exchange-patterns.js";

/** A reading whose exchanges are still to be found. */
export type Found = Omit<Reading, "exchanges">;

/** One side of an exchange: the record that tells it, and how it was found. */
export interface Told {
  readonly record: Event | Statement;
  readonly how: string;
}

const SENTENCES_BACK = 2;

/** The records of a reading by the words that they stand on. */
export class ExchangeIndex {
  private readonly eventsAt: Map<number, Event[]>;
  private readonly statementsAt: Map<number, Statement[]>;
  private readonly mentionAt = new Map<number, number>();

  constructor(readonly reading: Found) {
    const { events, statements, mentions } = reading;
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
    for (const child of children(analysis, word)) {
      if (!["acl", "nmod", "compound", "conj"].includes(relation(child))) continue;
      const told = this.at(child, answer);
      if (told) return told;
    }
    return this.toldByOwner(word, answer);
  }

  /** The nearest thing told in the sentences before the joint's: an answer, or a demand that is not by `answer`'s actor. */
  before(joint: Word, side: "answer" | "demand", answer?: Event | Statement): Told | undefined {
    const { analysis, events, statements } = this.reading;
    const patterns = exchangePatterns();
    for (let i = joint.sentence - 1; i >= Math.max(0, joint.sentence - SENTENCES_BACK); i--) {
      const sentence = analysis.sentences[i]!;
      const inside = (span: Span | undefined) => span !== undefined && overlaps(sentence, span);
      const told = events.filter((event) => inside(event.trigger) && event.claimedBy === undefined);
      const said = statements.filter((s) => inside(s.cue) || s.content.some(inside));
      const how = "the nearest told before";
      if (side === "answer") {
        const refusing = told.find((event) => patterns.answerIs.get(event.type) === "refusal");
        const record = refusing ?? said.at(-1) ?? told.at(-1);
        if (record) return { record, how };
      } else {
        const others = told.filter((event) => !sameActor(actorsOf(event)[0], answer && actorsOf(answer)[0]));
        const record = others.at(-1) ?? said.find((s) => s !== answer);
        if (record) return { record, how };
      }
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
    const { analysis, mentions, statements, events } = this.reading;
    const toldAs = exchangePatterns().toldAs.get(word.lemma.toLowerCase());
    if (!toldAs) return undefined;
    const records: readonly (Event | Statement)[] =
      toldAs === "statement" ? statements : events.filter((event) => toldAs.has(event.type));
    for (const owner of ownersOf(analysis, word)) {
      const mention = this.mentionAt.get(owner.index);
      const actor = mention === undefined ? undefined : mentions[mention]!.actors[0];
      const told = records.filter(
        (record) =>
          record !== answer &&
          record.part === "body" &&
          startOf(record) < word.start &&
          actorsOf(record).some((other) => sameActor(other, actor)),
      );
      if (told.length > 0) return { record: told.at(-1)!, how: "what its owner told before" };
    }
    return undefined;
  }

  private byWord<T>(records: readonly T[], spanOf: (record: T) => Span | undefined): Map<number, T[]> {
    const { words } = this.reading.analysis;
    const placed = new Map<number, T[]>();
    for (const record of records) {
      const span = spanOf(record);
      if (!span) continue;
      for (let i = firstWordFrom(words, span.start); i < words.length && words[i]!.start < span.end; i++) {
        placed.set(i, [...(placed.get(i) ?? []), record]);
      }
    }
    return placed;
  }
}

function startOf(record: Event | Statement): number {
  return (record.kind === "event" ? record.trigger : record.content[0])?.start ?? 0;
}

/** Those who do an event or make a statement, as far as they are known. */
export function actorsOf(record: Event | Statement): Actor[] {
  const values = record.kind === "event" ? record.sources.map((source) => source.actor) : [record.speaker];
  return values.flatMap((value) => (value.known ? [value.value] : []));
}

function sameActor(a: Actor | undefined, b: Actor | undefined): boolean {
  return a !== undefined && b !== undefined && a.code === b.code && a.person === b.person;
}

/** Index of the first word that ends after `offset`; words stand in text order. */
function firstWordFrom(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those who own a demand, by its possessor or the preposition after it: "Norway" of "comments by Norway". */
function ownersOf(analysis: Analysis, word: Word): Word[] {
  return [
    ...children(analysis, word).filter((c) => c.deprel === "nmod:poss"),
    ...["by", "of", "from"].flatMap((preposition) => nextTo(analysis, word, preposition) ?? []),
  ];
}

export function isOwned(analysis: Analysis, word: Word): boolean {
  return ownersOf(analysis, word).length > 0 || children(analysis, word).some((c) => relation(c) === "acl");
}

/** What the preposition right after `word` leads to, wherever the tree attaches it: "demands" of "response to demands". */
export function nextTo(analysis: Analysis, word: Word, preposition: string): Word | undefined {
  const next = analysis.words[word.index + 1];
  if (next?.lemma !== preposition || (next.deprel !== "case" && next.deprel !== "mark")) return undefined;
  const head = governor(analysis, next);
  return head && head.index > word.index ? head : undefined;
}
