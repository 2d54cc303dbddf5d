import type { NameEntry } from "../knowledge/names.js";
import type { Analysis, Name } from "../language/analysis.js";
import { isUnlikely } from "./guarded-name.js";
import type { Hit } from "./hits.js";
import { isRivalBody } from "./name-fit.js";

/** The hits of a report once all of them are known. */
export interface Settled {
  /** Codes of the states that the report names by name or adjective. */
  readonly statesNamed: ReadonlySet<string>;
  readonly kept: Hit[];
  /** Those that are not what the list says. */
  readonly dropped: readonly Hit[];
}

/**
 * What the states of the report decide: "Hamilton" is Bermuda's capital only where Bermuda is spoken of, and
 * "PTI" the agency of India or the party of Pakistan.
 * @param tagged the language model's name that covers each word
 */
export function settleNames(
  analysis: Analysis,
  tagged: readonly (Name | undefined)[],
  list: readonly Hit[],
): Settled {
  const statesNamed = statesOf(list);
  const counts = new Map<string, number>();
  for (const { names } of list) {
    for (const { kind, code, person } of names) {
      if (!isRivalBody(kind)) counts.set(code, (counts.get(code) ?? 0) + 1);
      for (const term of person?.terms ?? []) counts.set(term.code, (counts.get(term.code) ?? 0) + 1);
    }
  }
  const often = (n: NameEntry) => counts.get(n.code) ?? 0;
  const inFull = mediaInFull(analysis);
  const kept: Hit[] = [];
  const dropped: Hit[] = [];
  for (const found of list) {
    const hit = inFull(found);
    const name = hit.names[0];
    if (name?.guard && isUnlikely(analysis, tagged[hit.last - 1], hit, name, statesNamed)) {
      dropped.push(hit);
      continue;
    }
    // "Brussels" is the European Union's seat, and Belgium's where the report speaks of Belgium.
    const capital = name?.kind === "metonym" && hit.names.find((n) => isCapitalOf(n, statesNamed));
    const rivals = capital
      ? [capital, ...hit.names.filter((n) => n !== capital)]
      : isAmbiguousBody(hit)
        ? [...hit.names].sort((a, b) => often(b) - often(a))
        : hit.names;
    kept.push(rivals === found.names ? found : { ...hit, names: rivals });
  }
  return { statesNamed: dropped.length > 0 ? statesOf(kept) : statesNamed, kept, dropped };
}

function statesOf(list: readonly Hit[]): ReadonlySet<string> {
  const states = new Set<string>();
  for (const { names } of list)
    for (const { kind, code, with: others = [] } of names)
      if (kind === "state" || kind === "adjective") for (const one of [code, ...others]) states.add(one);
  return states;
}

/** "The Herald" behind "Miami Herald": one body by the last word of its name, whatever else is called so. */
function mediaInFull({ words }: Analysis): (hit: Hit) => Hit {
  const before = new Map<string, readonly NameEntry[]>();
  return (hit) => {
    if (hit.names[0]?.kind !== "media") return hit;
    const { form } = words[hit.last - 1]!;
    const proper = hit.last - hit.first - (words[hit.first]!.form.toLowerCase() === "the" ? 1 : 0);
    if (proper > 1) before.set(form, hit.names);
    const names = proper === 1 ? before.get(form) : undefined;
    return names ? { ...hit, names } : hit;
  };
}

function isCapitalOf(name: NameEntry, states: ReadonlySet<string>): boolean {
  return name.kind === "capital" && states.has(name.code);
}

function isAmbiguousBody(hit: Hit): boolean {
  const first = hit.names[0];
  return first !== undefined && isRivalBody(first.kind) && hit.names.some((n) => n.code !== first.code);
}
