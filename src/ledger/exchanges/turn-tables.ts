import { type Kysely, sql } from "kysely";
import { dayAfter } from "../../record/day.js";
import { all, jsonRows } from "../json-rows.js";
import type { Schema, TurnLinkTable } from "../schema.js";
import type { StoryTerm } from "../stories/story-terms.js";
import type { Insert } from "../write-reading.js";
import { EXCHANGE_RULES as RULES } from "./rules.js";
import type { ToldLink, Turn } from "./turn.js";

/** The rows of turns and of the links between them. */
export class TurnTables {
  private readonly terms = new Map<string, readonly StoryTerm[]>();

  constructor(
    readonly db: Kysely<Schema>,
    private readonly insert: Insert,
  ) {}

  put(turns: readonly Turn[], links: readonly ToldLink[]): void {
    this.insert(
      "turns",
      turns.map((turn) => {
        const { id, report, day, opens, ...content } = turn;
        return { id, report, day, opens: opens ?? null, content: JSON.stringify(content) };
      }),
    );
    this.insert(
      "turn_keys",
      turns.flatMap((turn) =>
        [...new Set(keysOf(turn))].map((key) => ({ key, day: turn.day, turn: turn.id })),
      ),
    );
    const report = turns[0]?.report ?? "";
    const told = new Map(links.map((link) => [`${link.answer} ${link.opening}`, link]));
    this.putLinks(
      [...told.values()].map(({ opening, answer, answerIs, exchange }) => ({
        answer,
        opening,
        report,
        answer_is: answerIs,
        link: "explicit",
        exchange,
        similarity: null,
        reasons: null,
      })),
    );
  }

  putLinks(links: readonly TurnLinkTable[]): void {
    this.insert("turn_links", links);
  }

  /** Takes out a report's turns and the links of its answers. */
  async take(report: string): Promise<void> {
    await this.db.deleteFrom("turns").where("report", "=", report).execute();
    await this.db.deleteFrom("turn_links").where("report", "=", report).execute();
  }

  async ofReport(report: string): Promise<Turn[]> {
    return this.read(sql`report = ${report}`);
  }

  async turns(ids: readonly string[]): Promise<Turn[]> {
    return this.read(sql`id in ${all(ids)}`);
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

  /** The turns of other reports that have an opening among those of the latest days, or would if it were there. */
  async answersTo(opening: Turn): Promise<string[]> {
    const { id, day } = opening;
    if (!day) return [];
    const keys = keysOf(opening).filter((key) => !key.startsWith(BY));
    const pairs = keys.map((key) => [key, `${BY}${key.split(ASKS)[1]}`]);
    return jsonRows<string>(
      this.db,
      sql`select json_group_array(turn) as found from (select distinct t.turn
        from json_each(${JSON.stringify(pairs)}) k join turn_keys t on t.key = k.value ->> 1
        where t.day >= ${day} and t.day <= ${dayAfter(day, RULES.days)} and t.day < coalesce(
          (select day from turn_keys where key = k.value ->> 0 and (day > ${day} or (day = ${day} and turn < ${id}))
            order by day, turn desc limit 1 offset ${RULES.nearest - 1}), '9999'))`,
    );
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
    await sql`delete from turn_links where link = 'inferred' and answer in ${all(answers)}`.execute(this.db);
  }

  /** Terms of reports, by which they are compared. */
  async termsOf(reports: readonly string[]): Promise<ReadonlyMap<string, readonly StoryTerm[]>> {
    const unread = reports.filter((report) => !this.terms.has(report));
    if (unread.length > 0) {
      const rows = await jsonRows<[string, [string, number, string][]]>(
        this.db,
        sql`select json_group_array(json_array(report, json(terms))) as found from story_terms
          where report in ${all(unread)}`,
      );
      for (const [report, terms] of rows)
        this.terms.set(
          report,
          terms.map(([term, weight, words]) => ({ term, weight, words })),
        );
    }
    return this.terms;
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

function openingKeysFor({ by, to, about }: Turn): string[] {
  const askers = new Set(["", ...to, ...about]);
  const who = [...new Set(by.map(({ code }) => code))];
  return who.flatMap((code) => [...askers].map((asker) => `${asker}${ASKS}${code}`));
}
