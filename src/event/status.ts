import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation, subtree } from "../language/tree.js";
import { cover, type Span } from "../record/span.js";
import { askingNoun, caseOf, isInfinitive } from "./clause.js";
import { wordsSchema } from "./codebook-schema.js";
import { STATUSES, type Status } from "./event.js";
import { CODEBOOK } from "./words.js";

const listed = z.partialRecord(z.enum(STATUSES), wordsSchema);
const statusSchema = z.strictObject({
  modals: listed,
  "governors-of-clauses": listed,
  "governors-of-nouns": listed,
  adverbs: listed,
  adjectives: listed,
  conjunctions: listed,
  negations: wordsSchema,
  "conditions-of-refusal": wordsSchema,
  "adverbial-conjunctions": wordsSchema,
  "refusal-modals": wordsSchema,
  "refusal-governors": wordsSchema,
  "transparent-governors": wordsSchema,
});

type Table = ReadonlyMap<string, ReadonlySet<Status>>;

function table(source: z.infer<typeof listed>): Table {
  const out = new Map<string, Set<Status>>();
  for (const status of STATUSES) {
    for (const word of source[status] ?? []) out.set(word, (out.get(word) ?? new Set()).add(status));
  }
  return out;
}

/** The one status of a word; of two, "demanded" where the governor makes somebody else act ("wants China to press"). */
function pick(statuses: ReadonlySet<Status> | undefined, othersAct: boolean): Status | undefined {
  if (!statuses) return undefined;
  if (statuses.has("demanded") && statuses.size > 1) {
    return othersAct ? "demanded" : [...statuses].find((s) => s !== "demanded");
  }
  return statuses.values().next().value;
}

const source = statusSchema.parse(parse(readFileSync(`${CODEBOOK}status.yaml`, "utf8")));
const MODALS = table(source.modals);
const OVER_CLAUSES = table(source["governors-of-clauses"]);
const OVER_NOUNS = table(source["governors-of-nouns"]);
const ADVERBS = table(source.adverbs);
const ADJECTIVES = table(source.adjectives);
const CONJUNCTIONS = table(source.conjunctions);
const NEGATIONS = new Set(source.negations);
const CONDITIONS_OF_REFUSAL = new Set(source["conditions-of-refusal"]);
const REFUSAL_MODALS = new Set(source["refusal-modals"]);
const REFUSAL_GOVERNORS = new Set(source["refusal-governors"]);
const ADVERBIAL = new Set(source["adverbial-conjunctions"]);
const TRANSPARENT = new Set(source["transparent-governors"]);

/** Where several apply, the first of these counts: "will not abandon unless" is conditional, not denied. */
const ORDER: readonly Status[] = [
  "conditional",
  "denied",
  "demanded",
  "possible",
  "planned",
  "habitual",
  "background",
];
const MAX_CLIMB = 12;

export interface StatusReading {
  readonly status: Status;
  /** The words that say so, as sentences for `explain`. */
  readonly steps: readonly string[];
  /** The clause that states a condition. */
  readonly condition: Span | undefined;
  /** True where the act is told as the purpose of another ("sent police to disperse"). */
  readonly purpose: boolean;
}

/** The word that negates `word` ("not", "never", "no"), leaving out "not only" and "not just". */
export function negation(analysis: Analysis, word: Word): Word | undefined {
  for (const child of children(analysis, word)) {
    if (!NEGATIONS.has(child.lemma.toLowerCase()) && !NEGATIONS.has(child.form.toLowerCase())) continue;
    if (relation(child) !== "advmod" && relation(child) !== "det" && child.deprel !== "cc:preconj") continue;
    const next = analysis.words[child.index + 1]?.lemma;
    if (next !== "only" && next !== "just" && next !== "merely") return child;
  }
  return undefined;
}

/**
 * The words by which an act is refused rather than reported as not done: "will not", "cannot", "is not ready to",
 * "has no intention of". Undefined where nothing is refused.
 */
