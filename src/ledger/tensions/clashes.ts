import { daysFrom } from "../../record/day.js";
import type { Claim } from "./claim.js";
import type { TensionRule } from "./tension-rules.js";
import { tensionWords } from "./tension-words.js";

/** Two claims that do not sit well together; `first` is the earlier. */
export interface Clash {
  readonly rule: TensionRule;
  readonly reason: string;
  readonly first: Claim;
  readonly second: Claim;
  /** Smaller is shown rather than larger: days that lie between the two. */
  readonly apart: number;
}

/** Half a year: what lies further apart is compared with nothing. */
const MONTHS = 6;

/**
 * Groups in which a claim is compared, so that no group grows with the age of a ledger: those of its half-year and of the
 * next one. Both claims of a pair stand in the group of the later, which decides it.
 */
export function groupsOf(claim: Claim): string[] {
  const { rule, key, day } = claim;
  if (rule === "figures") return [];
  if (rule === "two-speakers" || day === "") return [`${rule} ${key}`];
  const half = halfOf(day);
  return [half, half + 1].map((at) => `${rule} ${key} ${at}`);
}

function halfOf(day: string): number {
  return Number(day.slice(0, 4)) * 2 + (Number(day.slice(5, 7)) > MONTHS ? 1 : 0);
}

/** The clashes among the claims of a group, the nearest in time first. The order of the claims does not matter. */
export function clashesIn(group: string, claims: readonly Claim[]): Clash[] {
  const ordered = [...claims].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const found = ordered.flatMap((first, i) =>
    ordered.slice(i + 1).flatMap((second) => {
      if (first.rule !== "figures" && groupsOf(second)[0] !== group) return [];
      return clash(first, second) ?? [];
    }),
  );
  return found.sort((a, b) => a.apart - b.apart || (orderOf(a.second) < orderOf(b.second) ? -1 : 1));
}

function orderOf({ day, report, start }: Claim): string {
  return `${day} ${report} ${String(start).padStart(9, "0")}`;
}

/** The clash of two claims of one group, the earlier first; undefined where they agree. */
export function clash(first: Claim, second: Claim): Clash | undefined {
  const { rule } = first;
  const words = tensionWords();
  const dated = first.day !== "" && second.day !== "";
  const apart = dated ? daysFrom(first.day, second.day) : 0;
  const made = (what: string): Clash => ({
    rule,
    reason: `${what}: ${words.rules[rule]}`,
    first,
    second,
    apart,
  });
  switch (rule) {
    case "opposed-flows": {
      const near =
        first.says !== second.says && apart <= words.flowDays && first.sentence !== second.sentence;
      return near ? made(`${first.key.split(" ")[0]} between ${first.actors.join(" and ")}`) : undefined;
    }
    case "figures": {
      if (first.report === second.report || !disagree(first, second)) return undefined;
      const update = apart > 0 && second.low! > first.low! ? "; the later one may be an update" : "";
      const found = made(`${first.words} and ${second.words} (${first.key})`);
      return { ...found, reason: `${found.reason}${update}` };
    }
    case "two-speakers":
      return first.says !== second.says && first.report !== second.report && apart <= words.quotationDays
        ? made(`${first.says} and ${second.says}`)
        : undefined;
    case "broken-promise": {
      const { days } = words.promises.find(({ name }) => first.key.startsWith(`${name} `))!;
      const broken = dated && first.says === "promise" && second.says === "act" && apart > 0 && apart <= days;
      return broken ? made(first.actors.join(" to ")) : undefined;
    }
    default:
      return undefined;
  }
}

/** True where no number fits both. */
function disagree(a: Claim, b: Claim): boolean {
  const [low, other] = a.low! <= b.low! ? [a, b] : [b, a];
  return low.high !== undefined && low.high < other.low!;
}
