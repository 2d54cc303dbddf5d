import type { Analysis, Word } from "../language/analysis.js";
import { children, governor } from "../language/tree.js";
import type { Span } from "../record/span.js";
import type { Report } from "../report/report.js";
import type { Attribution, Candidate, Source } from "./attribution.js";
import { loadCues } from "./cues.js";
import type { Extents } from "./extent.js";
import { waysOfPassingOn } from "./passing-on.js";
import { phrase } from "./phrase.js";
import { type Setting, wordsOfSaying } from "./setting.js";
import type { Speakers } from "./speakers.js";
import type { AttributionLink } from "./statement.js";
import { agentOf, isPassive, subjectOf } from "./subject.js";

/** Links beyond which a chain is cut before the report: nobody passes words on so often. */
const LONGEST = 12;

export interface ChainContext {
  readonly report: Report;
  readonly analysis: Analysis;
  readonly reach: Extents;
  readonly speakers: Speakers;
  /** The attribution inside whose content another one is told. */
  readonly around: (attribution: Attribution) => Attribution | undefined;
  readonly settingOf: (attribution: Attribution) => Setting;
  readonly idOf: (attribution: Attribution) => string | undefined;
}

/**
 * Through whom the words of `attribution` came to the report: whom the speaker cites, the speaker, those who quote or
 * carry the words, those inside whose statements they are told, the report. Each in the order in which it had the words.
 */
export function chainOf(context: ChainContext, attribution: Attribution): readonly AttributionLink[] {
  const links = ownLinks(context, attribution);
  const seen = new Set([attribution]);
  let outer = context.around(attribution);
  while (outer && !seen.has(outer) && links.length < LONGEST) {
    seen.add(outer);
    const statement = context.idOf(outer);
    const own = ownLinks(context, outer);
    for (const link of own) {
      if (links.some((before) => isSame(context, before, link))) continue;
      const told = link.role === "speaker" && statement ? { statement } : {};
      links.push({ ...link, ...told, role: "relay" });
    }
    outer = context.around(outer);
  }
  const { outlet } = context.report;
  const named = outlet.known && outlet.evidence ? { span: outlet.evidence } : {};
  return [...links.slice(0, LONGEST), { role: "report", ...named }];
}

/** True where two links are the same words or the same somebody: who says what he himself said passes nothing on. */
function isSame({ speakers }: ChainContext, a: AttributionLink, b: AttributionLink): boolean {
  if (a.span && b.span && a.span.start === b.span.start) return true;
  if (a.mention === undefined || b.mention === undefined) return false;
  return speakers.rootOf(a.mention) === speakers.rootOf(b.mention);
}

function ownLinks(context: ChainContext, attribution: Attribution): AttributionLink[] {
  const { cue, source } = attribution;
  const speaker = link(context, "speaker", source);
  if (!cue) return [speaker];
  const cited = citations(context, cue, source).map(({ word, by }) => named(context, "origin", word, by));
  return [...cited, speaker, ...relays(context, attribution, cue)];
}

/** Whom the speaker cites: "Kyodo, citing officials, said", "according to Kyodo, which cited officials". */
function citations(
  { analysis, reach, speakers }: ChainContext,
  cue: Candidate,
  source: Source | undefined,
): readonly { readonly word: Word; readonly by: Word }[] {
  const { citing, media } = waysOfPassingOn();
  const { headlineSources } = loadCues();
  const heads = [...wordsOfSaying(analysis, cue)];
  if (source) heads.push(source.head);
  const above = cue.sourceFrom.by === "itself" && source ? governor(analysis, source.head) : undefined;
  if (above) heads.push(above);
  const verbs = heads
    .flatMap((head) => children(analysis, head))
    .filter((c) => ["advcl", "acl", "acl:relcl", "parataxis", "dep", "conj"].includes(c.deprel))
    .filter((c) => citing.has(c.lemma.toLowerCase()) && c !== cue.cue && !isPassive(analysis, c));
  return verbs.flatMap((by) => {
    const kids = children(analysis, by);
    const word = kids.find((c) => c.deprel === "obj");
    // "quoting him as saying" has a statement of its own.
    if (!word || kids.some((c) => c.xpos === "VBG")) return [];
    const somebody =
      speakers.mentionOf({ head: word, span: phrase(analysis, reach, word) }) !== undefined ||
      headlineSources.has(word.lemma.toLowerCase()) ||
      media.has(word.lemma.toLowerCase());
    return somebody ? [{ word, by }] : [];
  });
}

