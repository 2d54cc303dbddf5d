import { type Stretch, Words } from "./gold-words.js";

/** One attribution as the gold file writes it. */
export interface GoldAttribution {
  readonly source: readonly Stretch[];
  readonly cue: readonly Stretch[];
  readonly content: readonly Stretch[];
  /** The word that names the source; predictions may give it. */
  readonly source_head?: Stretch;
  /** What found a prediction, for people who read the file; never scored. */
  readonly by?: string;
  /** Whether the rules, the language model or both told a prediction; never scored. */
  readonly decided?: "rules" | "learned" | "both";
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/** Precision, recall and their harmonic mean, 0 to 1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface SpeakerScore {
  readonly segments: number;
  readonly right: number;
  readonly rightWord: number;
  readonly found: number;
}

export interface QuotationScores {
  readonly articles: number;
  readonly gold: number;
  readonly predicted: number;
  /** Direct and mixed attributions: the same set of content words. */
  readonly contentDirectExact: Score;
  /** Quoted segments whose speaker is right, over all and by the gold source's kind, length and form. */
  readonly speaker: ReadonlyMap<string, SpeakerScore>;
  readonly words: Readonly<Record<Role, Score>>;
  readonly linked: Readonly<Record<Role | "all", Score>>;
  /** Aligned pairs whose contents share half of their words. */
  readonly detected: Score;
  /** The same, with the head of the predicted source inside the gold source. */
  readonly relation: Score;
  /** The same, with cues that overlap. */
  readonly relationCue: Score;
  readonly relationRecall: Readonly<Record<Form, number>>;
}

export type Role = "content" | "cue" | "source";
type Form = "direct" | "mixed" | "indirect";
const ROLES: readonly Role[] = ["content", "cue", "source"];

const PRONOUNS = new Set(
  (
    "he she they it i we you who him her them his their its our my us me himself herself themselves " +
    "this that those these which whom whose one"
  ).split(" "),
);
const ENDS_HEAD = new Set(
  "who of in at from for with on that which whose to by and as during about".split(" "),
);
const ARTICLES = new Set(["the", "a", "an"]);
const NO_WORDS: ReadonlySet<number> = new Set();

type WordSet = ReadonlySet<number>;

/**
 * Scores predicted attributions against gold ones, with the figures of the reference scorer for PolNeAR
 * (`SCORING.md` beside the data): words are the unit, marks never count, predictions and gold are aligned greedily
 * by shared content. Articles without a prediction count as empty.
 */
export function scoreQuotations(
  gold: readonly GoldArticle[],
  predicted: ReadonlyMap<string, readonly GoldAttribution[]>,
): QuotationScores {
  const tally = new Tally();
  for (const article of gold) scoreArticle(article, predicted.get(article.id) ?? [], tally);
  const linked = (role: Role) =>
    score(
      tally.get(`linked ${role}`),
      tally.get(`linked ${role} predicted`),
      tally.get(`linked ${role} gold`),
    );
  const sum = (name: string) => ROLES.reduce((total, role) => total + tally.get(`linked ${role}${name}`), 0);
  const words = (role: Role) =>
    score(tally.get(`words ${role}`), tally.get(`words ${role} predicted`), tally.get(`words ${role} gold`));
  const pairs = (name: string) => score(tally.get(name), tally.get("predicted"), tally.get("gold"));
  const recall = (form: Form) => tally.get(`relation ${form}`) / Math.max(1, tally.get(`gold ${form}`));
  return {
    articles: gold.length,
    gold: tally.get("gold"),
    predicted: tally.get("predicted"),
    contentDirectExact: score(tally.get("exact"), tally.get("exact predicted"), tally.get("exact gold")),
    speaker: tally.speakers,
    words: { content: words("content"), cue: words("cue"), source: words("source") },
    linked: {
      content: linked("content"),
      cue: linked("cue"),
      source: linked("source"),
      all: score(sum(""), sum(" predicted"), sum(" gold")),
    },
    detected: pairs("detected"),
    relation: pairs("relation"),
    relationCue: pairs("relation cue"),
    relationRecall: { direct: recall("direct"), mixed: recall("mixed"), indirect: recall("indirect") },
  };
}

