import { type Kysely, sql } from "kysely";
import { dayAfter } from "../../record/day.js";
import { ItemMemory } from "../grouping/item-memory.js";
import { takeKeys } from "../grouping/key-rows.js";
import { all, jsonRows } from "../json-rows.js";
import type { Schema, TurnLinkTable } from "../schema.js";
import type { StoryTerm } from "../stories/story-terms.js";
import type { Insert } from "../write-reading.js";
import { EXCHANGE_RULES as RULES } from "./rules.js";
import type { ToldLink, Turn } from "./turn.js";

/** What is kept from one change to the next. */
export class TurnMemory {
  readonly turns = new ItemMemory<Turn>(20_000);
  /** All turns of a report, by identifier. */
  readonly reports = new ItemMemory<{ readonly turns: readonly Turn[] }>(5_000);
  /** Terms of reports, by which they are compared. */
  readonly terms = new ItemMemory<ReportTerms>(5_000);
}

interface ReportTerms {
  readonly report: string;
  readonly terms: readonly StoryTerm[];
}

/** The turns of one report, and what its words join. */
export interface ToldTurns {
  readonly turns: readonly Turn[];
  readonly links: readonly ToldLink[];
}

const KEYS = { table: "turn_keys", key: "key", day: "day", item: "turn" } as const;

/** The rows of turns and of the links between them. */
export class TurnTables {
  /** @param memory what is known of the tables; to be dropped when anybody else writes to them, or a change is undone */
  constructor(
    readonly db: Kysely<Schema>,
    private readonly insert: Insert,
    private readonly memory = new TurnMemory(),
  ) {}

  /** Puts in the turns of reports, for each all at once, and what its words join. */
  put(told: readonly ToldTurns[]): void {
    const all = told.flatMap(({ turns }) => turns);
    for (const turn of all) this.memory.turns.set(turn.id, turn);
    this.insert(
      "turns",
      all.map((turn) => {
        const { id, report, day, opens, ...content } = turn;
        return { id, report, day, opens: opens ?? null, content: JSON.stringify(content) };
      }),
    );
    this.insert(
      "turn_keys",
      all.flatMap((turn) => [...new Set(keysOf(turn))].map((key) => ({ key, day: turn.day, turn: turn.id }))),
    );
    this.putLinks(
      told.flatMap(({ turns, links }) => {
        const report = turns[0]?.report ?? "";
        this.memory.reports.set(report, { turns: [...turns].sort((a, b) => (a.id < b.id ? -1 : 1)) });
        const once = new Map(links.map((link) => [`${link.answer} ${link.opening}`, link]));
        return [...once.values()].map(({ opening, answer, answerIs, exchange }) => ({
          answer,
          opening,
          report,
          answer_is: answerIs,
          link: "explicit" as const,
          exchange,
          similarity: null,
          reasons: null,
        }));
      }),
    );
  }

  putLinks(links: readonly TurnLinkTable[]): void {
    this.insert("turn_links", links);
  }

  /** Takes out a report's turns and the links of its answers. */
  async take(report: string): Promise<void> {
    for (const turn of await this.ofReport(report)) {
      this.memory.turns.delete(turn.id);
      await takeKeys(this.db, KEYS, { ...turn, keys: keysOf(turn) });
    }
    this.memory.reports.delete(report);
    await this.db.deleteFrom("turns").where("report", "=", report).execute();
    await this.db.deleteFrom("turn_links").where("report", "=", report).execute();
  }

  /** To be called when a report's text is no longer what it was. */
  forgetTerms(report: string): void {
    this.memory.terms.delete(report);
  }

  /** By identifier. */
  async ofReport(report: string): Promise<readonly Turn[]> {
    const [found] = await this.memory.reports.of([report], async () => [
      [report, { turns: await this.read(sql`report = ${report}`) }],
    ]);
    return found!.turns;
  }

  async turns(ids: readonly string[]): Promise<Turn[]> {
    return this.memory.turns.of(ids, async (unknown) => {
      const turns = await this.read(sql`id in ${all(unknown)}`);
      return turns.map((turn) => [turn.id, turn]);
    });
  }

  /** For each turn the openings of other reports that it may answer: those of the latest days before it, of each key. */
  async openingsFor(turns: readonly Turn[]): Promise<Map<string, Turn[]>> {
    const dated = turns.filter(({ day }) => day);
    const asked = dated.flatMap((turn) =>
      openingKeysFor(turn).map((key) => [turn.id, key, dayAfter(turn.day, -RULES.days), turn.day]),
    );
    const found = await jsonRows<[string, string[]]>(
      this.db,
      sql`select json_group_array(json_array(k.value ->> 0, json((select json_group_array(turn) from
        (select turn from turn_keys where key = k.value ->> 1 and day >= k.value ->> 2 and day <= k.value ->> 3
          order by day desc, turn limit ${RULES.nearest}))))) as found
        from json_each(${JSON.stringify(asked)}) k`,
    );
    const openings = new Map(
      (await this.turns([...new Set(found.flatMap(([, ids]) => ids))])).map((o) => [o.id, o]),
    );
    const reports = new Map(turns.map(({ id, report }) => [id, report]));
    const idsOf = new Map<string, Set<string>>();
    for (const [turn, ids] of found)
      for (const id of ids) {
        if (openings.get(id)!.report === reports.get(turn)) continue;
        idsOf.set(turn, (idsOf.get(turn) ?? new Set()).add(id));
      }
    return new Map([...idsOf].map(([turn, ids]) => [turn, [...ids].map((id) => openings.get(id)!)]));
  }

