import type { Mention } from "../actor/actor.js";
import type { Codebook } from "../event/codebook.js";
import type { CodebookCase, CodebookFile } from "../event/codebook-schema.js";
import type { Event, Participant } from "../event/event.js";
import { type CodebookProblem, codebookProblem } from "../event/lint-codebook.js";
import type { Language } from "../language/language.js";
import { read } from "../reading/read.js";
import type { Reading } from "../reading/reading.js";
import { identifier } from "../record/identifier.js";
import { known } from "../record/value.js";
import { goldReport } from "./gold-report.js";

/**
 * Reads the cases of a codebook file with the whole program, each as a report of one sentence.
 * @returns a problem for each case that is and was not found, or that is not and was
 */
export async function runCases(
  name: string,
  file: CodebookFile,
  language: Language,
  codebook?: Codebook,
): Promise<CodebookProblem[]> {
  const out: CodebookProblem[] = [];
  for (const [i, wanted] of file.cases.are.entries()) {
    const { events, mentions } = await readSentence(wanted.text, language, { codebook });
    if (events.some((event) => fits(event, file, wanted, mentions))) continue;
    const met = events.map(told).join("; ") || "no event";
    const { source = "?", target = "?", status = "asserted" } = wanted;
    const expected = `${file.type} ${status} by "${source}" to "${target}"`;
    out.push(
      codebookProblem(name, "case-missed", `case "${wanted.text}"`, ["cases", "are", i], met, expected),
    );
  }
  for (const [i, text] of file.cases["are-not"].entries()) {
    const { events } = await readSentence(text, language, { codebook });
    const wrong = events.filter((event) => event.type === file.type && event.status !== "denied");
    if (wrong.length === 0) continue;
    const met = wrong.map(told).join("; ");
    out.push(
      codebookProblem(name, "case-false", `case "${text}"`, ["cases", "are-not", i], met, `no ${file.type}`),
    );
  }
  return out;
}

/** The reading of one sentence as a report of its own; `published` is its date (ISO 8601), where it has one. */
export async function readSentence(
  text: string,
  language: Language,
  { codebook, published }: { codebook?: Codebook | undefined; published?: string } = {},
): Promise<Reading> {
  const report = goldReport({
    id: identifier("r", text),
    text,
    paragraphs: [{ start: 0, end: text.length, role: "body" }],
    ...(published ? { published: known(published, "given", "the case") } : {}),
  });
  return read(report, language, { codebook });
}

/** True where one of the participants is named by `words`, or by a pronoun that stands for whoever they name. */
function names(
  text: string,
  participants: readonly Participant[],
  words: string | undefined,
  mentions: readonly Mention[],
): boolean {
  if (!words) return true;
  const start = text.indexOf(words);
  const end = start + words.length;
  const codes = new Set(
    mentions.filter((m) => m.start < end && start < m.end).flatMap((m) => m.actors.map((a) => a.code)),
  );
  return participants.some((p) => {
    if (!p.actor.known || !p.span) return false;
    if (p.span.start < end && start < p.span.end) return true;
    const form = p.mention === undefined ? undefined : mentions[p.mention]!.form;
    return form === "pronoun" && codes.has(p.actor.value.code);
  });
}

function fits(event: Event, file: CodebookFile, wanted: CodebookCase, mentions: readonly Mention[]): boolean {
  if (event.type !== file.type || event.status !== (wanted.status ?? "asserted")) return false;
  const { text, source, target } = wanted;
  const straight =
    names(text, event.sources, source, mentions) && names(text, event.targets, target, mentions);
  const swapped =
    names(text, event.targets, source, mentions) && names(text, event.sources, target, mentions);
  return straight || (event.mutual && swapped);
}

function told(event: Event): string {
  const who = (participants: readonly Participant[]) =>
    participants.map((p) => (p.actor.known ? p.actor.value.code : "?")).join("+");
  return `${event.type} ${event.status} ${who(event.sources)} → ${who(event.targets)} by ${event.explanation.by}`;
}
