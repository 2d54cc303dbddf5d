import type { MentionForm } from "./actor.js";
import { actorsOf } from "./describe.js";
import { type Draft, isPlural, type Sort } from "./draft.js";
import type { Hit } from "./hits.js";
import { isBody } from "./modifiers.js";
import { actorOfName, byOfName } from "./named.js";
import type { ReportedPerson } from "./people.js";
import type { PersonTitles } from "./person-titles.js";
import { type DraftOf, phraseDraft } from "./phrase-draft.js";
import type { Phrase } from "./phrases.js";

/** The draft of a role noun's phrase: whom its own words name, or who stands beside it by name. */
export function roleDraft(
  titles: PersonTitles,
  people: ReadonlyMap<Hit, ReportedPerson>,
  phrase: Phrase,
  hit: Hit,
): Draft | undefined {
  const { analysis, hits } = titles;
  const role = hit.role!;
  const description = titles.describe(phrase.head);
  if (!description) return undefined;
  const plural = isPlural(analysis.words[phrase.head]!);
  const organised = role.kind === "institution" || role.kind === "body";
  let { last } = phrase;
  for (const c of phrase.complements) {
    if (c.head === last || c.preposition === "of" || (c.preposition === "to" && role.kind === "post")) {
      const inner = titles.phrase(c.head);
      if (inner.last - phrase.head < 12) last = Math.max(last, inner.last);
    }
  }
  const draft = (of: DraftOf, to = last) => ({
    ...phraseDraft(analysis, hits, { ...phrase, last: to }, of),
    role: role.role,
  });
  const next = organised ? hits.at(hit.last) : undefined;
  const name = next?.first === hit.last && isBody(next) ? next.names[0] : undefined;
  if (name && (description.codes.length === 0 || description.codes.includes(name.code))) {
    // "the state news agency KCNA"
    const of = { form: "name", actors: [actorOfName(name)], by: byOfName(name), sort: "body" } as const;
    return draft(of, Math.max(last, next!.last));
  }
  const beside = plural ? undefined : titles.beside.get(hit);
  const person = beside && people.get(beside);
  if (person && person.actors.length > 0) {
    const by = `${description.by}, beside ${person.name}`;
    return { ...draft({ form: "title", actors: person.actors, by, sort: "person" }), person, plural };
  }
  const form: MentionForm =
    role.kind === "office" || (role.kind === "post" && !plural) ? "title" : plural ? "group" : "nominal";
  const several = plural || role.kind === "group";
  const sort: Sort = organised || role.state ? "body" : several ? "people" : "person";
  const { by, reason } = description;
  return { ...draft({ form, actors: actorsOf(description), by, sort, reason }), plural };
}
