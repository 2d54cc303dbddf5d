import { type Kysely, sql } from "kysely";
import { groupBy } from "../group-by.js";
import { all } from "../json-rows.js";
import type { Schema } from "../schema.js";
import type { Claim } from "./claim.js";
import type { Clash } from "./clashes.js";
import type { TensionRule } from "./tension-rules.js";
import { tensionWords } from "./tension-words.js";

/** Clashes with what they were made from. */
export interface FoundClashes {
  readonly bases: readonly string[];
  /** The strongest first. */
  readonly clashes: readonly Clash[];
}

/** A row that tells something, as SQL gives it. */
export interface Told {
  readonly basis: string;
  readonly row: string;
  readonly report: string;
  readonly day: string | null;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly sentence: string;
}

/** Codes of those who act, and of others whom it names. */
export interface Actors {
  readonly actors: readonly string[];
  readonly about: readonly string[];
}

export const NOBODY: Actors = { actors: [], about: [] };

/** Whom each happening names. */
export async function actorsOfHappenings(
  db: Kysely<Schema>,
  happenings: readonly string[],
): Promise<Map<string, Actors>> {
  const { rows } = await sql<{ happening: string; role: string; code: string }>`
    select happening, role, code from happening_actors where happening in ${all(happenings)} order by code`.execute(
    db,
  );
  return new Map(
    [...groupBy(rows, ({ happening }) => happening)].map(([happening, own]) => [
      happening,
      {
        actors: [...new Set(own.filter(({ role }) => role !== "about").map(({ code }) => code))],
        about: own.filter(({ role }) => role === "about").map(({ code }) => code),
      },
    ]),
  );
}

/** The clash of two rows. */
export function made(rule: TensionRule, [first, second]: readonly [Told, Told], actors: Actors): Clash {
  return {
    rule,
    reason: `${second.words}: ${tensionWords().rules[rule]}`,
    first: claimOf(rule, first, actors),
    second: claimOf(rule, second, actors),
    apart: 0,
  };
}

/** A row as one side of a clash. */
export function claimOf(rule: TensionRule, told: Told, { actors, about }: Actors): Claim {
  const { row, report, day, start, end, words, sentence, basis } = told;
  return {
    rule,
    key: basis,
    report,
    row,
    day: day ?? "",
    says: words,
    start,
    end,
    words,
    sentence,
    actors,
    about,
  };
}
