import type { Insertable, Selectable } from "kysely";
import { type Introduction, wordsOfName } from "../../actor/learned-offices.js";
import type { Report } from "../../report/report.js";
import type { OfficeTable, PersonSoughtTable } from "../schema.js";
import { actorOf, present, spanOf } from "./columns.js";

export function officeRows(introductions: readonly Introduction[]): Insertable<OfficeTable>[] {
  return introductions.map(({ report, person, actor, office, basis, evidence }, position) => {
    const words = wordsOfName(person);
    return {
      report,
      position,
      person,
      name_begins: words[0] ?? "",
      name_ends: words.at(-1) ?? "",
      code: actor.code,
      sector: actor.sector ?? null,
      agency: actor.agency ?? null,
      office,
      basis,
      start_offset: evidence.start,
      end_offset: evidence.end,
      words: evidence.words,
    };
  });
}

export function introductionOf(row: Selectable<OfficeTable>, published: string | null): Introduction {
  return present<Introduction>({
    report: row.report,
    published,
    person: row.person,
    actor: actorOf(row),
    office: row.office,
    basis: row.basis,
    evidence: { ...spanOf(row), words: row.words },
  });
}

/** @param outdated names of which the ledger knew more than the reading did */
export function personSoughtRows(
  report: Report,
  sought: readonly string[],
  outdated: boolean,
): Insertable<PersonSoughtTable>[] {
  return sought.map((name) => ({
    report: report.id,
    name,
    name_ends: endOfName(name),
    outdated: outdated ? 1 : 0,
  }));
}

/** The last word of a name, by which offices and those who seek them find each other. */
export function endOfName(name: string): string {
  return wordsOfName(name).at(-1) ?? "";
}
