import { actorCode, type Sector } from "../actor/actor.js";
import type { Word } from "../language/analysis.js";
import { relation } from "../language/tree.js";
import { overlaps } from "../record/span.js";
import { unknown } from "../record/value.js";
import type { ActWeights } from "./act-weights.js";
import type { Cast } from "./cast.js";
import { caseOf, coordination } from "./clause.js";
import type { EventType, Participant } from "./event.js";
import { isTaken, participantsOf, type Role } from "./named-by.js";
import { type RoleChoice, type RuleRoles, roleChoices } from "./role-clues.js";
import type { Roles } from "./roles.js";
import type { ToldBefore } from "./told-before.js";

/** Types that two sides do to each other, so that those who are named together are its two sides. */
const MUTUAL: ReadonlySet<EventType> = new Set(["CONSULT", "AGREE", "COOPERATE"]);

/** Sectors that act in the name of their state. */
const OF_THE_STATE: ReadonlySet<Sector> = new Set(["GOV", "MIL", "SPY", "COP"]);

/** The rules' choice stands unless another is so much likelier. */
const MARGIN = 2;
/** So likely by the coder of pairs, somebody may be of the same side as the other: what a state does at home has two sides, too. */
const SURE = Math.log(0.5);

/**
 * What the coder of pairs counts for beside what marks teach; set on 818 sentences of pairs that the encoder has learned
 * from and on the marks of whole reports, which it leaves as good as they are.
 */
const PAIR_TRUST = 0.8;

/** The sides of an act, how likely each is, and whether they are the rules' own. */
export interface ChosenRoles {
  readonly roles: Roles;
  readonly source: number;
  readonly target: number;
  readonly byRules: boolean;
}

/** The likeliest source and target of the act that `trigger` tells: log-linear over `roleChoices`, the source first. */
export function chooseRoles(
  cast: Cast,
  trigger: Word,
  type: EventType,
  rules: RuleRoles | undefined,
  told: ToldBefore,
  weights: ActWeights,
): ChosenRoles {
  const likeliest = (role: Role, taken: readonly Participant[], partners: readonly Participant[] = []) => {
    const choices = roleChoices(cast, trigger, type, role, rules, told, partners);
    const trust = weights.role.get(`${role} encoder`) ?? 0;
    const pairTrust = prefersPlace(cast, choices) ? 0 : PAIR_TRUST;
    const odds = choices.map(({ clues, encoder, paired }) =>
      clues.reduce(
        (sum, clue) => sum + (weights.role.get(`${role} ${clue}`) ?? 0),
        trust * (encoder ?? 0) + pairTrust * (paired ?? 0),
      ),
    );
    const most = Math.max(...odds);
    const parts = odds.map((o) => Math.exp(o - most));
    const total = parts.reduce((a, b) => a + b, 0);
    // Words that name the same actor speak for it together.
    const together = new Map<string, number>();
    const actors = choices.map((choice) => codesOf(choice.participants));
    for (const [i, codes] of actors.entries()) together.set(codes, (together.get(codes) ?? 0) + parts[i]!);
    const kept = rules !== undefined && isSettled(rules, role) && choices.some((c) => c.byRules);
    let best = -1;
    const counts = (i: number) =>
      [together.get(actors[i]!)! * (choices[i]!.byRules ? MARGIN : 1), parts[i]!] as const;
    for (const [i, choice] of choices.entries()) {
      const again = !isSurePartner(choice, taken) && choice.participants.some((p) => isOneSide(p, taken));
      // A thing is nobody: it speaks for an act without this side, and is not named as if it were one.
      const stays = choice.byRules || !(again || kept || choice.clues.includes("kind thing"));
      if (!stays) continue;
      if (best < 0 || isMore(counts(i), counts(best))) best = i;
    }
    return { choice: choices[best]!, probability: together.get(actors[best]!)! / total };
  };
  const source = likeliest("source", rules?.roles.targets.filter(isState) ?? []);
  const sources = named(cast, source.choice, trigger, type, "source", rules, []);
  const target = likeliest("target", sources, sources);
  const targets = named(cast, target.choice, trigger, type, "target", rules, sources);
  const byRules = source.choice.byRules && target.choice.byRules;
  const known = sources.filter((s) => s.actor.known);
  const probabilities = { source: source.probability, target: target.probability, byRules };
  if (byRules) return { roles: rules!.roles, ...probabilities };
  const placed = new Set<Participant>();
  if (MUTUAL.has(type) && known.length > 1 && targets.every((t) => !t.actor.known))
    return {
      roles: { sources: known.slice(0, 1), targets: known.slice(1), mutual: true, placed },
      ...probabilities,
    };
  const mutual = (rules?.roles.mutual ?? false) && targets.some((t) => t.actor.known);
  return { roles: { sources, targets, mutual, placed }, ...probabilities };
}

