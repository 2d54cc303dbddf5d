import type { Actor, Mention } from "../actor/actor.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, relation, subtree } from "../language/tree.js";
import type { Where } from "../place/where.js";
import type { Statement } from "../quotation/statement.js";
import { cover, type Span } from "../record/span.js";
import { known, unknown } from "../record/value.js";
import { caseOf, coordination, possessors } from "./clause.js";
import type { RoleKinds } from "./codebook.js";
import type { Participant } from "./event.js";
import type { Group, Match } from "./match-patterns.js";
import { isPersonNoun } from "./nouns.js";
import { wordList } from "./words.js";

/** Where the holder of a thing stands in its phrase, best first: "Trump's decision", "calls by Washington", "U.S. trade". */
const HOLDERS: readonly ((analysis: Analysis, child: Word) => boolean)[] = [
  (analysis, child) => isAfter(analysis, child, ["by"]),
  (_, child) => relation(child) === "acl",
  (analysis, child) => isAfter(analysis, child, ["of", "from"]),
  (_, child) => isModifier(child),
  (_, child) => child.deprel === "appos",
];
/** What a thing is done to or with, for targets only: "sanctions against Iran", "a base in Syria". */
const AIMS: (typeof HOLDERS)[number] = (analysis, child) =>
  isAfter(analysis, child, ["against", "on", "in", "with", "to", "for", "between"]);
const PLACED: (typeof HOLDERS)[number] = (analysis, child) => isAfter(analysis, child, ["in"]);
const PLACED_PEOPLE = wordList("placed-people");
/** Nouns of persons by their tie to somebody else, whom they are not: "U.S. partners", "his Ugandan counterpart". */
const RELATIONAL = wordList("relational-nouns");
/** Of these, the ones that belong to the state before them: "Ugandan counterpart". */
const COUNTERPARTS = wordList("counterpart-nouns");
const FIRST_PERSON = new Set(["i", "we", "my", "our", "us", "me", "ours", "mine", "ourselves"]);
const PLACES = new Set(["in", "at", "near"]);
const MAX_DEPTH = 3;

function isAfter(analysis: Analysis, child: Word, prepositions: readonly string[]): boolean {
  if (relation(child) !== "nmod" && relation(child) !== "obl") return false;
  const preposition = caseOf(analysis, child);
  return preposition !== undefined && prepositions.includes(preposition);
}

/** The mentions and statements of a report, looked up by word. */
export class Cast {
  readonly #mentionOf = new Map<number, number>();
  readonly #statementOf = new Map<number, number>();
  readonly #placed = new Set<Participant>();
  readonly #countryOf = new Map<number, Where>();

  constructor(
    readonly analysis: Analysis,
    readonly mentions: readonly Mention[],
    readonly statements: readonly Statement[],
    places: readonly Where[] = [],
  ) {
    for (const place of places)
      if (place.country) for (const w of wordsIn(analysis, place)) this.#countryOf.set(w, place);
    // Long mentions first, then short ones over them, then heads: the mention that a word heads is its own.
    const order = mentions.map((_, i) => i).sort((a, b) => length(mentions[b]!) - length(mentions[a]!));
    for (const i of order)
      for (let w = mentions[i]!.first; w < mentions[i]!.last; w++) this.#mentionOf.set(w, i);
    for (const i of order) this.#mentionOf.set(mentions[i]!.head, i);
    const parts = statements.flatMap((s, i) => s.content.map((span) => ({ span, i })));
    parts.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
    for (const { span, i } of parts) {
      for (const w of wordsIn(analysis, span)) this.#statementOf.set(w, i);
    }
  }

  /** The innermost statement whose content holds the word. */
  statementAt(word: Word): Statement | undefined {
    const index = this.#statementOf.get(word.index);
    return index === undefined ? undefined : this.statements[index];
  }

  mentionAt(word: Word): number | undefined {
    return this.#mentionOf.get(word.index);
  }

  /** True for "we", "our government" and the like in a direct statement. */
  isFirstPerson(word: Word): boolean {
    return isFirst(word) || children(this.analysis, word).some((c) => c.deprel === "nmod:poss" && isFirst(c));
  }

