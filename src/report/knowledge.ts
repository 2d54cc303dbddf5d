import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** The files that hold this room's knowledge, `knowledge/report/`. */
const FOLDER = new URL("../../knowledge/report/", import.meta.url);

/** A file of `knowledge/report/`, parsed; the caller knows its form. */
export function readKnowledge<T>(name: string): T {
  return parse(readFileSync(new URL(name, FOLDER), "utf8")) as T;
}

/** A value that is worked out on first use, so that loading the program costs nothing. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