export function refusal(analysis: Analysis, word: Word): Word | undefined {
  let at: Word = word;
  for (let i = 0; i < MAX_CLIMB; i++) {
    const not = negation(analysis, at);
    if (not) {
      const modal = children(analysis, at).find(
        (c) => relation(c) === "aux" && REFUSAL_MODALS.has(c.lemma.toLowerCase()),
      );
      if (modal || (at !== word && REFUSAL_GOVERNORS.has(at.lemma))) return not;
    }
    const head = governor(analysis, at);
    if (!head) return undefined;
    const linked =
      at.deprel === "xcomp" ||
      (at.deprel === "acl" && REFUSAL_GOVERNORS.has(head.lemma)) ||
      at.deprel === "conj" ||
      (at.deprel === "advcl" && REFUSAL_GOVERNORS.has(head.lemma));
    if (!linked) return undefined;
    if (
      at.deprel === "conj" &&
      children(analysis, at).some((c) => relation(c) === "nsubj" || c.deprel === "aux")
    )
      return undefined;
    at = head;
  }
  return undefined;
}

/** The auxiliary by which an act is announced ("will retaliate"); undefined where there is none or it is negated. */
export function promise(analysis: Analysis, word: Word): Word | undefined {
  if (negation(analysis, word)) return undefined;
  const own = children(analysis, word).find(
    (c) => relation(c) === "aux" && MODALS.get(c.lemma.toLowerCase())?.has("planned"),
  );
  if (own) return own;
  const head = governor(analysis, word);
  return head && word.deprel === "conj" ? promise(analysis, head) : undefined;
}

/** True for auxiliaries that ask for the act: "must", "should", "ought". */
export function isDemanding(auxiliary: string): boolean {
  return MODALS.get(auxiliary)?.has("demanded") ?? false;
}

interface Found {
  readonly status: Status;
  readonly why: string;
  readonly purpose?: true;
}

function localSigns(analysis: Analysis, word: Word, out: Found[]): Span | undefined {
  let condition: Span | undefined;
  const not = negation(analysis, word);
  if (not) out.push({ status: "denied", why: `"${not.form}" negates "${word.form}"` });
  for (const child of children(analysis, word)) {
    const lemma = child.lemma.toLowerCase();
    const kind = relation(child);
    if (kind === "aux") {
      const status = pick(MODALS.get(lemma), false);
      if (status) out.push({ status, why: `the modal "${child.form}"` });
    } else if (kind === "advmod" || child.deprel === "obl:unmarked" || child.deprel === "nmod:unmarked") {
      const status = pick(ADVERBS.get(lemma) ?? ADVERBS.get(periodOf(analysis, child)), false);
      if (status) out.push({ status, why: `"${child.form}"` });
    } else if ((kind === "amod" || kind === "compound") && word.upos === "NOUN") {
      const status = pick(ADJECTIVES.get(lemma), false);
      if (status) out.push({ status, why: `"${child.form} ${word.form}"` });
    } else if (kind === "advcl" || kind === "obl") {
      const mark = caseOf(analysis, child);
      if (mark && (CONJUNCTIONS.get(mark)?.has("conditional") || (not && CONDITIONS_OF_REFUSAL.has(mark)))) {
        condition = cover(subtree(analysis, child));
        out.push({ status: "conditional", why: `the condition "${mark}"` });
      }
    }
  }
  return condition;
}

/** "every" of "every year": a repeated time makes an act habitual. */
function periodOf(analysis: Analysis, word: Word): string {
  return (
    children(analysis, word)
      .find((c) => c.deprel === "det")
      ?.lemma.toLowerCase() ?? ""
  );
}

