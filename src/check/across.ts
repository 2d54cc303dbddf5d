import type { Story } from "../ledger/stories/story.js";
import type { Reading } from "../reading/reading.js";
import type { CheckedRow } from "./checked.js";
import type { GoldAcross } from "./gold-reading.js";
import { isPerson } from "./who.js";
import { mainWords, occurrences } from "./words.js";

/** A gold event: its file, its trigger, and the ledger's row, where there is one. */
export interface Named {
  readonly gold: string;
  readonly trigger: string;
  readonly row?: string;
}

/** One record of a report that tells something, or words alone. */
export interface Told {
  /** Identifier of the event or statement. */
  readonly id?: string;
  readonly report: string;
  readonly words: string;
}

/** Two sides that do not sit well together, or of which one came after the other. */
export interface Opposed {
  readonly id: string;
  readonly first: Told;
  readonly second: Told;
}

/** What an actor holds. */
export interface Held {
  readonly id: string;
  readonly code: string;
  readonly stands: readonly Told[];
}

/** A position that changed, from first to second. */
export interface Changed extends Opposed {
  readonly code: string;
  readonly person?: string;
}

/** What the ledger says across its reports; what is absent is not kept in it. */
export interface AcrossInput {
  /** Readings by the name of their gold file. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** Gold events by their identifiers. */
  readonly named: ReadonlyMap<string, Named>;
  readonly stories: readonly Story[];
  readonly tensions?: readonly Opposed[];
  readonly positions?: readonly Held[];
  readonly changes?: readonly Changed[];
}

/** A verdict on a gold row. */
type Verdict = Pick<CheckedRow, "state" | "differs"> & { readonly row?: string };

const MISSING: Verdict = { state: "missing", differs: [] };
const NOT_KEPT: Verdict = { state: "not kept", differs: ["this ledger keeps nothing of the kind"] };
/** The least of its words that a side told in words must share. */
const SAME_WORDS = 0.5;

/** What several reports say together. */
export function checkAcross(gold: readonly GoldAcross[], input: AcrossInput, name: string): CheckedRow[] {
  return gold.map((row, g) => ({
    kind: "checked",
    section: "across",
    gold: name,
    name: `across ${g + 1}`,
    words: describe(row),
    may: row.may,
    ...verdictOn(row, input),
  }));
}

function verdictOn(gold: GoldAcross, input: AcrossInput): Verdict {
  switch (gold.kind) {
    case "same person":
      return samePerson(gold.name, gold.in, input);
    case "same dispute":
      return sameDispute([...gold.between, ...(gold.about ? [gold.about] : [])], input);
    case "position held again":
      return heldAgain(gold.actor, gold.in, input);
    case "tension":
      return opposed(gold.first, gold.second, input.tensions, input);
    case "position changed": {
      const of = input.changes?.filter(
        ({ code, person }) =>
          code === gold.actor?.split(".")[0] && (gold.person === undefined || isPerson(gold.person, person)),
      );
      return opposed(gold.from, gold.to, of, input);
    }
  }
}

/** Each of the reports names the person, and all mean somebody of one state. */
function samePerson(name: string, reports: readonly string[], { readings }: AcrossInput): Verdict {
  const codes = reports.map((report) => {
    const actors = readings.get(report)?.mentions.flatMap((mention) => mention.actors) ?? [];
    return new Set(actors.filter(({ person }) => isPerson(name, person)).map(({ code }) => code));
  });
  const common = [...(codes[0] ?? [])].find((code) => codes.every((set) => set.has(code)));
  if (common !== undefined) return { state: "found", differs: [] };
  const without = reports.filter((_, i) => codes[i]!.size === 0);
  return { state: "missing", differs: without.map((report) => `${report} does not name that person`) };
}

/** One story holds all reports, and each of them names the actors. */
function sameDispute(actors: readonly string[], { readings, stories }: AcrossInput): Verdict {
  const ids = [...readings.values()].map(({ report }) => report.id);
  const story = stories.find(({ reports }) => ids.every((id) => reports.some((report) => report.id === id)));
  const silent = [...readings].flatMap(([report, { mentions }]) => {
    const named = new Set(mentions.flatMap((mention) => mention.actors.map(({ code }) => code)));
    return actors.filter((code) => !named.has(code)).map((code) => `${report} does not name ${code}`);
  });
  if (!story) return { state: "missing", differs: ["no story holds all reports", ...silent] };
  return { state: silent.length === 0 ? "found" : "wrong", row: story.id, differs: silent };
}

/** One position of the actor rests on rows of each of the reports; rows that it does not rest on are particulars. */
function heldAgain(actor: string | null, events: readonly string[], input: AcrossInput): Verdict {
  if (!input.positions) return NOT_KEPT;
  const wanted = events.flatMap((id) => ({ id, ...input.named.get(id) }));
  const reports = new Set(wanted.map(({ gold }) => gold));
  const fitting = input.positions
    .filter(({ code }) => code === actor?.split(".")[0])
    .map(({ id, stands }) => ({
      id,
      held: wanted.filter((event) => stands.some((stand) => tells(stand, input.named.get(event.id), input))),
    }))
    .filter(({ held }) => new Set(held.map(({ gold }) => gold)).size === reports.size)
    .sort((a, b) => b.held.length - a.held.length)[0];
  if (!fitting) return MISSING;
  const without = wanted.filter((event) => !fitting.held.includes(event));
  return { state: "found", row: fitting.id, differs: without.map(({ id }) => `does not rest on ${id}`) };
}

function opposed(
  first: string,
  second: string,
  pairs: readonly Opposed[] | undefined,
  input: AcrossInput,
): Verdict {
  if (!pairs) return NOT_KEPT;
  const fits = (one: string, other: string) =>
    pairs.find((pair) => isSide(one, pair.first, input) && isSide(other, pair.second, input));
  const found = fits(first, second) ?? fits(second, first);
  return found ? { state: "found", row: found.id, differs: [] } : MISSING;
}

/** True where a record is the gold event's, or has its trigger among its words. */
function tells(told: Told, event: Named | undefined, { readings }: AcrossInput): boolean {
  if (!event) return false;
  if (event.row !== undefined && told.id === event.row) return true;
  return (
    readings.get(event.gold)?.report.id === told.report && occurrences(told.words, event.trigger).length > 0
  );
}

/** A side is named by an event ("a11", "a11: ...") or by words, with the gold file in brackets ("... (001)"). */
function isSide(named: string, side: Told, input: AcrossInput): boolean {
  const event = input.named.get(/^\w+/.exec(named)?.[0] ?? "");
  if (event) return tells(side, event, input);
  const [, words = named, file] = /^(.*?)(?:\s*\((\w+)\))?$/.exec(named) ?? [];
  if (file !== undefined && input.readings.get(file)?.report.id !== side.report) return false;
  const [wanted, met] = [mainWords(words), mainWords(side.words)];
  return [...wanted].filter((word) => met.has(word)).length >= SAME_WORDS * wanted.size;
}

function describe(gold: GoldAcross): string {
  switch (gold.kind) {
    case "same person":
      return `same person: ${gold.name} in ${gold.in.join(", ")}`;
    case "same dispute":
      return `same dispute: ${gold.between.join(", ")}${gold.about ? ` about ${gold.about}` : ""}`;
    case "position held again":
      return `position held again: ${gold.actor} ${gold.position} (${gold.in.join(", ")})`;
    case "tension":
      return `tension: ${gold.first} / ${gold.second}`;
    case "position changed":
      return `position changed: ${gold.person ?? gold.actor} from ${gold.from} to ${gold.to}`;
  }
}
