import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** The text of a gold file, gzipped or plain, by its first bytes. Throws what `readFileSync` throws. */
export function readGoldFile(path: string): string {
  const bytes = readFileSync(path);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
}
