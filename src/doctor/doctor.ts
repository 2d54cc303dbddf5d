import type { Check, Checked, Surroundings } from "./check.js";
import { codebook } from "./checks/codebook.js";
import { disk } from "./checks/disk.js";
import { knowledge } from "./checks/knowledge.js";
import { ledger } from "./checks/ledger.js";
import { model } from "./checks/model.js";
import { node } from "./checks/node.js";
import { terminal } from "./checks/terminal.js";

/** The checks in the order in which they are told. */
export const CHECKS: readonly Check[] = [node, model, codebook, knowledge, ledger, disk, terminal];

/** Looks whether demarche can work here; nothing is changed. What a check throws is told as something wrong. */
export async function* examine(
  where: Surroundings,
  checks: readonly Check[] = CHECKS,
): AsyncGenerator<Checked> {
  for (const { name, run } of checks) {
    try {
      yield { kind: "check", name, ...(await run(where)) };
    } catch (error) {
      const [what] = String(error instanceof Error ? error.message : error).split("\n");
      const todo = "Install demarche again; if it goes on, please report it with these words.";
      yield { kind: "check", name, state: "wrong", what: what!, todo };
    }
  }
}
