import type { Analysis, Word } from "../language/analysis.js";
import type { Report } from "../report/report.js";
import type { Actor } from "./actor.js";
import type { Candidates } from "./candidates.js";
import type { Determination } from "./determination.js";
import type { Draft } from "./draft.js";
import type { Reader } from "./reader.js";
import type { Resolution } from "./resolution.js";
import { resolveNeighbour, resolveState } from "./state-reference.js";
import type { Surroundings } from "./surroundings.js";

/** What has been read of a report so far. */
export interface ReadSoFar {
  readonly report: Report;
  readonly analysis: Analysis;
  readonly reader: Reader;
  readonly candidates: Candidates;
  readonly drafts: readonly Draft[];
  readonly byHead: ReadonlyMap<number, Draft>;
  readonly surroundings: Surroundings;
}

/** A noun that calls a state by what it is to another or by its kind ("neighbor", "ally", "country"). */
export interface StateNoun {
  readonly draft: Draft;
  readonly word: Word;
  readonly role: string;
  readonly possessor: Draft | undefined;
  readonly determination: Determination;
}

/** The state that such a noun means; undefined where nothing is known of it. */
export function resolveStateNoun(so: ReadSoFar, noun: StateNoun): Resolution | undefined {
  const { draft, word, role, possessor, determination } = noun;
  if (role === "neighbor" || role === "neighbour") {
    const whose = possessor?.actors ?? statesBefore(so, word);
    if (!draft.plural) return resolveNeighbour(so.candidates, word, whose, determination.side);
    return { actors: [], by: draft.by, reason: `neighbours${ofWhom(whose)} are not named` };
  }
  if (role === "side") {
    const whose = possessor?.actors ?? statesBefore(so, word);
    if (whose.length === 1 && !draft.plural) return { actors: whose, by: `the side of ${whose[0]!.code}` };
    return undefined;
  }
  if (RELATIONS.has(role)) {
    const whose = possessor?.actors ?? statesBefore(so, word);
    const name = draft.plural ? word.form.toLowerCase() : role;
    return { actors: [], by: draft.by, reason: `${name}${ofWhom(whose)}: not named` };
  }
  if (draft.plural) return undefined;
  const owner = possessor?.actors.length === 1 ? possessor.actors[0]! : undefined;
  if (owner && possessor && (owner.person !== undefined || possessor.form === "pronoun"))
    return {
      actors: [{ code: owner.code }],
      by: `the ${role} of ${owner.person ?? owner.code}`,
      antecedent: possessor,
    };
  if (!determination.definite || possessor) return undefined;
  const { surroundings } = so;
  return resolveState(
    so.candidates,
    word,
    so.analysis,
    surroundings.statesAt(word),
    surroundings.leadingAt(word),
  );
}

/** States that stand before a noun as its modifiers ("U.S. allies"). */
function statesBefore({ reader, drafts }: ReadSoFar, word: Word): readonly Actor[] {
  const { first } = reader.phrase(word.index);
  const out: Actor[] = [];
  for (const draft of drafts.slice(-6)) {
    if (draft.first >= first && draft.last <= word.index && draft.actors.length === 1)
      out.push({ code: draft.actors[0]!.code });
  }
  return out;
}

const RELATIONS: ReadonlySet<string> = new Set([
  "ally",
  "partner",
  "rival",
  "enemy",
  "adversary",
  "foe",
  "power",
  "world power",
  "superpower",
]);

function ofWhom(actors: readonly Actor[]): string {
  return actors.length === 0 ? "" : ` of ${actors.map((a) => a.code).join(" and ")}`;
}
