import type { Reading } from "../../reading/reading.js";
import { textOf } from "../../record/span.js";
import type { Relation } from "../../relation/relation.js";
import { clean, type Page, paragraph } from "./paragraph.js";
import { actorName, participantNames, shortId, timeWords } from "./words.js";

const INDENT = 12;

/** How states stand to each other by the report, each with the words that say so. */
export function relationLines(page: Page, reading: Reading): string[] {
  return (reading.relations ?? []).flatMap((relation) => {
    const details = [
      relation.status === "asserted" ? undefined : relation.status,
      timeWords(reading, relation.when),
      claimWords(reading, relation),
    ].filter((detail) => detail !== undefined);
    return paragraph(
      page,
      [
        { text: relationWords(reading, relation) },
        { text: details.map((detail) => ` · ${detail}`).join(""), style: "dim" },
        { text: ` “${clean(textOf(reading.report.text, relation.span))}”` },
      ],
      { label: [{ text: `  ${shortId(relation.id)}`, style: "dim" }], indent: INDENT },
    );
  });
}

/** "CHN ally PRK", "USA forces stationed in KOR". */
export function relationWords(reading: Reading, { source, relation, target }: Relation): string {
  return `${participantNames(reading, [source])} ${relation} ${participantNames(reading, [target])}`;
}

function claimWords(reading: Reading, { claimedBy }: Relation): string | undefined {
  const statement = reading.statements.find(({ id }) => id === claimedBy);
  if (!statement) return undefined;
  return statement.speaker.known
    ? `told by ${actorName(statement.speaker.value)}`
    : "told by somebody not known";
}