  /** Who the words of a role are, the first group that names somebody; an unknown participant where none does. */
  resolve(match: Match, role: "source" | "target", taken: readonly Participant[]): readonly Participant[] {
    const groups = role === "source" ? match.sources : match.targets;
    const kinds = match.pattern.kinds[role];
    const notKinds = match.pattern.notKinds[role];
    const direct = match.pattern.direct.has(role);
    // Whoever speaks stands outside the quotation marks: only "we" can mean the speaker inside them.
    const around = this.statementAt(match.frame.trigger);
    const quoted = around?.form === "direct" ? around : undefined;
    let nameless: Participant | undefined;
    for (const group of groups) {
      const found: Participant[] = [];
      for (const word of group.words) {
        if (quoted && this.statementAt(word) !== quoted) continue;
        for (const participant of this.#of(word, match, role, taken)) {
          if (participant.actor.known) {
            if (isTaken(participant, taken) || isTaken(participant, found)) continue;
            if (!this.#isKind(participant, kinds, notKinds)) continue;
            if (direct && !this.#isNamedBy(word, participant)) continue;
            if (this.#isHome(participant, group, taken)) continue;
            found.push(participant);
            if (participant.mention === undefined || PLACES.has(group.slot)) this.#placed.add(participant);
          } else if (!nameless && this.#isSomebody(word) && this.#couldBe(participant, kinds))
            nameless = participant;
        }
      }
      if (found.length > 0) return found;
      if (nameless && group.slot === "speaker") break;
    }
    return nameless ? [nameless] : [];
  }

  /** True where every role that must be a known actor, or one of certain kinds, is. */
  admits(match: Match): boolean {
    const { pattern } = match;
    for (const role of ["source", "target"] as const) {
      if (role === "source" && pattern.source[0] === "speaker") continue;
      const picky =
        pattern.kinds[role] || pattern.notKinds[role] || pattern.direct.has(role) || pattern.known.has(role);
      if (!picky) continue;
      if (role === "target" && pattern.mutual && this.#sides(match) > 1) continue;
      const found = this.resolve(match, role, []);
      if (
        found.length === 0 &&
        !pattern.kinds[role] &&
        !pattern.known.has(role) &&
        !this.#namesSomebody(match, role)
      )
        continue;
      if (found.length === 0 || (pattern.known.has(role) && !found.some((p) => p.actor.known))) return false;
    }
    return !pattern.foreign || this.#isForeign(match);
  }

  /** How many known actors the source names: two or more are each other's partners in a mutual act. */
  #sides(match: Match): number {
    return this.resolve(match, "source", []).filter((p) => p.actor.known).length;
  }

  #isForeign(match: Match): boolean {
    const codes = (participants: readonly Participant[]) =>
      participants.flatMap((p) => (p.actor.known ? [p.actor.value.code] : []));
    const own = new Set(codes(this.resolve(match, "source", [])));
    return codes(this.resolve(match, "target", [])).some((code) => !own.has(code));
  }

  /** True where `word` itself stands for the participant: "Iran", "his Iranian counterpart", not "Iran's demands". */
  #isNamedBy(word: Word, participant: Participant): boolean {
    if (participant.mention === undefined || participant.mention === this.mentionAt(word)) return true;
    if (isFirst(word)) return true;
    return COUNTERPARTS.has(word.lemma.toLowerCase());
  }

  #namesSomebody(match: Match, role: "source" | "target"): boolean {
    const groups = role === "source" ? match.sources : match.targets;
    return groups.some((g) => g.words.some((w) => this.named(w).length > 0));
  }

  /** True for a place in the source's own state, which is no side of its own. */
  #isHome(participant: Participant, group: Group, taken: readonly Participant[]): boolean {
    if (!participant.actor.known || (participant.mention !== undefined && !PLACES.has(group.slot)))
      return false;
    const { code } = participant.actor.value;
    return taken.some((t) => t.actor.known && t.actor.value.code === code);
  }

  /** True where a participant is known only by where the act took place ("killed two people in Mali"). */
  isPlaced(participant: Participant): boolean {
    return this.#placed.has(participant);
  }

  /** The speaker of the statement that `word` stands in, as a participant. */
  speaker(statement: Statement): Participant {
    return {
      actor: statement.speaker,
      ...(statement.mention === undefined ? {} : { mention: statement.mention }),
      ...(statement.source ? { span: statement.source } : {}),
    };
  }

