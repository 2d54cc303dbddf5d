import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import { rangeWithin } from "../record/within.js";
import type { Attribution } from "./attribution.js";
import { ACTS, type Act } from "./cues.js";
import { caseForm, isPassive } from "./subject.js";

const words = z.array(z.string());
const SUBJECTS = ["self", "you", "other", "none"] as const;
type Subject = (typeof SUBJECTS)[number];
const ruleSchema = z.strictObject({
  act: z.enum(ACTS),
  subject: z.enum(SUBJECTS).optional(),
  head: words.optional(),
  notHead: words.optional(),
  below: words.optional(),
  with: words.optional(),
  predicate: z.boolean().optional(),
  negated: z.boolean().optional(),
  passive: z.boolean().optional(),
  modal: words.optional(),
  auxiliary: words.optional(),
  preposition: words.optional(),
  object: words.optional(),
  question: z.boolean().optional(),
  cue: words.optional(),
});
type Rule = z.infer<typeof ruleSchema>;
const fileSchema = z.strictObject({ lists: z.record(z.string(), words), rules: z.array(ruleSchema) });

/** What a rule looks at in the main clause of what is said. */
interface Clause {
  readonly heads: readonly string[];
  readonly below: readonly string[];
  readonly subject: Subject;
  readonly negated: boolean;
  readonly passive: boolean;
  readonly modals: readonly string[];
  readonly auxiliaries: readonly string[];
  readonly with: readonly string[];
  readonly predicate: boolean;
  readonly preposition: string;
  readonly objects: readonly string[];
  readonly question: boolean;
}

/** Words of a content that are looked at to find its main clause. */
const FARTHEST = 120;
const NEGATIONS = new Set(["not", "never", "n't", "no"]);
const MODALS = new Set(["must", "should", "ought", "shall", "will", "would", "can", "could", "may", "might"]);
const FULL_MODALS = new Set(["'ll", "wo", "'d"]);
const WITH_INFINITIVE = new Set(["have", "need", "go"]);
const FIRST_PERSON = new Set(["i", "we", "us"]);
const THIRD_PERSON = new Set(["it", "he", "she", "they"]);

let loaded: readonly Rule[] | undefined;

/** The rules of `knowledge/quotation/speech-acts.yaml`, read once. Throws a ZodError where one does not have its shape. */
export function speechActRules(): readonly Rule[] {
  const path = new URL("../../knowledge/quotation/speech-acts.yaml", import.meta.url);
  loaded ??= fileSchema.parse(parse(readFileSync(path, "utf8"))).rules;
  return loaded;
}

/**
 * What a statement does: the cue's own act, or, where the cue only says that something was said, the act that the main
 * clause of its content shows ("said it would strike back": threatens).
 * @param isSpeaker whether a third-person subject may stand for the speaker; asked in indirect speech only
 */
export function speechAct(
  analysis: Analysis,
  attribution: Attribution,
  isSpeaker: (word: Word) => boolean,
): Act | undefined {
  const { act, cue } = attribution;
  if (act !== "asserts" || !cue) return act;
  const clause = mainClause(analysis, attribution, isSpeaker);
  if (!clause) return act;
  const lemma = cue.cue.lemma.toLowerCase();
  return speechActRules().find((rule) => fits(rule, clause, lemma))?.act ?? act;
}

function fits(rule: Rule, clause: Clause, cue: string): boolean {
  const any = (wanted: readonly string[] | undefined, met: readonly string[]) =>
    wanted === undefined || (wanted.length === 0 ? met.length === 0 : met.some((m) => wanted.includes(m)));
  return (
    (rule.subject === undefined || rule.subject === clause.subject) &&
    (rule.passive === undefined || rule.passive === clause.passive) &&
    (rule.negated === undefined || rule.negated === clause.negated) &&
    (rule.question === undefined || rule.question === clause.question) &&
    (rule.predicate === undefined || rule.predicate === clause.predicate) &&
    any(rule.head, clause.heads) &&
    !clause.heads.some((head) => rule.notHead?.includes(head)) &&
    any(rule.with, clause.with) &&
    any(rule.below, clause.below) &&
    any(rule.modal, clause.modals) &&
    any(rule.auxiliary, clause.auxiliaries) &&
    any(rule.preposition, [clause.preposition]) &&
    any(rule.object, clause.objects) &&
    any(rule.cue, [cue])
  );
}

