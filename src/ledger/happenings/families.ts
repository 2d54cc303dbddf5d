import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { EVENT_TYPES, type EventType } from "../../event/event.js";

const types = z.array(z.enum(EVENT_TYPES)).min(1);
const fileSchema = z.strictObject({
  families: z.record(z.string(), types),
  spoken: types,
  apart: z.array(z.string()).min(1),
  "not-kinds": z.array(z.string()).min(1),
});

/** What knowledge/happenings.yaml says of event types. */
export interface Families {
  /** The families of each type; one that stands in none is a family of its own. */
  readonly of: ReadonlyMap<EventType, readonly string[]>;
  /** Types of which a state's several speakers make several acts. */
  readonly spoken: ReadonlySet<EventType>;
  /** Words that set one act of a sentence before or after another. */
  readonly apart: ReadonlySet<string>;
  /** Modifiers of an act's noun that do not say of what kind it was. */
  readonly notKinds: ReadonlySet<string>;
}

let families: Families | undefined;

/** Throws an Error that names the place where the file is wrong. */
export function eventFamilies(): Families {
  families ??= load();
  return families;
}

function load(): Families {
  const source = readFileSync(new URL("../../../knowledge/happenings.yaml", import.meta.url), "utf8");
  const file = fileSchema.parse(parse(source));
  const names = (type: EventType) =>
    Object.entries(file.families).flatMap(([name, members]) => (members.includes(type) ? [name] : []));
  const of = EVENT_TYPES.map((type) => [type, names(type).length > 0 ? names(type) : [type]] as const);
  return {
    of: new Map(of),
    spoken: new Set(file.spoken),
    apart: new Set(file.apart),
    notKinds: new Set(file["not-kinds"]),
  };
}
