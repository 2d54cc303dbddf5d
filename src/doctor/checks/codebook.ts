import { fileURLToPath } from "node:url";
import { type Check, good, wrong } from "../check.js";

const FOLDER = fileURLToPath(new URL("../../../codebook", import.meta.url));

/** The codebook has no problems and can be compiled. */
export const codebook: Check = {
  name: "codebook",
  run: async () => {
    const { checkCodebook } = await import("../../event/check-codebook.js");
    const { loadCodebook } = await import("../../event/codebook.js");
    const { problems, files } = checkCodebook(FOLDER);
    const [first] = problems;
    if (first)
      return wrong(
        `${first.file}:${first.line ?? 1}: ${first.sentence}`,
        `Run demarche codebook check ${FOLDER} for all ${problems.length}, or install demarche again.`,
      );
    loadCodebook();
    return good(`${files.length} event types`);
  },
};
