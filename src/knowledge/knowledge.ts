import { type ActorFile, listOwn, ownTerms } from "./actor-file.js";
import { type Lexicon, lexiconOf } from "./lexicon.js";
import { ListedNames } from "./listed-names.js";
import { type ListedGuard, NameIndex } from "./name-index.js";
import { type ListName, listedBodies, type NameEntry, sortedBodies } from "./names.js";
import { People } from "./people.js";
import { listStateGroups, listStates, loadStates, type State, stateOf } from "./states.js";
import { eachLine } from "./table.js";

/** All that is known of actors before a report is read: the shipped tables, and a user's own file over them. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly people: People;
  /** States by code. */
  readonly states: ReadonlyMap<string, State>;
  /** Every name, taken apart for the lexicon: slow, for lists and checks. */
  names(): Iterable<NameEntry>;
  /** The English short name of a state; the code itself where the code is no state's. */
  stateName(code: string): string;
  /** Names the content of the user's own file; empty where there is none. */
  readonly version: string;
}

let shipped: Knowledge | undefined;

/** What demarche ships, read from `knowledge/` once. Throws an Error that names the file where one is broken. */
export function shippedKnowledge(): Knowledge {
  shipped ??= build();
  return shipped;
}

/** What demarche ships, with a user's own file of actors over it: its names and people take the place of shipped ones. */
export function knowledgeWith(own: ActorFile): Knowledge {
  return build(own);
}

function build(own?: ActorFile): Knowledge {
  const people = new People(own ? ownTerms(own) : []);
  const sources = [
    ownAndStates(own),
    ...listedBodies(),
    people.ownNames(),
    people.titled(),
    ...sortedBodies(),
    people.officials(),
  ];
  const index = new NameIndex(sources, guards());
  const states = own ? statesWith(own) : loadStates();
  return {
    lexicon: lexiconOf(index),
    people,
    states,
    names: () => index.all(),
    stateName: (code) => states.get(code)?.name ?? code,
    version: own?.version ?? "",
  };
}

/** The words that decide on each guarded name, as listed. */
function guards(): ReadonlyMap<string, ListedGuard> {
  const listed = new Map<string, ListedGuard>();
  eachLine("guards.tsv", ["name", "context", "unless"], ([name, context, unless]) =>
    listed.set(name!, { context: context!, unless: unless! }),
  );
  return listed;
}

function ownAndStates(own: ActorFile | undefined): ListedNames {
  const names = new ListedNames();
  const add: ListName = (name, of) => names.add(name, of);
  if (own) listOwn(own, add);
  listStates(add);
  listStateGroups(add);
  return names;
}

/** A state's line in a user's file declares its code, or adds names to a state that is known already. */
function statesWith(own: ActorFile): ReadonlyMap<string, State> {
  const states = new Map(loadStates());
  for (const line of own.lines) {
    if (line.kind !== "state") continue;
    const added = stateOf(line);
    const known = states.get(line.code);
    states.set(line.code, known ? { ...known, also: [...known.also, added.name, ...added.also] } : added);
  }
  return states;
}
