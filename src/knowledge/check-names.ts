import type { Finding } from "./finding.js";
import { fold } from "./fold.js";
import type { NameEntry } from "./names.js";
import { readTable } from "./table.js";

let ordinary: ReadonlySet<string> | undefined;

/** True for a word (folded) that English writes small, after `ordinary-words.tsv`. */
export function isOrdinaryWord(word: string): boolean {
  ordinary ??= new Set(readTable("ordinary-words.tsv", ["word"]).map((row) => row.word));
  return ordinary.has(word);
}

/** What is wrong with names: ordinary words without a guard, and names that two actors of one kind share. */
export function checkNames(entries: Iterable<NameEntry>): Finding[] {
  const findings: Finding[] = [];
  const owners = new Map<string, NameEntry>();
  for (const entry of entries) {
    if (entry.kind === "not an actor" || entry.guard) continue;
    const word = entry.keys[0]!;
    const { file, line } = entry.source;
    const at = { kind: "finding", severity: entry.own ? "warning" : "error", file, line } as const;
    if (entry.keys.length === 1 && entry.cases[0] !== "capitals" && isOrdinaryWord(word)) {
      findings.push({
        ...at,
        code: "ordinary-word",
        met: `"${entry.name}", an ordinary English word, as a name without a guard`,
        expected: "a guard, or a longer name",
        todo: entry.own ? 'Write "*" in the column guard.' : "Add a line to guards.tsv.",
      });
    }
    const key = `${entry.kind} ${entry.keys.join(" ")} ${entry.cases.join(" ")}`;
    const owner = owners.get(key);
    if (owner && actorOf(owner) !== actorOf(entry)) {
      findings.push({
        ...at,
        code: "ambiguous-name",
        met: `"${entry.name}" for ${actorOf(entry)}, and for ${actorOf(owner)} in ${owner.source.file}:${owner.source.line}`,
        expected: "one actor of a kind for each name",
        todo: "Take it out of one of them, or guard it with words that tell them apart.",
      });
    }
    owners.set(key, entry);
  }
  return findings;
}

/** What is wrong with family names: those that are ordinary words and not among the guarded ones. */
export function checkFamilyNames(
  families: Iterable<string>,
  isGuarded: (name: string) => boolean,
): Finding[] {
  const findings: Finding[] = [];
  for (const family of families) {
    if (!isOrdinaryWord(fold(family)) || isGuarded(fold(family))) continue;
    findings.push({
      kind: "finding",
      code: "ordinary-word",
      severity: "error",
      file: "surname-guards.tsv",
      line: 1,
      met: `the family name "${family}", an ordinary English word, without a guard`,
      expected: "every such family name of offices.tsv",
      todo: "Add a line to surname-guards.tsv.",
    });
  }
  return findings;
}

function actorOf(entry: NameEntry): string {
  return entry.person?.name ?? entry.code;
}
