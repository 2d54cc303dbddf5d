import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** What a statement does. */
export const ACTS = [
  "asserts",
  "denies",
  "accuses",
  "thanks",
  "demands",
  "offers",
  "promises",
  "threatens",
  "asks",
  "thinks",
  "warns",
  "shows",
  "wants",
  "refuses",
  "supports",
  "opposes",
  "apologizes",
  "refuses to comment",
] as const;
export type Act = (typeof ACTS)[number];

/** How a cue's content hangs on it; the head of `knowledge/quotation/cues.yaml` says what each means. */
export const FRAMES = [
  "clause",
  "quotation",
  "infinitive",
  "gerund",
  "predicate",
  "object",
  "to",
  "for",
  "of",
  "against",
  "about",
  "on",
  "as",
] as const;
export type Frame = (typeof FRAMES)[number];

export type FrameActs = ReadonlyMap<Frame, Act>;

/** The cue list, by lemma. */
export interface Cues {
  readonly verbs: ReadonlyMap<string, FrameActs>;
  readonly nouns: ReadonlyMap<string, FrameActs>;
  readonly adjectives: ReadonlyMap<string, FrameActs>;
  /** Nouns of "in the words of Y", "in Y's view". */
  readonly phrases: ReadonlyMap<string, Act>;
  /** First words of prepositions such as "according to", with the whole. */
  readonly prepositions: ReadonlyMap<string, { readonly whole: string; readonly act: Act }>;
  /** Verbs whose participle goes on with the speaker of the clause before. */
  readonly goOn: ReadonlySet<string>;
  /** Verbs that lend a noun of saying their subject: "made the claim". */
  readonly lightVerbs: ReadonlySet<string>;
  /** Verbs over an infinitive that was carried out: "went on to say". */
  readonly continuing: ReadonlySet<string>;
  /** Verbs whose object is only spoken to: "told him to go" says "to go". */
  readonly addressing: ReadonlySet<string>;
  /** Verbs whose passive without an agent is no one's thought: "is expected to visit". */
  readonly impersonal: ReadonlySet<string>;
  /** Verbs that a refusal to comment refuses: "declined to say". */
  readonly commenting: ReadonlySet<string>;
  /** Verbs that it refuses with such an object only: "declined to give details". */
  readonly givingWords: { readonly verbs: ReadonlySet<string>; readonly objects: ReadonlySet<string> };
  /** Words of labels that name no speaker of a transcript. */
  readonly notSpeakers: ReadonlySet<string>;
  /** Last words of labels in small letters that name those who ask in an interview: "Reporter: ...". */
  readonly turnTakers: ReadonlySet<string>;
  /** Nouns that may stand alone with a colon as a headline's source. */
  readonly headlineSources: ReadonlySet<string>;
  /** Words of a condition, by which "China: no talks before ..." is China's word and not the topic's. */
  readonly headlineConditions: ReadonlySet<string>;
}

type FrameLists = Partial<Record<Act, Partial<Record<Frame, string[]>>>>;
type Lists = Partial<Record<Act, string[]>>;
interface CueFile {
  verbs: FrameLists;
  nouns: FrameLists;
  adjectives: FrameLists;
  phrases: Lists;
  prepositions: Lists;
  goOn: string[];
  lightVerbs: string[];
  continuing: string[];
  addressing: string[];
  impersonal: string[];
  commenting: string[];
  givingWords: { verbs: string[]; objects: string[] };
  notSpeakers: string[];
  turnTakers: string[];
  headlineSources: string[];
  headlineConditions: string[];
}

let loaded: Cues | undefined;

/** The cues of `knowledge/quotation/cues.yaml`, read once. Throws where the file names an unknown act or frame. */
export function loadCues(): Cues {
  if (loaded) return loaded;
  const path = new URL("../../knowledge/quotation/cues.yaml", import.meta.url);
  const file = parse(readFileSync(path, "utf8")) as CueFile;
  const phrases = flat(file.phrases);
  const prepositions = new Map<string, { whole: string; act: Act }>();
  for (const [whole, act] of flat(file.prepositions)) prepositions.set(whole.split(" ")[0]!, { whole, act });
  loaded = {
    verbs: byLemma(file.verbs),
    nouns: byLemma(file.nouns),
    adjectives: byLemma(file.adjectives),
    phrases,
    prepositions,
    goOn: new Set(file.goOn),
    lightVerbs: new Set(file.lightVerbs),
    continuing: new Set(file.continuing),
    addressing: new Set(file.addressing),
    impersonal: new Set(file.impersonal),
    commenting: new Set(file.commenting),
    givingWords: {
      verbs: new Set(file.givingWords.verbs),
      objects: new Set(file.givingWords.objects),
    },
    notSpeakers: new Set(file.notSpeakers),
    turnTakers: new Set(file.turnTakers),
    headlineSources: new Set(file.headlineSources),
    headlineConditions: new Set(file.headlineConditions),
  };
  return loaded;
}

function byLemma(lists: FrameLists): ReadonlyMap<string, FrameActs> {
  const out = new Map<string, Map<Frame, Act>>();
  for (const [act, frames] of Object.entries(lists)) {
    if (!ACTS.includes(act as Act)) throw new Error(`cues.yaml: unknown act "${act}"`);
    for (const [frame, lemmas] of Object.entries(frames)) {
      if (!FRAMES.includes(frame as Frame)) throw new Error(`cues.yaml: unknown frame "${frame}"`);
      for (const lemma of lemmas) {
        const entry = out.get(lemma) ?? new Map<Frame, Act>();
        if (!entry.has(frame as Frame)) entry.set(frame as Frame, act as Act);
        out.set(lemma, entry);
      }
    }
  }
  return out;
}

function flat(lists: Lists): ReadonlyMap<string, Act> {
  const out = new Map<string, Act>();
  for (const [act, lemmas] of Object.entries(lists)) {
    if (!ACTS.includes(act as Act)) throw new Error(`cues.yaml: unknown act "${act}"`);
    for (const lemma of lemmas) out.set(lemma, act as Act);
  }
  return out;
}
