import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Check, good, type Outcome, wrong } from "../check.js";

const FOLDER = fileURLToPath(new URL("../../../models/en", import.meta.url));
const REINSTALL = "Install demarche again: that file is not the one that belongs to it.";

/** The weights are there, are those of this version, and read a sentence with the runtime. */
export const model: Check = {
  name: "model",
  run: async () => {
    const broken = await brokenWeights(FOLDER);
    if (broken) return broken;
    const runtime = await import("onnxruntime-node").catch((error: Error) => error);
    if (runtime instanceof Error)
      return wrong(
        `onnxruntime-node does not load: ${firstLine(runtime)}`,
        "Run npm install again on this machine; it needs Linux, macOS or Windows on x64 or arm64.",
      );
    return readsSentence();
  },
};

/** What is wrong with the weights in a folder by its SHA256SUMS, if anything. */
export async function brokenWeights(folder: string): Promise<Outcome | undefined> {
  const list = join(folder, "SHA256SUMS");
  if (!existsSync(list)) return wrong(`${list} is missing`, REINSTALL);
  for (const line of readFileSync(list, "utf8").trimEnd().split("\n")) {
    const [hash, name = ""] = line.split(/ +/);
    const path = join(folder, name);
    if (!existsSync(path)) return wrong(`${path} is missing`, REINSTALL);
    if (createHash("sha256").update(readFileSync(path)).digest("hex") !== hash)
      return wrong(`${path} is not as it was made`, REINSTALL);
  }
  return undefined;
}

const SENTENCE = "The ministry rejected the demand on Monday.";

async function readsSentence(): Promise<Outcome> {
  const { loadLanguage } = await import("../../language/language.js");
  const { readReport } = await import("../../report/read-report.js");
  const report = readReport({ origin: "-", content: SENTENCE });
  if (report.kind !== "report") return wrong("a sentence was refused", "Please report it.");
  const language = await loadLanguage();
  try {
    const { words } = await language.analyse(report);
    const verbs = words.filter(({ upos }) => upos === "VERB").map(({ form }) => form);
    return verbs.includes("rejected")
      ? good("weights as they were made; a sentence is read")
      : wrong(`a sentence is read wrongly: ${verbs.join(", ") || "no verb"}`, REINSTALL);
  } finally {
    await language.close();
  }
}

function firstLine(error: Error): string {
  return error.message.split("\n")[0]!;
}
