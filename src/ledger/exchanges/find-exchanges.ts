import { caseOf } from "../../event/clause.js";
import type { Event } from "../../event/event.js";
import type { Analysis, Word } from "../../language/analysis.js";
import { children, governor, relation } from "../../language/tree.js";
import type { Statement } from "../../quotation/statement.js";
import { identifier } from "../../record/identifier.js";
import { cover, type Span, textOf } from "../../record/span.js";
import type { Exchange } from "./exchange.js";
import { ExchangeIndex, type Found } from "./exchange-index.js";
import { answerIs, isCharge, isNegated, isUndone, turned } from "./exchange-kind.js";
import { type ExchangePatterns, exchangePatterns, type Join, type Side } from "./exchange-patterns.js";
import { areSides, areTurns } from "./told-pair.js";
import { actorsOf, isOwned, makersOf, nextTo, type Told } from "./told-words.js";

/** Joining words that are further apart are quoted by the joint alone. */
const LONGEST_JOIN = 60;
const PARTICLE_REACH = 4;
/** What is still to be done answers only where nothing is done. */
const UNDONE: ReadonlySet<Event["status"]> = new Set(["planned", "demanded", "possible"]);

/**
 * Finds the exchanges that the text itself joins: a demand, charge, offer, threat or remark and its answer, by the
 * joining words of knowledge/exchanges.yaml over the dependency tree. The demand is absent where only the joining
 * words name it; without an answer that some event or statement tells there is no exchange. Linear in the words.
 */
export function findExchanges(reading: Found): Exchange[] {
  const patterns = exchangePatterns();
  const index = new ExchangeIndex(reading);
  const exchanges = new Map<string, Exchange>();
  const add = (exchange: Exchange) => {
    const key = `${exchange.demand ?? ""} ${exchange.answer}`;
    if (!exchanges.has(key)) exchanges.set(key, exchange);
  };
  for (const word of reading.analysis.words) {
    const joins = patterns.byLemma.get(word.lemma.toLowerCase());
    for (const join of joins ?? []) {
      const exchange = fits(reading, join, word) ? matchJoin(index, patterns, join, word) : undefined;
      if (exchange) {
        add(exchange);
        break;
      }
    }
  }
  for (const exchange of conditionalRefusals(index, patterns)) add(exchange);
  const start = ({ joinedBy }: Exchange) => joinedBy?.start ?? 0;
  return [...exchanges.values()].sort((a, b) => start(a) - start(b));
}

/** True where the joint's own place in the tree is what the join asks for. */
function fits({ analysis }: Found, join: Join, joint: Word): boolean {
  const { relations, cases, determiners, subjects, notBefore } = join;
  if (!hasParticles(analysis, joint, join.particles)) return false;
  if (relations && !relations.has(joint.deprel) && !relations.has(relation(joint))) return false;
  const below = children(analysis, joint);
  if (cases && !cases.has(caseOf(analysis, joint) ?? "")) return false;
  if (determiners && !below.some((c) => c.deprel === "det" && determiners.has(c.lemma.toLowerCase())))
    return false;
  if (notBefore?.has(analysis.words[joint.index + 1]?.lemma ?? "")) return false;
  if (!subjects) return true;
  const above = joint.deprel === "xcomp" ? governor(analysis, joint) : undefined;
  const candidates = above ? [...below, ...children(analysis, above)] : below;
  return candidates.some((c) => relation(c) === "nsubj" && subjects.has(c.lemma.toLowerCase()));
}

/** True where the particles follow the verb, with no more than its object between: "turn calls down". */
function hasParticles(analysis: Analysis, verb: Word, particles: readonly string[]): boolean {
  let at = verb.index;
  for (const particle of particles) {
    const found = analysis.words
      .slice(at + 1, at + 1 + PARTICLE_REACH)
      .find(
        (w) =>
          w.lemma === particle && w.sentence === verb.sentence && ["ADP", "ADV", "PART"].includes(w.upos),
      );
    if (!found) return false;
    at = found.index;
  }
  return true;
}

function matchJoin(
  index: ExchangeIndex,
  patterns: ExchangePatterns,
  join: Join,
  joint: Word,
): Exchange | undefined {
  const { reading } = index;
  const answer = answerOf(index, join.answer, joint);
  const demand = answer && demandOf(index, patterns, join, joint, answer.record);
  if (!demand) return undefined;
  const { word, told } = demand;
  if (join.between === "turns" && !(told && areTurns(index, told.record, answer.record))) return undefined;
  if (join.between === "sides" && !(told && areSides(index, told.record, answer.record))) return undefined;
  // An exchange in which nobody is known is none between states.
  if (![answer.record, told?.record].some((record) => record && actorsOf(record).length > 0))
    return undefined;
  const is = turned(
    join.answerIs ?? answerIs(index, patterns, answer.record),
    word && isCharge(index, patterns, word),
    isNegated(reading.analysis, joint),
  );
  if (!is || isUndone(answer.record, is, told)) return undefined;
  const how = told ? `the demand is ${told.how}` : "the demand is told by the joining words only";
  return exchange(reading, {
    ...(told ? { demand: told.record.id } : {}),
    answer: answer.record.id,
    answerIs: is,
    joinedBy: joiningWords(reading, joint, word, told ? [] : index.owners(word), told !== undefined),
    by: `exchanges/${join.name}: the answer is ${answer.how}; ${how}`,
  });
}

