import type { Analysis, Word } from "../language/analysis.js";
import { compilePattern, type Entry } from "./codebook.js";
import { patternSchema } from "./codebook-schema.js";
import type { EventType } from "./event.js";
import type { Act } from "./read-acts.js";
import { statusOf } from "./status.js";

/** A pattern that asks for nothing, for words that the encoder takes for an act and the codebook does not know. */
const LEARNED = patternSchema.parse({ name: "learned", source: "subject" });

const entries = new Map<EventType, Entry>();

function entryOf(type: EventType): Entry {
  const made =
    entries.get(type) ?? Object.freeze({ pattern: compilePattern(type, LEARNED, new Map()), particles: [] });
  entries.set(type, made);
  return made;
}

/** The act of a type that a word tells by itself, with the status that its clause gives it. */
export function wordAct(analysis: Analysis, word: Word, type: EventType): Act {
  const entry = entryOf(type);
  const part = word.upos === "VERB" ? "verb" : word.upos === "NOUN" ? "noun" : "adjective";
  const frame = {
    analysis,
    entry,
    trigger: word,
    anchor: word,
    part,
    governed: { words: [], clause: undefined },
  } as const;
  const match = {
    pattern: entry.pattern,
    frame,
    sources: [],
    targets: [],
    what: [],
    clause: undefined,
    consumed: [],
    score: 0,
  };
  const { status, steps, condition, purpose } = statusOf(analysis, word, word);
  return {
    match,
    type,
    status,
    by: entry.pattern.id,
    steps,
    condition,
    purpose,
    answered: false,
    rivals: [],
  };
}