function mainClause(
  analysis: Analysis,
  { content, form }: Attribution,
  isSpeaker: (word: Word) => boolean,
): Clause | undefined {
  const said: Word[] = [];
  for (const span of content) {
    const { first, last } = rangeWithin(analysis.words, span);
    for (let i = first; i < last && said.length < FARTHEST; i++) said.push(analysis.words[i]!);
  }
  const own = said.filter((w) => w.sentence === said[0]!.sentence && w.upos !== "PUNCT");
  const inside = new Set(own.map((w) => w.index));
  const tops = own.filter((w) => !inside.has(w.head));
  const head = tops.find((w) => isPredicate(analysis, w)) ?? tops[0];
  if (!head) return undefined;
  const kids = children(analysis, head).filter((c) => inside.has(c.index));
  const infinitives = kids.filter((c) => c.deprel === "xcomp" && inside.has(c.index));
  const lemma = (w: Word) => w.lemma.toLowerCase();
  const aux = kids.filter((c) => relation(c) === "aux" || c.deprel === "cop");
  const modals = aux.flatMap((c) => modalOf(c) ?? []);
  if (infinitives.length > 0 && WITH_INFINITIVE.has(lemma(head))) modals.push(lemma(head));
  const subject = kids.find((c) => relation(c) === "nsubj") ?? kids.find((c) => c.deprel === "expl");
  const object = kids.filter((c) => c.deprel === "obj");
  const negated =
    kids.some((c) => c.deprel === "advmod" && NEGATIONS.has(lemma(c))) ||
    (subject !== undefined && isNone(analysis, subject));
  const below = infinitives.map(lemma);
  return {
    heads: [lemma(head), ...below],
    below,
    subject: subjectKind(analysis, head, subject, form === "direct", isSpeaker),
    negated,
    passive: isPassive(analysis, head),
    modals,
    auxiliaries: aux.map((c) => (c.xpos === "VBD" && c.lemma === "do" ? "did" : lemma(c))),
    with: kids.filter((c) => relation(c) === "obl").map((c) => caseForm(analysis, c)),
    predicate: kids.some((c) => c.deprel === "cop"),
    preposition: caseForm(analysis, head),
    objects: object.map(lemma),
    question: form === "direct" && endsWithQuestion(analysis, content.at(-1)!.end),
  };
}

function isPredicate(analysis: Analysis, word: Word): boolean {
  return (
    word.upos === "VERB" ||
    children(analysis, word).some((c) => c.deprel === "cop" || relation(c) === "nsubj")
  );
}

function modalOf(word: Word): string | undefined {
  const lemma = word.lemma.toLowerCase();
  if (MODALS.has(lemma)) return lemma;
  return FULL_MODALS.has(word.form.toLowerCase()) && word.xpos === "MD" ? "will" : undefined;
}

/** "no soldier", "nobody". */
function isNone(analysis: Analysis, subject: Word): boolean {
  return (
    /^(?:nobody|none|no-one)$/i.test(subject.form) ||
    children(analysis, subject).some((c) => c.deprel === "det" && c.lemma === "no")
  );
}

function subjectKind(
  analysis: Analysis,
  head: Word,
  subject: Word | undefined,
  direct: boolean,
  isSpeaker: (word: Word) => boolean,
): Subject {
  if (!subject) {
    const bare = head.xpos === "VB" && !children(analysis, head).some((c) => c.deprel === "mark");
    return direct && bare && head.lemma !== "let" ? "none" : "other";
  }
  const form = subject.form.toLowerCase();
  if (FIRST_PERSON.has(form) && subject.upos === "PRON") return "self";
  if (form === "you") return "you";
  return !direct && THIRD_PERSON.has(form) && isSpeaker(subject) ? "self" : "other";
}

function endsWithQuestion({ text }: Analysis, end: number): boolean {
  return text[end - 1] === "?" || text[end] === "?";
}
