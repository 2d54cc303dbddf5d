import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Sector } from "../knowledge/sector.js";
import type { Analysis } from "../language/analysis.js";
import { softmax } from "./antecedent-ranker.js";
import type { Hit } from "./hits.js";
import type { ReportedPerson } from "./people.js";
import type { Reader } from "./reader.js";

/** The sectors that are told apart in people of whom the report gives no office; behind them stands "another". */
export const PERSON_SECTORS = ["CVL", "BUS"] as const;

/** Names of the person beyond these tell no more; words so far before and behind a name are looked at. */
const MOST_NAMES = 8;
const REACH = 8;

/**
 * What tells the sector of somebody of whom the report gives a name and no office: how large a share of the report's bodies
 * and roles each sector has ("report BUS"), how many there are in the sentences that name the person ("sentence CRM"), and
 * nouns and verbs beside the name ("word: neighbour").
 */
export function sectorFeatures(reader: Reader, person: ReportedPerson): ReadonlyMap<string, number> {
  const { analysis } = reader;
  const { report, sentences } = sectorsIn(reader);
  const features = new Map<string, number>();
  for (const [sector, share] of report) features.set(`report ${sector}`, share);
  const hits = person.hits.slice(0, MOST_NAMES);
  for (const hit of hits) {
    const sentence = analysis.sentences[analysis.words[hit.top]!.sentence]!;
    for (const [sector, times] of sentences.get(sentence.index) ?? []) {
      const name = `sentence ${sector}`;
      features.set(name, (features.get(name) ?? 0) + times / hits.length);
    }
    const last = Math.min(sentence.last, hit.last + REACH);
    for (let i = Math.max(sentence.first, hit.first - REACH); i < last; i++) {
      const { upos, lemma } = analysis.words[i]!;
      if (upos === "NOUN" || upos === "VERB") features.set(`word: ${lemma.toLowerCase()}`, 1);
    }
  }
  return features;
}

type Counts = Map<Sector, number>;

interface ReportSectors {
  /** Shares of the report's bodies and roles. */
  readonly report: ReadonlyMap<Sector, number>;
  /** How often each is spoken of, by sentence. */
  readonly sentences: ReadonlyMap<number, ReadonlyMap<Sector, number>>;
}

const ofAnalyses = new WeakMap<Analysis, ReportSectors>();

function sectorsIn({ analysis, hits }: Reader): ReportSectors {
  const known = ofAnalyses.get(analysis);
  if (known) return known;
  const report: Counts = new Map();
  const sentences = new Map<number, Counts>();
  let total = 0;
  for (const hit of hits.list) {
    const sector = sectorOfHit(hit);
    if (!sector) continue;
    const { sentence } = analysis.words[hit.top]!;
    const here = sentences.get(sentence) ?? new Map<Sector, number>();
    sentences.set(sentence, here);
    for (const counts of [report, here]) counts.set(sector, (counts.get(sector) ?? 0) + 1);
    total++;
  }
  for (const [sector, times] of report) report.set(sector, times / total);
  const found = { report, sentences };
  ofAnalyses.set(analysis, found);
  return found;
}

function sectorOfHit({ role, names }: Hit): Sector | undefined {
  return role ? role.sector : names[0]?.sector;
}

/** A multinomial log-linear model; "another sector" is what the rest are measured against. */
export class PersonSectorWeights {
  readonly #weights: ReadonlyMap<string, readonly number[]>;

  /** @param weights by feature, in the order of `PERSON_SECTORS`; a feature that is missing counts nothing */
  constructor(weights: ReadonlyMap<string, readonly number[]>) {
    this.#weights = weights;
  }

  /** The likeliest of `PERSON_SECTORS`, where it is likely enough. */
  sectorOf(features: ReadonlyMap<string, number>): Sector | undefined {
    const p = this.probabilities(features).slice(0, PERSON_SECTORS.length);
    const most = Math.max(...p);
    const least = this.#weights.get("threshold")?.[0] ?? 1;
    return most >= least ? PERSON_SECTORS[p.indexOf(most)] : undefined;
  }

  /** The probability of each of `PERSON_SECTORS`, and last that it is another sector or nobody. */
  probabilities(features: ReadonlyMap<string, number>): number[] {
    const scores = [...PERSON_SECTORS.map(() => 0), 0];
    for (const [name, value] of [...features, ["always", 1] as const]) {
      const weights = this.#weights.get(name);
      weights?.forEach((weight, s) => {
        scores[s]! += weight * value;
      });
    }
    return softmax(scores);
  }
}

let shipped: PersonSectorWeights | undefined;

/** The weights of `models/en/person-sectors.tsv`, read once. */
export function shippedSectorWeights(): PersonSectorWeights {
  shipped ??= new PersonSectorWeights(
    sectorTable(
      readFileSync(fileURLToPath(new URL("../../models/en/person-sectors.tsv", import.meta.url)), "utf8"),
    ),
  );
  return shipped;
}

/** Reads a table of weights: a feature a line, and "threshold". Throws an Error that names a line which is not so. */
export function sectorTable(table: string): Map<string, readonly number[]> {
  const weights = new Map<string, readonly number[]>();
  table.split("\n").forEach((line, i) => {
    if (line === "" || line.startsWith("#") || line.startsWith("feature\t")) return;
    const [feature, ...rest] = line.split("\t");
    const values = rest.map((text) => Number(text || Number.NaN));
    const expected = feature === "threshold" ? 1 : PERSON_SECTORS.length;
    if (values.length !== expected || !values.every(Number.isFinite))
      throw new Error(`weights of people's sectors, line ${i + 1}: feature and ${expected} numbers expected`);
    weights.set(feature!, values);
  });
  return weights;
}
