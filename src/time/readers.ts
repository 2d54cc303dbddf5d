import { type Reader, wordList, wordOf } from "./read.js";
import { clock } from "./read-clock.js";
import {
  bareMonth,
  bareSeason,
  day,
  holiday,
  holidayStarts,
  isoDate,
  month,
  season,
  slashDate,
  weekday,
} from "./read-date.js";
import { count, digit, nth } from "./read-number.js";
import { bareYear, decade, year } from "./read-year.js";
import { loadVocabulary } from "./vocabulary.js";

/** The classes that patterns.yaml may name. */
export const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["month", month],
  ["bare-month", bareMonth],
  ["weekday", weekday],
  ["season", season],
  ["bare-season", bareSeason],
  ["day", day],
  ["nth", nth],
  ["digit", digit],
  ["year", year],
  ["bare-year", bareYear],
  ["decade", decade],
  ["count", count],
  ["clock", clock],
  ["iso-date", isoDate],
  ["slash-date", slashDate],
  ["holiday", holiday],
  ...["weekdays", "part", "parts", "unit", "units", "single-unit", "unit-short", "deictic", "filler"].map(
    (name): [string, Reader] => [name, wordOf(name, name === "unit-short")],
  ),
]);

/** The atoms that a class can begin with; "0" stands for any number, "'" for an apostrophe. */
export function startsOf(name: string): readonly string[] {
  const words = (list: string) => [...(loadVocabulary().classes.get(list)?.keys() ?? [])];
  const { numbers: byName, ordinals } = loadVocabulary();
  const numbers = [...byName.keys()];
  switch (name) {
    case "month":
    case "bare-month":
      return [...words("month"), ...words("month-short")];
    case "bare-season":
      return words("season");
    case "weekday":
      return [...words("weekday"), ...words("weekday-short")];
    case "nth":
      return ["0", ...ordinals.keys(), ...numbers];
    case "year":
    case "bare-year":
      return ["0", "'", ...numbers];
    case "decade":
      return ["0", "'", ...words("decade")];
    case "count":
      return ["0", "a", "an", ...wordList("vague"), ...numbers];
    case "clock":
      return ["0", ...words("moment")];
    case "day":
    case "digit":
    case "iso-date":
    case "slash-date":
      return ["0"];
    case "holiday":
      return holidayStarts;
    default:
      return words(name);
  }
}
