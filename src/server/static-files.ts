import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of the page, ready to be sent. */
export interface StaticFile {
  readonly content: Buffer;
  readonly type: string;
  readonly etag: string;
  /** True where the name tells the content, so that it never changes. */
  readonly forever: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

/** Where `npm run build` puts the page. */
const BUILT = fileURLToPath(new URL("../../dist/web", import.meta.url));

/** The page's files by their addresses, "/assets/index-1a2b.js"; none where the page was not built. */
export function loadStaticFiles(folder: string = BUILT): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    files.set(address, { content, type, etag: etagOf(content), forever: address.startsWith("/assets/") });
  }
  return files;
}

/** A strong entity tag (RFC 9110, 8.8.3) from content. */
export function etagOf(content: string | Buffer): string {
  return `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
}
