import type { Analysis } from "../language/analysis.js";
import type { Span } from "../record/span.js";
import { rangeWithin } from "../record/within.js";
import type { Attribution, WordRange } from "./attribution.js";
import { enclosing } from "./chain.js";
import type { QuotedWords } from "./content.js";
import type { CueContext } from "./cue-context.js";
import { isBelieved, isHeld, isSure } from "./decide.js";
import { comesLate, type LearnedAttribution } from "./learned.js";
import { readLearned } from "./read-learned.js";
import { dice, groupsOf, painted, type Ruled, shared, sizeOf } from "./ruled.js";
import { isSpeechLike } from "./speech.js";
import { isStatedHolder } from "./subject.js";

/** Content words in common, as Dice's coefficient, from which two attributions with different cues are one. */
const ALIKE = 0.6;
/** The same for attributions with one cue, below which the model gives the words: rules lose what a wrong tree cut off. */
const SAME = 0.5;

/** The share of the model's words from which they are only a part of the rules' words; the rest are marks. */
const PART = 0.7;

/**
 * The attributions of the rules and those of the language model as one list, in the order of the contents. Where both
 * tell an attribution the rules give its words, which hold to clauses and marks. What only the model tells is added;
 * what only the rules tell stays where they are sure of it.
 */
export function combine(
  context: CueContext,
  quoted: QuotedWords,
  ruled: readonly Attribution[],
  learned: readonly LearnedAttribution[],
): readonly Attribution[] {
  const { analysis } = context;
  const groups = groupsOf(analysis, ruled);
  const around = enclosing(analysis, ruled);
  const groupAt = new Map<number, Ruled>();
  for (const group of groups) {
    const { cue } = group.first;
    if (cue) for (let i = Math.min(cue.first, cue.cue.index); i < cue.last; i++) groupAt.set(i, group);
  }
  const telling = painted(
    analysis.words.length,
    groups.filter((g) => !around.has(g.first)),
  );
  const ruledAt = new Map(ruled.map((a) => [a.content[0]!.start, a]));
  const matched = new Map<Ruled, Attribution>();
  const replaced = new Set<Ruled>();
  const all: Entry[] = [];
  const told = new Uint8Array(analysis.words.length);
  const add = (entry: Entry, ranges: readonly WordRange[]) => {
    all.push(entry);
    for (const [first, last] of ranges) told.fill(1, first, last);
  };
  for (const one of learned) {
    const group = matchOf(one, groupAt, telling);
    const own = isOthersTurn(one, group, telling) ? undefined : readLearned(context, quoted, one);
    if (!own) continue;
    const alike = group ? dice(group.ranges, one.content) : 0;
    if (!group || (matched.has(group) && alike < ALIKE)) {
      if (isBelieved(own, one)) add({ attribution: own }, one.content);
    } else if (group.first.cue ? tellsOtherWords(one, group, alike) : isBelieved(own, one)) {
      const { content, source, rule } = group.first;
      matched.set(group, own);
      replaced.add(group);
      const lost = { content, rule, ...(source ? { source } : {}) };
      add({ attribution: { ...own, by: "both", lost } }, one.content);
    } else {
      matched.set(group, own);
      for (const { inner, words, was } of untold(analysis, quoted, one, group, telling, ruledAt)) {
        told.fill(1, ...words);
        const rest = { content: [inner], form: "direct", rule: "learned", by: "learned" } as const;
        const { cue, act, source } = group.first;
        const as = { ...(cue ? { cue } : {}), ...(act ? { act } : {}), ...(source ? { source } : {}) };
        all.push({ attribution: { ...rest, ...as }, from: group.first, ...(was ? { was } : {}) });
      }
    }
  }
  const groupOf = new Map(groups.flatMap((g) => g.parts.map((part) => [part, g] as const)));
  const kept = new Map<Ruled, boolean>();
  const keeps = (group: Ruled): boolean => {
    const path = new Set<Ruled>();
    let at: Ruled | undefined = group;
    let keep = false;
    while (at && !path.has(at)) {
      const before = kept.get(at);
      const { cue } = at.first;
      path.add(at);
      keep =
        before ??
        (!replaced.has(at) &&
          (matched.has(at) || isSure(at) || (cue !== undefined && told[cue.cue.index] === 1)));
      if (keep || before !== undefined || replaced.has(at)) break;
      // What is told inside something that stays, stays with it.
      const outer: Attribution | undefined = around.get(at.first);
      at = outer && groupOf.get(outer);
    }
    for (const passed of path) kept.set(passed, keep);
    return keep;
  };
  for (const was of ruled) {
    const group = groupOf.get(was)!;
    if (!keeps(group)) continue;
    // Direct speech that only goes on by the rules is the cue's that the model gives it.
    const goesOn = !was.cue || was.goesOnFrom !== undefined;
    if (goesOn && told[rangeWithin(analysis.words, was.content[0]!).first] === 1) continue;
    const own = matched.get(group);
    const from = was.goesOnFrom === undefined ? undefined : ruled[was.goesOnFrom]!;
    const attribution: Attribution = own ? settle(analysis, was, own) : { ...was, by: "rules" };
    all.push({ attribution, was, ...(from ? { from } : {}) });
  }
  return inOrder(all);
}