/** Who passes the words on, from the speaker outwards. */
function relays(context: ChainContext, attribution: Attribution, cue: Candidate): AttributionLink[] {
  const { analysis } = context;
  const { relaying } = waysOfPassingOn();
  const { source } = attribution;
  const setting = context.settingOf(attribution);
  const out: AttributionLink[] = [];
  const quoting = quotingVerb(analysis, cue.cue);
  if (quoting) {
    const word = isPassive(analysis, quoting) ? agentOf(analysis, quoting) : subjectOf(analysis, quoting);
    if (!word || word !== source?.head) out.push(named(context, "relay", word, quoting));
  }
  const beside = (head: Word | undefined) => (head ? children(analysis, head) : []);
  const carried = [
    ...beside(source?.head),
    ...beside(setting.mediumHead),
    // "..., as cited by Reuters"
    ...beside(cue.cue).filter((c) =>
      children(analysis, c).some((k) => k.lemma === "as" && k.index < c.index),
    ),
  ];
  for (const verb of carried) {
    if (verb.xpos !== "VBN" || !relaying.has(verb.lemma.toLowerCase()) || verb === quoting) continue;
    if (children(analysis, verb).some((c) => c.deprel === "compound:prt")) continue;
    const agent = agentOf(analysis, verb);
    if (agent && agent !== source?.head) out.push(named(context, "relay", agent, verb));
  }
  const { addresseeHead: addressee, mediumHead } = setting;
  const asks = mediumHead && waysOfPassingOn().asking.has(mediumHead.lemma.toLowerCase());
  if (addressee && cue.act !== "demands" && (asks || passesOn(context, addressee))) {
    out.push(named(context, "relay", addressee, asks ? mediumHead : cue.cue));
  }
  return out;
}

/** "quoted" of "KCNA quoted Kim as saying". */
function quotingVerb(analysis: Analysis, cue: Word): Word | undefined {
  const above = governor(analysis, cue);
  if (!above || cue.xpos !== "VBG" || above.upos !== "VERB") return undefined;
  const as = children(analysis, cue).some((c) => c.lemma === "as" && c.index < cue.index);
  if (!as && !isPassive(analysis, above)) return undefined;
  return waysOfPassingOn().quotingAs.has(above.lemma.toLowerCase()) ? above : undefined;
}

/** True for one whose trade it is to tell others: a news medium. */
function passesOn({ analysis, reach, speakers, report }: ChainContext, word: Word): boolean {
  const { names, passingOn } = waysOfPassingOn();
  if (word.upos === "PRON") return false;
  const span = phrase(analysis, reach, word);
  const actor = speakers.actorOf({ head: word, span });
  if (actor.known) return actor.value.sector === "MED" && actor.value.person === undefined;
  if (passingOn.has(word.lemma.toLowerCase())) return true;
  return report.text
    .slice(span.start, span.end)
    .split(" ")
    .some((form) => names.has(form));
}

function named(
  context: ChainContext,
  role: AttributionLink["role"],
  head: Word | undefined,
  by: Word,
): AttributionLink {
  const { analysis, reach } = context;
  const source = head ? { head, span: phrase(analysis, reach, head) } : undefined;
  return { ...link(context, role, source), cue: spanOf(by) };
}

function link(
  { speakers }: ChainContext,
  role: AttributionLink["role"],
  source: Pick<Source, "head" | "span"> | undefined,
): AttributionLink {
  const mention = source && speakers.mentionOf(source);
  return {
    role,
    ...(source ? { span: source.span } : {}),
    ...(mention === undefined ? {} : { mention }),
    actor: speakers.actorOf(source),
  };
}

function spanOf({ start, end }: Word): Span {
  return { start, end };
}

/** For each attribution with a cue the innermost other one, of those given, whose content the cue stands in. */
export function enclosing(
  analysis: Analysis,
  attributions: readonly Attribution[],
): ReadonlyMap<Attribution, Attribution> {
  const contents = attributions.flatMap((of) => of.content.map((span) => ({ span, of })));
  contents.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const cues = attributions.flatMap((of) =>
    of.cue ? [{ at: analysis.words[of.cue.cue.index]!.start, of, cue: of.cue }] : [],
  );
  cues.sort((a, b) => a.at - b.at);
  const out = new Map<Attribution, Attribution>();
  const open: (typeof contents)[number][] = [];
  let next = 0;
  for (const { at, of, cue } of cues) {
    for (; next < contents.length && contents[next]!.span.start <= at; next++) open.push(contents[next]!);
    while (open.length > 0 && open.at(-1)!.span.end <= at) open.pop();
    const depth = Math.max(0, open.length - LONGEST);
    const around = open
      .slice(depth)
      .findLast((o) => o.span.end > at && o.of !== of && o.of.cue?.cue !== cue.cue);
    if (around) out.set(of, around.of);
  }
  return out;
}
