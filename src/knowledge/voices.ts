import { fold } from "./fold.js";
import { list, readTable } from "./table.js";

let voices: ReadonlyMap<string, string> | undefined;

/** The state that owns an outlet or speaks through it, by the outlet's name ("Xinhua": CHN); undefined for any other. */
export function stateOfVoice(outlet: string): string | undefined {
  voices ??= new Map(
    readTable("media.tsv", ["code", "name", "also", "agency", "voice"])
      .filter((row) => row.voice === "state")
      .flatMap((row) =>
        [row.name, row.agency, ...list(row.also)].map((name) => [bare(name), row.code] as const),
      ),
  );
  return voices.get(bare(outlet));
}

function bare(name: string): string {
  return fold(name).replace(/^the /, "");
}