/** An attribution in the making, what it was by the rules, and what it goes on from. */
interface Entry {
  readonly attribution: Attribution;
  readonly was?: Attribution;
  readonly from?: Attribution;
}

/** In the order of the contents, with the places of what they go on from put right. */
function inOrder(all: Entry[]): readonly Attribution[] {
  all.sort(({ attribution: a }, { attribution: b }) => {
    const end = b.content.at(-1)!.end - a.content.at(-1)!.end;
    return a.content[0]!.start - b.content[0]!.start || end;
  });
  const places = new Map(all.map(({ was }, index) => [was, index]));
  return all.map(({ attribution: { goesOnFrom: _, ...attribution }, from }) => {
    const place = from && places.get(from);
    return place === undefined ? attribution : { ...attribution, goesOnFrom: place };
  });
}

/**
 * The quotations of a learned content that no rule gave a cue, or that by the rules only go on from another one, without
 * their marks, with their words and the rules' attribution of each.
 */
function untold(
  analysis: Analysis,
  quoted: QuotedWords,
  { content }: LearnedAttribution,
  group: Ruled,
  telling: (word: number) => Ruled | undefined,
  ruledAt: ReadonlyMap<number, Attribution>,
): readonly { readonly inner: Span; readonly words: WordRange; readonly was?: Attribution }[] {
  const { cue } = group.first;
  if (!cue) return [];
  const found = new Set<number>();
  for (const [first, last] of content) {
    for (let i = first; i < last; i++) if (quoted.of[i]! >= 0) found.add(quoted.of[i]!);
  }
  return [...found].flatMap((q) => {
    const [first, last] = quoted.ranges[q]!;
    if (first >= last || comesLate(analysis, cue.first, first) || !isSpeechLike(analysis, [first, last]))
      return [];
    const { inner } = quoted.quotations[q]!;
    const by = telling(first);
    if (!by) return [{ inner, words: [first, last] }];
    const was = ruledAt.get(inner.start);
    const goesOn = was && (!was.cue || was.goesOnFrom !== undefined);
    return goesOn && by !== group ? [{ inner, words: [first, last], was }] : [];
  });
}

/** True for words of a turn in a transcript whose cue, if any, stands outside it: whose the turn is its label says. */
function isOthersTurn(
  { cue, content }: LearnedAttribution,
  group: Ruled | undefined,
  telling: (word: number) => Ruled | undefined,
): boolean {
  const turn = telling(content[0]![0]);
  if (!turn?.first.cue?.verbatim || turn === group) return false;
  return !cue || telling(cue.word.index) !== turn;
}

/** True where the model gives a cue other words than the rules, and not only a part of theirs. */
function tellsOtherWords({ content }: LearnedAttribution, group: Ruled, alike: number): boolean {
  return alike < SAME && !isHeld(group) && shared(group.ranges, content) < PART * sizeOf(content);
}

/** The ruled attribution that is the learned one: it shares its cue, or most of its content. */
function matchOf(
  one: LearnedAttribution,
  groupAt: ReadonlyMap<number, Ruled>,
  telling: (word: number) => Ruled | undefined,
): Ruled | undefined {
  const common = new Map<Ruled, number>();
  for (const [first, last] of one.content) {
    for (let i = first; i < last; i++) {
      const group = telling(i);
      if (group) common.set(group, (common.get(group) ?? 0) + 1);
    }
  }
  const likeness = (group: Ruled) => (2 * common.get(group)!) / (sizeOf(group.ranges) + sizeOf(one.content));
  if (one.cue) {
    const main = groupAt.get(one.cue.word.index);
    if (main) return main;
    for (let i = one.cue.first; i < one.cue.last; i++) if (groupAt.has(i)) return groupAt.get(i);
  }
  let best: Ruled | undefined;
  for (const group of common.keys())
    if (likeness(group) >= ALIKE && (!best || likeness(group) > likeness(best))) best = group;
  return best;
}

/**
 * What both tell, in the words of the rules; whose a noun of saying is the model knows better, but for "a Greek demand", "a
 * demand by Greece" and "Greece's demand".
 */
function settle(analysis: Analysis, ruled: Attribution, learned: Attribution): Attribution {
  const held = ruled.cue?.sourceFrom.by === "holder";
  const guessed = !ruled.source || (held && !isStatedHolder(analysis, ruled.source.subject));
  const source = ruled.cue && guessed ? (learned.source ?? ruled.source) : ruled.source;
  const other = source === ruled.source ? learned.source : ruled.source;
  return {
    ...ruled,
    ...(source ? { source } : {}),
    by: "both",
    lost: { content: learned.content, rule: learned.rule, ...(other ? { source: other } : {}) },
  };
}
