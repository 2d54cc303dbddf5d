import { kindsOfNameWord, kindsOfNoun, kindsOfSector } from "../knowledge/noun-kinds.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import type { Actor } from "./actor.js";
import type { Candidates } from "./candidates.js";
import type { Description } from "./describe.js";
import { type Draft, textOf } from "./draft.js";
import type { Resolution } from "./resolution.js";

/**
 * "the news agency", "the ministry", "the panel": the last body before it that the noun fits. One that is called by the very
 * noun comes before others of its kind, but for nouns that fit most bodies ("the group", "the company").
 */
export function resolveBody(
  analysis: Analysis,
  candidates: Candidates,
  word: Word,
  description: Named,
): Resolution | undefined {
  if (MASS.has(description.role) || isOneOfSeveral(analysis, word)) return undefined;
  const barred = candidates.argumentsAbove(word);
  const last = description.role.split(" ").at(-1)!;
  const general = COLLECTIVE.has(last) || GENERAL.has(last);
  let ofKind: Resolution | undefined;
  let of: { readonly found: Resolution; readonly sentence: number } | undefined;
  for (const candidate of candidates.before(word, 3)) {
    const { draft } = candidate;
    if (!draft || barred.has(candidate.key) || draft.person) continue;
    const unknown = mayBe(analysis, draft, description);
    if (
      !unknown &&
      (draft.actors.length !== 1 || !fitsBody(candidates, draft.actors[0]!, draft, description))
    )
      continue;
    const found = unknown
      ? unknownBody(analysis, draft, description)
      : {
          actors: draft.actors,
          by: `"the ${description.role}" is ${textOf(analysis, draft)}`,
          antecedent: draft,
        };
    if (isCalled(analysis, draft, last)) return found;
    if (general) {
      // "The militia, which the union banned, denied it. The group": of several in one sentence, its subject.
      const isSubject = isMainSubject(analysis, analysis.words[candidate.head]!);
      if (of && candidate.sentence !== of.sentence) break;
      if (!of || isSubject) of = { found, sentence: candidate.sentence };
      if (isSubject) break;
    } else ofKind ??= found;
  }
  return of?.found ?? ofKind;
}

function isMainSubject(analysis: Analysis, word: Word): boolean {
  return relation(word) === "nsubj" && analysis.sentences[word.sentence]!.root === word.head;
}

/** True where the noun is a word of the body's name, of its agency or of the phrase for it. */
function isCalled(analysis: Analysis, draft: Draft, noun: string): boolean {
  return (
    draft.role?.split(" ").at(-1) === noun ||
    wordsOf(draft.actors[0]?.agency ?? "").includes(noun) ||
    wordsOf(textOf(analysis, draft)).includes(noun)
  );
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/[\s-]+/);
}

/** Nouns that fit a body whatever its name says. */
const GENERAL: ReadonlySet<string> = new Set(["company", "firm"]);

/** True for a body that nobody knows and that the noun may well mean: then it is none further back. */
function mayBe(analysis: Analysis, draft: Draft, { role }: Named): boolean {
  if (draft.actors.length > 0 || draft.sort !== "body") return false;
  if (analysis.words[draft.head]!.upos !== "PROPN") return false;
  const last = role.split(" ").at(-1)!;
  if (COLLECTIVE.has(role) || GENERAL.has(last)) return true;
  const words = textOf(analysis, draft).toLowerCase().split(/\s+/);
  return words.includes(last) || words.some((word) => share(kindsOfNoun(last), kindsOfNameWord(word)));
}

function share(kinds: readonly string[], others: readonly string[]): boolean {
  return kinds.some((kind) => others.includes(kind));
}

type Named = Pick<Description, "role" | "sector" | "agency"> & Partial<Pick<Description, "codes">>;

/** "the fourth mission", "the other group": one that has not been spoken of. */
function isOneOfSeveral(analysis: Analysis, word: Word): boolean {
  return children(analysis, word).some((c) => c.index < word.index && ORDERS.has(c.form.toLowerCase()));
}

const ORDERS: ReadonlySet<string> = new Set(
  "first second third fourth fifth sixth seventh eighth ninth tenth next other another".split(" "),
);

/** Words for all bodies of a kind together: "the media" is none of them. */
const MASS: ReadonlySet<string> = new Set(["media", "press", "news media"]);

function unknownBody(analysis: Analysis, draft: Draft, { role }: Named): Resolution {
  const name = textOf(analysis, draft);
  return {
    actors: [],
    by: `"the ${role}" is ${name}`,
    antecedent: draft,
    reason: draft.reason ?? `knowledge has no body named "${name}"`,
  };
}

function fitsBody(candidates: Candidates, actor: Actor, draft: Draft, description: Named): boolean {
  const { role, sector, agency, codes } = description;
  if (draft.sort !== "body" || (codes?.length && !codes.includes(actor.code))) return false;
  if (agency !== undefined) return actor.agency === agency;
  const last = role.split(" ").at(-1)!;
  const own = (actor.agency ?? "").toLowerCase();
  if (own.split(/[\s-]+/).includes(last) || draft.role?.split(" ").at(-1) === last) return true;
  if (last === "ministry") return /\b(ministry|department)\b/.test(own);
  if (COLLECTIVE.has(role))
    return sector === undefined && actor.sector === "REB" ? true : isOrganisation(candidates, actor);
  if (last === "agency" && sector !== "MED")
    return own !== "" && (actor.sector === "MED" || (draft.form === "name" && !own.includes("ministry")));
  if (sector !== undefined && NAMED.has(sector)) return actor.sector === sector && own !== "";
  const kinds = kindsOfNoun(last);
  if (own.split(/[\s-]+/).some((part) => share(kinds, kindsOfNameWord(part)))) return true;
  const noun = draft.role?.split(" ").at(-1);
  if (noun !== undefined && share(kinds, kindsOfNoun(noun))) return true;
  return actor.sector !== undefined && actor.sector !== "GOV" && share(kinds, kindsOfSector(actor.sector));
}

const COLLECTIVE: ReadonlySet<string> = new Set([
  "group",
  "organization",
  "organisation",
  "network",
  "movement",
  "bloc",
  "alliance",
]);
const NAMED: ReadonlySet<string> = new Set(["MED", "BUS", "PTY", "REB", "NGO", "HRI", "EDU", "LEG", "JUD"]);

function isOrganisation(candidates: Candidates, actor: Actor): boolean {
  return !candidates.knowledge.states.has(actor.code) && actor.person === undefined;
}
