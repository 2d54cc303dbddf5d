import { type Kysely, sql } from "kysely";
import { identifier } from "../../record/identifier.js";
import { groupBy } from "../group-by.js";
import { all, jsonRows } from "../json-rows.js";
import type { Schema } from "../schema.js";
import type { Insert } from "../write-reading.js";
import type { Claim } from "./claim.js";
import { type Clash, clashesIn, groupsOf } from "./clashes.js";
import type { FoundClashes } from "./told.js";

/** The rows of claims and of tensions. */
export class TensionTables {
  constructor(
    private readonly db: Kysely<Schema>,
    private readonly insert: Insert,
  ) {}

  put(claims: readonly Claim[]): void {
    const rows = new Map(claims.map((claim) => [identifier("c", JSON.stringify(claim)), claim]));
    this.insert(
      "tension_claims",
      [...rows].map(([id, claim]) => {
        const { report, rule, key } = claim;
        return { id, report, rule, key, content: JSON.stringify(claim) };
      }),
    );
    this.insert(
      "tension_claim_groups",
      [...rows].flatMap(([id, claim]) => groupsOf(claim).map((grouping) => ({ grouping, claim: id }))),
    );
  }

  /** Takes out the claims of a report. */
  async take(report: string): Promise<void> {
    await this.db.deleteFrom("tension_claims").where("report", "=", report).execute();
  }

  /** Groups in which claims of reports stand. */
  async groupsOf(reports: readonly string[]): Promise<string[]> {
    return jsonRows<string>(
      this.db,
      sql`select json_group_array(distinct g.grouping) as found
        from tension_claims c join tension_claim_groups g on g.claim = c.id where c.report in ${all(reports)}`,
    );
  }

  /** The clashes of some groups of claims. */
  async inGroups(groups: readonly string[]): Promise<FoundClashes[]> {
    if (groups.length === 0) return [];
    const rows = await jsonRows<[string, Claim]>(
      this.db,
      sql`select json_group_array(json_array(g.grouping, json(c.content))) as found
        from tension_claim_groups g join tension_claims c on c.id = g.claim where g.grouping in ${all(groups)}`,
    );
    return [...groupBy(rows, ([group]) => group)].map(([group, own]) => ({
      bases: [group],
      clashes: clashesIn(
        group,
        own.map(([, claim]) => claim),
      ),
    }));
  }

  /** The clashes of figures that reports of one story give, by story and by what is counted. */
  async inStories(stories: readonly string[]): Promise<FoundClashes[]> {
    const rows = await jsonRows<[string, Claim]>(
      this.db,
      sql`select json_group_array(json_array(s.story, json(c.content))) as found
        from story_reports s join tension_claims c on c.report = s.report and c.rule = 'figures'
        where s.story in ${all(stories)}`,
    );
    return [...groupBy(rows, ([story, { key }]) => `${story} ${key}`).values()].map((own) => ({
      bases: [own[0]![0]],
      clashes: clashesIn(
        "",
        own.map(([, claim]) => claim),
      ),
    }));
  }

  /** Puts the strongest clash of each of what was found in the place of all that was made from `bases`. */
  async replace(bases: readonly string[], found: readonly FoundClashes[]): Promise<void> {
    await sql`delete from tensions where id in (select tension from tension_bases where basis in ${all(bases)})`.execute(
      this.db,
    );
    for (const { bases, clashes } of found) {
      const [best] = clashes;
      if (best) this.write(bases, best, clashes.length - 1);
    }
  }

  private write(bases: readonly string[], { rule, reason, first, second }: Clash, others: number): void {
    const at = ({ report, start }: Claim) => `${report} ${start}`;
    const id = identifier("v", rule, first.key, at(first), at(second));
    const days = [first.day, second.day].filter((day) => day !== "").sort();
    this.insert("tensions", [
      { id, rule, reason, first_day: days[0] ?? null, last_day: days.at(-1) ?? null, others },
    ]);
    this.insert(
      "tension_sides",
      (
        [
          ["first", first],
          ["second", second],
        ] as const
      ).map(([side, claim]) => ({
        tension: id,
        side,
        report: claim.report,
        row: claim.row ?? null,
        day: claim.day || null,
        start_offset: claim.start,
        end_offset: claim.end,
        words: claim.words,
        sentence: claim.sentence,
      })),
    );
    const actors = new Set([...first.actors, ...second.actors]);
    const about = new Set([...first.about, ...second.about].filter((code) => !actors.has(code)));
    this.insert("tension_actors", [
      ...[...actors].map((code) => ({ tension: id, role: "actor" as const, code })),
      ...[...about].map((code) => ({ tension: id, role: "about" as const, code })),
    ]);
    this.insert(
      "tension_bases",
      [...new Set(bases)].map((basis) => ({ basis, tension: id })),
    );
  }
}
