import type { Participant } from "../event/event.js";
import { fold } from "../knowledge/fold.js";
import type { Word } from "../language/analysis.js";
import { children, governor, prepositionOf, relation } from "../language/tree.js";
import { overlaps } from "../record/span.js";
import { known } from "../record/value.js";
import { type RelationVerb, relationWords } from "./relation-words.js";
import { actorsAt, type Found, MODIFIERS, meant, type RelationInput } from "./sides.js";

/** Whose forces are where: "The US has military forces in South Korea", "U.S. forces in Japan". */
export function ofForces(input: RelationInput, verb: Word, entry: RelationVerb): Found[] {
  const { analysis } = input;
  const words = relationWords();
  const own = children(analysis, verb);
  const subject = own.find((c) => relation(c) === "nsubj");
  const forces = {
    object: () => own.find((c) => c.deprel === "obj"),
    subject: () =>
      verb.deprel === "acl" ? governor(analysis, verb) : own.find((c) => c.deprel === "nsubj:pass"),
    alone: () => verb,
  }[entry.forces]();
  if (!forces || !words.forces.has(forces.lemma.toLowerCase())) return [];
  const modifying = children(analysis, forces).filter((c) => MODIFIERS.has(c.deprel));
  if (modifying.some((c) => words.noForces.has(fold(c.lemma)))) return [];
  const named = modifying.flatMap((c) => actorsAt(input, c));
  const theirs = named.length > 0 ? named : actorsAt(input, forces);
  const doers = meant(analysis, subject) ? actorsAt(input, meant(analysis, subject)!) : [];
  const [owners, hosts] = entry.hosted
    ? [theirs, doers]
    : [entry.forces === "object" ? doers : theirs, whereOf(input, verb === forces ? [verb] : [verb, forces])];
  return owners.flatMap((source) =>
    hosts.map((target) => ({
      relation: entry.relation,
      at: verb,
      source,
      target,
      evidence: [source.span!, verb, forces, target.span!],
      how: `forces by “${verb.form}”`,
    })),
  );
}

/** The countries in which something is: "in South Korea", "on Japanese soil". */
function whereOf(input: RelationInput, heads: readonly Word[]): Participant[] {
  const { analysis, places } = input;
  return heads.flatMap((head) =>
    children(analysis, head)
      .filter((c) => ["obl", "nmod"].includes(relation(c)) && WITHIN.has(prepositionOf(analysis, c) ?? ""))
      .flatMap((word) => {
        const place = places.find((p) => p.country && overlaps(p, word));
        if (!place?.country) return actorsAt(input, word).slice(0, 1);
        const actor = known({ code: place.country }, "stated" as const, place.by, place);
        return [{ actor, span: { start: place.start, end: place.end } }];
      }),
  );
}

const WITHIN = new Set(["in", "on", "at", "throughout"]);
