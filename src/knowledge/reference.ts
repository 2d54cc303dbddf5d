import { readTable } from "./table.js";

/** Words that the reader of mentions must know, from `knowledge/reference-words.tsv`; lemmas, lower case. */
export interface ReferenceWords {
  readonly placePrepositions: ReadonlySet<string>;
  readonly motionPrepositions: ReadonlySet<string>;
  readonly motion: ReadonlySet<string>;
  readonly placeNouns: ReadonlySet<string>;
  readonly circumstance: ReadonlySet<string>;
  readonly actorVerbs: ReadonlySet<string>;
  readonly actorObjects: ReadonlySet<string>;
  readonly actorsNouns: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  readonly counts: ReadonlySet<string>;
  readonly peoplePronouns: ReadonlySet<string>;
  readonly men: ReadonlySet<string>;
  readonly women: ReadonlySet<string>;
  readonly former: ReadonlySet<string>;
  readonly coming: ReadonlySet<string>;
  readonly atTheTime: ReadonlySet<string>;
  readonly acting: ReadonlySet<string>;
  readonly heading: ReadonlySet<string>;
  readonly serving: ReadonlySet<string>;
  readonly naming: ReadonlySet<string>;
  readonly companyEndings: ReadonlySet<string>;
  readonly mediaEndings: ReadonlySet<string>;
  readonly officeHeads: ReadonlySet<string>;
  readonly assisting: ReadonlySet<string>;
  readonly nameParticles: ReadonlySet<string>;
  readonly partyEndings: ReadonlySet<string>;
  readonly societyEndings: ReadonlySet<string>;
  readonly calling: ReadonlySet<string>;
  readonly sportsVerbs: ReadonlySet<string>;
  readonly sports: ReadonlySet<string>;
  readonly nominating: ReadonlySet<string>;
  readonly accusing: ReadonlySet<string>;
  readonly denying: ReadonlySet<string>;
  readonly impersonal: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly happening: ReadonlySet<string>;
  readonly doneToThings: ReadonlySet<string>;
  readonly becoming: ReadonlySet<string>;
  readonly leaving: ReadonlySet<string>;
  readonly regarding: ReadonlySet<string>;
  readonly removing: ReadonlySet<string>;
  readonly anybody: ReadonlySet<string>;
  readonly general: ReadonlySet<string>;
  readonly disputeSides: ReadonlySet<string>;
  readonly localOffices: ReadonlySet<string>;
  readonly congresses: ReadonlySet<string>;
  readonly kin: ReadonlySet<string>;
  readonly declaring: ReadonlySet<string>;
  readonly declarations: ReadonlySet<string>;
  readonly sending: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
  /** Compass side of an adjective: "northern" is N. */
  readonly sides: ReadonlyMap<string, string>;
}

let words: ReferenceWords | undefined;

/** The lists of `knowledge/reference-words.tsv`, read once. */
export function referenceWords(): ReferenceWords {
  if (words) return words;
  const lists = new Map(
    readTable("reference-words.tsv", ["list", "words"]).map((row) => [row.list, row.words.split(" ")]),
  );
  const set = (name: string): ReadonlySet<string> => {
    const list = lists.get(name);
    if (!list) throw new Error(`knowledge/reference-words.tsv: list "${name}" expected`);
    return new Set(list);
  };
  words = {
    placePrepositions: set("place-prepositions"),
    motionPrepositions: set("motion-prepositions"),
    motion: set("motion"),
    placeNouns: set("place-nouns"),
    circumstance: set("circumstance"),
    actorVerbs: set("actor-verbs"),
    actorObjects: set("actor-objects"),
    actorsNouns: set("actors-nouns"),
    measures: set("measures"),
    counts: set("counts"),
    peoplePronouns: set("people-pronouns"),
    men: set("men"),
    women: set("women"),
    former: set("former"),
    coming: set("coming"),
    atTheTime: set("at-the-time"),
    acting: set("acting"),
    heading: set("heading"),
    serving: set("serving"),
    naming: set("naming"),
    companyEndings: set("company-endings"),
    mediaEndings: set("media-endings"),
    officeHeads: set("office-heads"),
    assisting: set("assisting"),
    nameParticles: set("name-particles"),
    partyEndings: set("party-endings"),
    societyEndings: set("society-endings"),
    calling: set("calling"),
    sportsVerbs: set("sports-verbs"),
    sports: set("sports"),
    nominating: set("nominating"),
    accusing: set("accusing"),
    denying: set("denying"),
    impersonal: set("impersonal"),
    events: set("events"),
    happening: set("happening"),
    doneToThings: set("done-to-things"),
    becoming: set("becoming"),
    leaving: set("leaving"),
    regarding: set("regarding"),
    removing: set("removing"),
    anybody: set("anybody"),
    localOffices: set("local-offices"),
    congresses: set("congresses"),
    kin: set("kin"),
    declaring: set("declaring"),
    declarations: set("declarations"),
    sending: set("sending"),
    general: set("general"),
    disputeSides: set("dispute-sides"),
    weak: set("weak"),
    sides: new Map([...set("sides")].map((pair) => pair.split("=") as [string, string])),
  };
  return words;
}
