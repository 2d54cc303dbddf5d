import type { Span } from "../record/span.js";
import { grainOfUnit } from "./duration.js";
import type { Unit } from "./meaning.js";
import type { Moment } from "./moment.js";
import type { When } from "./when.js";

/** A place in the calendar with what it rests on; or none, with the reason. */
export interface Placed {
  readonly moment?: Moment;
  readonly basis: When["basis"];
  readonly anchor?: Span;
  readonly reason?: string;
  readonly relation?: NonNullable<When["relation"]>;
}

export const NO_DATE = "the report's date is not known";
export const NO_YEAR = `${NO_DATE}, so the year is not`;
export const NO_ANCHOR = "no date before it in the text to count from";

/** What the text gives of a date that cannot be placed, with the reason. */
export function unresolved(reason: string, moment?: Moment, relation?: Placed["relation"]): Placed {
  return {
    ...(moment ? { moment } : {}),
    basis: "unresolved",
    reason,
    ...(relation ? { relation } : {}),
  };
}

export function onPublication(moment: Moment, relation?: Placed["relation"]): Placed {
  return relation ? { moment, basis: "publication date", relation } : { moment, basis: "publication date" };
}

/** How far a time lies from a date; `count` is negative before it. */
export function relationTo(
  to: NonNullable<When["relation"]>["to"],
  unit: Unit,
  count: NonNullable<When["relation"]>["count"],
): NonNullable<When["relation"]> {
  return { to, count, unit: grainOfUnit(unit) };
}

/** A date of the text, for later ones to count from. */
export interface Anchor {
  readonly moment: Moment;
  readonly span: Span;
  readonly sentence: number;
  /** True for a date that was itself counted from one before it: "a year earlier" twice is the same year. */
  readonly counted: boolean;
}

/** How many dates back an expression may count from: a bound on time, and farther back none is meant. */
export const REACH = 64;

/** The dates placed last, in text order. */
export class Anchors {
  readonly #list: Anchor[] = [];

  add(anchor: Anchor): void {
    this.#list.push(anchor);
    if (this.#list.length > 2 * REACH) this.#list.splice(0, REACH);
  }

  /** The latest that passes a test and was not itself counted from another. */
  latest(test: (moment: Moment) => boolean): Anchor | undefined {
    return this.#list.findLast((anchor) => !anchor.counted && test(anchor.moment));
  }

  /** The quarter named last, from a sentence on, with nothing but years and quarters after it. */
  quarterNear(sentence: number): Anchor | undefined {
    const last = this.#list.findLast((anchor) => !anchor.counted && anchor.moment.unit !== "year");
    return last?.moment.unit === "quarter" && last.sentence >= sentence ? last : undefined;
  }

  /** The latest of a sentence that is a day. */
  dayIn(sentence: number): Anchor | undefined {
    return this.#list.findLast((anchor) => anchor.sentence === sentence && anchor.moment.unit === "day");
  }
}
