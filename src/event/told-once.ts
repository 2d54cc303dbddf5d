import { actorCode } from "../actor/actor.js";
import type { Analysis } from "../language/analysis.js";
import { governor, relation } from "../language/tree.js";
import type { Participant } from "./event.js";
import type { SettledAct } from "./learned-acts.js";

/** Relations of a noun to the verb that carries it: "passed sanctions", "sanctions were passed". */
const CARRIED: ReadonlySet<string> = new Set(["obj", "nsubj:pass"]);

/**
 * The acts without those that are told twice: of a verb and its object that tell the same type between the same sides ("passed
 * sanctions") the one that no pattern of the codebook tells goes, else the less likely one, unless `stays` says that it may not.
 */
export function toldOnce(
  analysis: Analysis,
  acts: readonly SettledAct[],
  stays: (act: SettledAct) => boolean = () => false,
): readonly SettledAct[] {
  const byTrigger = new Map(acts.map((a) => [a.act.match.frame.trigger, a] as const));
  const gone = new Set<SettledAct>();
  for (const own of acts) {
    const noun = own.act.match.frame.trigger;
    const verb = CARRIED.has(relation(noun)) ? governor(analysis, noun) : undefined;
    const other = verb && byTrigger.get(verb);
    if (!other || !areSame(own, other)) continue;
    const less = isLess(own, other) ? own : other;
    if (!stays(less)) gone.add(less);
  }
  return gone.size === 0 ? acts : acts.filter((a) => !gone.has(a));
}

/** What a pattern tells says more (its mode), then what is likelier. */
function isLess(a: SettledAct, b: SettledAct): boolean {
  if (a.drafted !== b.drafted) return b.drafted === true;
  return (a.probability ?? 1) < (b.probability ?? 1);
}

function areSame(a: SettledAct, b: SettledAct): boolean {
  return (
    a.act.type === b.act.type &&
    codes(a.roles.sources) === codes(b.roles.sources) &&
    codes(a.roles.targets) === codes(b.roles.targets)
  );
}

function codes(side: readonly Participant[]): string {
  return side
    .map(({ actor }) => (actor.known ? actorCode(actor.value) : "?"))
    .sort()
    .join(" ");
}
