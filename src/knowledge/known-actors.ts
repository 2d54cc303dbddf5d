import { fold } from "./fold.js";
import type { Knowledge } from "./knowledge.js";
import type { NameEntry, NameKind, Source } from "./names.js";
import { type Person, type Standing, standingOn, type Term } from "./offices.js";
import type { Sector } from "./sector.js";

/** The kinds of actor that knowledge holds: names of a state, of its citizens and of its capital are one. */
export const ACTOR_KINDS = [
  "state",
  "organisation",
  "person",
  "institution",
  "armed group",
  "media",
  "company",
  "party",
  "metonym",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Somebody who is known, and why. */
export interface KnownActor {
  readonly kind: "actor";
  readonly actorKind: ActorKind;
  readonly name: string;
  /** Other names, as listed. */
  readonly also: readonly string[];
  /** State or organisation; for a person, that of the latest term. */
  readonly code: string;
  readonly sector?: Sector;
  readonly agency?: string;
  /** The offices of a person, in order of their beginning. */
  readonly terms?: readonly Term[];
  /** Files and lines that say so. */
  readonly sources: readonly Source[];
}

/** Everybody who is known, with all their names; names of the same actor from several lines are put together. */
export function knownActors(knowledge: Knowledge): KnownActor[] {
  const actors = new Map<string, Draft>();
  for (const entry of knowledge.names()) {
    const kind = actorKind(entry.kind);
    if (kind) add(actors, kind, entry);
  }
  return [...actors.values()]
    .map(({ actorKind, names, entry, sources }): KnownActor => {
      const terms = entry.person?.terms.toSorted((a, b) => (a.from < b.from ? -1 : 1));
      const { code, sector, agency } = terms?.at(-1) ?? entry;
      const name =
        actorKind === "state"
          ? knowledge.stateName(code)
          : (entry.person?.name ?? (entry.own && agency && names.has(agency) ? agency : entry.name));
      return {
        kind: "actor",
        actorKind,
        name,
        also: [...names].filter((other) => other !== name),
        code,
        ...(sector && actorKind !== "state" && { sector }),
        ...(agency && { agency }),
        ...(terms && { terms }),
        sources: terms ? terms.map((term) => term.source) : [...sources.values()],
      };
    })
    .sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

interface Draft {
  readonly actorKind: ActorKind;
  readonly names: Set<string>;
  readonly sources: Map<string, Source>;
  entry: NameEntry;
}

function add(actors: Map<string, Draft>, actorKind: ActorKind, entry: NameEntry): void {
  const { code, sector, agency, person } = entry;
  const key =
    actorKind === "state"
      ? `state ${code}`
      : person
        ? `person ${person.name}`
        : `${actorKind} ${code} ${sector} ${agency}`;
  let draft = actors.get(key);
  if (!draft) {
    draft = { actorKind, names: new Set(), sources: new Map(), entry };
    actors.set(key, draft);
  }
  // The longest name of a body's first line tells most of it.
  const { file, line } = entry.source;
  const first = draft.entry.source;
  if (file === first.file && line === first.line && entry.name.length > draft.entry.name.length)
    draft.entry = entry;
  draft.names.add(entry.name);
  draft.sources.set(`${file}:${line}`, entry.source);
}

function actorKind(kind: NameKind): ActorKind | undefined {
  switch (kind) {
    case "adjective":
    case "citizen":
    case "citizens":
    case "capital":
      return "state";
    case "not an actor":
      return undefined;
    default:
      return kind;
  }
}

function order(actor: KnownActor): number {
  return ACTOR_KINDS.indexOf(actor.actorKind);
}

/** The actors that a name, a code or a part of a name means: those that bear it, else those whose names hold its words. */
export function actorsNamed(actors: readonly KnownActor[], name: string): KnownActor[] {
  const wanted = fold(name);
  const exact = actors.filter((a) => [a.name, ...a.also].some((n) => fold(n) === wanted));
  if (exact.length > 0) return exact;
  const coded = actors.filter((a) => a.code === name && (a.actorKind === "state" || !a.agency) && !a.terms);
  if (coded.length > 0) return coded;
  const words = wanted.split(/\s+/);
  return actors.filter((a) =>
    [a.name, ...a.also].some((n) => {
      const own = fold(n).split(/[\s-]+/);
      return words.every((word) => own.includes(word));
    }),
  );
}

/** How a known person stood to their offices on a day; undefined for whoever has none. */
export function standingOfActor(actor: KnownActor, day: string): Standing | undefined {
  if (!actor.terms) return undefined;
  const person: Person = { name: actor.name, names: [], terms: actor.terms, sectorOnly: false };
  return standingOn(person, day);
}
