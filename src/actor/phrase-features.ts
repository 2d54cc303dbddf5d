import { referenceWords } from "../knowledge/reference.js";
import type { RoleEntry } from "../knowledge/roles.js";
import type { Sector } from "../knowledge/sector.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import { isPlural } from "./draft.js";
import { clauseOf, type Evidence } from "./gathered-evidence.js";

/** Sectors whose people and bodies are often of no one state, or nearly never. */
const SECTORS_TOLD_APART: readonly Sector[] = ["GOV", "COP", "CVL", "REF", "CRM", "LAB", "BUS"];

/** What is seen of the phrase itself, for "its state is none that the text speaks of". */
export const PHRASE_FEATURES = [
  "none of them",
  "none: name",
  "none: definite",
  "none: indefinite",
  "none: numbered",
  "none: bare plural",
  "none: singular",
  "none: anybody",
  "none: bare anybody",
  "none: with a complement",
  "none: told as possible",
  "none: logarithm of its mentions",
  "none: states in the report",
  "none: told of the present",
  "none: told of the past",
  "none: a subject",
  "none: without a verb",
  "none: before a noun",
  "none: denied",
  "none: with a clause",
  "none: qualified",
  "none: no state in the sentence",
  "none: no state near",
  "none: share of the first state",
  "none: times of the first state",
  "none: a certain person",
  "none: acts",
  "none: an object",
  ...SECTORS_TOLD_APART.map((sector) => `none: ${sector}`),
] as const;

/**
 * How a phrase's state shows: police and victims are of the place told of, ministers and lawmakers of the state, troops
 * and diplomats of whoever sends them; companies and outlets may be of any. People of no role have weights of their own.
 */
export const PHRASE_KINDS = ["place", "state", "sent", "body", "person"] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];

/** A phrase that names no state, as the model sees it. */
export interface OpenPhrase {
  readonly word: Word;
  readonly sector: Sector;
  /** Undefined for the name of an organisation or person. */
  readonly role?: RoleEntry | undefined;
  /** All places where the report names it, for a person; `word` is the first. */
  readonly places?: readonly Word[] | undefined;
}

/** Places beyond these tell no more. */
export const MOST_PLACES = 8;

/** The phrase's own words, in the order of `PHRASE_FEATURES`. */
export function ofPhrase(
  analysis: Analysis,
  evidence: Evidence,
  { word, role, sector, places }: OpenPhrase,
): number[] {
  const name = role === undefined;
  let definite = !name && word.upos === "PROPN";
  let indefinite = false;
  let numbered = false;
  let complement = false;
  for (const child of children(analysis, word)) {
    const form = child.form.toLowerCase();
    if (child.index > word.index) {
      complement ||= relation(child) === "nmod";
    } else if (DEFINITE.has(form)) definite = true;
    else if (INDEFINITE.has(form)) indefinite = true;
    else if (child.upos === "NUM" || QUANTITIES.has(form)) numbered = true;
  }
  const verb = analysis.words[clauseOf(analysis, word)]!;
  const possible = children(analysis, verb).some((c) => c.xpos === "MD" || c.form.toLowerCase() === "if");
  const plural = isPlural(word);
  // "police", "authorities": bodies of which a state has one need no article.
  const bare = plural && !name && role?.kind !== "institution" && !definite && !numbered;
  const anybody = sector === "REF" || (role !== undefined && referenceWords().anybody.has(role.role));
  return [
    1,
    Number(name),
    Number(definite),
    Number(indefinite),
    Number(numbered),
    Number(bare),
    Number(!plural),
    Number(anybody),
    Number(bare && anybody),
    Number(complement),
    Number(possible),
    Math.log(Math.min(places?.length ?? 1, MOST_PLACES)),
    Math.log(1 + evidence.total.size),
    ...ofSurroundings(analysis, evidence, word, verb),
    // "the boy", "the driver": somebody whom the report has told of, of whatever state.
    Number(definite && !plural && (role?.kind === "private" || role?.kind === "group")),
    Number(relation(word) === "nsubj" && referenceWords().actorVerbs.has(verb.lemma.toLowerCase())),
    Number(relation(word) === "obj" || word.deprel === "nsubj:pass"),
    ...SECTORS_TOLD_APART.map((one) => Number(one === sector)),
  ];
}

/** What the clause and the states around tell: what is told in the past of one place is sooner of its state. */
function ofSurroundings(
  analysis: Analysis,
  { total, sentences, list }: Evidence,
  word: Word,
  verb: Word,
): number[] {
  const around = children(analysis, verb);
  const forms = [verb, ...around.filter((c) => relation(c) === "aux" || relation(c) === "cop")];
  const past = forms.some((f) => f.xpos === "VBD");
  const present = forms.some((f) => f.xpos === "VBZ" || f.xpos === "VBP") || verb.xpos === "VB";
  const own = children(analysis, word);
  const denied =
    own.some((c) => c.lemma === "no") || around.some((c) => c.lemma === "not" || c.lemma === "no");
  const qualified = own.some((c) => c.index < word.index && (c.upos === "ADJ" || relation(c) === "compound"));
  const near = [-1, 0, 1].some((step) => sentences.has(word.sentence + step));
  const most = Math.max(0, ...total.values());
  return [
    Number(present && !past),
    Number(past),
    Number(relation(word) === "nsubj"),
    Number(verb.upos !== "VERB"),
    Number(relation(word) === "compound"),
    Number(denied),
    Number(own.some((c) => relation(c) === "acl")),
    Number(qualified),
    Number(!sentences.has(word.sentence)),
    Number(!near),
    most / Math.max(1, list.length),
    Math.log(1 + most),
  ];
}

const DEFINITE: ReadonlySet<string> = new Set(["the", "this", "these", "our"]);
const INDEFINITE: ReadonlySet<string> = new Set(["a", "an", "another"]);
const QUANTITIES: ReadonlySet<string> = new Set(["many", "some", "most", "several", "few", "more", "dozens"]);

/** How its state shows. */
export function kindOf({ sector, role, places }: OpenPhrase): PhraseKind {
  if (places && !role) return "person";
  if (role && SENT.has(role.role)) return "sent";
  if (role && referenceWords().localOffices.has(role.role)) return "place";
  return KINDS.get(sector) ?? "place";
}

/** The rest are of the place. */
const KINDS: ReadonlyMap<Sector, PhraseKind> = new Map<Sector, PhraseKind>([
  ["GOV", "state"],
  ["LEG", "state"],
  ["PTY", "state"],
  ["ELI", "state"],
  ["MIL", "sent"],
  ["SPY", "sent"],
  ["BUS", "body"],
  ["MED", "body"],
  ["NGO", "body"],
  ["HRI", "body"],
  ["ENV", "body"],
]);

const SENT: ReadonlySet<string> = new Set([
  "ambassador",
  "envoy",
  "special envoy",
  "emissary",
  "diplomat",
  "negotiator",
  "chief negotiator",
  "delegation",
  "embassy",
  "consulate",
]);
