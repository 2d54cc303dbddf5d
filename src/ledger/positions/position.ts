import type { Stance } from "./position-words.js";

/** One time that the stance of a position is taken, with the reason why it belongs there. */
export interface StandOfPosition {
  /** Identifier of the event or statement. */
  readonly id: string;
  readonly report: string;
  readonly outlet?: string;
  readonly published?: string;
  /** ISO 8601 date of the act, else of the report. */
  readonly day?: string;
  /** Who speaks, where a person is named. */
  readonly person?: string;
  /** The sentence of the event, or the words of the statement. */
  readonly words: string;
  /** The event or statement before it that is most like it, how much speaks for that, and what. */
  readonly nearest?: string;
  readonly points?: number;
  readonly reasons?: readonly string[];
}

/** A position that gave way to an opposed one. */
export interface ChangeOfPosition {
  /** Identifier of the other position. */
  readonly position: string;
  readonly stance: Stance;
  /** The event or statement of this position, and that of the other one. */
  readonly here: string;
  readonly there: string;
  /** The words of the other. */
  readonly words: string;
  readonly day?: string;
}

/** What an actor holds, as reports tell it over time. */
export interface Position {
  readonly kind: "position";
  readonly id: string;
  /** A code, with the sector where it does not speak for the state ("SYR.REB"). */
  readonly actor: string;
  readonly stance: Stance;
  /** Codes of those towards whom it is taken, and of others whom it names, the commonest first. */
  readonly toward: readonly string[];
  readonly about: readonly string[];
  /** Words that its tellings use, what counts most first. */
  readonly name: string;
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  /** How many reports tell it. */
  readonly reports: number;
  readonly stands: readonly StandOfPosition[];
  /** The opposed positions that it took the place of, and those that took its place. */
  readonly changedFrom?: readonly ChangeOfPosition[];
  readonly changedTo?: readonly ChangeOfPosition[];
}
