import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { checkOwnLines } from "./check-own-lines.js";
import type { Finding } from "./finding.js";
import { readLayout } from "./layout.js";
import { bodyOf, type ListName, type Named, type NameKind } from "./names.js";
import type { TermLine } from "./offices.js";
import { listState } from "./states.js";
import { list } from "./table.js";

/** The columns of a user's own file of actors, in any order; `name`, `kind` and mostly `code` must have a value. */
export const OWN_COLUMNS = [
  "name",
  "also",
  "code",
  "sector",
  "kind",
  "agency",
  "office",
  "gender",
  "from",
  "to",
  "adjective",
  "citizen",
  "citizens",
  "capital",
  "guard",
] as const;
export type OwnColumn = (typeof OWN_COLUMNS)[number];

/** What a line of a user's file may tell of, and the sector that goes with it where the line names none. */
export const OWN_KINDS = {
  state: "",
  organisation: "",
  person: "",
  agency: "GOV",
  group: "REB",
  media: "MED",
  company: "BUS",
  party: "PTY",
  seat: "",
  nobody: "",
} as const;
export type OwnKind = keyof typeof OWN_KINDS;

/** One line of a user's file. */
export type OwnLine = { readonly [C in Exclude<OwnColumn, "kind">]: string } & {
  readonly kind: OwnKind;
  readonly line: number;
};

/** A user's own actors. */
export interface ActorFile {
  readonly file: string;
  readonly lines: readonly OwnLine[];
  /** Names the content: 16 hexadecimal digits of its SHA-256. */
  readonly version: string;
}

/** What came of reading a user's file: the file, where no finding is an error, and all findings. */
export interface ActorFileResult {
  readonly file?: ActorFile;
  readonly findings: readonly Finding[];
}

/** Reads a user's file of actors (docs/actors.md). A file that cannot be read at all throws Node's error. */
export function readActorFile(path: string): ActorFileResult {
  return parseActorFile(readFileSync(path, "utf8"), path);
}

/**
 * A user's file of actors from its text: tab-separated, lines that begin with "#" are comments, the first other line
 * names the columns. What is wrong with it comes out as findings; it throws nothing.
 * @param file the name by which findings call it
 */
export function parseActorFile(text: string, file: string): ActorFileResult {
  const { rows, findings } = readLayout(text, file, OWN_COLUMNS, ["name", "kind"]);
  const all = [...findings, ...checkOwnLines(rows, file)];
  if (all.some((f) => f.severity === "error")) return { findings: all };
  const version = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return { file: { file, lines: rows as unknown as readonly OwnLine[], version }, findings: all };
}

const KINDS: Readonly<Partial<Record<OwnKind, NameKind>>> = {
  organisation: "organisation",
  agency: "institution",
  group: "armed group",
  media: "media",
  company: "company",
  party: "party",
  seat: "metonym",
  nobody: "not an actor",
};

/** Lists the names of a user's states and bodies. */
export function listOwn(own: ActorFile, add: ListName): void {
  for (const line of own.lines) {
    const more = { own: true, ...guardOf(line.guard) } as const;
    if (line.kind === "state") listState(line, own.file, add, more);
    const kind = KINDS[line.kind];
    if (!kind) continue;
    const named: Omit<Named, "name"> = {
      kind,
      ...bodyOf({ ...line, sector: line.sector || OWN_KINDS[line.kind], agency: agencyOf(line) }),
      ...(kind === "metonym" && { role: "seat" }),
      source: { file: own.file, line: line.line },
      ...more,
    };
    for (const name of [line.name, ...list(line.also)]) add(name, () => ({ ...named, name }));
  }
}

/** A body is called by its name where the line does not say otherwise; an organisation with a code is its code. */
function agencyOf({ kind, agency, name }: OwnLine): string {
  return agency || (kind === "organisation" || kind === "seat" || kind === "nobody" ? "" : name);
}

/** "*" guards a name without asking for context; anything else lists words of which the report must hold one. */
function guardOf(field: string): Pick<Named, "guard"> {
  if (field === "") return {};
  return { guard: { context: field === "*" ? [] : list(field) } };
}

/** The terms of a user's people; a line without an office or dates is somebody who is always of that code and sector. */
export function ownTerms(own: ActorFile): TermLine[] {
  return own.lines.flatMap((line) =>
    line.kind !== "person"
      ? []
      : [
          {
            ...line,
            person: line.name,
            source: { file: own.file, line: line.line },
            own: true as const,
          },
        ],
  );
}
