import type { Word } from "../language/analysis.js";
import { children, governor } from "../language/tree.js";
import type { WordRange } from "./attribution.js";
import { clauseContent } from "./clause-content.js";
import type { CueContext } from "./cue-context.js";
import { isContentClause } from "./frames.js";
import { waysOfPassingOn } from "./passing-on.js";

/** True for the verb of "KCNA quoted Kim as saying": what is said is Kim's, and he is no content. */
export function quotesAs({ analysis, cues }: CueContext, verb: Word): boolean {
  if (!waysOfPassingOn().quotingAs.has(verb.lemma.toLowerCase())) return false;
  return children(analysis, verb).some(
    (c) => c.xpos === "VBG" && cues.verbs.has(c.lemma.toLowerCase()) && hasAs(c, children(analysis, c)),
  );
}

/** "The talks will go on, KCNA quoted Kim as saying": what stands before the quoting verb is what "saying" says. */
export function quotedContent(context: CueContext, cue: Word): readonly WordRange[] | undefined {
  const { analysis } = context;
  const kids = children(analysis, cue);
  const verb = governor(analysis, cue);
  if (!verb || cue.xpos !== "VBG" || !hasAs(cue, kids) || !quotesAs(context, verb)) return undefined;
  const clauses = children(analysis, verb).filter(
    (c) => c.index < verb.index && isContentClause(analysis, c),
  );
  if (clauses.length > 0) return clauseContent(context, verb, clauses);
  const above = governor(analysis, verb);
  if (verb.deprel !== "parataxis" || !above || above.index > verb.index) return undefined;
  return [[context.reach.first[above.index]!, context.reach.first[verb.index]!]];
}

function hasAs(cue: Word, kids: readonly Word[]): boolean {
  return kids.some((c) => c.lemma === "as" && c.index < cue.index);
}
