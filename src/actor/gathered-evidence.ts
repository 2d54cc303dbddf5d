import { referenceWords } from "../knowledge/reference.js";
import type { Sector } from "../knowledge/sector.js";
import type { Analysis, Word } from "../language/analysis.js";
import { governor, prepositionOf, relation } from "../language/tree.js";
import type { Report } from "../report/report.js";
import type { Reader } from "./reader.js";
import type { SectorEvidence, StateEvidence } from "./state-evidence.js";
import { stateFiled } from "./state-filed.js";

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
  /** Counts of states that a town, a person, or a sentence's subject tells. */
  readonly totalTowns: ReadonlyMap<string, number>;
  readonly totalPeople: ReadonlyMap<string, number>;
  readonly totalSubjects: ReadonlyMap<string, number>;
  /** Towns and regions, in text order. */
  readonly towns: readonly StateEvidence[];
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
  const totalTowns: Counts = new Map();
  const totalPeople: Counts = new Map();
  const totalSubjects: Counts = new Map();
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
    if (one.by === "town") count(totalTowns, one.code);
    if (one.by === "person") count(totalPeople, one.code);
    if (relation(word) === "nsubj") {
      so.subjects.add(one.code);
      count(totalSubjects, one.code);
    }
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
    totalTowns,
    totalPeople,
    totalSubjects,
    towns: list.filter((one) => one.by === "town"),
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
