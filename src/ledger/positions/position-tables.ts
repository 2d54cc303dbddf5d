import { type Kysely, sql } from "kysely";
import { groupBy } from "../group-by.js";
import type { GroupingTables } from "../grouping/grouping-index.js";
import { ItemMemory } from "../grouping/item-memory.js";
import { takeKeys } from "../grouping/key-rows.js";
import { type LinkMemory, LinkRows } from "../grouping/link-rows.js";
import { all, changedRows, jsonRows } from "../json-rows.js";
import type { PositionTable, Schema } from "../schema.js";
import type { Insert } from "../write-reading.js";
import { changeBetween, type PositionWithStands } from "./changes.js";
import { type DecidedPosition, decidePositions } from "./decide-positions.js";
import type { Stance } from "./position-words.js";
import { MOST_DAYS_OF_CHANGE } from "./rules.js";
import type { Stand } from "./stand.js";
import { keysOfStand } from "./stand-index.js";

/** What is kept from one change to the next. */
export class StandMemory {
  readonly stands = new ItemMemory<Stand>(20_000);
  readonly links: LinkMemory = new Map();
}

/** The rows of stands, of the positions that they make, and of how these change. */
export class PositionTables implements GroupingTables<Stand> {
  readonly keys = { table: "stand_keys", key: "key", day: "day", item: "stand" } as const;
  readonly links: LinkRows;
  /** Positions that came, went or changed. */
  private readonly moved = new Set<string>();

  /** @param changes takes the identifiers of positions that came, went or changed */
  constructor(
    readonly db: Kysely<Schema>,
    private readonly insert: Insert,
    private readonly memory = new StandMemory(),
    private readonly changes: Set<string> = new Set(),
  ) {
    this.links = new LinkRows(db, insert, { table: "stand_links", item: "stand" }, memory.links);
  }

  async items(ids: readonly string[]): Promise<Stand[]> {
    return this.memory.stands.of(ids, async (unknown) => {
      const stands = await jsonRows<Stand>(
        this.db,
        sql`select json_group_array(json(content)) as found from stands where id in ${all(unknown)}`,
      );
      return stands.map((stand) => [stand.id, stand]);
    });
  }

  /** Identifiers of the stands of reports, in order. */
  async ofReports(reports: readonly string[]): Promise<string[]> {
    const ids = await jsonRows<string>(
      this.db,
      sql`select json_group_array(id) as found from stands where report in ${all(reports)}`,
    );
    return ids.sort();
  }

  async decidedWith(stands: readonly string[]): Promise<Map<string, string>> {
    return new Map(
      await jsonRows<[string, string]>(
        this.db,
        sql`select json_group_array(json_array(stand, piece)) as found from position_stands where piece in
          (select piece from position_stands where stand in ${all(stands)})`,
      ),
    );
  }

  put(stands: readonly Stand[]): void {
    this.insert(
      "stands",
      stands.map((stand) => {
        const { id, report, day } = stand;
        return { id, report, day, content: JSON.stringify(stand) };
      }),
    );
    this.insert(
      "stand_keys",
      stands.flatMap((stand) => keysOfStand(stand).map((key) => ({ key, day: stand.day, stand: stand.id }))),
    );
    for (const stand of stands) this.memory.stands.set(stand.id, stand);
  }

  async take(stand: Stand): Promise<void> {
    const { id, day } = stand;
    this.memory.stands.delete(id);
    await takeKeys(this.db, this.keys, { id, day, keys: keysOfStand(stand) });
    await this.db.deleteFrom("stands").where("id", "=", id).execute();
  }

