import type { Sector } from "../knowledge/sector.js";
import type { Span } from "../record/span.js";

export type { Sector };

/** Who: a state or organisation, then sector, agency and person as far as the text or the knowledge gives them. */
export interface Actor {
  /** ISO 3166-1 alpha-3 ("CHN"), or an organisation's code from `knowledge/` ("UNO", "NATO"). */
  readonly code: string;
  readonly sector?: Sector;
  /** Agency's name, for instance "foreign ministry", "Xinhua", "Department of the Treasury". */
  readonly agency?: string;
  /** Full name of the person. */
  readonly person?: string;
}

/** How a mention refers. */
export type MentionForm = "name" | "metonym" | "demonym" | "title" | "nominal" | "pronoun" | "group";

/** One place in the text that refers to somebody. */
export interface Mention extends Span {
  readonly kind: "mention";
  /** Word index of the phrase's head: what an event's argument points at. */
  readonly head: number;
  /** First word and one past the last of the phrase. */
  readonly first: number;
  readonly last: number;
  readonly form: MentionForm;
  /** Who it is; several for "the two leaders"; empty where unknown, with the reason. */
  readonly actors: readonly Actor[];
  readonly reason?: string;
  /** The rule or list entry that resolved it, for `explain` ("demonym of CHN", "antecedent: Geng Shuang"). */
  readonly by: string;
  /** The mention that it was resolved from (index in the mention list), for pronouns and short names. */
  readonly antecedent?: number;
  /** How surely it was resolved, where that was learned (pronouns): the ranker's probability, 0 to 1. */
  readonly confidence?: number;
  /** A person's name as written, where the mention is a person the knowledge does not know. */
  readonly person?: string;
}

/** "CHN.GOV" style code; "CHN" without a sector. */
export function actorCode(actor: Actor): string {
  return actor.sector ? `${actor.code}.${actor.sector}` : actor.code;
}
