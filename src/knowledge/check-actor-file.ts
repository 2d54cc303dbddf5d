import { readFileSync } from "node:fs";
import { listOwn, parseActorFile } from "./actor-file.js";
import { checkNames } from "./check-names.js";
import type { Finding } from "./finding.js";
import { ListedNames } from "./listed-names.js";
import { NameIndex } from "./name-index.js";

/** All that is wrong with a user's file of actors, in the order of its lines. Throws Node's error where it cannot be read. */
export function checkActorFile(path: string): Finding[] {
  return checkActorText(readFileSync(path, "utf8"), path);
}

/** All that is wrong with the text of a user's file of actors, in the order of its lines. */
export function checkActorText(text: string, name: string): Finding[] {
  const { file, findings } = parseActorFile(text, name);
  if (!file) return [...findings];
  const names = new ListedNames();
  listOwn(file, (name, of) => names.add(name, of));
  return [...findings, ...checkNames(new NameIndex([names]).all())].sort((a, b) => a.line - b.line);
}