  /** The turns that have one of these openings among those of the latest days, or would if it were there. */
  async answersTo(openings: readonly Turn[]): Promise<string[]> {
    // Of openings of one day with one key, that with the first identifier reaches farthest.
    const asked = new Map<string, { key: string; asker: string; by: string; day: string; id: string }>();
    for (const turn of openings) {
      const { id, day } = turn;
      if (!day) continue;
      for (const key of keysOf(turn)) {
        if (key.startsWith(BY)) continue;
        const first = asked.get(`${day} ${key}`);
        const [asker, code] = key.split(ASKS) as [string, string];
        if (!first || id < first.id) asked.set(`${day} ${key}`, { key, asker, by: `${BY}${code}`, day, id });
      }
    }
    if (asked.size === 0) return [];
    const rows = [...asked.values()].map(({ key, asker, by, day, id }) => [
      key,
      by,
      day,
      dayAfter(day, RULES.days),
      id,
      asker,
    ]);
    const found = await jsonRows<[string, string]>(
      this.db,
      // How far an opening reaches is worked out once, not for each turn that may answer it.
      sql`with opening as materialized (
        select value ->> 1 as by, value ->> 2 as day, value ->> 3 as last, value ->> 5 as asker, coalesce(
          (select day from turn_keys where key = value ->> 0
            and (day > value ->> 2 or (day = value ->> 2 and turn < value ->> 4))
            order by day, turn desc limit 1 offset ${RULES.nearest - 1}), '9999') as until
        from json_each(${JSON.stringify(rows)}))
        select json_group_array(json_array(turn, asker)) as found from (
          select distinct t.turn, k.asker from opening k cross join turn_keys t on t.key = k.by
          where t.day >= k.day and t.day <= k.last and t.day < k.until)`,
    );
    const turns = new Map((await this.turns([...new Set(found.map(([id]) => id))])).map((t) => [t.id, t]));
    return [...new Set(found.flatMap(([id, asker]) => (looksFor(turns.get(id)!, asker) ? id : [])))];
  }

  /** The links of answers, or to openings, among `ids`. */
  async links(ids: readonly string[]): Promise<TurnLinkTable[]> {
    const { rows } = await sql<TurnLinkTable>`select * from turn_links
      where answer in ${all(ids)} or opening in ${all(ids)} order by answer, opening`.execute(this.db);
    return rows;
  }

  /** The links that a report's own words make, each as its columns. */
  async toldLinks(report: string): Promise<string[]> {
    return jsonRows<string>(
      this.db,
      sql`select json_group_array(answer || ' ' || opening || ' ' || answer_is || ' ' || exchange) as found
        from turn_links where report = ${report} and link = 'explicit'`,
    );
  }

  /** Takes out the inferred links of answers. */
  async takeInferred(answers: readonly string[]): Promise<void> {
    if (answers.length === 0) return;
    await sql`delete from turn_links where link = 'inferred' and answer in ${all(answers)}`.execute(this.db);
  }

  /** Terms of reports, by which they are compared. */
  async termsOf(reports: readonly string[]): Promise<ReadonlyMap<string, readonly StoryTerm[]>> {
    const found = await this.memory.terms.of(reports, async (unknown) => {
      const rows = await jsonRows<[string, [string, number, string][]]>(
        this.db,
        sql`select json_group_array(json_array(report, json(terms))) as found from story_terms
          where report in ${all(unknown)}`,
      );
      return rows.map(([report, terms]) => [
        report,
        { report, terms: terms.map(([term, weight, words]) => ({ term, weight, words })) },
      ]);
    });
    return new Map(found.map(({ report, terms }) => [report, terms]));
  }

  private async read(where: ReturnType<typeof sql>): Promise<Turn[]> {
    const rows = await jsonRows<[string, string, string, string | null, Omit<Turn, "id">]>(
      this.db,
      sql`select json_group_array(json_array(id, report, day, opens, json(content))) as found from
        (select * from turns where ${where} order by id)`,
    );
    return rows.map(([id, report, day, opens, content]) => ({
      ...content,
      id,
      report,
      day,
      ...(opens !== null && { opens: opens as NonNullable<Turn["opens"]> }),
    }));
  }
}

const BY = "by ";

/** An opening is found by whom it asks, and by who asks whom; an answer by who gives it. */
function keysOf({ opens, answers, by, to, about }: Turn): string[] {
  const asked = to.length > 0 ? to : about;
  const who = [...new Set(by.map(({ code }) => code))];
  return [
    ...(opens ? asked.flatMap((code) => ["", ...who].map((asker) => `${asker}${ASKS}${code}`)) : []),
    // What answers only by its place in its report answers nothing in another.
    ...(answers && answers !== "response" ? who.map((code) => `${BY}${code}`) : []),
  ];
}

const ASKS = " asks ";

/** True where what `asker` asks, or what is asked by whomever (empty), is among what a turn may answer. */
function looksFor({ to, about }: Turn, asker: string): boolean {
  return asker === "" || to.includes(asker) || about.includes(asker);
}

function openingKeysFor({ by, to, about }: Turn): string[] {
  const askers = new Set(["", ...to, ...about]);
  const who = [...new Set(by.map(({ code }) => code))];
  return who.flatMap((code) => [...askers].map((asker) => `${asker}${ASKS}${code}`));
}
