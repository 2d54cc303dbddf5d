import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadTexts } from "./reports.js";

const LOAD = fileURLToPath(new URL("./load-knowledge.js", import.meta.url));

/**
 * How long all knowledge takes to load, each round in a process of its own, and what a look-up of a word costs.
 * Wall time counts where nothing else runs; processor time says what the work is.
 */
export async function run({ reports, limit, rounds }) {
  if (!existsSync(new URL("../dist/knowledge/knowledge.js", import.meta.url)))
    throw new Error("Nothing built: run `npm run build` first");
  const loads = [];
  for (let i = 0; i < rounds; i++) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [LOAD], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    loads.push(JSON.parse(stdout));
  }
  for (const name of Object.keys(loads[0])) {
    const wall = median(loads.map((load) => load[name].wall));
    const processor = median(loads.map((load) => load[name].processor));
    console.log(
      `${name.padEnd(20)} ${wall.toFixed(1).padStart(8)} ms  ${processor.toFixed(1).padStart(8)} ms processor`,
    );
  }
  const { shippedKnowledge } = await import("../dist/knowledge/knowledge.js");
  const { lexicon } = shippedKnowledge();
  const { texts } = loadTexts(reports, limit);
  const words = texts.flatMap((text) =>
    (text.match(/[\p{L}\p{N}.'-]+/gu) ?? []).map((form) => ({ form, lemma: form })),
  );
  const times = [];
  for (let i = 0; i < rounds + 1; i++) {
    const start = process.cpuUsage();
    for (let w = 0; w < words.length; w++) {
      lexicon.names(words, w, Math.min(w + 12, words.length));
      lexicon.roles(words, w, Math.min(w + 12, words.length));
    }
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / words.length);
  }
  console.log(
    `look-up              ${median(times.slice(1)).toFixed(2)} microseconds a word, names and roles, over ${words.length} words`,
  );
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}