class Tally {
  private readonly counts = new Map<string, number>();
  readonly speakers = new Map<
    string,
    { segments: number; right: number; rightWord: number; found: number }
  >();

  get(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  add(name: string, count: number): void {
    this.counts.set(name, this.get(name) + count);
  }

  speaker(group: string, found: boolean, right: boolean, rightWord: boolean): void {
    const row = this.speakers.get(group) ?? { segments: 0, right: 0, rightWord: 0, found: 0 };
    row.segments++;
    row.found += Number(found);
    row.right += Number(right);
    row.rightWord += Number(rightWord);
    this.speakers.set(group, row);
  }
}

function score(hits: number, predicted: number, gold: number): Score {
  const precision = predicted ? hits / predicted : 0;
  const recall = gold ? hits / gold : 0;
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}

interface Attribution {
  readonly content: WordSet;
  readonly cue: WordSet;
  readonly source: WordSet;
  readonly head: WordSet;
  readonly form: Form;
}

function attribution(words: Words, a: GoldAttribution): Attribution {
  const content = words.covered(a.content);
  let quoted = 0;
  for (const i of content) if (words.quoted[i]! >= 0) quoted++;
  return {
    content,
    cue: words.covered(a.cue),
    source: words.covered(a.source),
    head: a.source_head ? words.covered([a.source_head]) : headOf(words, a.source),
    form: quoted === 0 ? "indirect" : quoted === content.size ? "direct" : "mixed",
  };
}

/** The last word of the first source stretch, before the first comma, bracket or dash and the first of "who", "of", ... */
function headOf(words: Words, source: readonly Stretch[]): WordSet {
  if (source.length === 0) return NO_WORDS;
  const [start, end] = [...source].sort((a, b) => a[0] - b[0] || a[1] - b[1])[0]!;
  const cut = words.characters.slice(start, end).findIndex((c) => ",;(—–".includes(c));
  let indices = [...words.covered([[start, cut > 0 ? start + cut : end]])];
  if (indices.length === 0) indices = [...words.covered([[start, end]])];
  if (indices.length === 0) return NO_WORDS;
  const stop = indices.findIndex((i, n) => n > 0 && ENDS_HEAD.has(words.word(i).toLowerCase()));
  return new Set([stop > 0 ? indices[stop - 1]! : indices.at(-1)!]);
}

function sourceKind(words: Words, a: Attribution): "none" | "pronoun" | "name" | "nominal" {
  const forms = [...a.source].map((i) => words.word(i));
  if (forms.length === 0) return "none";
  if (forms.length === 1 && PRONOUNS.has(forms[0]!.toLowerCase())) return "pronoun";
  const named = forms.some(
    (w) => isUpper(w) && !PRONOUNS.has(w.toLowerCase()) && !ARTICLES.has(w.toLowerCase()),
  );
  return named ? "name" : "nominal";
}

function isUpper(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function shared(a: WordSet, b: WordSet): number {
  let count = 0;
  for (const i of a) if (b.has(i)) count++;
  return count;
}

function same(a: WordSet, b: WordSet): boolean {
  return a.size === b.size && shared(a, b) === a.size;
}

function dice(a: WordSet, b: WordSet): number {
  return a.size + b.size > 0 ? (2 * shared(a, b)) / (a.size + b.size) : 0;
}

function union(sets: readonly WordSet[]): WordSet {
  const out = new Set<number>();
  for (const set of sets) for (const i of set) out.add(i);
  return out;
}

function scoreArticle(article: GoldArticle, predictions: readonly GoldAttribution[], tally: Tally): void {
  const words = new Words(article.text);
  const gold = article.attributions.map((a) => attribution(words, a)).filter((a) => a.content.size > 0);
  const predicted = predictions.map((a) => attribution(words, a)).filter((a) => a.content.size > 0);
  tally.add("gold", gold.length);
  tally.add("predicted", predicted.length);
  for (const g of gold) tally.add(`gold ${g.form}`, 1);
  scoreDirect(words, gold, predicted, tally);
  for (const role of ROLES) {
    const inGold = union(gold.map((a) => a[role]));
    const inPredicted = union(predicted.map((a) => a[role]));
    tally.add(`words ${role}`, shared(inGold, inPredicted));
    tally.add(`words ${role} gold`, inGold.size);
    tally.add(`words ${role} predicted`, inPredicted.size);
    for (const g of gold) tally.add(`linked ${role} gold`, g[role].size);
    for (const p of predicted) tally.add(`linked ${role} predicted`, p[role].size);
  }
  for (const [g, p] of align(gold, predicted)) {
    for (const role of ROLES) tally.add(`linked ${role}`, shared(g[role], p[role]));
    const right = shared(p.head, g.source) > 0 || (p.source.size === 0 && g.source.size === 0);
    if (dice(g.content, p.content) < 0.5) continue;
    tally.add("detected", 1);
    if (!right) continue;
    tally.add("relation", 1);
    tally.add(`relation ${g.form}`, 1);
    if (shared(g.cue, p.cue) > 0) tally.add("relation cue", 1);
  }
}

function scoreDirect(
  words: Words,
  gold: readonly Attribution[],
  predicted: readonly Attribution[],
  tally: Tally,
): void {
  const quotedGold = gold.filter((a) => a.form !== "indirect");
  const quotedPredicted = predicted.filter((a) => a.form !== "indirect");
  const left = [...quotedPredicted];
  for (const g of quotedGold) {
    const match = left.findIndex((p) => same(p.content, g.content));
    if (match < 0) continue;
    left.splice(match, 1);
    tally.add("exact", 1);
  }
  tally.add("exact gold", quotedGold.length);
  tally.add("exact predicted", quotedPredicted.length);
  for (const g of quotedGold) {
    const kind = sourceKind(words, g);
    if (kind === "none") continue;
    const segments = new Map<number, Set<number>>();
    for (const i of g.content) {
      const region = words.quoted[i]!;
      if (region >= 0) segments.set(region, (segments.get(region) ?? new Set()).add(i));
    }
    for (const segment of segments.values()) {
      let best: Attribution | undefined;
      for (const p of predicted) {
        const overlap = shared(p.content, segment);
        if (overlap * 2 < segment.size) continue;
        const bestOverlap = best ? shared(best.content, segment) : -1;
        const closer = overlap === bestOverlap && dice(p.content, g.content) > dice(best!.content, g.content);
        if (overlap > bestOverlap || closer) best = p;
      }
      const right = best !== undefined && shared(best.head, g.source) > 0;
      const goldWords = new Set(
        [...g.source].map((i) => words.word(i).toLowerCase()).filter((w) => !PRONOUNS.has(w)),
      );
      const rightWord =
        right || [...(best?.head ?? [])].some((i) => goldWords.has(words.word(i).toLowerCase()));
      for (const group of ["all", kind, segment.size >= 4 ? "long" : "short", g.form]) {
        tally.speaker(group, best !== undefined, right, rightWord);
      }
    }
  }
}

/** Pairs gold and predicted attributions greedily by content Dice, then shared cue words, then shared source words. */
function align(
  gold: readonly Attribution[],
  predicted: readonly Attribution[],
): [Attribution, Attribution][] {
  const candidates: [number, number, number, number, number][] = [];
  gold.forEach((g, i) => {
    predicted.forEach((p, j) => {
      if (shared(g.content, p.content) === 0) return;
      candidates.push([dice(g.content, p.content), shared(g.cue, p.cue), shared(g.source, p.source), -i, -j]);
    });
  });
  candidates.sort((a, b) => {
    for (let k = 0; k < 5; k++) if (a[k] !== b[k]) return b[k]! - a[k]!;
    return 0;
  });
  const usedGold = new Set<number>();
  const usedPredicted = new Set<number>();
  const out: [Attribution, Attribution][] = [];
  for (const [, , , i, j] of candidates) {
    if (usedGold.has(-i) || usedPredicted.has(-j)) continue;
    usedGold.add(-i);
    usedPredicted.add(-j);
    out.push([gold[-i]!, predicted[-j]!]);
  }
  return out;
}
