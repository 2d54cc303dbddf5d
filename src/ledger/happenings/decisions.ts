import { type Kysely, sql } from "kysely";
import { all, jsonRows } from "../json-rows.js";
import type { Schema } from "../schema.js";

export type Decision = "join" | "split";

/** What a person decided of pairs of events. */
export class Decisions {
  private readonly of = new Map<string, Map<string, Decision>>();

  constructor(rows: readonly (readonly [event: string, other: string, decision: Decision])[] = []) {
    for (const [event, other, decision] of rows) {
      this.set(event, other, decision);
      this.set(other, event, decision);
    }
  }

  get none(): boolean {
    return this.of.size === 0;
  }

  /** What was decided of any event of one list with any of the other; what parts them counts before what joins them. */
  between(events: readonly string[], others: readonly string[]): Decision | undefined {
    let found: Decision | undefined;
    for (const event of events) {
      const decided = this.of.get(event);
      if (!decided) continue;
      for (const other of others) {
        const decision = decided.get(other);
        if (decision === "split") return decision;
        found ??= decision;
      }
    }
    return found;
  }

  /** Events that were joined to `event`. */
  joinedTo(event: string): string[] {
    return [...(this.of.get(event) ?? [])].flatMap(([other, decision]) => (decision === "join" ? other : []));
  }

  /** Events that were parted from others. */
  get parted(): Set<string> {
    return new Set(
      [...this.of].flatMap(([event, others]) => ([...others.values()].includes("split") ? event : [])),
    );
  }

  private set(event: string, other: string, decision: Decision): void {
    const others = this.of.get(event);
    if (others) others.set(other, decision);
    else this.of.set(event, new Map([[other, decision]]));
  }
}

/** Kept from one change to the next, until somebody decides: mostly nobody has decided anything. */
export interface DecisionMemory {
  /** True where there is no decision at all; absent before anybody has looked. */
  none?: boolean;
}

/** What was decided of pairs of which one is among `events`. */
export async function decisionsOn(
  db: Kysely<Schema>,
  events: readonly string[],
  memory: DecisionMemory = {},
): Promise<Decisions> {
  memory.none ??= !(await db.selectFrom("happening_decisions").select("event").limit(1).executeTakeFirst());
  if (memory.none) return new Decisions();
  const rows = await jsonRows<[string, string, Decision]>(
    db,
    sql`select json_group_array(json_array(event, other, decision)) as found from happening_decisions
      where event in ${all(events)} or other in ${all(events)}`,
  );
  return new Decisions(rows);
}

/** Keeps a decision of each event of one list with each of the other; it takes the place of earlier ones. Gives the pairs. */
export async function decide(
  db: Kysely<Schema>,
  decision: Decision,
  events: readonly string[],
  others: readonly string[],
  note: string | undefined,
): Promise<(readonly [string, string])[]> {
  const pairs = events.flatMap((a) =>
    others.flatMap((b) => (a === b ? [] : [a < b ? ([a, b] as const) : ([b, a] as const)])),
  );
  for (const [event, other] of pairs)
    await db
      .replaceInto("happening_decisions")
      .values({ event, other, decision, note: note ?? null })
      .execute();
  return pairs;
}
