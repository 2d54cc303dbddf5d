import { lazy, readKnowledge } from "./knowledge.js";

/** Where a rule of `knowledge/report/furniture.yaml` applies, seen from the report's own text. */
export type Place = "head" | "middle" | "tail";

export interface FurnitureRule {
  readonly rule: string;
  readonly where: "any" | "head" | "tail";
  readonly longest: number;
  readonly pattern: RegExp;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

type Written = Omit<FurnitureRule, "pattern" | "longest"> & {
  readonly pattern: string;
  readonly longest?: number;
  readonly capitals?: boolean;
};

/** The rules in the order of the file; the first that matches gives the reason. */
export const furnitureRules = lazy((): readonly FurnitureRule[] =>
  readKnowledge<Written[]>("furniture.yaml").map(({ capitals, longest, ...rule }) => ({
    ...rule,
    longest: longest ?? 120,
    pattern: new RegExp(rule.pattern, capitals ? "u" : "iu"),
  })),
);

const longestOfAll = lazy(() => Math.max(...furnitureRules().map((rule) => rule.longest)));

/** A match of a furniture rule; `outlet` is the name that the words give, if any. */
export interface Furniture {
  readonly rule: string;
  readonly outlet?: string;
}

/** The rule that sets a paragraph aside at this place, or undefined where none does. */
export function furnitureOf(paragraph: string, place: Place): Furniture | undefined {
  if (paragraph.length > longestOfAll()) return undefined;
  for (const { rule, where, longest, pattern } of furnitureRules()) {
    if (paragraph.length > longest || (where !== "any" && where !== place)) continue;
    const match = pattern.exec(paragraph);
    if (!match) continue;
    const outlet = match.groups?.outlet?.replace(/[.,]$/, "");
    return outlet ? { rule, outlet } : { rule };
  }
  return undefined;
}
