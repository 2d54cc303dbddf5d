import { gunzipSync } from "node:zlib";

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Unpacks gzipped bytes up to `limit` bytes; more than that, or a file that does not unpack, is told by name. */
export function gunzip(bytes: Uint8Array, limit: number): Uint8Array | "too-large" | "broken" {
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "broken";
  }
}
