import { readTable } from "./table.js";

/** What a noun stands for in its commonest sense: one person, or a body of people. */
export type PeopleNoun = "person" | "group";

let nouns: ReadonlyMap<string, PeopleNoun> | undefined;

/** Whether a noun (its lemma, in any case) stands for a person or a group of people; undefined for any other. */
export function peopleNoun(lemma: string): PeopleNoun | undefined {
  nouns ??= new Map(
    readTable("people-nouns.tsv", ["sort", "words"]).flatMap((row) =>
      row.words.split(" ").map((word) => [word, row.sort as PeopleNoun] as const),
    ),
  );
  return nouns.get(lemma.toLowerCase());
}
