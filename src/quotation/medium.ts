import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Analysis, Word } from "../language/analysis.js";
import { children, relation } from "../language/tree.js";
import type { Span } from "../record/span.js";
import type { Candidate } from "./attribution.js";
import type { Extents } from "./extent.js";
import { phrase } from "./phrase.js";
import { caseForm } from "./subject.js";

interface Media {
  readonly prepositions: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
}

let loaded: Media | undefined;

function loadMedia(): Media {
  if (loaded) return loaded;
  const path = new URL("../../knowledge/quotation/media.yaml", import.meta.url);
  const file = parse(readFileSync(path, "utf8")) as Record<keyof Media, string[]>;
  loaded = {
    prepositions: new Set(file.prepositions),
    nouns: new Set(file.nouns),
    names: new Set(file.names),
    verbs: new Set(file.verbs),
  };
  return loaded;
}

/** Where or how it was said: the phrase beside the cue ("a press briefing", "Twitter") or the cue itself ("tweeted"). */
export function findMedium(analysis: Analysis, reach: Extents, candidate: Candidate): Span | undefined {
  const media = loadMedia();
  const { cue } = candidate;
  for (const child of children(analysis, cue)) {
    if (relation(child) !== "obl" && relation(child) !== "advmod") continue;
    const inner = children(analysis, child).find(
      (c) => relation(c) === "nmod" && isMedium(analysis, media, c),
    );
    const medium = isMedium(analysis, media, child) ? child : inner;
    if (medium) return { start: phrase(analysis, reach, medium).start, end: endOfName(analysis, medium) };
  }
  return media.verbs.has(cue.lemma.toLowerCase()) ? { start: cue.start, end: cue.end } : undefined;
}

/** The end of the phrase without what is added to it: "a statement" of "a statement on Monday". */
function endOfName(analysis: Analysis, head: Word): number {
  return children(analysis, head).reduce(
    (end, c) => (c.deprel === "flat" ? Math.max(end, c.end) : end),
    head.end,
  );
}

function isMedium(analysis: Analysis, media: Media, word: Word): boolean {
  if (!media.prepositions.has(caseForm(analysis, word))) return false;
  if (word.upos === "PROPN") {
    return (
      media.names.has(word.form) ||
      children(analysis, word).some((c) => c.deprel === "flat" && media.names.has(c.form))
    );
  }
  return media.nouns.has(word.lemma.toLowerCase());
}
