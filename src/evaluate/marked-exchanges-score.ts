import { asksItself, isPutToSomebody, type Turn } from "../ledger/exchanges/turn.js";
import { exchangesWithin, type WithinLink } from "../ledger/exchanges/within.js";
import { sentenceAt } from "../ledger/sentence-at.js";
import type { Reading } from "../reading/reading.js";
import { overlaps, type Span } from "../record/span.js";
import type { MarkedExchange } from "./exchange-mark-gold.js";

/** A marked exchange in the report's own offsets. */
export interface GoldPair extends Pick<MarkedExchange, "kind" | "answerIs" | "joined"> {
  readonly opening: Span;
  readonly answer?: Span;
}

/** What one report's exchanges have in common with its marks. */
export interface ScoredPairs {
  /** Marked answers, each with the link that was found for it. */
  readonly asked: readonly { readonly gold: GoldPair; readonly found?: WithinLink }[];
  /** Links, each with the marks that it is right by. */
  readonly found: readonly { readonly link: WithinLink; readonly right: boolean; readonly kind: boolean }[];
  /** Marked openings that were found, openings that were found, and those of them that are marked. */
  readonly openings: {
    readonly marked: number;
    readonly hit: number;
    readonly found: number;
    readonly right: number;
  };
}

/** Kinds that are one in the marks. */
const SAME: Readonly<Record<string, string>> = {
  threat: "counter-threat",
  "conditional refusal": "refusal",
};

/** Compares the exchanges inside a report with its marks; `ranges`: what was read for them. */
export function scorePairs(
  reading: Reading,
  golds: readonly GoldPair[],
  ranges: readonly Span[],
): ScoredPairs {
  const { turns, links } = exchangesWithin(reading);
  const sides = new Sides(reading, turns, links);
  const inside = (id: string) => sides.words(id).some((w) => ranges.some((r) => overlaps(w, r)));
  const asked = golds.filter(({ answer }) => answer);
  const shown = links.filter(
    ({ opening, answer }) => inside(opening) && inside(answer) && !isOnlyJoined(sides.turn(opening)),
  );
  const answered = new Set(shown.map((link) => link.opening));
  const opening = turns.filter(
    (turn) => inside(turn.id) && (answered.has(turn.id) || (asksItself(turn) && isPutToSomebody(turn))),
  );
  const starts = [...new Map(golds.map((gold) => [gold.opening.start, gold])).values()];
  return {
    asked: asked.map((gold) => {
      const found = shown.find((link) => sides.same(gold, link));
      return { gold, ...(found && { found }) };
    }),
    found: shown.map((link) => {
      const right = asked.filter((gold) => sides.same(gold, link));
      const kind = SAME[link.answerIs] ?? link.answerIs;
      return { link, right: right.length > 0, kind: right.some(({ answerIs }) => answerIs === kind) };
    }),
    openings: {
      marked: starts.length,
      hit: starts.filter((gold) => opening.some(({ id }) => sides.at(gold.opening, id))).length,
      found: opening.length,
      right: opening.filter(({ id }) => golds.some((gold) => sides.at(gold.opening, id))).length,
    },
  };
}

/** True for acts and remarks, which the marks leave out. */
function isOnlyJoined(turn: Turn | undefined): boolean {
  return turn?.opens === "act" || turn?.opens === "remark";
}

/** The words of what was found, by identifier. */
class Sides {
  readonly #words = new Map<string, readonly Span[]>();
  readonly #turns: ReadonlyMap<string, Turn>;

  constructor(
    private readonly reading: Reading,
    turns: readonly Turn[],
    links: readonly WithinLink[],
  ) {
    this.#turns = new Map(turns.map((turn) => [turn.id, turn]));
    const { events, statements, exchanges } = reading;
    const cues = new Map(statements.map(({ id, cue }) => [id, cue]));
    for (const { id, cue, content } of statements) this.#words.set(id, [...(cue ? [cue] : []), ...content]);
    for (const { id, trigger, claimedBy } of events) {
      const cue = claimedBy === undefined ? undefined : cues.get(claimedBy);
      this.#words.set(id, [trigger, ...(cue ? [cue] : [])]);
    }
    for (const { id, joinedBy } of exchanges) this.#words.set(id, joinedBy ? [joinedBy] : []);
    // What joins the two tells the answer, too ("rejected allegations").
    for (const { answer, exchange } of links)
      if (exchange) this.#words.set(answer, [...this.words(answer), ...this.words(exchange)]);
  }

  turn(id: string): Turn | undefined {
    return this.#turns.get(id);
  }

  words(id: string): readonly Span[] {
    return this.#words.get(id) ?? [];
  }

  at(mark: Span, id: string): boolean {
    return this.words(id).some((span) => overlaps(span, mark));
  }

  /** By their words; where the two stand in two sentences, these will do: they are what a reader is shown. */
  same({ opening, answer }: GoldPair, link: WithinLink): boolean {
    if (!answer) return false;
    const [from, to] = [this.#sentence(opening), this.#sentence(answer)];
    const at = (mark: Span, sentence: number, id: string) =>
      this.at(mark, id) || (from !== to && this.turn(id)?.sentence === sentence);
    return at(opening, from, link.opening) && at(answer, to, link.answer);
  }

  #sentence(span: Span): number {
    return sentenceAt(this.reading.analysis, span)?.index ?? -1;
  }
}

/** The figures of many reports: in per cent, and how many there are. */
export function pairFigures(scores: readonly ScoredPairs[]): Record<string, number> {
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  const asked = scores.flatMap((score) => score.asked);
  const found = scores.flatMap((score) => score.found);
  const right = found.filter((row) => row.right);
  const sum = (name: keyof ScoredPairs["openings"]) =>
    scores.reduce((total, { openings }) => total + openings[name], 0);
  return {
    precision: share(right.length, found.length),
    recall: share(asked.filter((row) => row.found).length, asked.length),
    kinds: share(right.filter(({ kind }) => kind).length, right.length),
    openings_precision: share(sum("right"), sum("found")),
    openings_recall: share(sum("hit"), sum("marked")),
    answers: asked.length,
    answers_found: found.length,
    openings: sum("marked"),
  };
}
