import { readEventMarks } from "../../src/evaluate/event-mark-gold.js";
import { readGoldFile } from "../../src/evaluate/gold-file.js";
import { marksOf } from "../../src/evaluate/marked-events.js";
import { shippedKnowledge } from "../../src/knowledge/knowledge.js";
import type { Analysis, Word } from "../../src/language/analysis.js";
import type { Span } from "../../src/record/span.js";
import { isKeptApart } from "../acts/split.js";
import type { Analysed } from "./cases.js";
import { type Judgement, judgementsByReport } from "./judgements.js";

/**
 * What is judged of a report: its lines of `judgements.tsv`, and those who take part in its marked events. Of the reports that
 * are kept apart for measuring, the marks are not looked at. Throws an Error where another text was marked.
 * @param gold a file of marks as in docs/event-marks.md
 */
export function allJudgements(gold: string): (analysed: Analysed) => Judgement[] {
  const judgements = judgementsByReport();
  const marks = new Map(readEventMarks(readGoldFile(gold)).map((m) => [m.id, m]));
  return ({ id, report, analysis }) => {
    const judged = judgements.get(id) ?? [];
    const known = new Set(judged.map((j) => j.head));
    const marked = isKeptApart(id) ? undefined : marks.get(id);
    const byHead = new Map<number, Set<string>>();
    for (const { sources, targets } of marked ? marksOf(marked, report).events : []) {
      for (const { span, code = "" } of [...sources, ...targets]) {
        const head = span && headIn(analysis, span)?.start;
        if (head === undefined || known.has(head)) continue;
        byHead.set(head, (byHead.get(head) ?? new Set()).add(code));
      }
    }
    // Marks that do not agree about who it is tell nothing.
    const agreed = [...byHead].filter(([, codes]) => codes.size === 1);
    const taking = agreed.map(([head, [code]]) => ({ report: id, head, words: "", ...whoOf(code!) }));
    return [...judged, ...taking];
  };
}

function whoOf(code: string): Pick<Judgement, "code" | "sector"> {
  const [state = "", sector = ""] = code.split(".");
  return { code: shippedKnowledge().states.has(state) ? state : "", sector };
}

/** The first word of a span whose governor lies outside it. */
function headIn({ words }: Analysis, { start, end }: Span): Word | undefined {
  const inside = words.filter((w) => w.start >= start && w.end <= end);
  return inside.find((w) => !inside.some((v) => v.index === w.head)) ?? inside[0];
}
