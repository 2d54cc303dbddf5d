import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { Ledger } from "../ledger/ledger.js";
import type { Story } from "../ledger/stories/story.js";
import { readReport } from "../report/read-report.js";
import type { Report } from "../report/report.js";
import { bcubed } from "./bcubed.js";
import type { Evaluation } from "./evaluations.js";
import { readGoldFile } from "./gold-file.js";

interface GoldRow {
  /** The name of its group in the gold. */
  readonly story: string;
  readonly report: Report;
}

/**
 * Scores how reports are grouped into stories against a gold file (`docs/story-gold.md`): each is added to a ledger of
 * its own, one after the other, in the order of the file and in two others, and the groups of all three must be the
 * same. No model runs. `out`: a file of JSON Lines, a report each with its group in the gold and its story.
 * Throws an Error where the gold is not in its format, a report is refused, or the order of adding changed a group.
 */
export async function evaluateStories(goldPath: string, out?: string): Promise<Evaluation> {
  const gold = readStoryGold(readGoldFile(goldPath));
  const stories = await storiesOf(gold);
  for (const seed of ["first", "second"]) {
    const again = await storiesOf(shuffled(gold, seed));
    if (JSON.stringify(again) !== JSON.stringify(stories))
      throw new Error(`the ${seed} other order of adding gave other stories`);
  }
  const storyOf = new Map(stories.flatMap((story) => story.reports.map(({ id }) => [id, story] as const)));
  const items = gold.map(({ story, report }) => ({ gold: story, found: storyOf.get(report.id)!.id }));
  if (out) {
    const rows = gold.map(({ story, report }) => ({
      report: report.origin,
      gold: story,
      found: storyOf.get(report.id)!.id,
      name: storyOf.get(report.id)!.name,
    }));
    writeFileSync(out, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  }
  return {
    metrics: {
      ...bcubed(items),
      reports: gold.length,
      stories: stories.length,
      gold_stories: new Set(gold.map(({ story }) => story)).size,
      orders: 3,
    },
  };
}

/** All stories that a ledger makes of these reports, added one by one. */
async function storiesOf(rows: readonly GoldRow[]): Promise<Story[]> {
  const ledger = await Ledger.open(":memory:", { readerVersion: "no reader" });
  try {
    for (const { report } of rows) await ledger.add(unread(report));
    return await ledger.stories();
  } finally {
    await ledger.close();
  }
}

/** A reading with nothing but the report: stories need no more. */
function unread(report: Report): Parameters<Ledger["add"]>[0] {
  return {
    kind: "reading",
    report,
    analysis: { kind: "analysis", text: report.text, sentences: [], words: [], names: [] },
    mentions: [],
    times: [],
    places: [],
    statements: [],
    events: [],
    exchanges: [],
  };
}

/** In an order that `seed` decides, the same on any machine. */
function shuffled(rows: readonly GoldRow[], seed: string): GoldRow[] {
  const key = (row: GoldRow) => createHash("sha256").update(`${seed} ${row.report.id}`).digest("hex");
  return rows
    .map((row) => ({ row, at: key(row) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ row }) => row);
}

/** Reads a gold file of stories; throws an Error that names the line where it is not in its format. */
export function readStoryGold(content: string): GoldRow[] {
  const rows: GoldRow[] = [];
  for (const [i, line] of content.split("\n").entries()) {
    if (line.trim() === "") continue;
    const { id, event, text, title, outlet, date } = parsed(line, i + 1);
    if (typeof id !== "string" || typeof text !== "string" || !["string", "number"].includes(typeof event))
      throw new Error(`line ${i + 1}: id, event and text expected`);
    const report = readReport({
      origin: id,
      content: typeof title === "string" && title ? `${title}\n\n${text}` : text,
      ...(typeof date === "string" && { published: date.slice(0, 10) }),
      ...(typeof outlet === "string" && { outlet }),
    });
    if (report.kind === "refusal") throw new Error(`line ${i + 1}: the report is refused: ${report.code}`);
    rows.push({ story: String(event), report });
  }
  return rows;
}

function parsed(line: string, number: number): Record<string, unknown> {
  try {
    return (JSON.parse(line) ?? {}) as Record<string, unknown>;
  } catch {
    throw new Error(`line ${number}: one JSON object a line expected`);
  }
}
