import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { EVENT_TYPES, STATUSES } from "../../src/event/event.js";

interface Words {
  readonly span: readonly [number, number];
  readonly surface: string;
}

interface Mark extends Words {
  readonly report: string;
  readonly also?: Words;
  readonly status?: string;
  readonly refers?: true;
  readonly may?: true;
}

interface Side {
  readonly kind: string | readonly string[];
  readonly happening?: string;
  readonly spans: readonly Mark[];
}

interface Answer extends Side {
  readonly link: "explicit" | "inferred";
  readonly joined_by?: readonly Mark[];
  readonly reason?: string;
  readonly may?: true;
}

interface Happening {
  readonly id: string;
  /** In words of our own. */
  readonly what: string;
  readonly type: string | null;
  readonly accept?: readonly string[];
  readonly source: readonly { readonly code: string }[];
  readonly target: readonly { readonly code: string }[];
  readonly date?: string;
  readonly series?: true;
  readonly parts?: readonly string[];
  readonly mentions: readonly Mark[];
}

interface Gold {
  readonly reports: readonly { readonly key: string; readonly id: string; readonly sha256: string }[];
  readonly happenings: readonly Happening[];
  readonly exchanges: readonly {
    readonly id: string;
    readonly opening: Side;
    readonly answers: readonly Answer[];
  }[];
  readonly tensions: readonly {
    readonly id: string;
    readonly kind: string;
    readonly reason: string;
    readonly may?: true;
    readonly first: readonly Mark[];
    readonly second: readonly Mark[];
  }[];
}

const root = join(import.meta.dirname, "../..");
const gold = parse(readFileSync(join(root, "test/data/ledger/event-70.yaml"), "utf8")) as Gold;
const docs = readFileSync(join(root, "docs/ledger-gold.md"), "utf8");
const stories = join(root, "../shared/data/stories/stories-dev.jsonl.gz");

const mentions = gold.happenings.flatMap((happening) => happening.mentions);
const answers = gold.exchanges.flatMap((exchange) => exchange.answers);
const marks: readonly Mark[] = [
  ...mentions.flatMap((mention) => [
    mention,
    ...(mention.also ? [{ ...mention.also, report: mention.report }] : []),
  ]),
  ...gold.exchanges.flatMap((exchange) => exchange.opening.spans),
  ...answers.flatMap((answer) => [...answer.spans, ...(answer.joined_by ?? [])]),
  ...gold.tensions.flatMap((tension) => [...tension.first, ...tension.second]),
];
const byId = new Map(gold.happenings.map((happening) => [happening.id, happening]));

function duplicates(names: readonly string[]): string[] {
  return names.filter((name, place) => names.indexOf(name) !== place);
}

function place({ report, span }: Mark): string {
  return `${report} ${span.join("-")}`;
}

