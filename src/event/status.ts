import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation, subtree } from "../language/tree.js";
import { cover, type Span } from "../record/span.js";
import { caseOf, isInfinitive, MAX_CLIMB } from "./clause.js";
import type { Status } from "./event.js";
import { negation } from "./negation.js";
import {
  asksWhy,
  conjunctionOf,
  isAdverbial,
  isConditional,
  isIndicative,
  isInverted,
  isOpening,
  isSameForm,
  isSingledOut,
  periodOf,
  takesPlace,
} from "./status-clauses.js";
import { combine, type Found } from "./status-signs.js";
import {
  ABILITIES,
  ADJECTIVES,
  ADVERBS,
  CONDITIONS_OF_REFUSAL,
  CONJUNCTIONS,
  MODALS,
  OVER_CLAUSES,
  OVER_NOUNS,
  pick,
  TRANSPARENT,
} from "./status-words.js";
import { askingNoun } from "./subjects.js";

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

const QUESTIONS: ReadonlySet<string> = new Set(["whether", "if"]);
const DATING: ReadonlySet<string> = new Set(["during", "after", "amid", "following", "since"]);
/** Statuses that an adjective gives to an act, and that its date undoes. */
const TIMED: ReadonlySet<Status> = new Set(["planned", "habitual"]);
const PARTICIPLES: ReadonlySet<string> = new Set(["VBN", "VBG"]);
const DONE: ReadonlySet<string> = new Set(["VBD", "VBG", "VBN"]);

export interface StatusReading {
  readonly status: Status;
  /** The words that say so, as sentences for `explain`. */
  readonly steps: readonly string[];
  /** The clause that states a condition. */
  readonly condition: Span | undefined;
  /** True where only somebody's ability is told ("missiles able to strike"). */
  readonly ability: boolean;
  /** True where the act is told as the purpose of another ("sent police to disperse"). */
  readonly purpose: boolean;
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
  let found: Found[] = [];
  let condition: Span | undefined;
  if (trigger !== anchor) condition = localSigns(analysis, trigger, found);
  // "held its annual drill": this year's was held.
  if (DONE.has(anchor.xpos)) found = found.filter((f) => f.status !== "habitual");
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
      // "neither confirmed nor denied" negates each once.
      if (at.deprel === "conj")
        kept.push(
          ...above.filter((s) => isSameForm(at, head) && !(s.status === "denied" && negation(analysis, at))),
        );
      else for (const sign of above) combine(kept, sign);
      condition ??= stated;
    }
    at = head;
  }
  kept = kept.filter((f) => !ignore.has(f.status));
  const last = analysis.words[(analysis.sentences[anchor.sentence]?.last ?? 0) - 1];
  if (last?.form === "?" && !asksWhy(analysis, anchor) && kept.every((f) => f.status === "planned"))
    kept = [{ status: "possible", why: "the sentence asks" }];
  for (const status of ORDER) {
    const signs = kept.filter((f) => f.status === status);
    if (signs.length > 0)
      return {
        status,
        steps: signs.map((f) => `${status}: ${f.why}`),
        condition,
        ability: status === "possible" && signs.every((f) => f.ability),
        purpose: signs.every((f) => f.purpose),
      };
  }
  return { status: "asserted", steps: [], condition: undefined, ability: false, purpose: false };
}

/** Relations of a clause that stands for itself. */
const TOLD: ReadonlySet<string> = new Set(["root", "ccomp", "parataxis"]);

/** "Hussein was to meet Erbakan", "Kurd rebels to free soldiers": an infinitive with its own subject, told for itself. */
function isToCome(analysis: Analysis, word: Word): boolean {
  return (
    TOLD.has(relation(word)) &&
    isInfinitive(analysis, word) &&
    children(analysis, word).some((c) => relation(c) === "nsubj")
  );
}

function localSigns(analysis: Analysis, word: Word, out: Found[]): Span | undefined {
  let condition: Span | undefined;
  const not = negation(analysis, word);
  if (not) out.push({ status: "denied", why: `"${not.form}" negates "${word.form}"` });
  if (isToCome(analysis, word)) out.push({ status: "planned", why: `"to ${word.form}" is still to come` });
  for (const child of children(analysis, word)) {
    const lemma = child.lemma.toLowerCase();
    const kind = relation(child);
    if (kind === "aux") {
      const status = pick(MODALS.get(lemma), false);
      if (status) out.push({ status, why: `the modal "${child.form}"`, ability: ABILITIES.has(lemma) });
    } else if (kind === "advmod" || child.deprel === "obl:unmarked" || child.deprel === "nmod:unmarked") {
      const perfect = children(analysis, word).some((c) => c.form.toLowerCase() === "had");
      const form = `${perfect ? "had " : ""}${child.form.toLowerCase()}`;
      const status = pick(
        ADVERBS.get(lemma) ?? ADVERBS.get(form) ?? ADVERBS.get(periodOf(analysis, child)),
        false,
      );
      if (status) out.push({ status, why: `"${child.form}"` });
      const clause = children(analysis, child).find((c) => relation(c) === "advcl");
      if (clause && isConditional(`as ${lemma} ${caseOf(analysis, clause)}`)) {
        condition = cover(subtree(analysis, clause));
        out.push({ status: "conditional", why: `the condition "as ${lemma} as"` });
      }
    } else if ((kind === "amod" || kind === "compound" || kind === "det") && word.upos === "NOUN") {
      const status = pick(ADJECTIVES.get(lemma) ?? ADJECTIVES.get(child.form.toLowerCase()), false);
      // "fired it during a scheduled drill": what another act is dated by took place.
      if (status && !(TIMED.has(status) && DATING.has(caseOf(analysis, word) ?? "")))
        out.push({ status, why: `"${child.form} ${word.form}"` });
    } else if (kind === "advcl" || kind === "obl") {
      const mark = conjunctionOf(analysis, child);
      if (mark && (isConditional(mark) || (not && CONDITIONS_OF_REFUSAL.has(mark)))) {
        condition = cover(subtree(analysis, child));
        out.push({ status: "conditional", why: `the condition "${mark}"` });
      } else if (kind === "advcl" && isInverted(analysis, child)) {
        condition = cover(subtree(analysis, child));
        out.push({ status: "conditional", why: "the condition that opens with its auxiliary" });
      }
    }
  }
  return condition;
}

