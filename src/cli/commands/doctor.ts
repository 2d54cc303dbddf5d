import type { Checked } from "../../doctor/check.js";
import { examine } from "../../doctor/doctor.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { clean, paragraph } from "../render/paragraph.js";
import type { Terminal } from "../terminal.js";

export interface DoctorOptions {
  readonly ledger: string;
  readonly json?: boolean;
}

const STYLES = { good: "green", note: "yellow", wrong: "red" } as const;
const INDENT = 18;

/** `demarche doctor`: tells for each part of the installation how it is and what to do. */
export async function doctorCommand(options: DoctorOptions, terminal: Terminal): Promise<ExitStatus> {
  let wrong = 0;
  const { version: node, env } = process;
  const { width, colours } = terminal;
  const where = { ledger: options.ledger, node, env, width, coloured: colours.isColorSupported };
  for await (const checked of examine(where)) {
    if (checked.state === "wrong") wrong++;
    terminal.out(
      options.json ? `${JSON.stringify(checked)}\n` : `${checkedLines(terminal, checked).join("\n")}\n`,
    );
  }
  if (!options.json)
    terminal.out(wrong === 0 ? "demarche can work here.\n" : `${wrong} to mend, see above.\n`);
  return wrong === 0 ? EXIT.done : EXIT.refused;
}

function checkedLines(terminal: Terminal, { name, state, what, todo }: Checked): string[] {
  const label = [{ text: state.padEnd(7), style: STYLES[state] }, { text: name.padEnd(INDENT - 7) }];
  return [
    ...paragraph(terminal, [{ text: clean(what) }], { label, indent: INDENT }),
    ...(todo === undefined ? [] : paragraph(terminal, [{ text: clean(todo) }], { indent: INDENT })),
  ];
}
