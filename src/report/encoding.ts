import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { looksLikeHtml } from "./format.js";

/** Decoded text and the name of its encoding; or, where it cannot be decoded, what was met and what helps. */
export type Decoded =
  | { readonly text: string; readonly encoding: string; readonly brokenEnd: boolean }
  | { readonly problem: string; readonly advice?: string };

const BYTE_ORDER_MARKS: readonly (readonly [readonly number[], string | undefined])[] = [
  [[0xff, 0xfe, 0, 0], undefined],
  [[0, 0, 0xfe, 0xff], undefined],
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/**
 * The encoding that a byte order mark names, or that zero bytes in every other place give away;
 * `utf-32` (which cannot be read) or undefined otherwise.
 */
export function unicodeEncoding(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | "utf-32" | undefined {
  for (const [mark, name] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, i) => bytes[i] === byte)) return (name ?? "utf-32") as "utf-8";
  }
  const pairs = Math.min(bytes.length, 4096) >> 1;
  if (pairs < 2) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < pairs * 2; i++) if (bytes[i] === 0) zeros[i & 1]!++;
  // English in UTF-16 has a zero in nearly every pair, and in the same half of each.
  if (zeros[1]! > pairs * 0.7 && zeros[0]! < pairs * 0.02) return "utf-16le";
  if (zeros[0]! > pairs * 0.7 && zeros[1]! < pairs * 0.02) return "utf-16be";
  return undefined;
}

/** Offset of the first byte that is not UTF-8, or -1. A character that the end cuts off counts as not UTF-8. */
export function firstBadByte(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0 || !isUtf8(bytes.subarray(i, i + length))) return i;
    i += length;
  }
  return -1;
}

/** True where `bytes` from `at` could begin a UTF-8 character that the end of the input cuts off. */
function cutCharacter(bytes: Uint8Array, at: number): boolean {
  const rest = bytes.subarray(at);
  const lead = rest[0]!;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  return (
    lead >= 0xc2 && lead < 0xf5 && rest.length < length && rest.subarray(1).every((byte) => byte >> 6 === 2)
  );
}

const DECLARATION = /<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})/i;

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString("latin1");
  const name = looksLikeHtml(head) ? DECLARATION.exec(head)?.[1] : undefined;
  // A page whose declaration can be read byte by byte is not in UTF-16, whatever it says.
  return name === undefined || /^utf-?16/i.test(name) ? undefined : name;
}

/** The characters of windows-1252 at 0x80 to 0x9F; those of its five empty places are control characters. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

// Some releases of Node 20 and 22 decode windows-1252 as ISO 8859-1, against the standard.
const likeStandard = (text: string): string =>
  text.replace(/[\u0080-\u009F]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80]!);

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    return {
      problem: `“${encoding}”, which names no known encoding`,
      advice: "Use a name of the WHATWG Encoding Standard, for instance utf-8, windows-1252 or shift_jis.",
    };
  }
  try {
    const text = decoder.decode(bytes);
    const standard = decoder.encoding === "windows-1252" ? likeStandard(text) : text;
    return { text: standard, encoding: decoder.encoding, brokenEnd: false };
  } catch {
    return { problem: `bytes that are not ${decoder.encoding}` };
  }
}

/**
 * Decodes a report's bytes: in the encoding that the caller names, that a byte order mark or zero bytes show, in
 * UTF-8, or, for a page, in the encoding that it declares (WHATWG Encoding Standard names). Nothing is replaced:
 * a byte that does not fit is a problem. Only a page may end inside a character (`brokenEnd`), as a download
 * that was cut off does.
 */
export function decode(bytes: Uint8Array, encoding?: string): Decoded {
  if (encoding !== undefined) return decodeAs(bytes, encoding);
  const unicode = unicodeEncoding(bytes);
  if (unicode === "utf-32") return { problem: "text in UTF-32" };
  if (unicode?.startsWith("utf-16")) {
    if (bytes.length % 2 === 1) return { problem: `text in ${unicode} with an odd number of bytes` };
    return decodeAs(bytes, unicode);
  }
  if (isUtf8(bytes)) {
    // A page in plain ASCII may still declare an encoding that writes other letters in ASCII.
    const declared = bytes.every((byte) => byte < 0x80) ? declaredEncoding(bytes) : undefined;
    const decoded = declared && /^(?:iso-2022|hz)/i.test(declared) ? decodeAs(bytes, declared) : undefined;
    return decoded && "text" in decoded ? decoded : decodeAs(bytes, "utf-8");
  }
  const declared = declaredEncoding(bytes);
  if (declared && !/^utf-?8$/i.test(declared)) {
    const decoded = decodeAs(bytes, declared);
    if ("text" in decoded) return decoded;
  }
  const at = firstBadByte(bytes);
  if (cutCharacter(bytes, at)) {
    const whole = bytes.subarray(0, at);
    if (looksLikeHtml(Buffer.from(whole.subarray(0, 4096)).toString("latin1"))) {
      return { text: new TextDecoder("utf-8").decode(whole), encoding: "utf-8", brokenEnd: true };
    }
    return { problem: `text that ends inside a UTF-8 character (byte ${at})` };
  }
  const byte = bytes[at]!.toString(16).toUpperCase().padStart(2, "0");
  return { problem: `text that is not UTF-8 (byte 0x${byte} at offset ${at})` };
}
