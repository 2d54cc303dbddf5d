import { checkActorFile } from "../../knowledge/check-actor-file.js";
import type { Finding } from "../../knowledge/finding.js";
import {
  ACTOR_KINDS,
  type ActorKind,
  actorsNamed,
  type KnownActor,
  knownActors,
  standingOfActor,
} from "../../knowledge/known-actors.js";
import { EXIT, type ExitStatus } from "../exit-status.js";
import { knowledgeOf, unreadable } from "../own-actors.js";
import { actorLine, actorLines } from "../render/actor.js";
import { findingLines } from "../render/finding.js";
import { count } from "../render/report.js";
import type { Terminal } from "../terminal.js";

export interface ActorsOptions {
  readonly kind?: ActorKind;
  /** The day for which to tell who somebody is (ISO 8601). */
  readonly on?: string;
  /** A user's own file of actors. */
  readonly actors?: string;
  readonly count?: boolean;
  readonly json?: boolean;
}

/** `demarche actors`: lists who is known and why, all or those that are named. */
export function actorsCommand(
  names: readonly string[],
  options: ActorsOptions,
  terminal: Terminal,
): ExitStatus {
  const knowledge = knowledgeOf(options.actors, terminal);
  if (!knowledge) return EXIT.usage;
  const all = knownActors(knowledge).filter((a) => !options.kind || a.actorKind === options.kind);
  let unknown = 0;
  const wanted = new Set(names.length === 0 ? all : []);
  for (const name of names) {
    const found = actorsNamed(all, name);
    for (const actor of found) wanted.add(actor);
    if (found.length > 0) continue;
    unknown++;
    terminal.err(`Nobody is known by the name or code “${name}”.\n`);
  }
  if (!options.count) for (const actor of wanted) print(actor, options, names.length > 0, terminal);
  if (!options.json && (options.count || names.length === 0)) printCounts([...wanted], terminal);
  return unknown > 0 ? EXIT.usage : EXIT.done;
}

function print(actor: KnownActor, { json, on }: ActorsOptions, atLength: boolean, terminal: Terminal): void {
  if (json) {
    const standing = on === undefined ? undefined : standingOfActor(actor, on);
    terminal.out(`${JSON.stringify(on === undefined ? actor : { ...actor, on, standing })}\n`);
  } else if (atLength) terminal.out(`${actorLines(terminal, actor, on).join("\n")}\n`);
  else terminal.out(`${actorLine(actor)}\n`);
}

/** The last line is pairs of name and value. */
function printCounts(actors: readonly KnownActor[], terminal: Terminal): void {
  const names = new Set(actors.flatMap((actor) => [actor.name, ...actor.also]));
  const byKind = ACTOR_KINDS.map(
    (kind) => [kind, actors.filter((a) => a.actorKind === kind).length] as const,
  );
  const kinds = byKind.filter(([, n]) => n > 0).map(([kind, n]) => `${kind.replace(" ", "-")} ${n}`);
  terminal.out(`${[`names ${names.size}`, `actors ${actors.length}`, ...kinds].join("  ")}\n`);
}

export interface ActorsCheckOptions {
  readonly json?: boolean;
}

/** `demarche actors check`: lints users' own files of actors. */
export function actorsCheckCommand(
  files: readonly string[],
  options: ActorsCheckOptions,
  terminal: Terminal,
): ExitStatus {
  let errors = 0;
  let warnings = 0;
  for (const file of files) {
    let findings: readonly Finding[];
    try {
      findings = checkActorFile(file);
    } catch (error) {
      terminal.err(`${unreadable(file, error)}\n`);
      return EXIT.usage;
    }
    for (const finding of findings) {
      if (finding.severity === "error") errors++;
      else warnings++;
      terminal.out(
        options.json ? `${JSON.stringify(finding)}\n` : `${findingLines(terminal, finding).join("\n")}\n`,
      );
    }
  }
  if (!options.json) {
    const found = [errors > 0 && count(errors, "error"), warnings > 0 && count(warnings, "warning")];
    terminal.out(
      `${count(files.length, "file")} checked, ${found.filter(Boolean).join(", ") || "nothing found"}\n`,
    );
  }
  return errors > 0 ? EXIT.refused : EXIT.done;
}
