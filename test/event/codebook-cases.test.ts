import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Mention } from "../../src/actor/actor.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { parseCodebookFile, readCodebookFile } from "../../src/event/codebook.js";
import type { CodebookCase, CodebookFile } from "../../src/event/codebook-schema.js";
import { EVENT_TYPES, type Event, type Participant } from "../../src/event/event.js";
import { findEvents } from "../../src/event/find-events.js";
import { type Language, loadLanguage } from "../../src/language/language.js";
import { findPlaces } from "../../src/place/find-places.js";
import { findStatements } from "../../src/quotation/find-statements.js";
import { findTimes } from "../../src/time/find-times.js";
import { makeReport } from "../support/reading.js";

/** The events of one sentence by the whole house, and its mentions. */
async function read(
  language: Language,
  text: string,
): Promise<{ events: readonly Event[]; mentions: readonly Mention[] }> {
  const report = makeReport([text]);
  const analysis = await language.analyse(report);
  const mentions = findMentions(report, analysis);
  const times = findTimes(report, analysis);
  const places = findPlaces(report, analysis, mentions);
  const statements = findStatements(report, analysis, mentions, times);
  return { events: findEvents(report, analysis, mentions, times, places, statements), mentions };
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
  return `${event.type} ${event.status} by ${event.explanation.by}: ${event.explanation.steps.join("; ")}`;
}

describe("the cases of the codebook", () => {
  let language: Language;
  beforeAll(async () => {
    language = await loadLanguage();
  });
  afterAll(() => language.close());

  it.each(EVENT_TYPES)("%s", async (type) => {
    const file = parseCodebookFile(`${type}.yaml`, readCodebookFile(type));
    const failures: string[] = [];
    for (const wanted of file.cases.are) {
      const { events, mentions } = await read(language, wanted.text);
      if (events.some((e) => fits(e, file, wanted, mentions))) continue;
      failures.push(`MISSED ${JSON.stringify(wanted)}\n  met: ${events.map(told).join("\n  ")}`);
    }
    for (const text of file.cases["are-not"]) {
      const { events } = await read(language, text);
      const wrong = events.filter((e) => e.type === type && e.status !== "denied");
      if (wrong.length > 0) failures.push(`FALSE ${text}\n  met: ${wrong.map(told).join("\n  ")}`);
    }
    expect(failures.join("\n")).toBe("");
  });
});
