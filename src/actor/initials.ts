import type { NameKind } from "../knowledge/names.js";
import type { Analysis } from "../language/analysis.js";
import type { Hit } from "./hits.js";

/** Kinds of bodies that texts call by their initials. */
const BODIES: ReadonlySet<NameKind> = new Set<NameKind>([
  "institution",
  "organisation",
  "party",
  "armed group",
  "company",
  "media",
]);
const FEWEST = 3;

/** The first letters of the capitalised words of `hit`: "SEC" of "the Securities and Exchange Commission". */
export function initialsOf({ words }: Analysis, { first, last, names }: Hit): string | undefined {
  if (!names[0] || !BODIES.has(names[0].kind)) return undefined;
  const letters = words
    .slice(first, last)
    .filter(({ form }, i) => /^\p{Lu}/u.test(form) && !(i === 0 && form.toLowerCase() === "the"))
    .map(({ form }) => form[0]);
  return letters.length >= FEWEST ? letters.join("") : undefined;
}