/** How the step from `word` up to `head` bears on the act; "stop" where what stands above says nothing about it. */
function step(analysis: Analysis, word: Word, head: Word, out: Found[]): "go" | "stop" | "skip-local" {
  const kind = relation(word);
  const lemma = head.lemma.toLowerCase();
  const particle = children(analysis, head).find((c) => c.deprel === "compound:prt")?.lemma;
  const prepositionOfWord = caseOf(analysis, word);
  const key = particle ? `${lemma} ${particle}` : prepositionOfWord ? `${lemma} ${prepositionOfWord}` : lemma;
  const note = (status: Status) =>
    out.push({ status, why: `it depends on "${head.form}"`, ability: ABILITIES.has(lemma) });
  if (kind === "advcl" || kind === "obl") {
    const conjunction = conjunctionOf(analysis, word);
    const status = conjunction ? pick(CONJUNCTIONS.get(conjunction), false) : undefined;
    if (status) {
      out.push({ status, why: `"${conjunction}"` });
      return "stop";
    }
  }
  const asking = askingNoun(analysis, word);
  if (asking) {
    out.push({ status: "demanded", why: `it depends on "${asking.form}"` });
    return "stop";
  }
  if (kind === "advcl" && isInverted(analysis, word)) {
    out.push({ status: "conditional", why: "the condition that opens with its auxiliary" });
    return "stop";
  }
  // "when it launched missiles", "speaking in Rome" is no complement of what stands above it; "from launching" is.
  if (kind === "advcl" && (isAdverbial(analysis, word) || isOpening(analysis, word))) return "stop";
  if (kind === "ccomp" && QUESTIONS.has(prepositionOfWord ?? "")) {
    out.push({ status: "possible", why: `"${prepositionOfWord}"` });
    return "stop";
  }
  if (["xcomp", "ccomp", "acl", "advcl", "csubj"].includes(kind) && word.deprel !== "acl:relcl") {
    const othersAct =
      word.deprel === "ccomp" ||
      children(analysis, head).some(
        (c) => c.deprel === "obj" || c.deprel === "iobj" || c.deprel === "nsubj:pass",
      );
    // "are expected to meet" is a plan, "expect it to meet" a demand; "are going to meet" is one, "went to meet" is none.
    const passive = PARTICIPLES.has(head.xpos) ? OVER_CLAUSES.get(head.form.toLowerCase()) : undefined;
    // "a strike called by teachers to protest": what the strike is for, not what was called for.
    const isCalled = kind === "advcl" && head.deprel === "acl" && head.xpos === "VBN";
    const over = isCalled ? undefined : (passive ?? OVER_CLAUSES.get(key) ?? OVER_CLAUSES.get(lemma));
    const status = pick(over, othersAct);
    if (status === "demanded" && isIndicative(analysis, word)) return "stop";
    if (status) {
      note(status);
      return "go";
    }
    if (TRANSPARENT.has(lemma)) return "go";
    if (word.deprel === "advcl" && head.upos === "VERB" && isInfinitive(analysis, word)) {
      out.push({ status: "planned", why: `a purpose ("to ${word.form}")`, purpose: true });
      return "go";
    }
    if (word.deprel === "acl" && isInfinitive(analysis, word) && !isSingledOut(analysis, head)) {
      out.push({ status: "planned", why: `it is what "${head.form}" is for ("to ${word.form}")` });
      return "go";
    }
    // "tried to scare them into leaving": what came of the trying is what is told.
    return word.deprel === "xcomp" || (kind === "advcl" && prepositionOfWord === "into") ? "go" : "stop";
  }
  if (kind === "conj") {
    const own = children(analysis, word).some((c) => relation(c) === "nsubj");
    return own ? "skip-local" : "go";
  }
  if (["obj", "nsubj", "obl", "nmod", "compound"].includes(kind)) {
    const passive = word.deprel === "nsubj:pass";
    if (kind === "nsubj" && !passive) return takesPlace(analysis, word, head) ? "go" : "stop";
    const status = pick(OVER_NOUNS.get(key) ?? OVER_NOUNS.get(lemma), false);
    if (status) {
      note(status);
      return "go";
    }
    return TRANSPARENT.has(lemma) ? "go" : "stop";
  }
  return "stop";
}
