import type { Actor } from "../../actor/actor.js";
import type { Event } from "../../event/event.js";
import { children, governor } from "../../language/tree.js";
import type { Statement } from "../../quotation/statement.js";
import type { Reading } from "../../reading/reading.js";
import { identifier } from "../../record/identifier.js";
import { contains, overlaps, type Span, textOf } from "../../record/span.js";
import { rangeWithin } from "../../record/within.js";
import { codesBySentence, profileOf, weighted } from "../happenings/profile.js";
import { sentenceAt } from "../sentence-at.js";
import { dayOf } from "../stories/similarity.js";
import { storyTerms } from "../stories/story-terms.js";
import { positionWords, type Stance } from "./position-words.js";

/** One time that an actor takes a stance: an event or a statement of one report. */
export interface Stand {
  /** Made from what it holds: the same stand always has the same one. */
  readonly id: string;
  readonly report: string;
  /** ISO 8601 date of the act, else of the report; empty where neither has one. */
  readonly day: string;
  /** The event or statement that takes it, and where its words start in the report. */
  readonly row: string;
  readonly start: number;
  /** Who: the code, with the sector where it does not speak for the state ("PRK", "SYR.REB"). */
  readonly actor: string;
  readonly stance: Stance;
  /** Full name of the one who speaks. */
  readonly person?: string;
  /** Codes of those towards whom it is taken. */
  readonly toward: readonly string[];
  /** Codes of others whom the sentence names. */
  readonly about: readonly string[];
  /** True where it lies before what the report tells as news. */
  readonly past: boolean;
  /** Words of the sentence that tell most, with their weights; the squares sum to 1. */
  readonly words: readonly (readonly [string, number])[];
  /**
   * Where it has no day: terms of its report with their weights, the squares of all summing to 1. Only reports that are
   * about the same may then be of the same time.
   */
  readonly reportTerms?: readonly (readonly [string, number])[];
}

/** An act that was done in words; "will not, unless" refuses too. */
const TAKEN = new Set<Event["status"]>(["asserted", "habitual", "background"]);
/** A time that is longer than this is no day. */
const LONGEST_DAY = 7;

/** The stances that a report tells, in text order. */
export function standsOf(reading: Reading): Stand[] {
  const { events, statements } = reading;
  const codes = codesBySentence(reading);
  const words = positionWords();
  const taken = events.filter(
    (event) =>
      words.takes(event) &&
      (TAKEN.has(event.status) || (event.status === "conditional" && event.type === "REJECT")),
  );
  const ofEvents = taken.flatMap((event) => {
    const profile = profileOf(reading, event, codes);
    if (profile.triggers.some((lemma) => words.not.has(lemma))) return [];
    const sources = event.sources.flatMap(({ actor }) => (actor.known ? [actor.value] : []));
    const { targets, about, past } = profile;
    return standsBy(sources, {
      report: reading.report.id,
      day: dayFrom(profile.from, profile.to, reading),
      row: event.id,
      start: event.trigger.start,
      stance: words.ofEvent(event, profile.triggers)!,
      toward: targets.map(({ code }) => code),
      about,
      past: past || isEarlier(reading, event.trigger),
      words: wordsOf(reading, event.trigger, event.what ? [event.what] : []),
    });
  });
  const ofStatements = statements
    .filter((statement) => !taken.some((event) => tells(event, statement)))
    .flatMap((statement) => statementStands(reading, statement, codes));
  const stands = [...ofEvents, ...ofStatements];
  return stands.some(({ day }) => day === "") ? withTerms(stands, reading) : stands;
}

function withTerms(stands: readonly Stand[], { report }: Reading): Stand[] {
  const reportTerms = storyTerms(report).map(({ term, weight }) => [term, weight] as const);
  return stands.map((stand) => {
    if (stand.day !== "") return stand;
    const { id: _, ...content } = { ...stand, reportTerms };
    return { id: identifier("k", JSON.stringify(content)), ...content };
  });
}

