import { mentionAt } from "../../actor/mention-at.js";
import type { Event } from "../../event/event.js";
import type { Word } from "../../language/analysis.js";
import { children, governor, relation, subtree } from "../../language/tree.js";
import { listed } from "../../quantity/vocabulary.js";
import type { Reading } from "../../reading/reading.js";
import { cover, overlaps } from "../../record/span.js";
import { type Claim, dayOfClaim, shown } from "./claim.js";
import { tensionWords } from "./tension-words.js";

const CUTTING = new Set<Event["type"]>(["SANCTION", "COERCE"]);
const increase = listed("increase");
const increaseNoun = listed("increase-noun");

/** What flows between two states as a report tells it: cut by one of them ("suspended imports of ..."), or growing. */
export function flowClaims(reading: Reading): Claim[] {
  const { analysis } = reading;
  const { flows } = tensionWords();
  const found: Claim[] = [];
  for (const word of analysis.words) {
    const flow = word.upos === "NOUN" ? flows.get(word.lemma.toLowerCase()) : undefined;
    if (!flow) continue;
    for (const event of reading.events) {
      const words = event.what ? [event.trigger, event.what] : [event.trigger];
      if (
        CUTTING.has(event.type) &&
        event.status === "asserted" &&
        words.some((span) => overlaps(span, word))
      )
        found.push(...claims(reading, flow, "falls", cover(words), partiesOf(event), event.id));
    }
    const verb = growth(reading, word);
    if (verb) found.push(...claims(reading, flow, "grows", cover([verb, word]), namedIn(reading, word)));
  }
  return [...new Map(found.map((claim) => [`${claim.key} ${claim.start}`, claim])).values()];
}

/** The word that says that it grows: "trade grew", "boosted exports", "growth of trade". */
function growth({ analysis }: Reading, word: Word): Word | undefined {
  const above = governor(analysis, word);
  if (!above) return undefined;
  if (above.upos === "VERB" && increase.has(above.lemma) && GROWN.has(relation(word))) return above;
  const noun = above.upos === "NOUN" && increaseNoun.has(above.lemma);
  return noun && (word.deprel === "nmod" || word.deprel === "compound") ? above : undefined;
}

const GROWN = new Set(["nsubj", "obj"]);

function partiesOf(event: Event): readonly (readonly string[])[] {
  const codes = (side: Event["sources"]) =>
    side.flatMap(({ actor }) => (actor.known ? [actor.value.code] : []));
  return [codes(event.sources), codes(event.targets)];
}

/** Those whom the phrase names: between whom it flows. */
function namedIn({ analysis, mentions }: Reading, word: Word): readonly (readonly string[])[] {
  const verb = governor(analysis, word);
  const owner = verb && children(analysis, verb).find((c) => relation(c) === "nsubj" && c !== word);
  const inside = [...subtree(analysis, word), ...(owner ? [owner] : [])];
  const codes = inside.flatMap(
    ({ index }) => mentionAt(mentions, index)?.actors.map(({ code }) => code) ?? [],
  );
  const [first, ...rest] = [...new Set(codes)];
  return first === undefined ? [] : [[first], rest];
}

/** A claim for each pair of parties, the same whoever is named first. */
function claims(
  reading: Reading,
  flow: string,
  says: "falls" | "grows",
  span: { readonly start: number; readonly end: number },
  [first = [], second = []]: readonly (readonly string[])[],
  row?: string,
): Claim[] {
  const event = row === undefined ? undefined : reading.events.find(({ id }) => id === row);
  const told =
    row ??
    reading.statements.find(({ content }) =>
      content.some((part) => part.start <= span.start && span.end <= part.end),
    )?.id;
  return first.flatMap((a) =>
    second.flatMap((b) =>
      a === b
        ? []
        : [
            {
              rule: "opposed-flows" as const,
              key: `${flow} ${[a, b].sort().join(" ")}`,
              report: reading.report.id,
              ...(told && { row: told }),
              day: dayOfClaim(reading, event?.when),
              says,
              ...shown(reading, span),
              actors: [a, b].sort(),
              about: [],
            },
          ],
    ),
  );
}
