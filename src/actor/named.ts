import type { NameEntry } from "../knowledge/names.js";
import type { Word } from "../language/analysis.js";
import type { Actor, MentionForm } from "./actor.js";
import { isPlural } from "./draft.js";
import type { Hit } from "./hits.js";

/** Of what a name can be, what it is as the head of a phrase: "one Swiss" (counted), "the Chinese", "Iraqis". */
export function nameAtHead(hit: Hit, word: Word, next: Word | undefined, counted = false): NameEntry {
  const adjective = hit.names.find((n) => n.kind === "adjective");
  if (adjective && !counted && (word.upos === "ADJ" || next?.upos === "NOUN")) return adjective;
  const kinds = isPlural(word) || word.xpos === "NNPS" ? ["citizens"] : ["state", "citizens", "citizen"];
  for (const kind of kinds) {
    const name = hit.names.find((n) => n.kind === kind);
    if (name && hit.names[0]!.kind !== "institution" && hit.names[0]!.kind !== "organisation") return name;
  }
  return hit.names[0]!;
}

/** The actor that a name stands for. */
export function actorOfName(name: NameEntry): Actor {
  const citizen = name.kind === "citizen" || name.kind === "citizens";
  return {
    code: name.code,
    ...(name.sector && { sector: name.sector }),
    ...(name.agency && !citizen && { agency: name.agency }),
  };
}

/** The actors that a name stands for: several for "the Koreas" and "North and South Korea". */
export function actorsOfName(name: NameEntry): readonly Actor[] {
  const actor = actorOfName(name);
  return [...(name.with ?? []).map((code) => ({ ...actor, code })), actor];
}

/** How a name of this kind refers. */
export function formOfName(name: NameEntry): MentionForm {
  switch (name.kind) {
    case "capital":
    case "metonym":
      return "metonym";
    case "adjective":
    case "citizen":
    case "citizens":
      return "demonym";
    default:
      return "name";
  }
}

/** The entry behind a name, for `explain`. */
export function byOfName(name: NameEntry): string {
  return `${name.kind} "${name.name}" of ${[...(name.with ?? []), name.code].join(" and ")}`;
}
