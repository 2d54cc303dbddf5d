import type { Report } from "../../report/report.js";
import { sketchOf } from "./copies.js";
import { decideStories } from "./decide-stories.js";
import { keyChanges, keysOf } from "./neighbours.js";
import { pieceOf, type StoryLink } from "./pieces.js";
import { STORY_RULES, type StoryRules } from "./rules.js";
import { cosine, dayOf, daysBetween, type StoryReport } from "./similarity.js";
import type { KeyedPair, StoredLink, StoryTables } from "./story-tables.js";
import { storyTerms } from "./story-terms.js";

/**
 * The stories of a ledger, kept so that they depend on its reports alone and not on the order in which those came.
 * Adding or removing a report looks at the few that share its key terms and stand next to it in time, and decides only
 * the stories again that hang together with it. Each change belongs into a transaction.
 */
export class StoryIndex {
  constructor(
    private readonly tables: StoryTables,
    private readonly rules: StoryRules = STORY_RULES,
  ) {}

  /** Adds a report whose row the ledger has already. */
  async add(report: StoryReport): Promise<void> {
    const { joined, parted } = await keyChanges(this.tables.db, report, this.rules);
    const others = await this.tables.reports([...joined.keys()]);
    const links = others.flatMap((other) => this.link(report, other, joined.get(other.id)!));
    const broken = (await this.linked(parted)).filter(({ left }) => left <= 0);
    const touched = [...links.map(({ other }) => other), ...broken.flatMap(({ pair }) => pair)];
    const before = await this.tables.decidedWith(touched);
    this.tables.put(report, keysOf(report, this.rules));
    await this.tables.changeLinks(
      links,
      parted.map(({ pair, keys }) => ({ pair, keys: -keys })),
    );
    await this.decide([...before.keys(), report.id], before);
  }

  /** Takes a report out, while the ledger still has its row; nothing happens where it is in no story. */
  async remove(id: string): Promise<void> {
    const [report] = await this.tables.reports([id]);
    if (!report) return;
    const { parted } = await keyChanges(this.tables.db, report, this.rules);
    const there = new Set((await this.linked(parted)).map(({ pair }) => pair.join(" ")));
    const [still, back] = [true, false].map((linked) =>
      parted.filter(({ pair }) => there.has(pair.join(" ")) === linked),
    ) as [KeyedPair[], KeyedPair[]];
    const stored = await this.tables.reports(back.flatMap(({ pair }) => pair));
    const reports = new Map(stored.map((r) => [r.id, r]));
    const links = back.flatMap(({ pair, keys }) =>
      this.link(reports.get(pair[0])!, reports.get(pair[1])!, keys),
    );
    const linked = (await this.tables.links([id])).get(id) ?? [];
    const before = await this.tables.decidedWith([
      id,
      ...linked.map(({ other }) => other),
      ...links.flatMap((link) => [link.report, link.other]),
    ]);
    await this.tables.take(id);
    await this.tables.changeLinks(links, still);
    await this.decide(
      [...before.keys()].filter((other) => other !== id),
      before,
      id,
    );
  }

  /** The link of two reports that `keys` key terms join; none where they are not alike enough. */
  private link(report: StoryReport, other: StoryReport, keys: number): StoredLink[] {
    const days = daysBetween(report, other);
    const similarity = Number(cosine(report, other).toFixed(6));
    if (days === undefined || days > this.rules.days || similarity < this.rules.similarity) return [];
    return [{ report: report.id, other: other.id, similarity, days, keys }];
  }

  /** Those of the pairs that are linked, with the key terms left when theirs are taken away. */
  private async linked(parted: readonly KeyedPair[]): Promise<(KeyedPair & { readonly left: number })[]> {
    const links = await this.tables.links([...new Set(parted.map(({ pair }) => pair[0]))]);
    return parted.flatMap(({ pair, keys }) => {
      const link = links.get(pair[0])?.find(({ other }) => other === pair[1]);
      return link ? [{ pair, keys, left: link.keys - keys }] : [];
    });
  }

  /** Decides again all stories that hang together with these reports. */
  private async decide(
    reports: readonly string[],
    before: ReadonlyMap<string, string>,
    gone?: string,
  ): Promise<void> {
    const seen = new Map<string, readonly StoryLink[]>();
    const links = async (ids: readonly string[]) => {
      const unseen = ids.filter((id) => !seen.has(id));
      const found = unseen.length > 0 ? await this.tables.links(unseen) : new Map<string, StoryLink[]>();
      for (const id of unseen) seen.set(id, found.get(id) ?? []);
      return new Map(ids.map((id) => [id, seen.get(id)!]));
    };
    const pieces = new Map<string, readonly string[]>();
    for (const report of reports) {
      if (pieces.has(report)) continue;
      const piece = await pieceOf(report, this.rules, links);
      for (const id of piece) pieces.set(id, piece);
    }
    const sizes = new Map<string, number>();
    for (const piece of before.values()) sizes.set(piece, (sizes.get(piece) ?? 0) + 1);
    // Its reports alone decide a piece.
    const isSame = (piece: readonly string[]) =>
      sizes.get(piece[0]!) === piece.length && piece.every((id) => before.get(id) === piece[0]);
    const changed = [...new Set(pieces.values())].filter((piece) => !isSame(piece));
    const stored = new Map((await this.tables.reports(changed.flat())).map((r) => [r.id, r]));
    const decided = changed.map((piece) => ({
      reports: piece,
      stories: decideStories(
        piece.map((id) => stored.get(id)!),
        this.rules,
      ),
    }));
    await this.tables.putStories(decided, gone);
  }
}

/** What stories need to know of a report. */
export function storyReport(report: Report): StoryReport {
  const published = report.published.known ? dayOf(report.published.value) : undefined;
  return {
    id: report.id,
    ...(published && { published }),
    ...(report.outlet.known && { outlet: report.outlet.value }),
    terms: storyTerms(report),
    sketch: sketchOf(report),
  };
}
