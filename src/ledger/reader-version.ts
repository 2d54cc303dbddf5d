import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Codebook } from "../event/codebook.js";
import type { Knowledge } from "../knowledge/knowledge.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What decides how a report is read: the data that people edit, the model, and the rooms themselves. */
const DATA = ["codebook", "knowledge", "models"];
const ROOMS = [
  "report",
  "language",
  "actor",
  "time",
  "place",
  "quantity",
  "quotation",
  "event",
  "ledger",
  "knowledge",
  "reading",
];

let version: string | undefined;

/**
 * Names the version of the reader: the same name means that the same report gives the same rows. It is a hash of the
 * program's rooms, the model, the codebook and the knowledge, worked out once for each process.
 * @param knowledge what is known beforehand; a user's own file of actors gives a version of its own
 * @param codebook the patterns of events; a user's own codebook gives a version of its own
 */
export function readerVersion(
  knowledge?: Pick<Knowledge, "version">,
  codebook?: Pick<Codebook, "version">,
): string {
  version ??= shippedVersion();
  if (!knowledge?.version && !codebook?.version) return version;
  const own = `${version} ${knowledge?.version ?? ""} ${codebook?.version ?? ""}`.trimEnd();
  return createHash("sha256").update(own).digest("hex").slice(0, 16);
}

function shippedVersion(): string {
  const code = fileURLToPath(new URL("../", import.meta.url));
  const hash = createHash("sha256");
  for (const folder of DATA) hashFolder(hash, join(ROOT, folder), folder);
  for (const room of ROOMS) hashFolder(hash, join(code, room), room);
  return hash.digest("hex").slice(0, 16);
}

function hashFolder(hash: ReturnType<typeof createHash>, folder: string, name: string): void {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) hashFolder(hash, path, `${name}/${entry.name}`);
    else if (!/\.(map|d\.ts)$/.test(entry.name))
      hash.update(`${name}/${entry.name}\n`).update(readFileSync(path));
  }
}
