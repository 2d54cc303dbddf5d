import type { Refusal } from "../record/refusal.js";
import * as refusals from "../record/refusals.js";
import { binaryFormat } from "./binary.js";
import { buildReport } from "./build-report.js";
import { decode, unicodeEncoding } from "./encoding.js";
import { foreignLanguage } from "./english.js";
import { formatOf } from "./format.js";
import { gunzip, isGzip } from "./gzip.js";
import { readPage } from "./html/read-page.js";
import { blocksOfMarkdown } from "./markdown.js";
import { paragraphsOf } from "./paragraphs.js";
import type { Report } from "./report.js";
import { assignRoles } from "./roles.js";

/** A report to be read, and what the caller knows of it. */
export interface ReportInput {
  /** Where it is from: a path, an address, or "-". Its ending helps to tell the format. */
  readonly origin: string;
  /** The report: bytes as they are in the file (gzipped or not), or text that is decoded already. */
  readonly content: Uint8Array | string;
  /** Encoding of the bytes by its WHATWG name, "windows-1252"; found out where it is not given. */
  readonly encoding?: string | undefined;
  /** Day of publication, "2017-02-28"; wins over what the report states. */
  readonly published?: string | undefined;
  /** Name of the outlet; wins over what the report states. */
  readonly outlet?: string | undefined;
  /** Address that a page was saved from, where it is known; it may give the day of publication. */
  readonly url?: string | undefined;
}

interface Decoded {
  readonly text: string;
  readonly brokenEnd: boolean;
}

function decodeBytes(input: ReportInput, packed: Uint8Array): Decoded | Refusal {
  const { origin } = input;
  if (packed.length > refusals.LARGEST_INPUT) return refusals.tooLarge(origin, packed.length);
  let bytes = packed;
  if (isGzip(packed)) {
    const unpacked = gunzip(packed, refusals.LARGEST_INPUT);
    if (unpacked === "too-large") return refusals.tooLarge(origin);
    if (unpacked === "broken") return refusals.notReadable(origin, "a gzip file that does not unpack");
    bytes = unpacked;
  }
  if (bytes.length === 0) return refusals.empty(origin, 0);
  // Text in UTF-16 and UTF-32 is full of zero bytes.
  const wide = /^utf-(?:16|32)/i.test(input.encoding ?? unicodeEncoding(bytes) ?? "");
  if (!wide) {
    const format = binaryFormat(bytes);
    if (format) return refusals.binary(origin, format);
  }
  const decoded = decode(bytes, input.encoding);
  if ("problem" in decoded) return refusals.badEncoding(origin, decoded.problem, decoded.advice);
  return decoded;
}

function decodeInput(input: ReportInput): Decoded | Refusal {
  const { content } = input;
  if (typeof content !== "string") return decodeBytes(input, content);
  if (content.length > refusals.LARGEST_INPUT) return refusals.tooLarge(input.origin, content.length);
  return { text: content.replace(/^\uFEFF/, ""), brokenEnd: false };
}

function read(input: ReportInput): Report | Refusal {
  const { origin } = input;
  const decoded = decodeInput(input);
  if ("kind" in decoded) return decoded;
  const { text, brokenEnd } = decoded;
  if (text.trim() === "") return refusals.empty(origin, text.length);
  if (text.includes("\0")) return refusals.binary(origin, "text with NUL characters in it");
  const format = formatOf(text, origin);
  const given = { published: input.published, outlet: input.outlet };
  if (format === "html") {
    const page = readPage(text, { origin, brokenEnd, url: input.url });
    return "kind" in page ? page : finish(buildReport({ origin, given, ...page }));
  }
  const blocks = format === "markdown" ? blocksOfMarkdown(text) : paragraphsOf(text);
  if (blocks.length === 0) return refusals.empty(origin, text.length);
  const pieces = assignRoles(blocks, false);
  return finish(buildReport({ origin, pieces, markup: {}, given, notes: [] }));
}

/** Refuses a report without words and one in another language. */
function finish(report: Report): Report | Refusal {
  const own = report.paragraphs.filter(({ role }) => role === "body" || role === "title");
  const words = own.map(({ start, end }) => report.text.slice(start, end)).join("\n");
  if (!/\p{L}{2}/u.test(words)) return refusals.noText(report.origin, "an input without sentences");
  const language = foreignLanguage(words);
  return language === undefined ? report : refusals.notEnglish(report.origin, language);
}

/**
 * Reads one news report: decodes it, tells plain text, Markdown and HTML apart, finds title, bylines, outlet, date
 * and licence where the report states them, and gives each paragraph its role. Pure: the same input gives the same
 * report. Whatever the content is, the result is a report or a refusal; nothing is thrown.
 */
export function readReport(input: ReportInput): Report | Refusal {
  try {
    return read(input);
  } catch (error) {
    return refusals.internal(input.origin, error instanceof Error ? error.message : String(error));
  }
}
