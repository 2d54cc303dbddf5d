import { identifier } from "../../record/identifier.js";
import { byNumber, WORDS_OF_NAME } from "../commonest.js";
import { averageLink } from "../grouping/average-link.js";
import { independentOutlets, originals } from "./copies.js";
import type { StoryRules } from "./rules.js";
import { cosines, type StoryReport, sharedTerms } from "./similarity.js";
import type { Story } from "./story.js";

/** Why a report belongs to its story. */
export interface StoryMember {
  readonly report: string;
  /** Mean cosine with the story's other reports, 0 to 1; this and the rest absent in a story of one report. */
  readonly similarity?: number;
  /** The report of the story that is most like it. */
  readonly nearest?: string;
  readonly nearestSimilarity?: number;
  /** Words that it shares with the nearest, what counts most first. */
  readonly sharedWords?: readonly string[];
  /** The first report of the story that it copies. */
  readonly copyOf?: string;
}

/** A story as its reports make it. */
export interface DecidedStory extends Omit<Story, "kind" | "reports"> {
  readonly members: readonly StoryMember[];
}

const SHARED_WORDS = 6;

/**
 * The stories that `reports` make, grouped by average link. The order in which they are given does not matter.
 * A story is known by its first report, so that its identifier stays while later ones join.
 */
export function decideStories(reports: readonly StoryReport[], rules: StoryRules): DecidedStory[] {
  const ordered = [...reports].sort(inOrder);
  const n = ordered.length;
  const similarities = cosines(ordered, rules.days);
  return averageLink(similarities, n, rules.similarity).map((group) => {
    const members = group.map((i) => ordered[i]!);
    const copies = originals(members);
    const [first, last] = [members[0]!, members.at(-1)!];
    return {
      id: identifier("y", first.id, "story"),
      name: nameOf(members),
      ...(first.published && { firstPublished: first.published }),
      ...(last.published && { lastPublished: last.published }),
      outlets: new Set(members.flatMap(({ outlet }) => outlet ?? [])).size,
      independentOutlets: independentOutlets(members, copies),
      members: members.map((member, i) => {
        const original = copies[i] === i ? {} : { copyOf: members[copies[i]!]!.id };
        const others = group.filter((other) => other !== group[i]);
        if (others.length === 0) return { report: member.id };
        const like = (other: number) => similarities[group[i]! * n + other]!;
        const nearest = others.reduce((best, other) => (like(other) > like(best) ? other : best));
        return {
          report: member.id,
          similarity: rounded(others.reduce((sum, other) => sum + like(other), 0) / others.length),
          nearest: ordered[nearest]!.id,
          nearestSimilarity: rounded(like(nearest)),
          sharedWords: sharedTerms(member, ordered[nearest]!)
            .slice(0, SHARED_WORDS)
            .map(({ words }) => words),
          ...original,
        };
      }),
    };
  });
}

/** By date, those without one first; of one day by identifier. */
function inOrder(a: StoryReport, b: StoryReport): number {
  const [x, y] = [`${a.published ?? ""} ${a.id}`, `${b.published ?? ""} ${b.id}`];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The words that weigh most in all reports together, each as most of them write it. */
function nameOf(reports: readonly StoryReport[]): string {
  const weights = new Map<string, number>();
  const forms = new Map<string, Map<string, number>>();
  for (const { term, weight, words } of reports.flatMap(({ terms }) => terms)) {
    weights.set(term, (weights.get(term) ?? 0) + weight);
    const written = forms.get(term) ?? new Map<string, number>();
    forms.set(term, written.set(words, (written.get(words) ?? 0) + 1));
  }
  return byNumber(weights)
    .slice(0, WORDS_OF_NAME)
    .map((term) => byNumber(forms.get(term)!)[0])
    .join(" ");
}

function rounded(share: number): number {
  return Number(share.toFixed(4));
}