/** The demand's word and the record that tells it, as far as there are any; undefined where nothing says that there is one. */
function demandOf(
  index: ExchangeIndex,
  patterns: ExchangePatterns,
  join: Join,
  joint: Word,
  answer: Event | Statement,
): { readonly word?: Word; readonly told?: Told } | undefined {
  if (typeof join.demand === "string") {
    const told = index.demandBefore(joint, answer);
    return told && { told };
  }
  const nounIs = (word: Word, nouns: ReadonlySet<string>) =>
    word.upos === "NOUN" && nouns.has(word.lemma.toLowerCase());
  const words = follow(index.reading, join.demand, joint).filter(
    (word) => !join.demandIs || nounIs(word, join.demandIs),
  );
  if (join.drafted) {
    const word = words.find(
      (w) => makersOf(index.reading.analysis, w).length > 0 && index.isByAnother(w, answer),
    );
    return word && { word };
  }
  for (const word of words) {
    const told = index.demandAt(word, answer);
    if (told && (join.between !== "turns" || areTurns(index, told.record, answer))) return { word, told };
  }
  const { analysis } = index.reading;
  const word = words.find(
    (w) =>
      nounIs(w, patterns.demandNouns) ||
      (nounIs(w, patterns.ownedNouns) && isOwned(analysis, w)) ||
      // "in response to the North's latest move": whatever it was, another state's doing was answered.
      (!join.demandIs && w.upos === "NOUN" && index.isByAnother(w, answer)),
  );
  return word && { word };
}

function answerOf(index: ExchangeIndex, side: Side, joint: Word): Told | undefined {
  if (side === "before") return index.answerBefore(joint);
  if (side === "after") return index.answerAfter(joint);
  const told = follow(index.reading, side, joint).flatMap((word) => index.answerAt(word) ?? []);
  // "Agreed to build the base over objections": who agreed has answered, and has not built yet.
  return told.find(({ record }) => record.kind === "statement" || !UNDONE.has(record.status)) ?? told[0];
}

/** The words that the paths lead to, in the order of the paths. */
function follow({ analysis }: Found, paths: Exclude<Side, string>, from: Word): Word[] {
  return paths.flatMap((path) => {
    let words = [from];
    for (const step of path) {
      words = words.flatMap((word) => {
        if (step.to === "self") return [word];
        if (step.to === "up") return isContent(analysis, word) ? [] : (governor(analysis, word) ?? []);
        if (step.to === "next") return nextTo(analysis, word, step.case) ?? [];
        return children(analysis, word).filter(
          (child) =>
            (child.deprel === step.relation || relation(child) === step.relation) &&
            (step.case === undefined || caseOf(analysis, child) === step.case),
        );
      });
    }
    return words;
  });
}

/** True for the clause that tells what a noun's demand or charge is: "a request that he meet them". */
function isContent(analysis: Analysis, word: Word): boolean {
  return word.deprel === "acl" && children(analysis, word).some((c) => c.deprel === "mark");
}

/**
 * From the joint with its preposition to the demand's word and its owners; the joint alone where they are far apart.
 */
function joiningWords(
  { analysis }: Found,
  joint: Word,
  demand: Word | undefined,
  owners: readonly Word[],
  isTold: boolean,
): Span {
  const lead = children(analysis, joint).filter(
    (c) => c.index < joint.index && (c.deprel === "case" || c.deprel === "det"),
  );
  const particles = children(analysis, joint).filter((c) => c.deprel === "compound:prt");
  const own = [joint, ...lead, ...particles];
  if (!demand) return cover(own);
  const links = children(analysis, demand).filter((c) => c.deprel === "case" || c.deprel === "mark");
  // A clause is the demand itself; of a noun phrase the noun belongs to the joining words.
  const whole = cover([...own, ...links, ...(demand.upos === "VERB" ? [] : [demand, ...owners])]);
  if (whole.end - whole.start <= LONGEST_JOIN) return whole;
  // Where nothing else tells the demand, its noun says more than the joint.
  return cover(isTold || demand.upos === "VERB" ? own : [demand, ...owners]);
}

/** "will not stop unless the drills end": the refusal answers the demand that its condition tells. */
function* conditionalRefusals(index: ExchangeIndex, patterns: ExchangePatterns): Generator<Exchange> {
  const { reading } = index;
  for (const answer of reading.events) {
    if (!answer.condition) continue;
    const { condition } = answer;
    const words = textOf(reading.report.text, condition).toLowerCase();
    const found = patterns.conditions.find(
      ({ marks, answerTypes }) =>
        answerTypes.has(answer.type) && marks.some((mark) => words.startsWith(`${mark} `)),
    );
    const demand = found && index.eventIn(condition, answer);
    if (!found || !demand) continue;
    const mark = found.marks.find((m) => words.startsWith(`${m} `))!;
    yield exchange(reading, {
      demand: demand.id,
      answer: answer.id,
      answerIs: "conditional refusal",
      joinedBy: { start: condition.start, end: condition.start + mark.length },
      by: `exchanges/${found.name}: the condition tells the demand`,
    });
  }
}

function exchange(
  { report }: Found,
  found: Pick<Exchange, "answer" | "answerIs" | "by"> & { demand?: string; joinedBy: Span },
): Exchange {
  const { demand, answer, joinedBy } = found;
  return Object.freeze({
    kind: "exchange",
    id: identifier("x", report.id, demand ?? "", answer, joinedBy.start, joinedBy.end),
    report: report.id,
    link: "explicit",
    ...found,
  });
}
