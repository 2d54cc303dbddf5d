import { STATUSES } from "../../event/event.js";
import { loadStates } from "../../knowledge/states.js";
import { dayAfter } from "../../record/day.js";
import { cameoCode, quadClass } from "../cameo-code.js";
import { daysOf, dyadQuery, dyads, type Party, reviewedParties } from "../dyad.js";
import type { Cell, Column, ExportTable, LedgerRow } from "../table.js";
import { eventsLeftOut, PROBABILITY } from "./events.js";

const party = (actor: "Actor1" | "Actor2"): Column[] => [
  {
    name: `${actor}Code`,
    type: "string",
    description: "State or known group, then the role: USAGOV; empty where unknown.",
  },
  {
    name: `${actor}Name`,
    type: "string",
    quoted: true,
    description: "The person, the agency, or the report's words.",
  },
  {
    name: `${actor}CountryCode`,
    type: "string",
    description: "The state, ISO 3166-1 alpha-3; CAMEO's own codes differ for a few states.",
  },
  {
    name: `${actor}KnownGroupCode`,
    type: "string",
    description: "An organisation's code, as demarche knows it: UNO, EUU, ...",
  },
  { name: `${actor}Type1Code`, type: "string", description: "Role: PLOVER's sector, mostly as in CAMEO." },
];

/** Event data in the manner of CAMEO and GDELT. */
export const cameo: ExportTable = {
  name: "cameo",
  title: "Events in the manner of CAMEO and GDELT",
  description:
    "One row for each source and target of an event, under the names of the columns of GDELT's event table that the ledger can fill. Codes by PLOVER's crosswalk of 2021 (CAMEO2PLOVER-2021.txt), read backwards: as that gives most types several codes, an event has the code that leaves open what its type leaves open (040, consult, not specified below), or the code of its mode. Both directions of what is mutual. CAMEO has no status: what is planned is 03 (cooperation) or 13 (conflict in deeds), what is demanded 10, cooperation that is denied 12; what may be, what depends on a condition and conflict that is denied are left out. Nothing is filled in: GDELT takes the day of publication where no day is told, here it is empty. The Goldstein scale is a function of EventCode and is not repeated.",
  primaryKey: ["GLOBALEVENTID"],
  columns: [
    {
      name: "GLOBALEVENTID",
      type: "string",
      description: "The event's identifier and the number of the pair; GDELT has numbers.",
    },
    { name: "SQLDATE", type: "integer", description: "The day as YYYYMMDD, where the report tells one." },
    { name: "MonthYear", type: "integer", description: "The month as YYYYMM, where the report tells one." },
    { name: "Year", type: "integer", description: "The year, where the report tells one." },
    ...party("Actor1"),
    ...party("Actor2"),
    { name: "EventCode", type: "string", description: "CAMEO code; a string, as it begins with zeros." },
    { name: "EventBaseCode", type: "string", description: "Its first three digits." },
    { name: "EventRootCode", type: "string", description: "Its first two digits." },
    {
      name: "QuadClass",
      type: "integer",
      description: "1 cooperation in words, 2 in deeds, 3 conflict in words, 4 in deeds.",
    },
    { name: "ActionGeo_FullName", type: "string", description: "Name of the place where it was." },
    {
      name: "ActionGeo_CountryCode",
      type: "string",
      description: "Country of the place, ISO 3166-1 alpha-3; GDELT has FIPS 10-4.",
    },
    { name: "ActionGeo_Lat", type: "number", description: "Latitude of the place in degrees, WGS 84." },
    { name: "ActionGeo_Long", type: "number", description: "Longitude of the place in degrees, WGS 84." },
    { name: "Published", type: "date", description: "Not GDELT's: day on which the report was published." },
    { name: "Event", type: "string", description: "Not GDELT's: identifier in the table of events." },
    { name: "Report", type: "string", report: true, description: "Not GDELT's: identifier of the report." },
    { name: "Status", type: "string", values: STATUSES, description: "Not GDELT's: the status." },
    { name: "Probability", ...PROBABILITY, description: `Not GDELT's. ${PROBABILITY.description}` },
  ],
  query: dyadQuery,
  reviewed: reviewedParties,
  leftOut: eventsLeftOut,
  rows: (row) =>
    dyads(row).map(({ id, type, mode, source, target }) => {
      const code = cameoCode(type, mode);
      return [
        id,
        ...dates(row),
        ...cells(source),
        ...cells(target),
        code,
        code.slice(0, 3),
        code.slice(0, 2),
        quadClass(code),
        row.place ?? null,
        row.place_country ?? null,
        row.latitude ?? null,
        row.longitude ?? null,
        row.published ?? null,
        row.id ?? null,
        row.report ?? null,
        row.status ?? null,
        row.probability ?? null,
      ];
    }),
};

function cells(party: Party | undefined): Cell[] {
  const { code = null, sector = null } = party ?? {};
  const isState = code !== null && loadStates().has(code);
  const name = party?.person ?? party?.agency ?? party?.words ?? null;
  return [code && code + (sector ?? ""), name, isState ? code : null, isState ? null : code, sector];
}

/** Day, month and year, each only where all days of the event's time have the same. */
function dates(row: LedgerRow): Cell[] {
  const days = daysOf(row);
  if (!days) return [null, null, null];
  const last = dayAfter(days.end, -1);
  return [10, 7, 4].map((length) => {
    const [first, end] = [days.start, last].map((day) => day.slice(0, length));
    return first === end ? Number(first!.replaceAll("-", "")) : null;
  });
}
