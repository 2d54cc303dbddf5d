import type { Participant } from "../event/event.js";
import { BOUNDS, type Quantity } from "../quantity/quantity.js";
import { loadVocabulary } from "../quantity/vocabulary.js";
import type { Reading } from "../reading/reading.js";
import { textOf } from "../record/span.js";
import type { Relation } from "../relation/relation.js";
import type { CheckedRow } from "./checked.js";
import type { GoldQuantity, GoldReading, GoldRelation } from "./gold-reading.js";
import { type Candidate, pair } from "./pairing.js";
import { isPerson, isWho } from "./who.js";
import { occurrences, overlapAny, shareWord } from "./words.js";

/** Relations that the report states: the words shared, the name of the relation in the words, both sides right. */
export function checkRelations(gold: GoldReading, reading: Reading, name: string): CheckedRow[] {
  const { relations = [], report } = reading;
  return checkClaims({
    section: "relations",
    name,
    gold: gold.relations,
    rows: relations,
    wordsOf: ({ source, relation, target }: GoldRelation) => `${source} ${relation} ${target}`,
    rowWords: ({ relation, source, target, span }: Relation) =>
      `${codeOf(source)} ${relation} ${codeOf(target)}: “${textOf(report.text, span)}”`,
    idOf: ({ id }) => id,
    faults: (one, relation) =>
      overlapAny(occurrences(report.text, one.evidence), [relation.span]) &&
      shareWord(one.relation, relation.relation)
        ? [
            ...(isWho({ code: one.source }, relation.source.actor) ? [] : [`source: ${one.source} expected`]),
            ...(isWho({ code: one.target }, relation.target.actor) ? [] : [`target: ${one.target} expected`]),
          ]
        : undefined,
  });
}

/** Quantities: the words shared, number, unit and bound right. */
export function checkQuantities(gold: GoldReading, reading: Reading, name: string): CheckedRow[] {
  const { quantities = [], report, statements } = reading;
  return checkClaims({
    section: "quantities",
    name,
    gold: gold.quantities,
    rows: quantities,
    wordsOf: ({ of, value, unit }: GoldQuantity) => `${of}: ${value} ${unit}`,
    rowWords: (quantity: Quantity) => `“${textOf(report.text, quantity)}”`,
    faults: (one, quantity) => {
      if (!overlapAny(occurrences(report.text, one.evidence), [quantity])) return undefined;
      const claim = statements.find(({ id }) => id === quantity.claimedBy)?.speaker;
      const speaker = claim?.known ? claim.value : undefined;
      return [
        ...(quantity.low === one.value && quantity.high === one.value
          ? []
          : [`value: ${one.value} expected`]),
        ...(quantity.unit === unitName(one.unit) ? [] : [`unit: ${one.unit} expected`]),
        ...(one.bound === undefined || quantity.bound === boundName(one.bound)
          ? []
          : [`bound: ${one.bound} expected`]),
        ...(one.claimed_by === undefined ||
        isPerson(one.claimed_by, speaker?.person) ||
        speaker?.code === one.claimed_by
          ? []
          : [`claimed by: ${one.claimed_by} expected`]),
      ];
    },
  });
}

interface Claims<Gold, Row> {
  readonly section: "relations" | "quantities";
  readonly name: string;
  readonly gold: readonly Gold[];
  readonly rows: readonly Row[];
  readonly wordsOf: (gold: Gold) => string;
  readonly rowWords: (row: Row) => string;
  /** Identifier of the row, where rows of the kind have one. */
  readonly idOf?: (row: Row) => string;
  /** What is otherwise; undefined where the two have nothing to do with each other. */
  readonly faults: (gold: Gold, row: Row) => readonly string[] | undefined;
}

function checkClaims<Gold extends { readonly may: boolean }, Row>(claims: Claims<Gold, Row>): CheckedRow[] {
  const { section, name, gold, rows, wordsOf, rowWords, idOf, faults } = claims;
  const identity = (row: Row) => (idOf ? { row: idOf(row) } : {});
  const candidates = gold.flatMap((one, g) =>
    rows.flatMap((row, r): Candidate[] => {
      const found = faults(one, row);
      return found ? [{ gold: g, row: r, fit: -found.length }] : [];
    }),
  );
  const pairs = pair(candidates);
  const taken = new Set(pairs.values());
  const common = { kind: "checked", section, gold: name } as const;
  return [
    ...gold.map((one, g): CheckedRow => {
      const row = rows[pairs.get(g) ?? -1];
      const named = {
        ...common,
        name: `${section.replace(/(ie)?s$/, (end) => (end === "ies" ? "y" : ""))} ${g + 1}`,
      };
      const told = { ...named, words: wordsOf(one), may: one.may };
      if (!row) return { ...told, state: "missing", differs: [] };
      const differs = faults(one, row)!;
      return {
        ...told,
        state: differs.length === 0 ? "found" : "wrong",
        ...identity(row),
        differs,
      };
    }),
    ...rows.flatMap((row, r): CheckedRow[] =>
      taken.has(r)
        ? []
        : [
            {
              ...common,
              state: "extra",
              ...identity(row),
              words: rowWords(row),
              may: false,
              differs: [],
            },
          ],
    ),
  ];
}

function codeOf({ actor }: Participant): string {
  return actor.known ? actor.value.code : "unknown";
}

/** A unit's name from any of its words: "kilometre" for "km". */
function unitName(unit: string): string {
  return loadVocabulary().units.next.get(unit.toLowerCase())?.value?.name ?? unit;
}

/** A bound's name from any of its words: "about" for "roughly". */
function boundName(bound: string): string {
  if ((BOUNDS as readonly string[]).includes(bound)) return bound;
  return loadVocabulary().before.next.get(bound.toLowerCase())?.value ?? bound;
}