  async decide(pieces: readonly (readonly Stand[])[], gone: readonly string[]): Promise<void> {
    const decided = pieces.flatMap((piece) => {
      const name = piece.map(({ id }) => id).sort()[0]!;
      return decidePositions(piece).map((position) => ({ piece: name, position }));
    });
    const stands = [...pieces.flat().map(({ id }) => id), ...gone];
    const membersBefore = await jsonRows<unknown[]>(
      this.db,
      sql`select json_group_array(json_array(stand, position, piece, report, row, nearest, similarity, reasons)) as found
        from position_stands where stand in ${all(stands)}`,
    );
    const known = [...new Set(membersBefore.map((row) => row[1] as string))];
    const before = await jsonRows<unknown[]>(
      this.db,
      sql`select json_group_array(json_array(id, actor, stance, name, first_seen, last_seen, stands, reports)) as found
        from positions where id in ${all(known)}`,
    );
    const positions = changedRows(
      before,
      decided.map(({ position }) => positionRow(position)),
    );
    const members = changedRows(
      membersBefore,
      decided.flatMap(({ piece, position }) => memberRows(piece, position)),
    );
    for (const id of [...positions.gone, ...positions.rows.map(({ id }) => id)]) this.moved.add(id);
    const parted = new Set(members.gone);
    for (const [stand, id] of membersBefore as [string, string][]) if (parted.has(stand)) this.moved.add(id);
    for (const { position } of members.rows) this.moved.add(position);
    await sql`delete from position_stands where stand in ${all(members.gone)}`.execute(this.db);
    await sql`delete from positions where id in ${all(positions.gone)}`.execute(this.db);
    await sql`delete from position_codes where position in ${all([...this.moved])}`.execute(this.db);
    this.insert("positions", positions.rows);
    this.insert("position_stands", members.rows);
    this.insert(
      "position_codes",
      decided.flatMap(({ position }) => (this.moved.has(position.id) ? codeRows(position) : [])),
    );
  }

  /** Makes the changes anew in which a position that moved takes part; to be called when all are decided. */
  async decideChanges(): Promise<void> {
    const moved = all([...this.moved]);
    await sql`delete from position_changes where earlier in ${moved} or later in ${moved}`.execute(this.db);
    const pairs = await jsonRows<[string, string]>(
      this.db,
      sql`select json_group_array(json_array(a.id, b.id)) as found
        from positions a join positions b on b.actor = a.actor and b.stance <> a.stance
        where a.id in ${moved} and exists (select 1 from position_codes c join position_codes o on o.code = c.code
          where c.position = a.id and c.role = 'toward' and o.position = b.id and o.role = 'toward')
        and coalesce(b.last_seen >= date(a.first_seen, ${`-${MOST_DAYS_OF_CHANGE} days`})
          and b.first_seen <= date(a.last_seen, ${`+${MOST_DAYS_OF_CHANGE} days`}), true)`,
    );
    const positions = await this.withStands([...new Set(pairs.flat())]);
    const done = new Set<string>();
    for (const pair of pairs) {
      const name = [...pair].sort().join(" ");
      if (done.has(name)) continue;
      done.add(name);
      const [a, b] = pair.map((id) => positions.get(id)!) as [PositionWithStands, PositionWithStands];
      const changes = [changeBetween(a, b), changeBetween(b, a)].flatMap((change) => change ?? []);
      this.insert(
        "position_changes",
        changes.map(({ earlier, later, earlierStand, laterStand }) => ({
          earlier,
          later,
          earlier_stand: earlierStand.id,
          later_stand: laterStand.id,
        })),
      );
    }
    for (const id of this.moved) this.changes.add(id);
    this.moved.clear();
  }

  private async withStands(ids: readonly string[]): Promise<Map<string, PositionWithStands>> {
    const rows = await jsonRows<[string, string, Stance, Stand]>(
      this.db,
      sql`select json_group_array(json_array(p.id, p.actor, p.stance, json(s.content))) as found
        from positions p join position_stands m on m.position = p.id join stands s on s.id = m.stand
        where p.id in ${all(ids)}`,
    );
    const of = groupBy(rows, ([id]) => id);
    return new Map(
      [...of].map(([id, own]) => {
        const [, actor, stance] = own[0]!;
        const stands = own.map((row) => row[3]).sort((a, b) => (a.id < b.id ? -1 : 1));
        return [id, { id, actor, stance, stands }];
      }),
    );
  }
}

function positionRow(position: DecidedPosition): PositionTable {
  const { id, actor, stance, name, firstSeen = null, lastSeen = null, stands, reports } = position;
  return {
    id,
    actor,
    stance,
    name,
    first_seen: firstSeen,
    last_seen: lastSeen,
    stands: stands.length,
    reports,
  };
}

function memberRows(piece: string, { id, stands }: DecidedPosition) {
  return stands.map(({ stand, nearest, points, reasons }) => ({
    stand: stand.id,
    position: id,
    piece,
    report: stand.report,
    row: stand.row,
    nearest: nearest ?? null,
    similarity: points ?? null,
    reasons: reasons ? JSON.stringify(reasons) : null,
  }));
}

function codeRows({ id, actor, toward, about }: DecidedPosition) {
  const code = actor.split(".")[0]!;
  return [
    { position: id, role: "actor" as const, code, place: 0 },
    ...toward.map((code, place) => ({ position: id, role: "toward" as const, code, place })),
    ...about.map((code, place) => ({ position: id, role: "about" as const, code, place })),
  ];
}
