import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { knowledgePath } from "../knowledge/table.js";

interface Roles {
  readonly locative: ReadonlySet<string>;
  readonly flight: ReadonlySet<string>;
  readonly objectIsPlace: ReadonlySet<string>;
  readonly phrasal: ReadonlySet<string>;
  readonly inquiries: ReadonlySet<string>;
  readonly moves: ReadonlySet<string>;
  readonly movesFrom: ReadonlySet<string>;
  readonly sending: ReadonlySet<string>;
  readonly messages: ReadonlySet<string>;
  readonly examples: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly partsOfPlace: ReadonlySet<string>;
  readonly kindsOfPlace: ReadonlySet<string>;
  readonly kindsOfTown: ReadonlySet<string>;
  readonly kindsOfRegion: ReadonlySet<string>;
  readonly happenings: ReadonlySet<string>;
  readonly violence: ReadonlySet<string>;
  readonly missions: ReadonlySet<string>;
  readonly gatherings: ReadonlySet<string>;
  readonly thingsThere: ReadonlySet<string>;
  readonly streets: ReadonlySet<string>;
  readonly comesFrom: ReadonlySet<string>;
  readonly away: ReadonlySet<string>;
  readonly raids: ReadonlySet<string>;
  readonly takings: ReadonlySet<string>;
  readonly speaksFor: ReadonlySet<string>;
  readonly aims: ReadonlySet<string>;
  readonly scheduled: ReadonlySet<string>;
  readonly bornThere: ReadonlySet<string>;
  readonly directions: ReadonlySet<string>;
  readonly streetsOf: ReadonlySet<string>;
  readonly compass: ReadonlySet<string>;
  readonly borders: ReadonlySet<string>;
  readonly kindsOfDistrict: ReadonlySet<string>;
  readonly occurring: ReadonlySet<string>;
}

let loaded: Roles | undefined;

/** The lists of `knowledge/places/roles.yaml`, read once. */
export function placeRoles(): Roles {
  if (loaded) return loaded;
  const file = parse(readFileSync(knowledgePath("places/roles.yaml"), "utf8")) as Record<string, string[]>;
  loaded = {
    locative: new Set(file.locative),
    flight: new Set(file.flight),
    objectIsPlace: new Set(file["object-is-place"]),
    phrasal: new Set(file.phrasal),
    inquiries: new Set(file.inquiries),
    moves: new Set(file.moves),
    movesFrom: new Set(file["moves-from"]),
    sending: new Set(file.sending),
    messages: new Set(file.messages),
    examples: new Set(file.examples),
    notNames: new Set(file["not-names"]),
    partsOfPlace: new Set(file["parts-of-place"]),
    kindsOfPlace: new Set(file["kinds-of-place"]),
    kindsOfTown: new Set(file["kinds-of-town"]),
    kindsOfRegion: new Set(file["kinds-of-region"]),
    happenings: new Set(file.happenings),
    violence: new Set(file.violence),
    missions: new Set(file.missions),
    gatherings: new Set(file.gatherings),
    thingsThere: new Set(file["things-there"]),
    streets: new Set(file.streets),
    comesFrom: new Set(file["comes-from"]),
    away: new Set(file.away),
    raids: new Set(file.raids),
    takings: new Set(file.takings),
    speaksFor: new Set(file["speaks-for"]),
    aims: new Set(file.aims),
    scheduled: new Set(file.scheduled),
    bornThere: new Set(file["born-there"]),
    directions: new Set(file.directions),
    streetsOf: new Set(file["streets-of"]),
    compass: new Set(file.compass),
    borders: new Set(file.borders),
    kindsOfDistrict: new Set(file["kinds-of-district"]),
    occurring: new Set(file.occurring),
  };
  return loaded;
}
