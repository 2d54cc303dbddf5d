import { type Kysely, sql } from "kysely";
import type { GroupingTables } from "../grouping/grouping-index.js";
import { ItemMemory } from "../grouping/item-memory.js";
import { takeKeys } from "../grouping/key-rows.js";
import { type LinkMemory, LinkRows, type LinksOfOne } from "../grouping/link-rows.js";
import { all, changedRows, jsonRows } from "../json-rows.js";
import type { Schema } from "../schema.js";
import type { Insert } from "../write-reading.js";
import {
  type DecidedHappening,
  decideHappenings,
  type KnownPoints,
  type ReportOfTelling,
} from "./decide-happenings.js";
import { type DecisionMemory, type Decisions, decisionsOn } from "./decisions.js";
import { EVENT, eventRows, HAPPENING, happeningRow, TELLING } from "./happening-rows.js";
import { keysOf } from "./keys.js";
import type { Telling } from "./tellings.js";

/** What is kept from one change to the next. */
export class HappeningMemory {
  readonly tellings = new ItemMemory<Telling>(20_000);
  readonly links: LinkMemory = new Map();
  readonly points: KnownPoints = new Map();
  readonly decisions: DecisionMemory = {};
}

const MOST_POINTS = 20_000;

/** The rows of tellings and of the happenings that they make. */
export class HappeningTables implements GroupingTables<Telling> {
  readonly keys = { table: "telling_keys", key: "key", day: "day", item: "telling" } as const;
  readonly links: Pick<LinkRows, "of" | "take" | "change" | "write">;
  private readonly stored: LinkRows;

  /** @param changes takes the identifiers of happenings that came, went or changed */
  constructor(
    readonly db: Kysely<Schema>,
    private readonly insert: Insert,
    private readonly memory = new HappeningMemory(),
    private readonly changes: Set<string> = new Set(),
  ) {
    this.stored = new LinkRows(db, insert, { table: "telling_links", item: "telling" }, memory.links);
    this.links = {
      of: (tellings) => this.linksOf(tellings),
      take: (telling) => this.stored.take(telling),
      change: (added, keys) => this.stored.change(added, keys),
      write: () => this.stored.write(),
    };
  }

  async items(ids: readonly string[]): Promise<Telling[]> {
    return this.memory.tellings.of(ids, async (unknown) => {
      const rows = await jsonRows<[string, string, string, Pick<Telling, "profile" | "joined">]>(
        this.db,
        sql`select json_group_array(json_array(id, report, day, json(profile))) as found from tellings
          where id in ${all(unknown)}`,
      );
      return rows.map(([id, report, day, content]) => [id, { id, report, day, ...content }]);
    });
  }

  /** What people decided of pairs of which one is among `events`. */
  decisionsOn(events: readonly string[]): Promise<Decisions> {
    return decisionsOn(this.db, events, this.memory.decisions);
  }

  /** Identifiers of the tellings of reports, in order. */
  async ofReports(reports: readonly string[]): Promise<string[]> {
    const ids = await jsonRows<string>(
      this.db,
      sql`select json_group_array(id) as found from tellings where report in ${all(reports)}`,
    );
    return ids.sort();
  }

  async decidedWith(tellings: readonly string[]): Promise<Map<string, string>> {
    return new Map(
      await jsonRows<[string, string]>(
        this.db,
        sql`select json_group_array(json_array(telling, piece)) as found from happening_tellings where piece in
          (select piece from happening_tellings where telling in ${all(tellings)})`,
      ),
    );
  }

  put(tellings: readonly Telling[]): void {
    this.insert(
      "tellings",
      tellings.map(({ id, report, day, profile, joined }) => ({
        id,
        report,
        day,
        profile: JSON.stringify({ profile, joined }),
      })),
    );
    this.insert(
      "telling_keys",
      tellings.flatMap((telling) =>
        keysOf(telling).map((key) => ({ key, day: telling.day, telling: telling.id })),
      ),
    );
    for (const telling of tellings) this.memory.tellings.set(telling.id, telling);
  }

  async take(telling: Telling): Promise<void> {
    const { id, day } = telling;
    this.memory.tellings.delete(id);
    await takeKeys(this.db, this.keys, { id, day, keys: keysOf(telling) });
    await this.db.deleteFrom("tellings").where("id", "=", id).execute();
  }

  async decide(pieces: readonly (readonly Telling[])[], gone: readonly string[]): Promise<void> {
    const tellings = pieces.flat();
    const reports = await this.reports([...new Set(tellings.map(({ report }) => report))]);
    const decisions = await this.decisionsOn(tellings.flatMap(({ profile }) => profile.events));
    if (this.memory.points.size > MOST_POINTS) this.memory.points.clear();
    const decided = pieces.flatMap((piece) => {
      const name = piece[0]!.id;
      return decideHappenings(piece, reports, decisions, this.memory.points).map((happening) => ({
        piece: name,
        happening,
      }));
    });
    await this.replace([...tellings.map(({ id }) => id), ...gone], decided);
  }

