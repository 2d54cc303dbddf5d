import type { EventType, Status } from "../../event/event.js";
import type { Reality } from "./profile.js";

/** What events of one or many reports tell of. */
export interface Happening {
  readonly kind: "happening";
  /** `h` + hash of the first event's identifier: it stays while later reports join. */
  readonly id: string;
  /** The type that most reports give it. */
  readonly type: EventType;
  /** Whether it was done (or is to be), is only wanted, or is a habit. */
  readonly reality: Reality;
  /** Words that the reports use, what counts most first. */
  readonly name: string;
  /** When it was, as most reports say that say it; ISO 8601, the last day included. */
  readonly firstDay?: string;
  readonly lastDay?: string;
  /** Publication date of the first and last report. */
  readonly firstPublished?: string;
  readonly lastPublished?: string;
  /** Codes, of those whom most reports name first. */
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly about: readonly string[];
  readonly reports: number;
  readonly outlets: number;
  /** Outlets that tell independently: a copy counts with what it copies, an agency and an outlet once. */
  readonly independentOutlets: number;
  /** In the order of publication, then of the text. */
  readonly events: readonly EventOfHappening[];
}

/** An event that tells of a happening, and why it is there. */
export interface EventOfHappening {
  readonly id: string;
  readonly report: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly type: EventType;
  readonly status: Status;
  /** How likely all of the event is right, 0 to 1; absent where that is not known. */
  readonly probability?: number;
  readonly trigger: string;
  readonly sentence: string;
  /** The event that it was linked to; absent, like the next two, for one that was linked to none. */
  readonly nearest?: string;
  /** How much speaks for that link, in points; absent where a person made it. */
  readonly points?: number;
  /** What speaks for it, what counts most first. */
  readonly reasons?: readonly string[];
}
