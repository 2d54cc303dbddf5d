#!/usr/bin/env node
import { EXIT } from "./exit-status.js";
import { run } from "./program.js";
import { terminal } from "./terminal.js";

// A reader of the output that stops early ("| head") is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(EXIT.done);
});

try {
  process.exitCode = await run(process.argv.slice(2), terminal(process.stdout, process.stderr, process.env));
} catch (error) {
  const trace = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`demarche met a fault of its own; please report it.\n${trace}\n`);
  process.exitCode = EXIT.fault;
}