/** The kinds that a line of the documentation lists in code font. */
function documented(label: string): string[] {
  const line = docs.split("\n").find((text) => text.startsWith(`**${label}.**`));
  return [...(line ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
}

describe("test/data/ledger/event-70.yaml", () => {
  it("names nothing twice", () => {
    expect(duplicates(gold.reports.flatMap(({ key, id, sha256 }) => [key, id, sha256]))).toEqual([]);
    for (const part of [gold.happenings, gold.exchanges, gold.tensions])
      expect(duplicates(part.map(({ id }) => id))).toEqual([]);
    expect(duplicates(mentions.map(place))).toEqual([]);
  });

  it("marks few words of known reports, in order", () => {
    const keys = new Set(gold.reports.map(({ key }) => key));
    for (const mark of marks) {
      expect(keys, place(mark)).toContain(mark.report);
      expect(mark.span[1] - mark.span[0], place(mark)).toBe(Array.from(mark.surface).length);
      expect(mark.span[0], place(mark)).toBeGreaterThanOrEqual(0);
      expect(mark.surface.split(/\s+/).length, mark.surface).toBeLessThanOrEqual(5);
    }
    for (const happening of gold.happenings) {
      const order = happening.mentions.map(({ report, span }) => [report, span[0]] as const);
      expect(order, happening.id).toEqual(
        [...order].sort((a, b) => (a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? -1 : 1)),
      );
    }
  });

  it("codes happenings with known types, statuses and actors", () => {
    const states = readFileSync(join(root, "knowledge/states.tsv"), "utf8");
    const organisations = readFileSync(join(root, "knowledge/organisations.tsv"), "utf8");
    for (const { id, type, accept, source, target, date, what, mentions: told } of gold.happenings) {
      for (const name of [type, ...(accept ?? [])])
        if (name !== null) expect(EVENT_TYPES, id).toContain(name);
      for (const { status } of told) if (status !== undefined) expect(STATUSES, id).toContain(status);
      for (const { code } of [...source, ...target])
        expect(`\n${states}\n${organisations}`, id).toMatch(new RegExp(`\n${code.split(".")[0]}\t`));
      if (date !== undefined) expect(date, id).toMatch(/^\d{4}(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?$/);
      expect(what, id).not.toBe("");
      expect(told, id).not.toEqual([]);
    }
  });

  it("points at happenings that are there", () => {
    for (const { id, parts } of gold.happenings)
      for (const part of parts ?? []) expect(byId.has(part), `${id}: ${part}`).toBe(true);
    for (const { id, opening, answers: given } of gold.exchanges)
      for (const side of [opening, ...given]) {
        if (side.happening === undefined) continue;
        const told = byId.get(side.happening)?.mentions ?? [];
        for (const mark of side.spans)
          expect(
            told.some(
              (m) => m.report === mark.report && m.span[0] < mark.span[1] && mark.span[0] < m.span[1],
            ),
            `${id}: ${mark.surface}`,
          ).toBe(true);
      }
  });

  it("has the kinds that docs/ledger-gold.md lists", () => {
    const used = (kinds: readonly string[]) => [...new Set(kinds)].sort();
    expect(documented("Openings").sort()).toEqual(
      used(gold.exchanges.map(({ opening }) => opening.kind as string)),
    );
    expect(documented("Answers").sort()).toEqual(used(answers.flatMap(({ kind }) => kind)));
    expect(documented("Tensions").sort()).toEqual(used(gold.tensions.map(({ kind }) => kind)));
    for (const { id, answers: given } of gold.exchanges) {
      expect(given, id).not.toEqual([]);
      for (const { link, joined_by, reason } of given)
        expect([joined_by !== undefined, reason !== undefined], id).toEqual([
          link === "explicit",
          link === "inferred",
        ]);
    }
  });

  it("has the counts that docs/ledger-gold.md gives", () => {
    const needed = <T extends { readonly may?: true }>(rows: readonly T[]) => rows.filter(({ may }) => !may);
    const told = gold.happenings.filter((happening) => needed(happening.mentions).length > 0);
    const counted = told.filter(({ series, parts }) => !series && !parts);
    const countedMentions = counted.flatMap((happening) => needed(happening.mentions));
    const several = gold.happenings.filter((h) => new Set(h.mentions.map(({ report }) => report)).size > 1);
    const exchanges = gold.exchanges.filter((exchange) => needed(exchange.answers).length > 0);
    for (const row of [
      `| reports | ${gold.reports.length} | |`,
      `| mentions | ${mentions.length} | ${needed(mentions).length} |`,
      `| mentions counted by BCubed | | ${countedMentions.length} |`,
      `| of these, not \`refers\` | | ${countedMentions.filter(({ refers }) => !refers).length} |`,
      `| happenings | ${gold.happenings.length} | ${told.length} |`,
      `| happenings counted by BCubed | | ${counted.length} |`,
      `| happenings told in several reports | ${several.length} | |`,
      `| exchanges | ${gold.exchanges.length} | ${exchanges.length} |`,
      `| answers | ${answers.length} | ${needed(answers).length} |`,
      `| tensions | ${gold.tensions.length} | ${needed(gold.tensions).length} |`,
    ])
      expect(docs).toContain(row);
  });

  it.skipIf(!existsSync(stories))(
    "has the words where the texts are (skipped without ../shared/data)",
    () => {
      const reports = gunzipSync(readFileSync(stories)).toString("utf8").trimEnd().split("\n");
      const texts = new Map<string, string>();
      for (const line of reports) {
        const { id, text } = JSON.parse(line) as { id: string; text: string };
        texts.set(id, text);
      }
      const points = new Map<string, string[]>();
      for (const { key, id, sha256 } of gold.reports) {
        const text = texts.get(id) ?? "";
        expect(createHash("sha256").update(text).digest("hex"), id).toBe(sha256);
        points.set(key, Array.from(text));
      }
      for (const mark of marks)
        expect(
          points
            .get(mark.report)!
            .slice(...mark.span)
            .join(""),
          place(mark),
        ).toBe(mark.surface);
    },
  );
});
