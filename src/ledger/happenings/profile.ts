import type { Event, EventType } from "../../event/event.js";
import { fold } from "../../knowledge/fold.js";
import type { Word } from "../../language/analysis.js";
import { children } from "../../language/tree.js";
import type { Reading } from "../../reading/reading.js";
import { overlaps, type Span, textOf } from "../../record/span.js";
import { quotedStretch } from "../quoted-stretch.js";
import { readOrdinal } from "../read-ordinal.js";
import { sentenceAt } from "../sentence-at.js";
import { dayOf } from "../stories/similarity.js";
import { rarity } from "../stories/story-terms.js";
import { eventFamilies } from "./families.js";
import { type Party, parties } from "./party.js";

/** Whether the act was done (or will be), is only wanted or possible, or is a habit. */
export type Reality = "done" | "wanted" | "habit";

/** What one event, or several of one report that tell of the same thing, are compared by. */
export interface Profile {
  /** Identifiers, in text order. */
  readonly events: readonly string[];
  /** The first event's type is the profile's; the others' follow. */
  readonly types: readonly EventType[];
  readonly reality: Reality;
  readonly sources: readonly Party[];
  readonly targets: readonly Party[];
  readonly mutual: boolean;
  /** Codes of others whom the sentence names. */
  readonly about: readonly string[];
  /** When it was, ISO 8601, the end exclusive. */
  readonly from?: string;
  readonly to?: string;
  /** Publication date of the report. */
  readonly published?: string;
  /** True where it lies before what the report tells as news. */
  readonly past: boolean;
  /** True for several acts of a kind ("launches"). */
  readonly several: boolean;
  /** Lemmas of the triggers. */
  readonly triggers: readonly string[];
  /** Lemmas of what it was done to or with; absent where there is nothing of the kind. */
  readonly objects?: readonly string[];
  /** Lemmas of what says of what kind the act was, where a noun tells it ("missile test"); absent where nothing does. */
  readonly kinds?: readonly string[];
  /** Which of its kind it was: 6 of "its sixth nuclear test"; absent where a noun does not say so. */
  readonly ordinal?: number;
  /** Words of the sentence that tell most, with their weights; the squares sum to 1. */
  readonly words: readonly (readonly [string, number])[];
  /** What the words in quotation marks of its sentence are known again by (`quotedStretch`), for acts done with words. */
  readonly quoted?: readonly string[];
  readonly place?: string;
  /** Numbers with their units. */
  readonly quantities: readonly string[];
}

const REALITY: Readonly<Record<Event["status"], Reality>> = {
  asserted: "done",
  denied: "done",
  planned: "done",
  background: "done",
  demanded: "wanted",
  conditional: "wanted",
  possible: "done",
  habitual: "habit",
};
const MOST_WORDS = 16;
const CONTENT = new Set(["NOUN", "PROPN", "VERB", "ADJ"]);
/** Words that say what the act was about count so many times those of the rest of its sentence. */
const WHAT_COUNTS = 2;

/** What `event` is compared by. */
export function profileOf(
  reading: Reading,
  event: Event,
  codes: CodesBySentence = codesBySentence(reading),
): Profile {
  const { analysis, times, places, quantities = [], report } = reading;
  const when = event.when === undefined ? undefined : times[event.when];
  const where = event.where === undefined ? undefined : places[event.where];
  const trigger = wordsIn(reading, event.trigger);
  const published = report.published.known ? dayOf(report.published.value) : undefined;
  const sentence = sentenceAt(analysis, event.trigger);
  const objects = event.what ? contentLemmas(wordsIn(reading, event.what)) : [];
  const kinds = kindsOf(reading, trigger);
  const ordinal = ordinalOf(reading, trigger);
  const quoted = eventFamilies().spoken.has(event.type) && sentence ? quotedIn(reading, sentence) : [];
  return {
    events: [event.id],
    types: [event.type],
    reality: REALITY[event.status],
    sources: parties(event.sources),
    targets: parties(event.targets),
    mutual: event.mutual,
    about: aboutOf(event, codes.get(sentence?.index ?? -1) ?? []),
    ...(when?.interval &&
      tells(when.interval, published) && { from: when.interval.start, to: when.interval.end }),
    ...(published && { published }),
    past: event.status === "background",
    several: trigger.some((word) => word.xpos === "NNS"),
    triggers: contentLemmas(trigger),
    ...(objects.length > 0 && { objects }),
    ...(kinds.length > 0 && { kinds }),
    ...(ordinal !== undefined && { ordinal }),
    ...(quoted.length > 0 && { quoted }),
    words: weighted(
      [...(sentence ? analysis.words.slice(sentence.first, sentence.last) : trigger)],
      event.what ? [event.trigger, event.what] : [event.trigger],
    ),
    ...(where && ["point", "city"].includes(where.precision) && { place: where.name }),
    quantities: (event.quantities ?? []).flatMap((index) => {
      const { measures, low, high, unit } = quantities[index]!;
      return [`${measures} ${low}${high === low ? "" : `-${high ?? ""}`} ${unit}`];
    }),
  };
}

