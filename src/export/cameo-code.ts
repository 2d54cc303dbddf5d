import type { EventType } from "../event/event.js";

/*
 * PLOVER's crosswalk of 2021 (openeventdata/PLOVER, CAMEO2PLOVER-2021.txt) gives CAMEO codes a type and a mode. Read
 * backwards it names several codes for most types, so that an event gets the code that leaves open what the type leaves
 * open: CAMEO's "not specified below", or that of the mode where all codes of the mode begin with it. Of two roots for one
 * type it is the one whose definition is the type's: 11 (disapprove) for ACCUSE, 18 (assault) for ASSAULT.
 */
const CODES: Readonly<Record<EventType, string>> = {
  AGREE: "030",
  CONSULT: "040",
  SUPPORT: "050",
  COOPERATE: "060",
  AID: "070",
  CONCEDE: "080",
  RETREAT: "080",
  REQUEST: "100",
  ACCUSE: "110",
  REJECT: "120",
  THREATEN: "130",
  PROTEST: "140",
  MOBILIZE: "150",
  SANCTION: "160",
  COERCE: "170",
  ASSAULT: "180",
};

const MODES: Readonly<Record<string, string>> = {
  "CONSULT/phone": "041",
  "CONSULT/visit": "042",
  "CONSULT/host": "043",
  "RETREAT/release": "084",
  "RETREAT/access": "086",
  "RETREAT/disarm": "087",
  "RETREAT/ceasefire": "0871",
  "ACCUSE/investigate": "090",
  "PROTEST/demo": "141",
  "PROTEST/hunger": "142",
  "PROTEST/boycott": "143",
  "PROTEST/obstruct": "144",
  "PROTEST/riot": "145",
  "SANCTION/expel": "166",
  "COERCE/arrest": "173",
  "COERCE/deport": "174",
  "COERCE/curfew": "1723",
  "ASSAULT/abduct": "181",
  "ASSAULT/beat": "182",
  "ASSAULT/torture": "1822",
};

/** The CAMEO code of a type and mode, as exact as the crosswalk allows. */
export function cameoCode(type: EventType, mode: string | undefined): string {
  return MODES[`${type}/${mode}`] ?? CODES[type];
}

/** GDELT's class of a CAMEO code: 1 and 2 cooperation in words and deeds, 3 and 4 conflict. */
export function quadClass(code: string): 1 | 2 | 3 | 4 {
  const root = Number(code.slice(0, 2));
  if (root <= 5) return 1;
  if (root <= 8) return 2;
  return root <= 13 ? 3 : 4;
}
