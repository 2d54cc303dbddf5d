import type { Event } from "../event/event.js";
import type { Analysis, Word } from "../language/analysis.js";
import { governor, relation } from "../language/tree.js";
import type { Quantity } from "../quantity/quantity.js";
import type { Statement } from "../quotation/statement.js";
import { contains, overlaps, type Span } from "../record/span.js";
import { rangeWithin } from "../record/within.js";

/** Relations at which another clause begins: what stands below says nothing of how much happened above. */
const OTHER_CLAUSE: ReadonlySet<string> = new Set(["ccomp", "advcl", "csubj", "parataxis", "acl:relcl"]);

/**
 * Ties each quantity to the events that it measures, those whose trigger is the nearest above it in the tree of its
 * clause, and to the statement that claims it, the shortest that holds it.
 * @returns the quantities and events with `claimedBy` and `quantities` filled in where there is something to say
 */
export function attachQuantities(
  analysis: Analysis,
  quantities: readonly Quantity[],
  statements: readonly Statement[],
  events: readonly Event[],
): { readonly quantities: readonly Quantity[]; readonly events: readonly Event[] } {
  if (quantities.length === 0) return { quantities, events };
  const measured = new Map<Event, number[]>();
  const bySentence = eventsBySentence(analysis, events);
  quantities.forEach((quantity, index) => {
    const { first } = rangeWithin(analysis.words, quantity);
    const word = analysis.words[first];
    if (!word) return;
    for (const event of eventsAbove(analysis, quantity, word, bySentence.get(word.sentence) ?? []))
      measured.set(event, [...(measured.get(event) ?? []), index]);
  });
  return {
    quantities: withClaims(quantities, statements),
    events: events.map((event) => {
      const own = measured.get(event);
      return own ? { ...event, quantities: own } : event;
    }),
  };
}

function eventsBySentence(analysis: Analysis, events: readonly Event[]): Map<number, Event[]> {
  const table = new Map<number, Event[]>();
  for (const event of events) {
    const { first } = rangeWithin(analysis.words, event.trigger);
    const sentence = analysis.words[first]?.sentence;
    if (sentence === undefined) continue;
    const list = table.get(sentence);
    if (list) list.push(event);
    else table.set(sentence, [event]);
  }
  return table;
}

/** The events whose trigger is met first on the way up from a quantity, before another clause begins. */
function eventsAbove(
  analysis: Analysis,
  quantity: Quantity,
  from: Word,
  events: readonly Event[],
): readonly Event[] {
  if (events.length === 0) return [];
  const { of } = quantity;
  const named = of ? events.filter((event) => contains(of, event.trigger)) : [];
  if (named.length > 0) return named;
  for (let word: Word | undefined = from; word; ) {
    const at: Span = word;
    const found = events.filter((event) => overlaps(event.trigger, at));
    if (found.length > 0) return found;
    const joins = relation(word) === "conj" && word.upos === "VERB";
    if (joins || OTHER_CLAUSE.has(word.deprel) || OTHER_CLAUSE.has(relation(word))) return [];
    word = governor(analysis, word);
  }
  return [];
}

function withClaims(quantities: readonly Quantity[], statements: readonly Statement[]): Quantity[] {
  const said = statements
    .flatMap(({ id, content }) => content.map(({ start, end }) => ({ id, start, end })))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return quantities.map((quantity) => {
    const claim = said.find((span) => contains(span, quantity));
    return claim ? { ...quantity, claimedBy: claim.id } : quantity;
  });
}
