import { type Actor, actorCode } from "../actor/actor.js";
import { fold } from "../knowledge/fold.js";
import type { Value } from "../record/value.js";
import { shareWord } from "./words.js";

/** Who acts or speaks, as a gold row says it. */
export interface GoldWho {
  /** "CHN", "CHN.GOV"; null where the report leaves it unknown. */
  readonly code: string | null;
  readonly agency?: string | undefined;
  readonly person?: string | undefined;
}

/**
 * True where the ledger's actor is the gold's. A state is also itself through its government (GOV), and a ministry of
 * defence MIL or GOV. A person must be named where the gold names one.
 */
export function isWho(gold: GoldWho, actor: Value<Actor> | undefined): boolean {
  if (gold.code === null) return !actor?.known;
  if (!actor?.known) return false;
  return (
    isCode(gold, actor.value) && (gold.person === undefined || isPerson(gold.person, actor.value.person))
  );
}

/** True where code and sector are the gold's. */
function isCode({ code, agency }: GoldWho, actor: Actor): boolean {
  const [state, sector] = code!.split(".");
  if (actor.code !== state) return false;
  if (actor.sector === sector) return true;
  const defence = (name: string | undefined) => name !== undefined && /defen[cs]e/i.test(name);
  const either = new Set([actor.sector, sector]);
  if (either.has("MIL") && either.has("GOV")) return defence(agency) || defence(actor.agency);
  return either.has("GOV") && either.has(undefined);
}

/** True where two names of people agree in the family name, and in the first name where both have one. */
export function isPerson(gold: string, person: string | undefined): boolean {
  if (person === undefined) return false;
  const [a, b] = [gold, person].map((name) => fold(name).split(/\s+/)) as [string[], string[]];
  return a.at(-1) === b.at(-1) && (a.length === 1 || b.length === 1 || a[0] === b[0]);
}

/** True where the gold names no agency, or the actor's has a word of its name. */
export function isAgency(agency: string | undefined, actor: Value<Actor> | undefined): boolean {
  if (agency === undefined) return true;
  return actor?.known === true && actor.value.agency !== undefined && shareWord(agency, actor.value.agency);
}

/** "CHN.GOV Geng Shuang", "CHN.MED Xinhua"; "unknown". */
export function whoName(who: Value<Actor> | GoldWho | undefined): string {
  if (who === undefined) return "unknown";
  if ("known" in who) {
    if (!who.known) return "unknown";
    const { person, agency } = who.value;
    return [actorCode(who.value), person ?? agency].filter(Boolean).join(" ");
  }
  return who.code === null ? "unknown" : [who.code, who.person ?? who.agency].filter(Boolean).join(" ");
}
