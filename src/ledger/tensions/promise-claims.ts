import type { Event } from "../../event/event.js";
import type { Reading } from "../../reading/reading.js";
import { codesBySentence, profileOf } from "../happenings/profile.js";
import { type Claim, dayOfClaim, shown } from "./claim.js";
import { tensionWords } from "./tension-words.js";

const PROMISED = new Set<Event["status"]>(["asserted", "planned"]);

/** Promises that a report tells, and acts that may be against one. */
export function promiseClaims(reading: Reading): Claim[] {
  const { promises } = tensionWords();
  const codes = codesBySentence(reading);
  return reading.events.flatMap((event) =>
    promises.flatMap((rule) => {
      const promise = rule.isPromise(event) && PROMISED.has(event.status);
      const act = rule.isAct(event) && event.status === "asserted";
      if (!promise && !act) return [];
      const { sources, targets, about } = profileOf(reading, event, codes);
      const others = rule.sameTarget ? targets : [{ code: "" }];
      const sides = promise && event.mutual ? [...sources, ...targets] : sources;
      return sides.flatMap(({ code }) =>
        (promise && event.mutual && rule.sameTarget ? sides : others).flatMap((target): Claim[] =>
          target.code === code
            ? []
            : [
                {
                  rule: "broken-promise",
                  key: `${rule.name} ${code} ${target.code}`,
                  report: reading.report.id,
                  row: event.id,
                  day: dayOfClaim(reading, event.when),
                  says: promise ? "promise" : "act",
                  ...shown(reading, event.trigger),
                  actors: target.code ? [code, target.code] : [code],
                  about,
                },
              ],
        ),
      );
    }),
  );
}