/** How the step from `word` up to `head` bears on the act; "stop" where what stands above says nothing about it. */
function step(analysis: Analysis, word: Word, head: Word, out: Found[]): "go" | "stop" | "skip-local" {
  const kind = relation(word);
  const lemma = head.lemma.toLowerCase();
  const particle = children(analysis, head).find((c) => c.deprel === "compound:prt")?.lemma;
  const prepositionOfWord = caseOf(analysis, word);
  const key = particle ? `${lemma} ${particle}` : prepositionOfWord ? `${lemma} ${prepositionOfWord}` : lemma;
  const note = (status: Status) => out.push({ status, why: `it depends on "${head.form}"` });
  if (kind === "advcl" || kind === "obl") {
    const status = prepositionOfWord ? pick(CONJUNCTIONS.get(prepositionOfWord), false) : undefined;
    if (status) {
      out.push({ status, why: `"${prepositionOfWord}"` });
      return "stop";
    }
  }
  const asking = askingNoun(analysis, word);
  if (asking) {
    out.push({ status: "demanded", why: `it depends on "${asking.form}"` });
    return "stop";
  }
  // "when it launched missiles" is no complement of what stands above it; "from launching missiles" is.
  if (kind === "advcl" && prepositionOfWord && ADVERBIAL.has(prepositionOfWord)) return "stop";
  if (["xcomp", "ccomp", "acl", "advcl", "csubj"].includes(kind) && word.deprel !== "acl:relcl") {
    const othersAct =
      word.deprel === "ccomp" ||
      children(analysis, head).some(
        (c) => c.deprel === "obj" || c.deprel === "iobj" || c.deprel === "nsubj:pass",
      );
    const status = pick(OVER_CLAUSES.get(key) ?? OVER_CLAUSES.get(lemma), othersAct);
    if (status) {
      note(status);
      return "go";
    }
    if (word.deprel === "advcl" && head.upos === "VERB" && isInfinitive(analysis, word)) {
      out.push({ status: "planned", why: `a purpose ("to ${word.form}")`, purpose: true });
      return "go";
    }
    if (word.deprel === "xcomp" || TRANSPARENT.has(lemma)) return "go";
    return "stop";
  }
  if (kind === "conj") {
    const own = children(analysis, word).some((c) => relation(c) === "nsubj");
    return own ? "skip-local" : "go";
  }
  if (["obj", "nsubj", "obl", "nmod", "compound"].includes(kind)) {
    const passive = word.deprel === "nsubj:pass";
    if (kind === "nsubj" && !passive) return "stop";
    const status = pick(OVER_NOUNS.get(key) ?? OVER_NOUNS.get(lemma), false);
    if (status) {
      note(status);
      return "go";
    }
    return TRANSPARENT.has(lemma) ? "go" : "stop";
  }
  return "stop";
}

/**
 * The status of the act whose tense and negation `anchor` carries, from the tree and `codebook/status.yaml`.
 * `ignore` names statuses that the pattern itself is made of (a refusal's negation, a demand's "must"): they do not count.
 */
export function statusOf(
  analysis: Analysis,
  anchor: Word,
  trigger: Word,
  ignore: ReadonlySet<Status> = new Set(),
): StatusReading {
  const found: Found[] = [];
  let condition: Span | undefined;
  if (trigger !== anchor) condition = localSigns(analysis, trigger, found);
  condition = localSigns(analysis, anchor, found) ?? condition;
  let kept = found;
  let at = anchor;
  for (let i = 0; i < MAX_CLIMB; i++) {
    const head = governor(analysis, at);
    if (!head) break;
    const before = kept.length;
    const go = step(analysis, at, head, kept);
    if (go === "stop") {
      if (kept.length > before && kept.at(-1)!.status === "conditional")
        condition ??= cover(subtree(analysis, at));
      break;
    }
    if (go === "go") {
      const above: Found[] = [];
      const stated = localSigns(analysis, head, above);
      if (at.deprel === "conj") kept.push(...above);
      else for (const sign of above) combine(kept, sign);
      condition ??= stated;
    }
    at = head;
  }
  kept = kept.filter((f) => !ignore.has(f.status));
  const last = analysis.words[(analysis.sentences[anchor.sentence]?.last ?? 0) - 1];
  if (last?.form === "?" && kept.length === 0) kept.push({ status: "possible", why: "the sentence asks" });
  for (const status of ORDER) {
    const signs = kept.filter((f) => f.status === status);
    if (signs.length > 0)
      return {
        status,
        steps: signs.map((f) => `${status}: ${f.why}`),
        condition,
        purpose: signs.every((f) => f.purpose),
      };
  }
  return { status: "asserted", steps: [], condition: undefined, purpose: false };
}

/** A sign at a governor: a denial of a denial leaves the act possible; what a demand or plan may do is no news of the act. */
function combine(found: Found[], sign: Found): void {
  const denied = found.findIndex((f) => f.status === "denied");
  if (sign.status === "denied" && denied >= 0) {
    found[denied] = { status: "possible", why: `${found[denied]!.why}; ${sign.why}` };
  } else found.push(sign);
}
