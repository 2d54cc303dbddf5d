import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { gunzipSync } from "node:zlib";

const usual = [
  new URL("../../shared/data/stories/stories-dev.jsonl.gz", import.meta.url).pathname,
  new URL("../samples", import.meta.url).pathname,
];

/**
 * The texts of at most `limit` reports: from a folder of text and HTML files, or from JSON Lines with a field `text`
 * (gzipped or not). Without a path, the stories of the shared data where they are, else the sample reports.
 */
export function loadTexts(path, limit) {
  const from = path ?? usual.find((candidate) => existsSync(candidate));
  if (!from || !existsSync(from))
    throw new Error(`No reports at ${from ?? usual.join(" or ")}: give --reports PATH`);
  const texts = statSync(from).isDirectory() ? fromFolder(from) : fromLines(from);
  return { from, texts: texts.slice(0, limit) };
}

function fromFolder(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => [".txt", ".html", ".htm"].includes(extname(name)))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

function fromLines(path) {
  const bytes = readFileSync(path);
  const source = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
  return source
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line).text);
}
