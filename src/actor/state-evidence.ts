import { referenceWords } from "../knowledge/reference.js";
import type { Sector } from "../knowledge/sector.js";
import type { Analysis, Word } from "../language/analysis.js";
import { governor, prepositionOf, relation } from "../language/tree.js";
import type { Report } from "../report/report.js";
import type { Hit } from "./hits.js";
import { stateCode } from "./modifiers.js";
import type { Reader } from "./reader.js";
import { stateFiled } from "./state-filed.js";
import { townAt } from "./town-state.js";

/** One place where the text speaks of a state, by its name or by what belongs to it. */
export interface StateEvidence {
  readonly code: string;
  readonly word: number;
}

/** A body or group whose own words tell its state and sector ("French police"). */
export interface SectorEvidence {
  readonly code: string;
  readonly word: number;
  readonly sector: Sector;
  readonly role?: string | undefined;
}

/** Where a text speaks of states, in text order. */
export function stateEvidence({ analysis, hits }: Reader): StateEvidence[] {
  const list: StateEvidence[] = [];
  for (const hit of hits.list) {
    const code = stateCode(hit) ?? ownerOf(hit);
    if (code && hits.knowledge.states.has(code)) list.push({ code, word: hit.top });
  }
  for (const name of analysis.names) {
    if (name.type !== "GPE" && name.type !== "LOC") continue;
    const town = townAt(analysis, hits, name.last - 1);
    if (town) list.push({ code: town.code, word: name.last - 1 });
  }
  return list.sort((a, b) => a.word - b.word);
}

/** Where a text tells the state of a body or group, in text order. */
export function sectorEvidence(reader: Reader): SectorEvidence[] {
  const list: SectorEvidence[] = [];
  const { states } = reader.hits.knowledge;
  for (const hit of reader.hits.list) {
    const { top: word, role } = hit;
    if (role) {
      const description = reader.describe(word);
      const code = description?.codes.length === 1 ? description.codes[0]! : undefined;
      if (description?.sector && code && states.has(code))
        list.push({ code, word, sector: description.sector, role: role.role });
    } else {
      const { sector } = hit.names[0] ?? {};
      const code = sector && ownerOf(hit);
      if (code && states.has(code)) list.push({ code, word, sector });
    }
  }
  return list;
}

/** The state of a body or person that knowledge has; outlets are left out, since they tell of all the world. */
function ownerOf({ names }: Hit): string | undefined {
  const name = names[0];
  if (!name || name.kind === "not an actor" || name.kind === "media") return undefined;
  if (!name.person) return name.code;
  const codes = new Set(name.person.terms.map((t) => t.code));
  return codes.size === 1 ? [...codes][0] : undefined;
}

/** Counts by state. */
export type Counts = Map<string, number>;

/** The evidence of a report, by where it stands. */
export interface Evidence {
  readonly list: readonly StateEvidence[];
  /** Bodies and groups whose state is told, by sector and by role. */
  readonly bySector: ReadonlyMap<Sector, SectorStates>;
  readonly byRole: ReadonlyMap<string, readonly SectorEvidence[]>;
  readonly total: ReadonlyMap<string, number>;
  readonly totalPlaces: ReadonlyMap<string, number>;
  /** How many in the whole report are places. */
  readonly places: number;
  readonly sentences: ReadonlyMap<number, SentenceEvidence>;
  readonly title: ReadonlySet<string>;
  /** Index of the first sentence that is not the title. */
  readonly firstSentence: number;
  readonly filed: string | undefined;
}

/** The bodies of one sector, in text order, and how many each state has of them. */
export interface SectorStates {
  readonly list: readonly SectorEvidence[];
  readonly counts: ReadonlyMap<string, number>;
}

/** States that a sentence speaks of: all, those that are a subject, those that are a place. */
export interface SentenceEvidence {
  readonly all: Counts;
  readonly subjects: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** In text order. */
  readonly list: readonly PlacedEvidence[];
}

/** Evidence with its part in its clause. */
export interface PlacedEvidence extends StateEvidence {
  readonly isPlace: boolean;
  /** The verb or other word that heads its clause. */
  readonly clause: number;
}

/** Sorts the evidence of a report by where it stands. */
export function gather(
  report: Report,
  { analysis, hits }: Reader,
  list: readonly StateEvidence[],
  bodies: readonly SectorEvidence[],
): Evidence {
  const { words } = analysis;
  const { placePrepositions } = referenceWords();
  const total: Counts = new Map();
  const totalPlaces: Counts = new Map();
  const sentences = new Map<number, MutableSentence>();
  let places = 0;
  for (const one of list) {
    const word = words[one.word]!;
    let so = sentences.get(word.sentence);
    if (!so) {
      so = { all: new Map(), subjects: new Set(), places: new Set(), list: [] };
      sentences.set(word.sentence, so);
    }
    const isPlace = placePrepositions.has(prepositionOf(analysis, word) ?? "");
    so.list.push({ ...one, isPlace, clause: clauseOf(analysis, word) });
    count(total, one.code);
    count(so.all, one.code);
    if (relation(word) === "nsubj") so.subjects.add(one.code);
    if (isPlace) {
      places++;
      count(totalPlaces, one.code);
      so.places.add(one.code);
    }
  }
  const [first] = analysis.sentences;
  const second = analysis.sentences.findIndex((s) => s.paragraph !== first?.paragraph);
  return {
    list,
    ...sorted(bodies),
    total,
    totalPlaces,
    places,
    sentences,
    title: second < 0 ? new Set() : new Set(sentences.get(0)?.all.keys()),
    firstSentence: Math.max(0, second),
    filed: stateFiled(report, hits)?.code,
  };
}

function sorted(bodies: readonly SectorEvidence[]): Pick<Evidence, "bySector" | "byRole"> {
  const bySector = new Map<Sector, { list: SectorEvidence[]; counts: Counts }>();
  const byRole = new Map<string, SectorEvidence[]>();
  for (const body of bodies) {
    const so = bySector.get(body.sector) ?? {
      list: [] as SectorEvidence[],
      counts: new Map<string, number>(),
    };
    bySector.set(body.sector, so);
    so.list.push(body);
    count(so.counts, body.code);
    if (body.role === undefined) continue;
    const alike = byRole.get(body.role);
    if (alike) alike.push(body);
    else byRole.set(body.role, [body]);
  }
  return { bySector, byRole };
}

interface MutableSentence {
  readonly all: Counts;
  readonly subjects: Set<string>;
  readonly places: Set<string>;
  readonly list: PlacedEvidence[];
}

/** The nearest verb above a word, or the head of its sentence. */
export function clauseOf(analysis: Analysis, word: Word): number {
  let at = word;
  for (let over = governor(analysis, at); over; over = governor(analysis, at)) {
    at = over;
    if (at.upos === "VERB") break;
  }
  return at.index;
}

function count(counts: Counts, code: string): void {
  counts.set(code, (counts.get(code) ?? 0) + 1);
}

/** The last of a list in text order that stands before a word; found by halving. */
export function lastBefore<T extends { readonly word: number }>(
  list: readonly T[],
  word: number,
): T | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.word < word) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}
