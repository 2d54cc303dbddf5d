import { readFileSync } from "node:fs";
import { parse } from "yaml";

interface MediaLists {
  prepositions: string[];
  venuePrepositions: string[];
  media: string[];
  venues: string[];
  bodies: string[];
  names: string[];
  verbs: string[];
  speaking: string[];
  asking: string[];
  passingOn: string[];
}
interface PassingOnLists {
  relaying: string[];
  quotingAs: string[];
  citing: string[];
  addressed: string[];
  addressedWithClause: string[];
  addressedTo: string[];
  sharedWith: string[];
}
type Lists = MediaLists & PassingOnLists;

/** The lists of `knowledge/quotation/media.yaml` and `passing-on.yaml`, whose heads say what each holds. */
export type WaysOfPassingOn = { readonly [name in keyof Lists]: ReadonlySet<string> };

let loaded: WaysOfPassingOn | undefined;

/** How words are said and passed on, read once. */
export function waysOfPassingOn(): WaysOfPassingOn {
  loaded ??= Object.fromEntries(
    ["media", "passing-on"].flatMap((name) => {
      const path = new URL(`../../knowledge/quotation/${name}.yaml`, import.meta.url);
      const lists = parse(readFileSync(path, "utf8")) as Record<string, string[]>;
      return Object.entries(lists).map(([list, words]) => [list, new Set(words)] as const);
    }),
  ) as unknown as WaysOfPassingOn;
  return loaded;
}