/**
 * True where the coder of pairs takes the place of an act for its side ("Iraq" of "troops were killed in Iraq"), as the data
 * that it has learned from do, though the codebook's rules name somebody.
 */
function prefersPlace({ analysis }: Cast, choices: readonly RoleChoice[]): boolean {
  if (!choices.some((c) => c.byRules && c.participants.some((p) => p.actor.known))) return false;
  const { word } = choices.reduce((a, b) => ((b.paired ?? -Infinity) > (a.paired ?? -Infinity) ? b : a));
  return word !== undefined && PLACED.has(relation(word)) && PLACES.has(caseOf(analysis, word) ?? "");
}

const PLACED: ReadonlySet<string> = new Set(["obl", "nmod"]);
const PLACES: ReadonlySet<string> = new Set(["in", "at", "near", "inside", "across", "around", "throughout"]);

/** Who the participants are, as far as they are known; empty for nobody whom anything is known of. */
function codesOf(participants: readonly Participant[]): string {
  const codes = participants.flatMap(({ actor }) =>
    actor.known ? [actorCode(actor.value).slice(0, 3)] : [],
  );
  return [...new Set(codes)].sort().join(" ");
}

function isMore([a, own]: readonly [number, number], [b, other]: readonly [number, number]): boolean {
  return a > b || (a === b && own > other);
}

/** True for a phrase beside the other side's that the coder of pairs is sure of. */
function isSurePartner({ word, participants, paired }: RoleChoice, taken: readonly Participant[]): boolean {
  if (!word || paired === undefined || paired < SURE) return false;
  // "Norway ... demands that it act": whom a pronoun means is no second one.
  if (taken.some((t) => t.actor.known && t.actor.basis === "inferred" && isTaken(t, participants)))
    return false;
  return !participants.some((p) => taken.some((t) => p.span && t.span && overlaps(p.span, t.span)));
}

/** The same actor, or a state and one of its own: "China" and its foreign ministry. */
function isOneSide(participant: Participant, others: readonly Participant[]): boolean {
  if (isTaken(participant, others)) return true;
  return others.some(
    (o) =>
      codeOf(o) === codeOf(participant) &&
      ((isState(o) && actsFor(participant)) || (isState(participant) && actsFor(o))),
  );
}

/** A state, or those of it that act in its name: its rebels, parties and citizens are another side. */
export function actsFor({ actor }: Participant): boolean {
  return actor.known && (!actor.value.sector || OF_THE_STATE.has(actor.value.sector));
}

function isState({ actor }: Participant): boolean {
  return actor.known && !actor.value.sector;
}

function codeOf({ actor }: Participant): string | undefined {
  return actor.known ? actor.value.code : undefined;
}

/**
 * Who speaks makes the act of a pattern that asks for the speaker; two who do the same to each other are named together;
 * and a pattern may say that nobody else has the role.
 */
function isSettled({ roles, bySpeaker, only }: RuleRoles, role: Role): boolean {
  return (
    bySpeaker ||
    only.has(role) ||
    (roles.mutual && [roles.sources, roles.targets].every((s) => s.some((p) => p.actor.known)))
  );
}

/** The participants of a choice and of the words that are joined to it by "and"; one unknown participant for nobody. */
function named(
  cast: Cast,
  { participants, word, byRules }: RoleChoice,
  trigger: Word,
  type: EventType,
  role: Role,
  rules: RuleRoles | undefined,
  taken: readonly Participant[],
): readonly Participant[] {
  if (byRules && rules) return role === "source" ? rules.roles.sources : rules.roles.targets;
  if (participants.length === 0) return [{ actor: unknown(`the sentence names no ${role}`) }];
  if (!word || MUTUAL.has(type)) return participants;
  const out = [...participants];
  for (const other of coordination(cast.analysis, word).slice(1)) {
    for (const p of participantsOf(cast, other, trigger, role, taken))
      if (p.actor.known && !isTaken(p, out) && !isTaken(p, taken)) out.push(p);
  }
  return out;
}
