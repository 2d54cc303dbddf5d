import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";
import { actorCode } from "../../src/actor/actor.js";
import { readGoldPairs } from "../../src/evaluate/events.js";
import { reportOf } from "../../src/evaluate/times.js";
import { loadCoderWeights } from "../../src/event/coder-weights.js";
import { plvClassOf } from "../../src/event/crosswalk.js";
import type { Span } from "../../src/record/span.js";
import { readEventMarks } from "../../src/evaluate/event-mark-gold.js";
import { goldReport } from "../../src/evaluate/gold-report.js";
import { sourceReports } from "../../src/evaluate/gold-sources.js";
import { marksOf, sourceOf } from "../../src/evaluate/marked-events.js";
import type { GoldEvent } from "../../src/evaluate/marked-events-score.js";
import { Cast } from "../../src/event/cast.js";
import { loadCodebook, parseCodebookFile, readCodebookFile } from "../../src/event/codebook.js";
import { draftEvents } from "../../src/event/draft-events.js";
import { EVENT_TYPES, type EventType, type Status } from "../../src/event/event.js";
import type { Roles } from "../../src/event/roles.js";
import { CODEBOOK } from "../../src/event/words.js";
import type { Analysis, Word } from "../../src/language/analysis.js";
import { loadLanguage } from "../../src/language/language.js";
import { readAnalysed } from "../../src/reading/read.js";
import type { Report } from "../../src/report/report.js";

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
  /** Number of the report's first word, over all reports of the gold file. */
  readonly offset: number;
}

/** Reads the reports of a gold file of marks one by one; their texts are looked up in the files of reports. */
export async function* markedReadings(goldPath: string, files: readonly string[]): AsyncGenerator<MarkedReading> {
  const bytes = readFileSync(goldPath);
  const gold = readEventMarks((goldPath.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  const sources = sourceReports(files);
  const language = await loadLanguage();
  let offset = 0;
  for (const marked of gold) {
    const report = sourceOf(marked, sources.get(marked.id));
    const reading = draftsOf(report, await language.analyse(report));
    yield { id: marked.id, ...reading, marks: marksOf(marked, report), offset };
    offset += reading.analysis.words.length;
  }
  await language.close();
}

/**
 * The sentences of the codebook's own cases, each as a report: what its pattern finds in a case that is is right, in one that
 * is not wrong, and no word of `not-events.yaml` tells an act. Other words say nothing.
 */
export async function* caseReadings(): AsyncGenerator<MarkedReading> {
  const language = await loadLanguage();
  let offset = 0;
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
    yield { id, ...reading, labels, offset };
    offset += reading.analysis.words.length;
  }
  await language.close();
}

/**
 * The marked pairs of a PLV file, each as a report: an act that the codebook finds there with the class of the pair is right,
 * and the marked words are its sides. FOLDS is what `demarche_training.coding --folds` wrote for the same file: the evidence of
 * each sentence is that of weights that have not seen it.
 */
export async function* pairReadings(path: string, folds: string): AsyncGenerator<MarkedReading> {
  const { pairs } = readGoldPairs(readFileSync(path, "utf8"), path);
  const held = readFileSync(join(folds, "evidence.jsonl"), "utf8").trim().split("\n").map((l) => JSON.parse(l));
  if (held.length !== pairs.length) throw new Error("as many sentences in FOLDS as in the file of pairs expected");
  const language = await loadLanguage();
  const shipped = { ...loadCoderWeights() };
  let offset = 0;
  for (const [i, { sentence, sources, targets, root }] of pairs.entries()) {
    Object.assign(loadCoderWeights(), JSON.parse(readFileSync(join(folds, `${held[i].fold}.json`), "utf8")));
    const report = reportOf(sentence, undefined);
    const { evidence, ...analysis } = await language.analyse(report);
    const scores = held[i].evidence.flat().map((s: number) => Math.round(s * evidence!.unit));
    const reading = draftsOf(report, { ...analysis, evidence: { ...evidence!, scores } });
    const act = reading.drafts.drafts.map((d) => d.act).find((a) => plvClassOf(a) === root);
    const side = (spans: readonly Span[]) => spans.map((span) => ({ span }));
    const labels = new Map<Word, GoldEvent | undefined>();
    if (act) {
      const { trigger } = act.match.frame;
      labels.set(trigger, { trigger, type: act.type, status: act.status, sources: side(sources), targets: side(targets) });
    }
    yield { id: `pair ${held[i].fold} ${i}`, ...reading, labels, offset };
    offset += reading.analysis.words.length;
  }
  Object.assign(loadCoderWeights(), shipped);
  await language.close();
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
  const side = (list: Roles["sources"]) => list.map(({ actor }) => (actor.known ? { code: actorCode(actor.value) } : {}));
  return { trigger, type, status, sources: side(sources), targets: side(targets) };
}

function draftsOf(report: Report, { acts: _, ...analysis }: Analysis) {
  const { mentions, statements, places } = readAnalysed(report, analysis, { alone: "codebook" });
  const cast = new Cast(analysis, mentions, statements, places);
  return { report, analysis, cast, drafts: draftEvents(cast, loadCodebook()) };
}
