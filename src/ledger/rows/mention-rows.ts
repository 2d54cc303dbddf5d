import type { Insertable, Selectable } from "kysely";
import type { Mention, MentionForm } from "../../actor/actor.js";
import type { Report } from "../../report/report.js";
import { groupBy } from "../group-by.js";
import type { MentionActorTable, MentionTable, ReportActorTable } from "../schema.js";
import { actorColumns, actorOf, present, spanOf, wordsColumns } from "./columns.js";

export function mentionRows(report: Report, mentions: readonly Mention[]): Insertable<MentionTable>[] {
  return mentions.map((mention, position) => ({
    report: report.id,
    position,
    form: mention.form,
    head_word: mention.head,
    first_word: mention.first,
    last_word: mention.last,
    person: mention.person ?? null,
    antecedent: mention.antecedent ?? null,
    confidence: mention.confidence ?? null,
    rule: mention.by,
    reason: mention.reason ?? null,
    ...wordsColumns(report.text, mention),
  }));
}

export function mentionActorRows(
  report: Report,
  mentions: readonly Mention[],
): Insertable<MentionActorTable>[] {
  return mentions.flatMap(({ actors }, mention) =>
    actors.map((actor, position) => ({ report: report.id, mention, position, ...actorColumns(actor) })),
  );
}

/** Whom the mentions are, each code once. */
export function reportActorRows(
  report: Report,
  mentions: readonly Mention[],
): Insertable<ReportActorTable>[] {
  const codes = new Set(mentions.flatMap(({ actors }) => actors.map(({ code }) => code)));
  return [...codes].map((code) => ({ report: report.id, code }));
}

/** `actorRows` in the order of mention, then position. */
export function mentionsOf(
  rows: readonly Selectable<MentionTable>[],
  actorRows: readonly Selectable<MentionActorTable>[],
): Mention[] {
  const actors = groupBy(actorRows, (row) => row.mention);
  return rows.map((row) =>
    present<Mention>({
      kind: "mention",
      ...spanOf(row),
      head: row.head_word,
      first: row.first_word,
      last: row.last_word,
      form: row.form as MentionForm,
      actors: (actors.get(row.position) ?? []).map(actorOf),
      reason: row.reason,
      by: row.rule,
      antecedent: row.antecedent,
      confidence: row.confidence,
      person: row.person,
    }),
  );
}