/** False for "this year" and the like: so long a time around the day of publication tells nothing. */
function tells(
  { start, end }: { readonly start: string; readonly end: string },
  published?: string,
): boolean {
  const days = (Date.parse(end.slice(0, 10)) - Date.parse(start.slice(0, 10))) / 86_400_000;
  if (Number.isNaN(days)) return false;
  return days <= LONGEST_TIME || !published || published < start || published >= end;
}

const LONGEST_TIME = 31;

/** True where the trigger is a noun that takes up what was told before: "the launch", "their launch". */
export function pointsBack(reading: Reading, event: Event): boolean {
  const { analysis } = reading;
  return wordsIn(reading, event.trigger).some(
    (word) =>
      word.upos === "NOUN" &&
      children(analysis, word).some(
        (c) => c.deprel === "nmod:poss" || (c.deprel === "det" && DEFINITE.has(c.lemma.toLowerCase())),
      ),
  );
}

const DEFINITE = new Set(["the", "this", "that", "these", "those"]);

function quotedIn({ statements, report }: Reading, sentence: Span): string[] {
  const spans = statements.flatMap(({ form, content, quoted }) =>
    form === "direct" ? content : (quoted ?? []),
  );
  const stretches = spans
    .filter((span) => overlaps(span, sentence))
    .map(({ start, end }) => ({ start: Math.max(start, sentence.start), end: Math.min(end, sentence.end) }))
    .flatMap((span) => quotedStretch(textOf(report.text, span), QUOTED_WORDS) ?? []);
  return [...new Set(stretches)];
}

/** Fewer words are said by many. */
const QUOTED_WORDS = 6;

/** From the second on: "the first test" is mostly the first since something. */
function ordinalOf({ analysis }: Reading, trigger: readonly Word[]): number | undefined {
  return trigger
    .filter(({ upos }) => upos === "NOUN")
    .flatMap((noun) => children(analysis, noun))
    .map(({ form }) => readOrdinal(form.toLowerCase()))
    .find((n) => n !== undefined && n > 1);
}

/** "missile" of "missile test", "nuclear" of "its sixth nuclear test". */
function kindsOf({ analysis }: Reading, trigger: readonly Word[]): string[] {
  const { notKinds } = eventFamilies();
  return trigger
    .filter(({ upos }) => upos === "NOUN")
    .flatMap((noun) => children(analysis, noun))
    .filter(({ deprel, upos }) => KIND_RELATIONS.has(deprel) && (upos === "NOUN" || upos === "ADJ"))
    .filter(({ form }) => form === form.toLowerCase())
    .map(lemmaOf)
    .filter((lemma) => !notKinds.has(lemma));
}

const KIND_RELATIONS = new Set(["compound", "amod"]);

/** Codes of those whom each sentence names, by its index. */
export type CodesBySentence = ReadonlyMap<number, readonly string[]>;

export function codesBySentence({ analysis, mentions }: Reading): CodesBySentence {
  const codes = new Map<number, string[]>();
  for (const { head, actors } of mentions) {
    const sentence = analysis.words[head]?.sentence ?? -1;
    codes.set(sentence, [...(codes.get(sentence) ?? []), ...actors.map(({ code }) => code)]);
  }
  return codes;
}

function aboutOf(event: Event, named: readonly string[]): string[] {
  const acting = new Set(parties([...event.sources, ...event.targets]).map(({ code }) => code));
  return [...new Set(named)].filter((code) => !acting.has(code)).sort();
}

function contentLemmas(words: readonly Word[]): string[] {
  return [...new Set(words.filter(({ upos }) => CONTENT.has(upos)).map(lemmaOf))];
}

function wordsIn({ analysis }: Reading, span: Span): Word[] {
  const sentence = sentenceAt(analysis, span);
  if (!sentence) return [];
  return analysis.words.slice(sentence.first, sentence.last).filter((word) => overlaps(word, span));
}

/** The words that tell most, with their weights; those inside `closest` count twice. */
export function weighted(words: readonly Word[], closest: readonly Span[]): [string, number][] {
  const weights = new Map<string, number>();
  for (const word of words) {
    if (!CONTENT.has(word.upos)) continue;
    const lemma = lemmaOf(word);
    const worth = rarity(lemma) * (closest.some((span) => overlaps(word, span)) ? WHAT_COUNTS : 1);
    if (worth > (weights.get(lemma) ?? 0)) weights.set(lemma, worth);
  }
  return normal(weights);
}

/** The heaviest words, their weights brought to length 1. */
export function normal(weights: ReadonlyMap<string, number>): [string, number][] {
  const heaviest = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_WORDS);
  const length = Math.hypot(...heaviest.map(([, weight]) => weight));
  return heaviest.map(([word, weight]) => [word, Number((weight / length).toFixed(3))]);
}

export function lemmaOf(word: Word): string {
  return fold(word.lemma);
}
