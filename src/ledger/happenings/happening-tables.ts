import { type Kysely, sql } from "kysely";
import type { GroupingTables } from "../grouping/grouping-index.js";
import { LinkRows, type StoredLink } from "../grouping/link-rows.js";
import { all, changedRows, jsonRows } from "../json-rows.js";
import type { Schema } from "../schema.js";
import type { Insert } from "../write-reading.js";
import {
  type DecidedHappening,
  decideHappenings,
  type KnownPoints,
  type ReportOfTelling,
} from "./decide-happenings.js";
import { decisionsOn } from "./decisions.js";
import { keysOf } from "./keys.js";
import type { Telling } from "./tellings.js";

/** Tellings by identifier: they follow from it, so that they can be kept. */
export type TellingContents = Map<string, Telling>;

const MOST_KEPT = 20_000;

/** The rows of tellings and of the happenings that they make. */
export class HappeningTables implements GroupingTables<Telling> {
  readonly keys = { table: "telling_keys", key: "key", day: "day", item: "telling" } as const;
  readonly links: Pick<LinkRows, "of" | "take" | "change">;
  private readonly stored: LinkRows;

  /**
   * @param contents kept from one change to the next
   * @param changes takes the identifiers of happenings that came, went or changed
   * @param known kept from one change to the next
   */
  constructor(
    readonly db: Kysely<Schema>,
    private readonly insert: Insert,
    private readonly contents: TellingContents = new Map(),
    private readonly changes: Set<string> = new Set(),
    private readonly known: KnownPoints = new Map(),
  ) {
    this.stored = new LinkRows(db, insert, { table: "telling_links", item: "telling" });
    this.links = {
      of: (tellings) => this.linksOf(tellings),
      take: (telling) => this.stored.take(telling),
      change: (added, keys) => this.stored.change(added, keys),
    };
  }

  async items(ids: readonly string[]): Promise<Telling[]> {
    if (this.contents.size > MOST_KEPT) this.contents.clear();
    if (this.known.size > MOST_KEPT) this.known.clear();
    const unread = ids.filter((id) => !this.contents.has(id));
    const here = new Set(
      (
        await jsonRows<[string]>(
          this.db,
          sql`select json_group_array(json_array(id)) as found from tellings where id in ${all(ids)}`,
        )
      ).map(([id]) => id),
    );
    if (unread.length > 0) {
      const rows = await jsonRows<[string, string, string, Pick<Telling, "profile" | "joined">]>(
        this.db,
        sql`select json_group_array(json_array(id, report, day, json(profile))) as found from tellings
          where id in ${all(unread)}`,
      );
      for (const [id, report, day, content] of rows) this.contents.set(id, { id, report, day, ...content });
    }
    return ids.flatMap((id) => (here.has(id) ? [this.contents.get(id)!] : []));
  }

  /** Identifiers of the tellings of a report, in text order. */
  async ofReport(report: string): Promise<string[]> {
    const rows = await this.db.selectFrom("tellings").select("id").where("report", "=", report).execute();
    return rows.map(({ id }) => id).sort();
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

  put(telling: Telling): void {
    const { id, report, day, profile, joined } = telling;
    this.insert("tellings", [{ id, report, day, profile: JSON.stringify({ profile, joined }) }]);
    this.insert(
      "telling_keys",
      keysOf(telling).map((key) => ({ key, day, telling: id })),
    );
    this.contents.set(id, telling);
  }

  async take(telling: string): Promise<void> {
    await this.db.deleteFrom("telling_keys").where("telling", "=", telling).execute();
    await this.db.deleteFrom("tellings").where("id", "=", telling).execute();
  }

  async decide(pieces: readonly (readonly Telling[])[], gone: readonly string[]): Promise<void> {
    const tellings = pieces.flat();
    const reports = await this.reports([...new Set(tellings.map(({ report }) => report))]);
    const decisions = await decisionsOn(
      this.db,
      tellings.flatMap(({ profile }) => profile.events),
    );
    const decided = pieces.flatMap((piece) => {
      const name = piece[0]!.id;
      return decideHappenings(piece, reports, decisions, this.known).map((happening) => ({
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
    const eventsBefore = await this.rows("event", "happening_events", EVENT, "telling", tellings);
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
  private async linksOf(ids: readonly string[]): Promise<Map<string, StoredLink[]>> {
    const links = await this.stored.of(ids);
    const tellings = await this.items(ids);
    const decisions = await decisionsOn(
      this.db,
      tellings.flatMap(({ profile }) => profile.events),
    );
    if (decisions.none) return links;
    for (const { id, profile } of tellings) {
      const joined = await this.tellingsWith(profile.events.flatMap((event) => decisions.joinedTo(event)));
      const forced = joined
        .filter((other) => other !== id)
        .map((other) => ({ item: id, other, similarity: Number.POSITIVE_INFINITY, days: 0, keys: 1 }));
      if (forced.length > 0) links.set(id, [...(links.get(id) ?? []), ...forced]);
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

const TELLING = ["telling", "happening", "piece"];
const EVENT = ["event", "happening", "report", "telling", "nearest", "similarity", "reasons"];
const HAPPENING = [
  "id",
  "type",
  "reality",
  "name",
  "first_day",
  "last_day",
  "first_published",
  "last_published",
  "events",
  "reports",
  "outlets",
  "independent_outlets",
];

function happeningRow(happening: DecidedHappening) {
  return {
    id: happening.id,
    type: happening.type,
    reality: happening.reality,
    name: happening.name,
    first_day: happening.firstDay ?? null,
    last_day: happening.lastDay ?? null,
    first_published: happening.firstPublished ?? null,
    last_published: happening.lastPublished ?? null,
    events: happening.events.length,
    reports: happening.reports,
    outlets: happening.outlets,
    independent_outlets: happening.independentOutlets,
  };
}

function eventRows(happening: DecidedHappening) {
  return happening.events.map(({ event, telling, report, nearest, points, reasons }) => ({
    event,
    happening: happening.id,
    report,
    telling,
    nearest: nearest ?? null,
    similarity: points ?? null,
    reasons: reasons ? JSON.stringify(reasons) : null,
  }));
}
