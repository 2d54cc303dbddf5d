import { loadCodebookFrom } from "../event/codebook.js";
import { readActorFile } from "../knowledge/actor-file.js";
import { knowledgeWith } from "../knowledge/knowledge.js";
import type { Report } from "../report/report.js";
import { readerHere } from "./reader.js";
import type { OwnFiles } from "./reader-process.js";

// The program of `readerProcess`: reports in, their readings out, in order, until the one that asks is gone.

const { actors, codebook } = JSON.parse(process.argv[2]!) as OwnFiles;
const file = actors === undefined ? undefined : readActorFile(actors).file;
const reader = readerHere({
  knowledge: file && knowledgeWith(file),
  codebook: codebook === undefined ? undefined : loadCodebookFrom(codebook),
});
let last: Promise<unknown> = Promise.resolve();
process.on("message", (reports: readonly Report[]) => {
  last = last.then(async () => process.send!(await reader.read(reports)));
});
process.on("disconnect", () => process.exit());
// Ctrl+C reaches this process too; the one that asks decides what becomes of it.
process.on("SIGINT", () => {});