  /** True where a source is named by the very words that the act is told of, not through a thing of theirs. */
  actsItself(match: Match, sources: readonly Participant[]): boolean {
    const words = new Set(match.sources.flatMap((g) => g.words.map((w) => this.mentionAt(w))));
    return sources.some((s) => s.actor.known && (s.mention === undefined || words.has(s.mention)));
  }

  /** The actors that a word's phrase names; empty where it names none. */
  named(word: Word): readonly Participant[] {
    return this.#inside(word, "target", [], 0, new Set());
  }

  #of(
    word: Word,
    match: Match,
    role: "source" | "target",
    taken: readonly Participant[],
  ): readonly Participant[] {
    const statement = this.statementAt(word) ?? this.statementAt(match.frame.trigger);
    if (isFirst(word) && statement) {
      return [{ ...this.speaker(statement), span: { start: word.start, end: word.end } }];
    }
    const inside = this.#inside(word, role, taken, 0, new Set());
    if (inside.length > 0) return inside;
    const place = role === "target" ? this.#placeIn(word) : undefined;
    if (place) {
      const actor = { code: place.country! };
      return [
        {
          actor: known<Actor>(actor, "inferred", `${place.name} lies there`, place),
          span: { start: place.start, end: place.end },
        },
      ];
    }
    const own = this.mentionAt(word);
    const span = own === undefined ? phrase(this.analysis, word) : spanOf(this.mentions[own]!);
    const reason = own === undefined ? undefined : this.mentions[own]!.reason;
    return [
      {
        actor: unknown(reason ?? "the words name no actor that the knowledge holds"),
        ...(own === undefined ? {} : { mention: own }),
        span,
      },
    ];
  }

  /** The place that a target is or lies in: "Kharkiv", "a base near Homs". */
  #placeIn(word: Word): Where | undefined {
    const own = this.#countryOf.get(word.index);
    if (own || word.upos === "PROPN") return own;
    for (const child of children(this.analysis, word)) {
      if (!isAfter(this.analysis, child, ["in", "of", "at"])) continue;
      const place = this.#countryOf.get(child.index);
      if (place) return place;
    }
    return undefined;
  }

  /** The actors that a phrase names: by its head, else by whoever holds what it speaks of. */
  #inside(
    word: Word,
    role: "source" | "target",
    taken: readonly Participant[],
    depth: number,
    seen: Set<number>,
  ): readonly Participant[] {
    if (seen.has(word.index)) return [];
    seen.add(word.index);
    const index = this.mentionAt(word);
    if (index !== undefined && this.mentions[index]!.actors.length > 0) {
      const mention = this.mentions[index]!;
      return mention.actors.map((actor) => ({
        actor: known<Actor>(
          actor,
          mention.form === "pronoun" || mention.form === "nominal" ? "inferred" : "stated",
          mention.by,
          spanOf(mention),
        ),
        mention: index,
        span: spanOf(mention),
      }));
    }
    if (index !== undefined && this.mentions[index]!.person !== undefined) return [];
    if (depth >= MAX_DEPTH || word.upos === "PRON") return [];
    const lemma = word.lemma.toLowerCase();
    // "all concerned parties in Geneva" are somebody, though nobody knows who: Geneva is not their name.
    const last =
      role === "target" ? (index === undefined ? [AIMS] : []) : PLACED_PEOPLE.has(lemma) ? [PLACED] : [];
    const person = isPersonNoun(lemma);
    const relational = RELATIONAL.has(lemma);
    for (const holder of relational ? [] : possessors(this.analysis, word)) {
      const found = this.#inside(holder, role, taken, depth + 1, seen);
      if (found.some((p) => !isTaken(p, taken))) return found;
    }
    for (const holds of [...HOLDERS, ...last]) {
      for (const child of children(this.analysis, word)) {
        if (!holds(this.analysis, child)) continue;
        if (
          isModifier(child) &&
          ((person && role === "source" && !PLACED_PEOPLE.has(lemma)) ||
            (relational && !COUNTERPARTS.has(lemma)))
        )
          continue;
        const below = relation(child) === "acl" ? this.#agent(child) : child;
        const named = below ? coordination(this.analysis, below) : [];
        const found = named.flatMap((w) => this.#inside(w, role, taken, depth + 1, seen));
        if (found.some((p) => !isTaken(p, taken))) return found;
      }
    }
    return [];
  }

  #agent(clause: Word): Word | undefined {
    return children(this.analysis, clause).find(
      (c) => c.deprel === "obl:agent" || isAfter(this.analysis, c, ["by", "from"]),
    );
  }

  #isKind(participant: Participant, kinds: RoleKinds["source"], notKinds: RoleKinds["source"]): boolean {
    if (!kinds && !notKinds) return true;
    const own = this.#kindsOf(participant).add("anybody");
    if (kinds && !kinds.some((k) => own.has(k))) return false;
    return !notKinds?.some((k) => own.has(k));
  }

  /** True for words that speak of somebody, known or not ("certain people"), rather than of a thing. */
  #isSomebody(word: Word): boolean {
    if (this.mentionAt(word) !== undefined) return true;
    return (
      word.upos === "NOUN" &&
      (isPersonNoun(word.lemma.toLowerCase()) || RELATIONAL.has(word.lemma.toLowerCase()))
    );
  }

  #couldBe(participant: Participant, kinds: RoleKinds["source"]): boolean {
    return (
      !kinds ||
      kinds.includes("unknown") ||
      kinds.includes("anybody") ||
      (kinds.includes("person") && this.#kindsOf(participant).has("person"))
    );
  }

  #kindsOf(participant: Participant): Set<string> {
    const out = new Set<string>();
    const mention = participant.mention === undefined ? undefined : this.mentions[participant.mention];
    if (mention?.person !== undefined || mention?.form === "title") out.add("person");
    if (!participant.actor.known) return out.add("unknown");
    const actor = participant.actor.value;
    if (actor.person) out.add("person");
    return out.add(actor.sector ?? "state");
  }
}

