import { createHash } from "node:crypto";

/**
 * A stable identifier made from content: a one-letter prefix for the kind of record and the first
 * 16 hexadecimal digits of the SHA-256 of `parts`. The same content gives the same identifier on any machine.
 */
export function identifier(prefix: string, ...parts: readonly (string | number)[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return `${prefix}${hash.slice(0, 16)}`;
}
