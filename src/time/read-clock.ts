import type { Atom } from "./atoms.js";
import { afterCurrency, digits, type Reader, wordList } from "./read.js";
import { loadVocabulary } from "./vocabulary.js";

const zones = wordList("zone");

/** "10:35 a.m.", "5 p.m. EST", "1400 GMT", "14:00", "noon". */
export const clock: Reader = (atoms, at) => {
  const named = loadVocabulary().classes.get("moment")?.get(atoms[at]!.text);
  if (named) return { to: at + 1, fields: named };
  const atom = atoms[at]!;
  if (atom.kind !== "digits" || afterCurrency(atoms, at)) return undefined;
  let hour = digits(atom, 2);
  let minute = 0;
  let to = at + 1;
  const colon = atoms[to];
  const after = atoms[to + 1];
  if (hour !== undefined && colon?.text === ":" && colon.joined && after?.joined && after.text.length === 2) {
    minute = digits(after, 2) ?? 60;
    to += 2;
  } else if (hour === undefined && atom.text.length <= 5 && /^\d{1,2}\.\d{2}$/.test(atom.text)) {
    hour = Number(atom.text.split(".")[0]);
    minute = Number(atom.text.split(".")[1]);
  } else if (hour === undefined && atom.text.length === 4 && zones.has(atoms[to]?.text ?? "")) {
    hour = Number(atom.text.slice(0, 2));
    minute = Number(atom.text.slice(2));
  }
  const colons = to === at + 3;
  const half = meridiem(atoms, to);
  if (half) {
    if (hour === undefined || hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.pm ? 12 : 0);
    to = half.to;
  }
  const oclock = atoms[to]?.text === "o" && atoms[to + 1]?.text === "'" && atoms[to + 2]?.text === "clock";
  if (oclock) to += 3;
  const zone = zones.has(atoms[to]?.text ?? "");
  if (!half && !colons && !oclock && !(zone && atom.text.length === 4)) return undefined;
  if (hour === undefined || hour > 24 || minute > 59) return undefined;
  if (zone) to++;
  const text = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return { to, fields: { clock: text } };
};

function meridiem(atoms: readonly Atom[], at: number): { to: number; pm: boolean } | undefined {
  const text = atoms[at]?.text;
  if (text === "am" || text === "pm") return { to: at + 1, pm: text === "pm" };
  if ((text !== "a" && text !== "p") || atoms[at + 1]?.text !== "." || atoms[at + 2]?.text !== "m")
    return undefined;
  return { to: atoms[at + 3]?.text === "." ? at + 4 : at + 3, pm: text === "p" };
}
