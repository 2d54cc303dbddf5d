import { createHash } from "node:crypto";
import { fold } from "../../knowledge/fold.js";
import type { Reading } from "../../reading/reading.js";
import { textOf } from "../../record/span.js";
import { rarity } from "../stories/story-terms.js";
import { type Claim, dayOfClaim, shown } from "./claim.js";
import { tensionWords } from "./tension-words.js";

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
/** Stretches of common words alone are said by many. */
const LEAST_RARITY = 6;

/**
 * Words in quotation marks that a report gives to a person, by the stretch of six that has the least hash (Broder 1997):
 * a quotation that is cut differently elsewhere mostly keeps it.
 */
export function quoteClaims(reading: Reading): Claim[] {
  const { report, statements } = reading;
  const size = tensionWords().quotationWords;
  return statements.flatMap((statement): Claim[] => {
    const { speaker, form, content, quoted, id } = statement;
    if (!speaker.known || !speaker.value.person) return [];
    const { person, code } = speaker.value;
    return (form === "direct" ? content : (quoted ?? [])).flatMap((span) => {
      const words = [...textOf(report.text, span).matchAll(WORD)].map(([word]) => fold(word));
      const stretches: string[] = [];
      for (let i = 0; i + size <= words.length; i++) {
        const stretch = words.slice(i, i + size);
        if (stretch.reduce((sum, word) => sum + rarity(word), 0) >= LEAST_RARITY)
          stretches.push(hash(stretch.join(" ")));
      }
      const least = stretches.sort()[0];
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

function hash(stretch: string): string {
  return createHash("sha256").update(stretch).digest("hex").slice(0, 16);
}
