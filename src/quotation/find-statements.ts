import type { Mention } from "../actor/actor.js";
import type { Analysis, Word } from "../language/analysis.js";
import { clausePlace } from "../place/clause-place.js";
import type { Where } from "../place/where.js";
import { identifier } from "../record/identifier.js";
import type { Span } from "../record/span.js";
import { rangeWithin } from "../record/within.js";
import type { Report } from "../report/report.js";
import { clauseTime } from "../time/clause-time.js";
import type { When } from "../time/when.js";
import type { Attribution } from "./attribution.js";
import { chainOf, enclosing } from "./chain.js";
import { loadCues } from "./cues.js";
import { extents } from "./extent.js";
import { findAttributions } from "./find-attributions.js";
import { origins } from "./origin.js";
import { findSetting, type Setting, wordsOfSaying } from "./setting.js";
import { Speakers } from "./speakers.js";
import { isSpeechLike } from "./speech.js";
import { speechAct } from "./speech-act.js";
import type { Statement } from "./statement.js";
import { agentOf, isPassive } from "./subject.js";

/**
 * The statements of a report: what it attributes to somebody as said or thought, with the source, the cue and the words.
 * Stances ("wants", "opposes") and what was not said ("did not say", "may say") are left out.
 * @param mentions who is spoken of, from `findMentions`: gives each source its actor
 * @param times when, from `findTimes`: gives each cue its time
 * @param places where, from `findPlaces`: gives each cue its place
 * @param attributions what `findAttributions` gives for the report, where it was already asked
 * @returns statements in text order; offsets in UTF-16 code units of `report.text`
 */
export function findStatements(
  report: Report,
  analysis: Analysis,
  mentions: readonly Mention[],
  times: readonly When[],
  places: readonly Where[] = [],
  attributions: readonly Attribution[] = findAttributions(report, analysis),
): readonly Statement[] {
  const reach = extents(analysis);
  const originOf = origins(attributions);
  const titles = report.paragraphs.filter((p) => p.role === "title");
  const speakers = new Speakers(report.text, mentions);
  const candidates = attributions.filter((a) => isStatement(analysis, a, speakers));
  const ids = new Map<Attribution, string>();
  for (const a of candidates) {
    ids.set(
      a,
      identifier("s", report.id, ...a.content.flatMap((span) => [span.start, span.end]), "statement"),
    );
  }
  const kept = withoutRepeats(candidates, ids);
  const outer = enclosing(analysis, kept);
  const settings = new Map<Attribution, Setting>();
  const settingOf = (a: Attribution): Setting => {
    const setting = settings.get(a) ?? findSetting(analysis, reach, a);
    settings.set(a, setting);
    return setting;
  };
  const chains = {
    report,
    analysis,
    reach,
    speakers,
    around: (a: Attribution) => outer.get(a),
    settingOf,
    idOf: (a: Attribution) => ids.get(a),
  };
  return kept.map((a) => {
    const from = originOf(a);
    const mention = from.source && speakers.mentionOf(from.source);
    const before = a.goesOnFrom === undefined ? undefined : ids.get(attributions[a.goesOnFrom]!);
    const saying = a.cue ? wordsOfSaying(analysis, a.cue) : [];
    const when = firstKnown(saying, (word) => clauseTime(analysis, times, word.index));
    const where = firstKnown(saying, (word) =>
      word.upos === "VERB" ? clausePlace(analysis, places, word.index) : undefined,
    );
    const { medium, venue, addressee } = settingOf(from);
    const speaker = speakers.actorOf(from.source, from !== a);
    const act = speechAct(analysis, a, (word) => mayBeSpeaker(speakers, word, speaker));
    return {
      kind: "statement",
      id: ids.get(a)!,
      report: report.id,
      form: a.form,
      ...(a.source ? { source: a.source.span } : {}),
      ...(mention === undefined ? {} : { mention }),
      ...(a.cue
        ? { cue: { start: analysis.words[a.cue.first]!.start, end: analysis.words[a.cue.last - 1]!.end } }
        : {}),
      content: a.content,
      ...(a.quoted ? { quoted: a.quoted } : {}),
      speaker,
      ...(when === undefined ? {} : { when }),
      ...(where === undefined ? {} : { where }),
      ...(medium ? { medium } : {}),
      ...(venue ? { venue } : {}),
      ...(addressee ? { addressee } : {}),
      ...(act ? { act } : {}),
      ...(before ? { goesOnFrom: before } : {}),
      chain: chainOf(chains, from),
      part: isWithin(titles, a.content[0]!.start) ? "title" : "body",
      by: decidedBy(a),
    } satisfies Statement;
  });
}

