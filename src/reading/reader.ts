import { type Language, loadLanguage } from "../language/language.js";
import type { Refusal } from "../record/refusal.js";
import type { Report } from "../report/report.js";
import { type ReadOptions, readAll } from "./read.js";
import type { Reading } from "./reading.js";

/** What the user puts over what demarche ships. */
export type Own = Pick<ReadOptions, "knowledge" | "codebook">;

/** Reads reports, wherever that is done; loads what it needs when the first reports come. */
export interface Reader {
  /** What `readAll` gives for these reports; asked again before it has answered, it answers in the same order. */
  read(reports: readonly Report[]): Promise<(Reading | Refusal)[]>;
  /** Ends when what was asked is answered. */
  close(): Promise<void>;
}

/** Reads in the process that asks. */
export function readerHere(own: Own = {}, load: () => Promise<Language> = loadLanguage): Reader {
  let loading: Promise<Language> | undefined;
  return {
    async read(reports) {
      loading ??= load();
      return readAll(reports, await loading, own);
    },
    async close() {
      await (await loading)?.close();
    },
  };
}
