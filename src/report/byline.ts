import { bylineWords, isOutletName, isPersonName, isRole, wordsOf } from "./names.js";
import type { Byline } from "./report.js";

/** What a byline says: who wrote it and, where it says so, for which outlet. */
export interface BylineParts {
  readonly bylines: readonly Byline[];
  readonly outlet?: string;
}

const LONGEST = 160;

/** "JANE DOE" as "Jane Doe"; a name in small and capital letters stays as it is. */
function personName(text: string): string {
  if (/\p{Ll}/u.test(text)) return text;
  return text.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** "Ryan Example China/Asia Reporter": a name of two words, initials and particles aside, and then a role. */
function nameWithRole(text: string): Byline | undefined {
  const words = wordsOf(text);
  const { particles, roleOpenings } = bylineWords();
  if (words.length < 3 || !isRole(text)) return undefined;
  let length = 0;
  for (let full = 0; length < words.length && full < 2; length++) {
    const word = words[length]!;
    if (!/^\p{Lu}\.?$/u.test(word) && !particles.has(word.toLowerCase())) full++;
  }
  const name = words.slice(0, length).join(" ");
  const role = words
    .slice(length)
    .join(" ")
    .replace(/^[-–—|]\s*/, "");
  const opening = (word: string) => roleOpenings.has(word.toLowerCase().split("/", 1)[0]!);
  if (
    !isPersonName(name) ||
    isOutletName(name) ||
    !isRole(role) ||
    !/^\p{Lu}/u.test(role) ||
    words.slice(0, length).some(opening)
  )
    return undefined;
  return { name: personName(name), role };
}

/**
 * Reads the parts of a byline without its "By": names, roles and an outlet, parted by commas, bars and "and".
 * Undefined where a part is none of these.
 */
function readParts(text: string): BylineParts | undefined {
  const bylines: Byline[] = [];
  let outlet: string | undefined;
  let waiting: number[] = [];
  const body = text.replace(/\s+([Ff]or|[Aa]t|[Ii]n)\s+(?=(?:the\s+)?[\p{Lu}\d])/gu, " |$1 ");
  for (const part of body.split(
    /\s*[,;|•·]\s*(?:and\s+|&\s+)?|\s+[-–—]\s+|(?<=\p{Ll}{3})\.\s+|\s+(?:and|&|with)\s+/iu,
  )) {
    const forOutlet = /^(?:for|at) (.+)/i.exec(part)?.[1];
    if (part === "" || /^[Ii]n \p{Lu}/u.test(part)) continue;
    const both = waiting.length === 0 || !isRole(part) ? nameWithRole(part) : undefined;
    if (forOutlet !== undefined) outlet ??= forOutlet;
    else if (both) bylines.push(both);
    else if (isRole(part) && waiting.length > 0) {
      for (const i of waiting) bylines[i] = { name: bylines[i]!.name, role: part };
      waiting = [];
    } else if (isOutletName(part)) outlet ??= part;
    else if (isPersonName(part)) waiting.push(bylines.push({ name: personName(part) }) - 1);
    else return undefined;
  }
  if (bylines.length === 0 && outlet === undefined) return undefined;
  return outlet === undefined ? { bylines } : { bylines, outlet };
}

/**
 * Reads a paragraph as a byline: "By Jane Doe, Diplomatic Correspondent", "Jane Doe China Reporter",
 * "Jane Doe, Example News", "By JANE DOE and JOHN ROE". Undefined for anything else; a bare name is no byline.
 */
export function bylineOf(paragraph: string): BylineParts | undefined {
  if (paragraph.length > LONGEST || /[.!?]["”’]?$/.test(paragraph.replace(/\b(?:Jr|Sr)\.$/, "")))
    return undefined;
  const rest = paragraph.replace(bylineWords().opening, "");
  const parts = readParts(rest);
  // "By our foreign staff" is a byline that names nobody.
  if (!parts && rest !== paragraph && isRole(rest)) return { bylines: [] };
  if (!parts || rest !== paragraph) return parts;
  const outletTold = parts.outlet !== undefined && isOutletName(parts.outlet);
  const told = outletTold || parts.bylines.some((byline) => byline.role !== undefined);
  return parts.bylines.length > 0 && told ? parts : undefined;
}

/** True for a line that credits those who worked on a report: "(Reporting by Jane Doe; editing by John Roe)". */
export function isCreditLine(paragraph: string): boolean {
  const { credit, creditAtEnd } = bylineWords();
  if (paragraph.length > 600) return false;
  if (credit.test(paragraph)) return true;
  const oneSentence = !/(?<=\p{Ll}{2})[.!?]["”’]?\s/u.test(paragraph);
  return oneSentence && paragraph.length < 300 && /^\p{Lu}/u.test(paragraph) && creditAtEnd.test(paragraph);
}

/** The people that a credit line names as reporting or writing; editors are left out. */
export function creditedReporters(paragraph: string): Byline[] {
  const found: Byline[] = [];
  const clauses = paragraph
    .replace(/^[\s(—–-]+|[\s).]+$/g, "")
    .split(/[;.]\s+|,\s+(?=(?:additional\s+)?(?:reporting|writing|editing)\b)/i);
  for (const clause of clauses) {
    if (!/^(?:reporting|reported|writing|written|by)\b/i.test(clause)) continue;
    const names = clause.replace(bylineWords().credit, "").replace(bylineWords().opening, "");
    found.push(...(readParts(names)?.bylines ?? []));
  }
  return found;
}