/** True where the event is what the statement does: its trigger is the cue, or stands in what is said. */
function tells(event: Event, { id, cue, content }: Statement): boolean {
  return (
    event.claimedBy === id ||
    (cue !== undefined && overlaps(cue, event.trigger)) ||
    content.some((span) => contains(span, event.trigger))
  );
}

function statementStands(
  reading: Reading,
  statement: Statement,
  codes: ReturnType<typeof codesBySentence>,
): Stand[] {
  const stance = statement.act && positionWords().ofAct.get(statement.act);
  const { speaker, content, when } = statement;
  if (!stance || !speaker.known) return [];
  const { analysis, times } = reading;
  const sentence = sentenceAt(analysis, content[0]!);
  if (!sentence || positionWords().not.has(textOf(reading.report.text, content[0]!).toLowerCase())) return [];
  const interval = when === undefined ? undefined : times[when]?.interval;
  return standsBy([speaker.value], {
    report: reading.report.id,
    day: dayFrom(interval?.start, interval?.end, reading),
    row: statement.id,
    start: content[0]!.start,
    stance,
    toward: [],
    about: [...new Set(codes.get(sentence.index) ?? [])].filter((code) => code !== speaker.value.code).sort(),
    past: false,
    words: wordsOf(reading, content[0]!, content),
  });
}

/** "previously tweeted that he had confidence": an adverb on the trigger's clause or on one that it stands in. */
function isEarlier({ analysis }: Reading, trigger: Span): boolean {
  const { first } = rangeWithin(analysis.words, trigger);
  for (
    let word = analysis.words[first], i = 0;
    word && i < MOST_CLIMBS;
    word = governor(analysis, word), i++
  ) {
    const own = children(analysis, word);
    if (own.some((c) => c.deprel === "advmod" && positionWords().earlier.has(c.lemma.toLowerCase())))
      return true;
    if (word.deprel === "acl:relcl") return false;
  }
  return false;
}

const MOST_CLIMBS = 4;

/** What the sentence says besides who is named, whom their codes tell apart, and besides that it is said. */
function wordsOf(
  { analysis, mentions, statements }: Reading,
  at: Span,
  closest: readonly Span[],
): [string, number][] {
  const sentence = sentenceAt(analysis, at);
  if (!sentence) return [];
  const named = mentions.filter(
    ({ form, actors, first }) =>
      actors.length > 0 && NAMED.has(form) && first >= sentence.first && first < sentence.last,
  );
  const rest = analysis.words
    .slice(sentence.first, sentence.last)
    .filter((word) => !statements.some(({ cue }) => cue && overlaps(cue, word) && !overlaps(at, word)))
    .filter((word) => !named.some(({ first, last }) => word.index >= first && word.index < last));
  return weighted(rest, closest);
}

const NAMED = new Set(["name", "metonym", "demonym", "title"]);

/** The same stand by each of several actors, a state once; an answer alone need not name anybody else. */
function standsBy(actors: readonly Actor[], stand: Omit<Stand, "id" | "actor" | "person">): Stand[] {
  const { official, parties, answers } = positionWords();
  const found = new Map<string, Stand>();
  if (stand.toward.length + stand.about.length === 0 && !answers.has(stand.stance)) return [];
  for (const { code, sector, person } of actors) {
    const speaks = !sector || official.has(sector);
    if (stand.toward.includes(code) || !(speaks || parties.has(sector))) continue;
    const actor = speaks ? code : `${code}.${sector}`;
    const own = { ...stand, actor, ...(person && { person }) };
    if (!found.has(actor)) found.set(actor, { id: identifier("k", JSON.stringify(own)), ...own });
  }
  return [...found.values()];
}

function dayFrom(from: string | undefined, to: string | undefined, { report }: Reading): string {
  const short =
    from && to && Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10)) <= LONGEST_DAY * 86_400_000;
  return short ? from.slice(0, 10) : (report.published.known && dayOf(report.published.value)) || "";
}
