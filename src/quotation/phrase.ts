import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, relation } from "../language/tree.js";
import type { Span } from "../record/span.js";
import { closeBracket, type Extents } from "./extent.js";

/** Children that describe the source in a clause of its own, and so are not part of the words that name it. */
const DESCRIBING = new Set(["acl:relcl", "acl", "advcl", "parataxis", "advmod", "advcl:relcl", "dep"]);
const LEADING = new Set(["case", "punct", "cc", "mark"]);

/** The words that name: the phrase of `head` without leading prepositions, a trailing 's and describing clauses. */
export function phrase(analysis: Analysis, reach: Extents, head: Word): Span {
  const { words } = analysis;
  let first = reach.first[head.index]!;
  let last = reach.last[head.index]!;
  for (const child of children(analysis, head)) {
    if (child.index < head.index) {
      if (LEADING.has(child.deprel) && reach.first[child.index]! <= first) first = reach.last[child.index]!;
    } else if (describes(analysis, reach, child)) {
      last = Math.min(last, reach.first[child.index]!);
    }
  }
  first = Math.min(first, head.index);
  last = Math.max(last, head.index + 1);
  while (last > head.index + 1 && isTrailing(words[last - 1]!)) last--;
  while (first < head.index && words[first]!.upos === "PUNCT" && !"\"“‘'(".includes(words[first]!.form))
    first++;
  last = closeBracket(words, first, last);
  return { start: words[first]!.start, end: words[last - 1]!.end };
}

/** A child after the head that is no part of the name: a clause, a 's, or what follows a comma and is no apposition. */
function describes(analysis: Analysis, reach: Extents, child: Word): boolean {
  if (DESCRIBING.has(child.deprel) || child.deprel === "case") return true;
  const first = reach.first[child.index]!;
  const afterComma = analysis.words[first - 1]?.form === "," || analysis.words[first]!.form === ",";
  return afterComma && !["appos", "conj", "flat", "list", "punct"].includes(relation(child));
}

function isTrailing(word: Word): boolean {
  return (word.upos === "PUNCT" && !")]”\"’'".includes(word.form)) || word.upos === "CCONJ";
}

/** Where a title begins that the tree made a subject of its own, right before the name. */
export function titleBefore(analysis: Analysis, reach: Extents, name: Word): number | undefined {
  const verb = relation(name) === "nsubj" ? governor(analysis, name) : undefined;
  const title =
    verb && children(analysis, verb).findLast((c) => c.index < name.index && relation(c) === "nsubj");
  if (!title || !isTitleOf(title, name) || reach.last[title.index] !== reach.first[name.index])
    return undefined;
  return phrase(analysis, reach, title).start;
}

function isTitleOf(title: Word, name: Word): boolean {
  return (
    name.upos === "PROPN" && (title.upos === "PROPN" || title.upos === "NOUN") && title.head === name.head
  );
}