/** "us", but not "US". */
function isFirst(word: Word): boolean {
  return word.upos !== "PROPN" && word.form !== "US" && FIRST_PERSON.has(word.form.toLowerCase());
}

function isModifier(child: Word): boolean {
  return child.deprel === "compound" || child.deprel === "amod" || child.deprel === "nmod:desc";
}

function isTaken(participant: Participant, taken: readonly Participant[]): boolean {
  if (!participant.actor.known) return false;
  const { code, sector, person, agency } = participant.actor.value;
  return taken.some((t) => {
    if (
      t.mention !== undefined &&
      t.mention === participant.mention &&
      t.actor.known &&
      t.actor.value.code === code
    )
      return true;
    if (!t.actor.known) return false;
    const other = t.actor.value;
    return (
      other.code === code && other.sector === sector && other.person === person && other.agency === agency
    );
  });
}

function length(mention: Mention): number {
  return mention.last - mention.first;
}

function spanOf(mention: Mention): Span {
  return { start: mention.start, end: mention.end };
}

/** A noun phrase without the clauses that hang on it. */
export function phrase(analysis: Analysis, word: Word): Span {
  const spans: Span[] = [word];
  for (const child of children(analysis, word)) {
    const kind = relation(child);
    if (
      ["det", "amod", "compound", "nummod", "flat", "nmod", "case"].includes(kind) &&
      !(kind === "case" && child.index < word.index)
    ) {
      spans.push(...(kind === "nmod" ? subtree(analysis, child) : [child]));
    }
  }
  const { start, end } = cover(spans);
  return { start, end };
}

function wordsIn(analysis: Analysis, span: Span): number[] {
  const out: number[] = [];
  for (
    let w = firstWordAt(analysis, span.start);
    w < analysis.words.length && analysis.words[w]!.end <= span.end;
    w++
  ) {
    out.push(w);
  }
  return out;
}

function firstWordAt(analysis: Analysis, offset: number): number {
  let low = 0;
  let high = analysis.words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (analysis.words[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The role groups that a mutual act splits: the first of several sources meets the others. */
export function isSplit(match: Match, sources: readonly Participant[], target: Group | undefined): boolean {
  return match.pattern.mutual && sources.length > 1 && target?.slot !== "with" && target?.slot !== "object";
}
