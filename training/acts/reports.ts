import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";
import { actorCode } from "../../src/actor/actor.js";
import { readEventMarks } from "../../src/evaluate/event-mark-gold.js";
import { goldReport } from "../../src/evaluate/gold-report.js";
import { sourceReports } from "../../src/evaluate/gold-sources.js";
import { marksOf, sourceOf } from "../../src/evaluate/marked-events.js";
import type { GoldEvent } from "../../src/evaluate/marked-events-score.js";
import { Cast } from "../../src/event/cast.js";
import { Chronology } from "../../src/event/chronology.js";
import { loadCodebook, parseCodebookFile, readCodebookFile } from "../../src/event/codebook.js";
import { draftEvents } from "../../src/event/draft-events.js";
import { EVENT_TYPES, type EventType, type Status } from "../../src/event/event.js";
import { loadCoderWeights } from "../../src/event/coder-weights.js";
import type { Roles } from "../../src/event/roles.js";
import { CODEBOOK } from "../../src/event/words.js";
import type { Analysis, Word } from "../../src/language/analysis.js";
import { loadLanguage } from "../../src/language/language.js";
import { readAnalysed } from "../../src/reading/read.js";
import { overlaps } from "../../src/record/span.js";
import type { Report } from "../../src/report/report.js";
import { unseenEvidence } from "../coding/unseen-evidence.js";

/** Where the coder of pairs' folds lie, if they were made (training/README.md). */
const FOLDS = ["training/build/plv.jsonl", "training/build/folds"] as const;

/** A marked report with all that the learned coder of acts is given. */
export interface MarkedReading {
  readonly id: string;
  readonly report: Report;
  readonly analysis: Analysis;
  readonly cast: Cast;
  readonly drafts: ReturnType<typeof draftEvents>;
  /** Absent for sentences of the codebook, whose words `labels` tells. */
  readonly marks?: ReturnType<typeof marksOf>;
  readonly labels?: ReadonlyMap<Word, GoldEvent | undefined>;
}

/** Reads the reports of a gold file of marks one by one, those that are `wanted`; texts are looked up in the files of reports. */
export async function* markedReadings(
  goldPath: string,
  files: readonly string[],
  wanted: (id: string) => boolean = () => true,
): AsyncGenerator<MarkedReading> {
  const bytes = readFileSync(goldPath);
  const gold = readEventMarks((goldPath.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  const sources = sourceReports(files);
  const language = await loadLanguage();
  const unseen = unseenEvidence(...FOLDS);
  const shipped = structuredClone(loadCoderWeights());
  for (const marked of gold.filter((m) => wanted(m.id))) {
    const report = sourceOf(marked, sources.get(marked.id));
    const own = unseen.get(marked.id);
    Object.assign(loadCoderWeights(), own?.weights ?? shipped);
    const analysis = await language.analyse(report);
    const reading = draftsOf(report, own ? { ...analysis, evidence: own.evidence } : analysis);
    yield { id: marked.id, ...reading, marks: marksOf(marked, report) };
  }
  await language.close();
}

/**
 * The sentences of the codebook's own cases, each as a report: what its pattern finds in a case that is is right, in one that
 * is not wrong, and no word of `not-events.yaml` tells an act. Other words say nothing.
 */
export async function* caseReadings(): AsyncGenerator<MarkedReading> {
  const language = await loadLanguage();
  for (const { text, type, is } of cases()) {
    const id = `case ${text}`;
    const report = goldReport({ id, text, paragraphs: [{ start: 0, end: text.length, role: "body" }] });
    const reading = draftsOf(report, await language.analyse(report));
    const acts = [...reading.drafts.drafts, ...(is ? [] : reading.drafts.open.map((act) => ({ act, roles: undefined })))];
    const labels = new Map<Word, GoldEvent | undefined>();
    if (!type) for (const word of reading.analysis.words) labels.set(word, undefined);
    for (const { act, roles } of acts) {
      const { trigger } = act.match.frame;
      if (act.type === type) labels.set(trigger, is && roles ? eventOf(act.type, act.status, trigger, roles) : undefined);
    }
    yield { id, ...reading, labels };
  }
  await language.close();
}

/** The marked events by the word that tells each. */
export function markedWords(analysis: Analysis, events: readonly GoldEvent[]): Map<Word, GoldEvent> {
  return new Map(events.map((e) => [analysis.words.find((w) => overlaps(w, e.trigger))!, e]));
}

function cases(): { readonly text: string; readonly type?: EventType; readonly is: boolean }[] {
  const none = parse(readFileSync(`${CODEBOOK}not-events.yaml`, "utf8")) as Record<string, string[]>;
  return [
    ...Object.values(none).flatMap((list) => list.map((text) => ({ text, is: false }))),
    ...EVENT_TYPES.flatMap((type) => {
      const { are, "are-not": areNot } = parseCodebookFile(`${type}.yaml`, readCodebookFile(type)).cases;
      return [
        ...are.map(({ text }) => ({ text, type, is: true })),
        ...areNot.map((text) => ({ text, type, is: false })),
      ];
    }),
  ];
}

function eventOf(type: EventType, status: Status, trigger: Word, { sources, targets }: Roles): GoldEvent {
  const side = (list: Roles["sources"]) =>
    list.map(({ actor, span }) => ({ ...(actor.known ? { code: actorCode(actor.value) } : {}), ...(span ? { span } : {}) }));
  return { trigger, type, status, sources: side(sources), targets: side(targets) };
}

function draftsOf(report: Report, analysis: Analysis) {
  const { mentions, statements, places, times } = readAnalysed(report, analysis, { alone: "codebook" });
  const cast = new Cast(analysis, mentions, statements, places, new Chronology(report, analysis, times));
  return { report, analysis, cast, drafts: draftEvents(cast, loadCodebook()) };
}
