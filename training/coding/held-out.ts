/**
 * Scores events from raw sentences as `demarche evaluate coding` does, each by weights that have not seen it; only those of the
 * PLV sentences count that the encoder has not learned from (`training/acts/split.ts`):
 *
 *     npx tsx training/coding/held-out.ts GOLD.jsonl FOLDS ACTS [RESULTS.tsv]
 *
 * GOLD is `plv.jsonl` as `gold.py` writes it, FOLDS what `demarche_training.coding --folds` wrote for the same sentences
 * in the same order, ACTS the folder with the folds' weights of the coder of acts (`demarche_training.acts`). RESULTS gets a line a sentence: its fold, and what of the event was found.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { evaluateCoding } from "../../src/evaluate/coding.js";
import type { CodingResult } from "../../src/evaluate/coding-score.js";
import { loadActWeights, parseActWeights } from "../../src/event/act-weights.js";
import { EVIDENCE_COLUMNS, loadCoderWeights, ROLE_COLUMNS } from "../../src/event/coder-weights.js";
import { loadLanguage } from "../../src/language/language.js";
import { foldOf, isKeptApart } from "../acts/split.js";
import type { Report } from "../../src/report/report.js";

const [gold, folds, acts, results] = process.argv.slice(2);
if (!gold || !folds || !acts) throw new Error("a gold file, a folder of folds and one of models expected");
const PARTS = ["source", "target", "both", "all"] as const;
const UNIT = 2;
const MOST = 127;
const linesOf = (path: string) => readFileSync(path, "utf8").trim().split("\n");
const sentences = linesOf(gold);
const held = linesOf(join(folds, "evidence.jsonl")).map((l) => JSON.parse(l) as { fold: number; evidence: number[][] });
if (held.length !== sentences.length) throw new Error("as many sentences in FOLDS as in GOLD expected");
const work = mkdtempSync(join(tmpdir(), "held-out-"));
const found: (CodingResult | undefined)[] = sentences.map(() => undefined);
const nameOf = (i: number) => `plv/${(JSON.parse(sentences[i]!) as { id: string }).id}`;
const unseenRows = sentences.map((_, i) => i).filter((i) => isKeptApart(nameOf(i)));
const language = await loadLanguage();
for (const key of new Set(unseenRows.map((i) => `${held[i]!.fold} ${foldOf(nameOf(i))}`))) {
  const [fold, weightsFold] = key.split(" ");
  const own = unseenRows.filter((i) => held[i]!.fold === Number(fold) && foldOf(nameOf(i)) === Number(weightsFold));
  writeFileSync(join(work, "gold.jsonl"), own.map((i) => `${sentences[i]}\n`).join(""));
  Object.assign(loadCoderWeights(), JSON.parse(readFileSync(join(folds, `${fold}.json`), "utf8")));
  Object.assign(loadActWeights(), parseActWeights(readFileSync(join(acts, `${weightsFold}.tsv`), "utf8")));
  let next = 0;
  const unseen = {
    analyseAll: async (reports: readonly Report[]) =>
      (await language.analyseAll(reports)).map((analysis) => {
        const rows = held[own[next++]!]!.evidence;
        const scores = rows.flat().map((s) => Math.max(-MOST, Math.min(MOST, Math.round(s * UNIT))));
        return { ...analysis, evidence: { classes: [...EVIDENCE_COLUMNS, ...ROLE_COLUMNS], unit: UNIT, scores } };
      }),
  };
  const out = join(work, "out.jsonl");
  await evaluateCoding(join(work, "gold.jsonl"), unseen, { out });
  for (const [k, line] of linesOf(out).entries()) found[own[k]!] = JSON.parse(line).results[0];
}
await language.close();
rmSync(work, { recursive: true });
const share = (part: keyof CodingResult) =>
  (100 * unseenRows.filter((i) => found[i]?.[part]).length) / Math.max(1, unseenRows.length);
console.log(`${unseenRows.length} sentences`, PARTS.map((part) => `${part} ${share(part).toFixed(1)}`).join(" "));
if (results) {
  const lines = unseenRows.map((i) => [i, held[i]!.fold, ...PARTS.map((part) => Number(found[i]?.[part] ?? false))].join("\t"));
  writeFileSync(results, `${["row", "fold", ...PARTS].join("\t")}\n${lines.join("\n")}\n`);
}
