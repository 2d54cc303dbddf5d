/**
 * Scores events from raw sentences as `demarche evaluate coding` does, each sentence by weights that have not seen it:
 *
 *     npx tsx training/coding/held-out.ts GOLD.jsonl FOLDS ACTS [RESULTS.tsv]
 *
 * GOLD is `plv.jsonl` as `gold.py` writes it, FOLDS what `demarche_training.coding --folds` wrote for the same sentences
 * in the same order, ACTS the folds' models of the coder of acts (`demarche_training.acts models`). RESULTS gets a line a sentence: its fold, and what of the event was found.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { evaluateCoding } from "../../src/evaluate/coding.js";
import type { CodingResult } from "../../src/evaluate/coding-score.js";
import { loadActWeights, parseActWeights } from "../../src/event/act-weights.js";
import { EVIDENCE_COLUMNS, loadCoderWeights, ROLE_COLUMNS } from "../../src/event/coder-weights.js";
import { loadLanguage } from "../../src/language/language.js";
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
for (const fold of new Set(held.map((h) => h.fold))) {
  const own = sentences.map((_, i) => i).filter((i) => held[i]!.fold === fold);
  writeFileSync(join(work, "gold.jsonl"), own.map((i) => `${sentences[i]}\n`).join(""));
  Object.assign(loadCoderWeights(), JSON.parse(readFileSync(join(folds, `${fold}.json`), "utf8")));
  const weights = parseActWeights(readFileSync(join(acts, `${fold}`, "acts.tsv"), "utf8"));
  Object.assign(loadActWeights(), weights);
  const language = await loadLanguage({ folder: join(acts, `${fold}`) });
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
  await language.close();
}
rmSync(work, { recursive: true });
const share = (part: keyof CodingResult) =>
  (100 * found.filter((f) => f?.[part]).length) / Math.max(1, found.length);
console.log(PARTS.map((part) => `${part} ${share(part).toFixed(1)}`).join(" "));
if (results) {
  const lines = found.map((f, i) => [i, held[i]!.fold, ...PARTS.map((part) => Number(f?.[part] ?? false))].join("\t"));
  writeFileSync(results, `${["row", "fold", ...PARTS].join("\t")}\n${lines.join("\n")}\n`);
}
