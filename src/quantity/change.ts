import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import { cover, type Span } from "../record/span.js";
import { clauseTime } from "../time/find-times.js";
import type { When } from "../time/when.js";
import type { Change, Quantity } from "./quantity.js";
import { listed } from "./vocabulary.js";

const increase = listed("increase");
const decrease = listed("decrease");
const increaseNoun = listed("increase-noun");
const decreaseNoun = listed("decrease-noun");
const COMPARED: ReadonlySet<string> = new Set(["from", "than", "over", "versus", "compared"]);

/**
 * Whether a number is told as more or less than before, against what, and in which time: "grew almost 40% in the first
 * quarter", "rose to 45 from 30". `head` is the head word of number and unit.
 */
export function changeOf(
  analysis: Analysis,
  times: readonly When[],
  head: Word,
): Pick<Quantity, "change" | "base" | "when"> {
  const word = changeWord(analysis, head);
  const direction = word && directionOf(word);
  if (!word || !direction) return {};
  const change: Change = { direction, as: asOf(analysis, head), word: { start: word.start, end: word.end } };
  const base = baseOf(analysis, word, head);
  const at = clauseTime(analysis, times, word.index);
  // A time behind what it is compared with is that one's: "to $5 billion from $4 billion a year earlier".
  const own = at !== undefined && (!base || times[at]!.end <= base.start || base.end <= word.start);
  return { change, ...(base ? { base } : {}), ...(own ? { when: at } : {}) };
}

function directionOf(word: Word): Change["direction"] | undefined {
  const noun = word.upos === "NOUN";
  if ((noun ? increaseNoun : increase).has(word.lemma)) return "increase";
  return (noun ? decreaseNoun : decrease).has(word.lemma) ? "decrease" : undefined;
}

/** The verb that takes the number as its measure, or the noun that it measures: "a 40% increase". */
function changeWord(analysis: Analysis, head: Word): Word | undefined {
  const above = governor(analysis, head);
  const role = relation(head);
  if (!above) return undefined;
  // "rose to 45 from 30": the one hangs from the other.
  if ((above.upos === "SYM" || above.upos === "NUM") && role === "nmod") return changeWord(analysis, above);
  if (
    above.upos === "VERB" &&
    (role === "obj" || role === "obl" || role === "advmod" || role === "xcomp" || role === "nmod")
  )
    return above;
  const noun =
    above.upos === "NOUN" && (role === "compound" || role === "nummod" || role === "nmod" || role === "amod");
  return noun ? above : undefined;
}

function asOf(analysis: Analysis, head: Word): Change["as"] {
  const preposition = children(analysis, head).find(
    (c) => c.deprel === "case" && c.index < head.index,
  )?.lemma;
  if (preposition === "from") return "from";
  return preposition === "to" || preposition === "at" || preposition === "above" || preposition === "below"
    ? "to"
    : "by";
}

/** "from a year earlier", "compared with 2016": what stands behind a word of comparing, the number itself aside. */
function baseOf(analysis: Analysis, word: Word, head: Word): Span | undefined {
  for (const child of [...children(analysis, word), ...children(analysis, head)]) {
    if (
      child === head ||
      child.index < word.index ||
      (relation(child) !== "obl" && relation(child) !== "nmod")
    )
      continue;
    const marks = children(analysis, child).filter((c) => c.deprel === "case" && c.index < child.index);
    if (!marks.some((m) => COMPARED.has(m.form.toLowerCase()))) continue;
    const own = children(analysis, child).filter(
      (c) => relation(c) !== "punct" && relation(c) !== "acl" && c.deprel !== "case",
    );
    return cover([child, ...own]);
  }
  return undefined;
}
