import { EVENT_TYPES, STATUSES } from "../../event/event.js";
import { loadStates } from "../../knowledge/states.js";
import { dayAfter } from "../../record/day.js";
import { quad } from "../coded-type.js";
import { daysOf, dyadQuery, dyads, type Party, reviewedParties } from "../dyad.js";
import type { Column, ExportTable, LedgerRow } from "../table.js";
import { eventsLeftOut, PROBABILITY } from "./events.js";

const party = (role: "Actor" | "Recipient"): Column[] => [
  {
    name: `${role} Name`,
    type: "string",
    description: "The person, the agency, or the code of who it is; empty where unknown.",
  },
  { name: `${role} Country`, type: "string", description: "The state, ISO 3166-1 alpha-3." },
  { name: `Primary ${role} Sector`, type: "string", description: "PLOVER's sector: GOV, MIL, ..." },
  { name: `${role} Name Raw`, type: "string", quoted: true, description: "The words of the report." },
];

/** Event data in the manner of POLECAT. */
export const polecat: ExportTable = {
  name: "polecat",
  title: "Events in the manner of POLECAT",
  description:
    "One row for each source and target of an event, under the names of the columns of POLECAT (Halterman et al., PLOVER and POLECAT, 2023) that the ledger can fill. Both directions of what is mutual. POLECAT has no status: what is planned is AGREE (cooperation) or THREATEN (conflict in deeds) here, what is demanded REQUEST, cooperation that is denied REJECT; what may be, what depends on a condition and conflict that is denied are left out. Nothing is filled in: a date, place or actor that the report does not tell is empty.",
  primaryKey: ["Event ID"],
  columns: [
    { name: "Event ID", type: "string", description: "The event's identifier and the number of the pair." },
    { name: "Event Date", type: "date", description: "The day, where the report tells one; else empty." },
    {
      name: "Event Type",
      type: "string",
      values: EVENT_TYPES,
      description: "PLOVER's type, with the status in it.",
    },
    {
      name: "Event Mode",
      type: "string",
      description: "PLOVER's mode; empty where the status made it another type.",
    },
    {
      name: "Quad Code",
      type: "string",
      values: ["VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"],
      description: "PLOVER's quad category of the type.",
    },
    ...party("Actor"),
    ...party("Recipient"),
    { name: "Placename", type: "string", description: "Name of the place where it was." },
    { name: "Country", type: "string", description: "Country of the place, ISO 3166-1 alpha-3." },
    { name: "Latitude", type: "number", description: "Latitude of the place in degrees, WGS 84." },
    { name: "Longitude", type: "number", description: "Longitude of the place in degrees, WGS 84." },
    { name: "Raw Placename", type: "string", quoted: true, description: "The words of the report." },
    { name: "Feature Type", type: "string", description: "How exact the place is: point, city, region, ..." },
    { name: "Source", type: "string", description: "Outlet of the report." },
    { name: "Publication Date", type: "date", description: "Day on which the report was published." },
    { name: "Event", type: "string", description: "Not POLECAT's: identifier in the table of events." },
    { name: "Report", type: "string", report: true, description: "Not POLECAT's: identifier of the report." },
    {
      name: "PLOVER Type",
      type: "string",
      values: EVENT_TYPES,
      description: "Not POLECAT's: the type itself.",
    },
    { name: "Status", type: "string", values: STATUSES, description: "Not POLECAT's: the status." },
    { name: "Probability", ...PROBABILITY, description: `Not POLECAT's. ${PROBABILITY.description}` },
  ],
  query: dyadQuery,
  reviewed: reviewedParties,
  leftOut: eventsLeftOut,
  rows: (row) =>
    dyads(row).map(({ id, type, mode, source, target }) => [
      id,
      eventDay(row),
      type,
      mode ?? null,
      quad(type),
      ...cells(source),
      ...cells(target),
      row.place ?? null,
      row.place_country ?? null,
      row.latitude ?? null,
      row.longitude ?? null,
      row.place_words ?? null,
      row.place_precision ?? null,
      row.outlet ?? null,
      row.published ?? null,
      row.id ?? null,
      row.report ?? null,
      row.type ?? null,
      row.status ?? null,
      row.probability ?? null,
    ]),
};

function cells(party: Party | undefined) {
  const code = party?.code ?? null;
  const country = code !== null && loadStates().has(code) ? code : null;
  const name = party?.person ?? party?.agency ?? code;
  return [name, country, party?.sector ?? null, party?.words ?? null];
}

function eventDay(row: LedgerRow): string | null {
  const days = daysOf(row);
  return days && dayAfter(days.end, -1) === days.start ? days.start : null;
}
