import type { Refusal, RefusalCode } from "./refusal.js";

// All wording of refusals: one function for each code. The data comes first, `sentence` words it for people.

/** Inputs over this many bytes are refused, compressed or not: no news report comes near it. */
export const LARGEST_INPUT = 20 * 1024 * 1024;

const READABLE = "a news report as plain text or HTML";

function refusal(code: RefusalCode, input: string, met: string, expected: string, advice: string): Refusal {
  return Object.freeze({ kind: "refusal", code, input, met, expected, advice });
}

export function notFound(input: string): Refusal {
  return refusal(
    "not-found",
    input,
    "no file or folder of this name",
    "a file, a folder, or - for standard input",
    "Check the spelling and the folder that the command was started in.",
  );
}

/** `detail` is the system's own short reason, for instance "permission denied". */
export function notReadable(input: string, detail: string): Refusal {
  return refusal(
    "not-readable",
    input,
    `an input that cannot be read (${detail})`,
    "a file or folder that this user may read",
    "Check that it is whole and that its permissions let you read it.",
  );
}

export function noReports(input: string, files: number): Refusal {
  const met =
    files === 0
      ? "a folder without files"
      : `a folder with ${files} ${files === 1 ? "file" : "files"}, none of them a report`;
  return refusal(
    "no-reports",
    input,
    met,
    "files that end in .txt, .text, .md, .html, .htm or .xhtml, or one of these and .gz",
    "Name another folder, or name files of other endings one by one.",
  );
}

export function empty(input: string, size: number): Refusal {
  const met = size === 0 ? "nothing at all (0 bytes)" : "white space only";
  return refusal("empty", input, met, READABLE, "Check that the file was saved or downloaded whole.");
}

/** `size` in bytes where it is known. */
export function tooLarge(input: string, size?: number): Refusal {
  const limit = `${LARGEST_INPUT / 1024 / 1024} MB`;
  const met =
    size === undefined
      ? `more than ${limit}`
      : `${(Math.ceil((size / 1024 / 1024) * 10) / 10).toFixed(1)} MB`;
  return refusal(
    "too-large",
    input,
    met,
    `one report of at most ${limit}`,
    "Split a collection into one file for each report and read the folder.",
  );
}

/** `what` names the kind of content, for instance "a PDF document". */
export function binary(input: string, what: string): Refusal {
  return refusal(
    "binary",
    input,
    what,
    READABLE,
    "Export the text (for instance with “save as plain text”) and read that file.",
  );
}

export function badEncoding(input: string, met: string, advice?: string): Refusal {
  return refusal(
    "bad-encoding",
    input,
    met,
    "text in UTF-8, in UTF-16, or in the encoding that the page declares",
    advice ??
      "Convert it (iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW), or name its encoding (--encoding windows-1252).",
  );
}

/** `where` says what the page breaks off in, for instance "a page that ends inside a <script>". */
export function cutOff(input: string, where: string): Refusal {
  return refusal(
    "cut-off",
    input,
    where,
    "a page that holds the text of its article",
    "Download or save the page again.",
  );
}

/** `what` describes the input, for instance "a page of scripts only". */
export function noText(input: string, what: string): Refusal {
  return refusal(
    "no-text",
    input,
    what,
    "a report with text to read",
    "Open the page in a browser, let it load, and save it from there; or copy its text into a .txt file.",
  );
}

/** `what` names the language or script where it was recognised, for instance "a text in German". */
export function notEnglish(input: string, what: string): Refusal {
  return refusal(
    "not-english",
    input,
    what,
    "a report in English",
    "Leave it out, or read an English version of it.",
  );
}

export function internal(input: string, message: string): Refusal {
  return refusal(
    "internal",
    input,
    `a fault in demarche (${message})`,
    "a report that is read, or refused for a reason of its own",
    "Please report this with the file, if you may pass it on.",
  );
}

/** One line for people: what was refused, why, and what to do. */
export function sentence(refusal: Refusal): string {
  return `${refusal.input}: not read (${refusal.code}): found ${refusal.met}; expected ${refusal.expected}. ${refusal.advice}`;
}
