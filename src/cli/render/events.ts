import type { Event } from "../../event/event.js";
import { surerThan } from "../../event/surer-than.js";
import type { Analysis } from "../../language/analysis.js";
import { sentenceAt } from "../../ledger/sentence-at.js";
import type { Reading } from "../../reading/reading.js";
import { contains, cover, overlaps, type Span, textOf } from "../../record/span.js";
import { leftOutWords } from "./left-out.js";
import { clean, type Page, type Piece, paragraph } from "./paragraph.js";
import {
  actorName,
  participantNames,
  placeWords,
  quoteSpans,
  shortId,
  sureness,
  timeWords,
  typeStyle,
} from "./words.js";

const INDENT = 12;
const NEIGHBOURS = 5;
/** What a number counts is shown where it stands at most so many characters behind it. */
const NEAR = 20;
/** The longest type's name and two spaces. */
const TYPE_WIDTH = 11;
/** Pages of at least this width give the type a column of its own. */
const ROOMY = 80;

/**
 * The events in text order, each with the words that say so.
 * @param least leaves out events of which all is right with a lower probability, or with one that is not known; a last
 *   line tells how many
 */
export function eventLines(page: Page, reading: Reading, least?: number): string[] {
  const { kept, leftOut } = least === undefined ? { kept: reading.events } : surerThan(reading.events, least);
  const less = leftOut && leftOutWords(leftOut);
  return [
    ...[...kept]
      .sort((a, b) => a.trigger.start - b.trigger.start)
      .flatMap((event) => oneEvent(page, reading, event)),
    ...(less ? paragraph(page, [{ text: less, style: "dim" }], { label: [{ text: "  " }], indent: 2 }) : []),
  ];
}

function oneEvent(page: Page, reading: Reading, event: Event): string[] {
  const { text } = reading.report;
  const details = [
    event.mode ? `${event.status}, ${event.mode}` : event.status,
    event.probability === undefined ? undefined : sureness(event.probability),
    timeWords(reading, event.when),
    placeWords(reading, event.where),
    quantityWords(reading, event),
    event.condition && `condition: “${clean(textOf(text, event.condition))}”`,
    claim(reading, event),
    event.part === "title" ? "in the title" : undefined,
  ].filter((detail) => detail !== undefined);
  const id: Piece = { text: `  ${shortId(event.id)}  `, style: "dim" };
  const type: Piece = { text: event.type, style: typeStyle(event.type) };
  const told: Piece[] = [
    { text: whoToWhom(reading, event) },
    { text: ` · ${details.join(" · ")}`, style: "dim" },
  ];
  const words = eventWords(reading, event);
  if (page.width < ROOMY) {
    return [
      ...paragraph(page, [type, { text: " " }, ...told], { label: [id], indent: INDENT }),
      ...paragraph(page, words, { indent: INDENT }),
    ];
  }
  const indent = INDENT + TYPE_WIDTH;
  return [...paragraph(page, told, { label: [id, type], indent }), ...paragraph(page, words, { indent })];
}

/** "USA → CHN", "USA ↔ CHN" for a mutual act, "PRK" where nobody is the target. */
export function whoToWhom(reading: Reading, event: Event): string {
  const sources = participantNames(reading, event.sources) || "?";
  const targets = participantNames(reading, event.targets);
  return targets ? `${sources} ${event.mutual ? "↔" : "→"} ${targets}` : sources;
}

/** The words that say so, the trigger underlined, with what and whom as far as its sentence and its claim reach. */
export function eventWords(reading: Reading, event: Event): Piece[] {
  const { report, analysis, statements } = reading;
  const claim = statements.find((statement) => statement.id === event.claimedBy);
  const bounds = [
    sentenceAt(analysis, event.trigger),
    claim?.content.find((span) => contains(span, event.trigger)),
  ];
  const participants = [...event.sources, ...event.targets].map((participant) => participant.span);
  const near = [event.what, ...participants].filter(
    (span) => span !== undefined && bounds.every((bound) => !bound || contains(bound, span)),
  ) as Span[];
  const spans = near.length > 0 ? near : [neighbourhood(analysis, event.trigger, bounds)];
  return [{ text: "“" }, ...quoteSpans(report.text, [event.trigger, ...spans], event.trigger), { text: "”" }];
}

/** A few words on both sides of a trigger that has nothing else to be shown with. */
function neighbourhood(analysis: Analysis, trigger: Span, bounds: readonly (Span | undefined)[]): Span {
  const sentence = sentenceAt(analysis, trigger);
  if (!sentence) return trigger;
  const inside = analysis.words
    .slice(sentence.first, sentence.last)
    .filter((word) => bounds.every((bound) => !bound || contains(bound, word)));
  const first = inside.findIndex((word) => overlaps(word, trigger));
  const last = inside.findLastIndex((word) => overlaps(word, trigger));
  if (first < 0) return trigger;
  return cover(inside.slice(Math.max(first - NEIGHBOURS, 0), last + NEIGHBOURS + 1));
}

/** "12 people": what measures the event, in the text's words. */
function quantityWords({ report, quantities = [] }: Reading, event: Event): string | undefined {
  const words = event.quantities?.map((index) => {
    const { of, start, end } = quantities[index]!;
    const near = of && of.start >= end && of.start - end <= NEAR ? { start, end: of.end } : { start, end };
    return clean(textOf(report.text, near));
  });
  return words?.join(", ");
}

function claim(reading: Reading, event: Event): string | undefined {
  if (event.claimedBy === undefined) return undefined;
  const statement = reading.statements.find((s) => s.id === event.claimedBy);
  if (!statement) return undefined;
  const { speaker } = statement;
  if (!speaker.known) return "told by somebody not known";
  const teller = actorName(speaker.value);
  const own = event.sources.some(({ actor }) => actor.known && actorName(actor.value) === teller);
  return own ? undefined : `told by ${teller}`;
}
