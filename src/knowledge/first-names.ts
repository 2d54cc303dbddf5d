import { fold } from "./fold.js";
import { readTable } from "./table.js";

let genders: ReadonlyMap<string, "m" | "f"> | undefined;

/** The gender that a first name nearly always tells, undefined for one that does not or is not listed. */
export function genderOfFirstName(name: string): "m" | "f" | undefined {
  genders ??= new Map(
    ["first-names.tsv", "first-names-world.tsv"].flatMap((file) =>
      readTable(file, ["name", "gender"]).map(
        (row) => [fold(row.name), row.gender === "f" ? "f" : "m"] as const,
      ),
    ),
  );
  return genders.get(fold(name));
}