/** The rule, and whether the language model tells the same: "clause", "clause, learned too", "clause, not learned". */
function decidedBy({ rule, by, content, source, lost }: Attribution): string {
  if (!by || rule === "learned") return lost ? `${rule}, not by the rule ${lost.rule}` : rule;
  if (by === "rules") return `${rule}, not learned`;
  const other = lost?.source && lost.source.head !== source?.head ? ["source"] : [];
  const last = lost?.content.at(-1)?.end;
  if (lost && (lost.content[0]!.start !== content[0]!.start || last !== content.at(-1)!.end))
    other.push("words");
  return other.length > 0 ? `${rule}, learned too with other ${other.join(" and ")}` : `${rule}, learned too`;
}

function firstKnown<T>(words: readonly Word[], find: (word: Word) => T | undefined): T | undefined {
  for (const word of words) {
    const found = find(word);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A pronoun in indirect speech stands for the speaker unless both are known and differ. */
function mayBeSpeaker(speakers: Speakers, word: Word, speaker: Statement["speaker"]): boolean {
  const named = speakers.actorOf({ head: word, span: { start: word.start, end: word.end } });
  return !named.known || !speaker.known || named.value.code === speaker.value.code;
}

/** Words are said once: of two attributions with the same content the first that names its source is kept. */
function withoutRepeats(
  attributions: readonly Attribution[],
  ids: ReadonlyMap<Attribution, string>,
): Attribution[] {
  const best = new Map<string, Attribution>();
  for (const a of attributions) {
    const other = best.get(ids.get(a)!);
    if (!other || (!other.source && a.source)) best.set(ids.get(a)!, a);
  }
  return attributions.filter((a) => best.get(ids.get(a)!) === a);
}

/**
 * Stances, things that "show", what is "expected" by nobody, and nouns and bare verb forms that nobody is named for are not
 * told as said by somebody; nor is what the language model alone tells at a word that no list has, unless it is quoted speech.
 */
function isStatement(
  analysis: Analysis,
  { cue, source, content, goesOnFrom, form, by }: Attribution,
  speakers: Speakers,
): boolean {
  if (!cue || goesOnFrom !== undefined) return true;
  if (cue.stance || cue.unsaid) return false;
  if (by === "learned" && cue.act === undefined) {
    const { first, last } = rangeWithin(analysis.words, content[0]!);
    return form === "direct" && isSpeechLike(analysis, [first, last]);
  }
  if (by === "learned" && cue.act === "asserts" && form === "indirect" && isOpen(analysis, content[0]!))
    return false;
  if (cue.act === "thinks" && isImpersonal(analysis, cue.cue)) return false;
  if (cue.act === "shows") return source !== undefined && speakers.mentionOf(source) !== undefined;
  return source !== undefined || cue.verbatim || cue.cue.xpos === "VBN" || cue.cue.xpos === "VBD";
}

/** "argue over whether it has done enough" tells what is open between them, and "to see whether" nothing that anybody says. */
function isOpen({ words }: Analysis, content: Span): boolean {
  return words[rangeWithin(words, content).first]?.lemma.toLowerCase() === "whether";
}

/** "is expected to visit": a forecast or common knowledge that the text puts in nobody's mouth. */
function isImpersonal(analysis: Analysis, verb: Word): boolean {
  return loadCues().impersonal.has(verb.lemma) && isPassive(analysis, verb) && !agentOf(analysis, verb);
}

function isWithin(spans: readonly Span[], at: number): boolean {
  return spans.some((span) => span.start <= at && at < span.end);
}