  /** Puts happenings in the place of those that their tellings made before, and leaves alone what is the same. */
  private async replace(
    tellings: readonly string[],
    decided: readonly { readonly piece: string; readonly happening: DecidedHappening }[],
  ): Promise<void> {
    const tellingsBefore = await this.rows("telling", "happening_tellings", TELLING, "telling", tellings);
    const known = [...new Set(tellingsBefore.map((row) => row[1] as string))];
    const before = await this.rows("id", "happenings", HAPPENING, "id", known);
    const here = new Set(tellings);
    const eventsOfKnown = await this.rows("event", "happening_events", EVENT, "happening", known);
    const eventsBefore = eventsOfKnown.filter((row) => here.has(row[EVENT.indexOf("telling")] as string));
    const happenings = changedRows(
      before,
      decided.map(({ happening }) => happeningRow(happening)),
    );
    const members = changedRows(
      tellingsBefore,
      decided.flatMap(({ piece, happening }) =>
        happening.tellings.map((telling) => ({ telling, happening: happening.id, piece })),
      ),
    );
    const events = changedRows(
      eventsBefore,
      decided.flatMap(({ happening }) => eventRows(happening)),
    );
    const moved = new Set([...members.gone, ...events.gone]);
    for (const id of [...happenings.gone, ...happenings.rows.map(({ id }) => id)]) this.changes.add(id);
    for (const [key, id] of [...tellingsBefore, ...eventsBefore] as [string, string][])
      if (moved.has(key)) this.changes.add(id);
    for (const { happening } of [...members.rows, ...events.rows]) this.changes.add(happening);
    await sql`delete from happening_events where event in ${all(events.gone)}`.execute(this.db);
    await sql`delete from happening_tellings where telling in ${all(members.gone)}`.execute(this.db);
    await sql`delete from happenings where id in ${all(happenings.gone)}`.execute(this.db);
    const changed = decided.map(({ happening }) => happening).filter(({ id }) => this.changes.has(id));
    await sql`delete from happening_actors where happening in ${all(changed.map(({ id }) => id))}`.execute(
      this.db,
    );
    this.insert("happenings", happenings.rows);
    this.insert("happening_tellings", members.rows);
    this.insert("happening_events", events.rows);
    this.insert(
      "happening_actors",
      changed.flatMap(({ id, actors }) => actors.map((actor) => ({ happening: id, ...actor }))),
    );
  }

  private rows(
    order: string,
    table: keyof Schema & string,
    columns: readonly string[],
    key: string,
    values: readonly string[],
  ): Promise<unknown[][]> {
    const list = sql.join(columns.map((column) => sql.ref(column)));
    return jsonRows<unknown[]>(
      this.db,
      sql`select json_group_array(json_array(${list})) as found from
        (select * from ${sql.table(table)} where ${sql.ref(key)} in ${all(values)} order by ${sql.ref(order)})`,
    );
  }

  /** The links of tellings as they are stored, but for what a person decided. */
  private async linksOf(ids: readonly string[]): Promise<Map<string, LinksOfOne>> {
    const links = await this.stored.of(ids);
    const tellings = await this.items(ids);
    const decisions = await this.decisionsOn(tellings.flatMap(({ profile }) => profile.events));
    if (decisions.none) return links;
    for (const { id, profile } of tellings) {
      const joined = await this.tellingsWith(profile.events.flatMap((event) => decisions.joinedTo(event)));
      const own = new Map(links.get(id));
      for (const other of joined)
        if (other !== id)
          own.set(other, {
            keys: 1,
            ...own.get(other),
            item: id,
            other,
            similarity: Number.POSITIVE_INFINITY,
            days: 0,
          });
      links.set(id, own);
    }
    return links;
  }

  private async tellingsWith(events: readonly string[]): Promise<string[]> {
    if (events.length === 0) return [];
    const rows = await jsonRows<[string]>(
      this.db,
      sql`select json_group_array(json_array(id)) as found from
        (select distinct t.id from tellings t, json_each(t.profile, '$.profile.events') e
          where t.report in (select report from events where id in ${all(events)}) and e.value in ${all(events)})`,
    );
    return rows.map(([id]) => id);
  }

  private async reports(ids: readonly string[]): Promise<Map<string, ReportOfTelling>> {
    const rows = await jsonRows<[string, string | null, string | null, number[] | null]>(
      this.db,
      sql`select json_group_array(json_array(r.id, r.published, coalesce(d.agency, r.outlet), json(t.sketch))) as found
        from reports r left join datelines d on d.report = r.id left join story_terms t on t.report = r.id
        where r.id in ${all(ids)}`,
    );
    return new Map(
      rows.map(([id, published, outlet, sketch]) => [
        id,
        { id, ...(published && { published }), ...(outlet && { outlet }), sketch: sketch ?? [] },
      ]),
    );
  }
}
