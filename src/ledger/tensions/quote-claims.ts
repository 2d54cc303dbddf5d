import { fold } from "../../knowledge/fold.js";
import type { Reading } from "../../reading/reading.js";
import { textOf } from "../../record/span.js";
import { quotedStretch } from "../quoted-stretch.js";
import { type Claim, dayOfClaim, shown } from "./claim.js";
import { tensionWords } from "./tension-words.js";

/**
 * Words in quotation marks that a report gives to a person, by `quotedStretch`.
 */
export function quoteClaims(reading: Reading): Claim[] {
  const { report, statements } = reading;
  const size = tensionWords().quotationWords;
  return statements.flatMap((statement): Claim[] => {
    const { speaker, form, content, quoted, id } = statement;
    if (!speaker.known || !speaker.value.person) return [];
    const { person, code } = speaker.value;
    return (form === "direct" ? content : (quoted ?? [])).flatMap((span) => {
      const least = quotedStretch(textOf(report.text, span), size);
      if (!least) return [];
      return [
        {
          rule: "two-speakers" as const,
          key: least,
          report: report.id,
          row: id,
          day: dayOfClaim(reading, statement.when),
          says: fold(person).split(" ").at(-1)!,
          ...shown(reading, span),
          sentence: `${person}: ${textOf(report.text, span)}`,
          actors: [code],
          about: [],
        },
      ];
    });
  });
}
