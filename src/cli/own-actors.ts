import { readActorFile } from "../knowledge/actor-file.js";
import { type Knowledge, knowledgeWith, shippedKnowledge } from "../knowledge/knowledge.js";
import { findingLines } from "./render/finding.js";
import type { Terminal } from "./terminal.js";

/**
 * What is known beforehand: what demarche ships, and the file of `--actors` over it. Undefined where that file cannot
 * be used; why not is told on `err`.
 */
export function knowledgeOf(path: string | undefined, terminal: Terminal): Knowledge | undefined {
  if (path === undefined) return shippedKnowledge();
  try {
    const { file, findings } = readActorFile(path);
    if (file) return knowledgeWith(file);
    const errors = findings.filter((finding) => finding.severity === "error");
    for (const finding of errors) terminal.err(`${findingLines(terminal, finding).join("\n")}\n`);
    terminal.err("Run demarche actors check on the file until it finds no error.\n");
  } catch (error) {
    terminal.err(`${unreadable(path, error)}\n`);
  }
  return undefined;
}

/** Why a file could not be read, as one line. Throws what is no problem of the file system. */
export function unreadable(path: string, error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) throw error;
  return `${path} cannot be read: ${error.message}`;
}
