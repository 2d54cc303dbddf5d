import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadLanguage } from "../../src/language/language.js";
import { Ledger } from "../../src/ledger/ledger.js";
import { dispute } from "./dispute.js";
import { readText } from "./read-text.js";
import { makeReport, ReadingMaker, sampleReading } from "./reading.js";

/** A folder for one test file, and what does away with it. */
export function scratch(): { readonly path: (name: string) => string; readonly discard: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "demarche-export-"));
  return {
    path: (name) => join(folder, name),
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Words that are hard on every format. */
export const AWKWARD = '=SUM(A1), said "Norway",\n\t-2 and 😀 … x\r\nnext';

/** A ledger with one of everything, a dispute told by two outlets, and a report full of awkward characters. */
export async function sampleLedger(path: string): Promise<Ledger> {
  const ledger = await Ledger.open(path, { readerVersion: "test" });
  await ledger.add(sampleReading());
  for (const outlet of ["Strelsau Post", "Oslo Wire"])
    await ledger.add(
      dispute(
        [
          { source: "NOR", type: "REQUEST", target: "RUR", words: "demands fair fees", day: "2019-03-04" },
          { source: "RUR", type: "REJECT", target: "NOR", words: "rejects fair fees", day: "2019-03-06" },
          { source: "NOR", type: "SANCTION", target: "RUR", words: "cuts imports", status: "planned" },
          { source: "NOR", type: "ASSAULT", target: "RUR", words: "struck ships", status: "denied" },
        ],
        { published: "2019-03-07", outlet, heading: `${outlet} on the strait` },
      ),
    );
  const maker = new ReadingMaker(makeReport([AWKWARD]));
  const norway = maker.mention("Norway", { code: "NOR" });
  maker.event("ACCUSE", "said", [norway], [], { what: maker.span('=SUM(A1), said "Norway",\n\t-2 and 😀') });
  await ledger.add(maker.reading());
  return ledger;
}

/** The same ledger with two reports that the model reads, so that no table is empty. */
export async function fullLedger(path: string): Promise<Ledger> {
  const ledger = await sampleLedger(path);
  const language = await loadLanguage();
  for (const [outlet, text] of Object.entries(READ))
    await ledger.add(await readText(language, text, { published: "2018-04-13", outlet }));
  await language.close();
  return ledger;
}

const READ = {
  "Nordic Herald":
    "Norway blames Sweden's salmon farms, 25 hurt\n\nNorway accused Sweden on Monday of poisoning fish near Bergen through its salmon farms, and 25 people were injured in protests. Sweden is Norway's largest trading partner. Sweden's salmon farms sell most of their fish to Norway.",
  "Baltic Post":
    "Sweden's salmon farms blamed by Norway, 27 hurt\n\nNorway accused Sweden on Monday of poisoning fish near Bergen, and 27 people were injured in protests. Sweden's salmon farms are the largest of the region.",
};
