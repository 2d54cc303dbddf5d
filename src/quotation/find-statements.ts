import type { Actor, Mention } from "../actor/actor.js";
import type { Analysis } from "../language/analysis.js";
import { identifier } from "../record/identifier.js";
import { type Span, textOf } from "../record/span.js";
import { known, unknown, type Value } from "../record/value.js";
import type { Report } from "../report/report.js";
import { clauseTime } from "../time/clause-time.js";
import type { When } from "../time/when.js";
import type { Attribution, Source } from "./attribution.js";
import { extents } from "./extent.js";
import { findAttributions } from "./find-attributions.js";
import { findMedium } from "./medium.js";
import type { Statement } from "./statement.js";

/**
 * The statements of a report: what it attributes to somebody as said or thought, with the source, the cue and the words.
 * Stances ("wants", "opposes") and what was not said ("did not say", "may say") are left out.
 * @param mentions who is spoken of, from `findMentions`: gives each source its actor
 * @param times when, from `findTimes`: gives each cue its time
 * @returns statements in text order; offsets in UTF-16 code units of `report.text`
 */
export function findStatements(
  report: Report,
  analysis: Analysis,
  mentions: readonly Mention[],
  times: readonly When[],
): readonly Statement[] {
  const reach = extents(analysis);
  const mentionOf = mentionFinder(mentions);
  const attributions = findAttributions(report, analysis);
  const kept = attributions.filter((a) => isStatement(a, mentionOf));
  const ids = new Map<Attribution, string>();
  for (const a of kept) {
    ids.set(
      a,
      identifier("s", report.id, ...a.content.flatMap((span) => [span.start, span.end]), "statement"),
    );
  }
  return withoutRepeats(kept, ids).map((a) => {
    const from = origin(attributions, a);
    const mention = from.source && mentionOf(from.source);
    const before = a.goesOnFrom === undefined ? undefined : ids.get(attributions[a.goesOnFrom]!);
    const when = a.cue && clauseTime(analysis, times, a.cue.cue.index);
    const medium = from.cue && findMedium(analysis, reach, from.cue);
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
      speaker: speakerOf(report.text, mentions, mention, from.source, from !== a),
      ...(when === undefined ? {} : { when }),
      ...(medium ? { medium } : {}),
      ...(a.act ? { act: a.act } : {}),
      ...(before ? { goesOnFrom: before } : {}),
      part: isTitle(report, a.content[0]!) ? "title" : "body",
      by: a.rule,
    } satisfies Statement;
  });
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

/** The attribution that names the source which an attribution goes on with: itself where it has a source or cue. */
function origin(attributions: readonly Attribution[], attribution: Attribution): Attribution {
  let at = attribution;
  while (at.goesOnFrom !== undefined && !at.cue) at = attributions[at.goesOnFrom]!;
  return at;
}

/** Stances, things that "show", and nouns and bare verb forms that nobody is named for are not told as said by somebody. */
function isStatement(
  { cue, source, goesOnFrom }: Attribution,
  mentionOf: (source: Source) => number | undefined,
): boolean {
  if (!cue || goesOnFrom !== undefined) return true;
  if (cue.stance || cue.unsaid) return false;
  if (cue.act === "shows") return source !== undefined && mentionOf(source) !== undefined;
  return source !== undefined || cue.cue.xpos === "VBN" || cue.cue.xpos === "VBD";
}

function mentionFinder(mentions: readonly Mention[]): (source: Source) => number | undefined {
  const byHead = new Map<number, number>();
  const byWord = new Map<number, number>();
  mentions.forEach((m, index) => {
    byHead.set(m.head, index);
    for (let word = m.first; word < m.last; word++) {
      const other = byWord.get(word);
      const wider = other === undefined || m.last - m.first > mentions[other]!.last - mentions[other]!.first;
      if (wider) byWord.set(word, index);
    }
  });
  return ({ head, span }) => {
    const exact = byHead.get(head.index);
    if (exact !== undefined) return exact;
    const around = byWord.get(head.index);
    const within =
      around !== undefined && mentions[around]!.start >= span.start && mentions[around]!.end <= span.end;
    return within ? around : undefined;
  };
}

function speakerOf(
  text: string,
  mentions: readonly Mention[],
  mention: number | undefined,
  source: Source | undefined,
  goesOn: boolean,
): Value<Actor> {
  if (!source) return unknown("the report names no source");
  const words = textOf(text, source.span);
  if (mention === undefined)
    return unknown(`"${words}" names nobody that the report or the knowledge identifies`);
  const m = mentions[mention]!;
  const actor = m.actors[0];
  if (!actor) return unknown(m.reason ?? `"${words}" is not identified`);
  const stated = !goesOn && m.form !== "pronoun" && m.antecedent === undefined;
  return known(actor, stated ? "stated" : "inferred", goesOn ? `${m.by}; the quotation goes on` : m.by, {
    start: m.start,
    end: m.end,
  });
}

function isTitle(report: Report, span: Span): boolean {
  return report.paragraphs.some((p) => p.role === "title" && p.start <= span.start && span.start < p.end);
}
