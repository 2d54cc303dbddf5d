import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const schema = z.strictObject({
  weak: z.array(z.coerce.string()),
  not: z.array(z.coerce.string()),
  same: z.record(z.string(), z.string()),
});

/** knowledge/issues.yaml, ready for use. */
export interface IssueWords {
  /** Words before a noun that tell nothing. */
  readonly weak: ReadonlySet<string>;
  /** Nouns that name no matter. */
  readonly not: ReadonlySet<string>;
  /** One spelling for the others. */
  readonly same: ReadonlyMap<string, string>;
}

let loaded: IssueWords | undefined;

/** The words of knowledge/issues.yaml, read once; throws where the file has another shape. */
export function issueWords(): IssueWords {
  if (loaded) return loaded;
  const url = new URL("../../../knowledge/issues.yaml", import.meta.url);
  const file = schema.parse(parse(readFileSync(url, "utf8")));
  loaded = {
    weak: new Set(file.weak),
    not: new Set(file.not),
    same: new Map(Object.entries(file.same)),
  };
  return loaded;
}
