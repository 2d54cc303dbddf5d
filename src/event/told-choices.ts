import type { Word } from "../language/analysis.js";
import type { Cast } from "./cast.js";
import type { EventType, Participant } from "./event.js";
import type { Role } from "./named-by.js";
import type { Roles } from "./roles.js";
import type { ToldBefore } from "./told-before.js";

/** Somebody of an act told before who may be source or target of a later one, too. */
export interface ToldChoice {
  readonly meant: readonly Participant[];
  /** What kind of choice it is, first, and features of its own. */
  readonly clues: readonly string[];
  /** The word that takes the earlier act up. */
  readonly named?: Word;
}

/** Sentences back to an act whose participant may be meant again. */
const CARRIED = 3;

/**
 * Whom the acts told before offer: those of the last one, of the last one of the same type, and whoever did a deed that a
 * noun of the sentence names again ("condemned the test", "the strikes destroyed").
 */
export function toldChoices(
  cast: Cast,
  trigger: Word,
  type: EventType,
  role: Role,
  told: ToldBefore,
): readonly ToldChoice[] {
  const out: ToldChoice[] = [];
  const { last } = told;
  const carried = known(last?.roles, role);
  const distance = last ? trigger.sentence - last.act.match.frame.trigger.sentence : 0;
  if (last && carried.length > 0 && distance <= CARRIED) {
    const same = last.act.type === type ? "same" : "other";
    out.push({ meant: carried, clues: ["carried", `carried ${same} ${distance}`] });
  }
  const alike = told.alike(type);
  const again = known(alike?.roles, role);
  if (alike && again.length > 0) {
    const far = Math.min(3, Math.floor((trigger.sentence - alike.act.match.frame.trigger.sentence) / 4));
    out.push({ meant: again, clues: ["alike", `alike ${far}`] });
  }
  const { first, last: end } = cast.analysis.sentences[trigger.sentence]!;
  for (const word of cast.analysis.words.slice(first, end)) {
    if (word.upos !== "NOUN" || word === trigger) continue;
    const deed = told.named(word.lemma, word.sentence);
    const doers = known(deed?.roles, "source");
    if (!deed || doers.length === 0) continue;
    const side = word.index < trigger.index ? "before" : "after";
    out.push({ meant: doers, clues: ["deed", `deed of ${deed.act.type}`, `deed ${side}`], named: word });
  }
  return out;
}

function known(roles: Roles | undefined, role: Role): readonly Participant[] {
  const side = role === "source" ? roles?.sources : roles?.targets;
  return side?.filter((p) => p.actor.known) ?? [];
}
