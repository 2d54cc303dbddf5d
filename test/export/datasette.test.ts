import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleLedger, scratch } from "../support/exported.js";
import { python, pythonHas } from "../support/python.js";

const datasette = pythonHas("datasette");
const folder = scratch();
const path = folder.path("sample.db");
const ADDRESSES = [
  "who_did_what_to_whom.json?_shape=array&type=SANCTION",
  "who_said_what.json?_shape=array",
  "who_answered_whom.json?_shape=array",
  "who_held_which_office.json?_shape=array",
  "statements.json?_shape=array&_labels=on",
  "events.json?_shape=array&_search=imports",
  "paragraphs.json?_shape=array&_search=diplomats",
];
const SCRIPT = `
import asyncio, json, sys
from datasette.app import Datasette
async def answers(path, addresses):
    client = Datasette([path]).client
    return [(await client.get("/sample/" + address)).json() for address in addresses]
print(json.dumps(asyncio.run(answers(sys.argv[1], sys.argv[2:]))))`;

type Answer = readonly Readonly<Record<string, unknown>>[];
let answers: readonly Answer[];

beforeAll(async () => {
  if (!datasette) return;
  await (await sampleLedger(path)).close();
  answers = JSON.parse(await python(["-c", SCRIPT, path, ...ADDRESSES]));
});
afterAll(folder.discard);

describe.skipIf(!datasette)(
  `Datasette${datasette ? "" : ": skipped, no Python with datasette here"}, on the ledger as it is`,
  () => {
    it("shows the views", () => {
      const [acts, said, answered, offices] = answers as [Answer, Answer, Answer, Answer];
      expect(acts).toHaveLength(2);
      expect(acts[0]).toMatchObject({ source: "NOR", target: "RUR", status: "planned" });
      expect([said.length, answered.length]).toEqual([1, 1]);
      expect(offices).toBeInstanceOf(Array);
    });

    it("follows foreign keys to the report's title", () => {
      const [row] = answers[4]!;
      expect(row?.report).toMatchObject({ label: "Ruritania Rejects Call to Open Its Harbour" });
    });

    it("searches", () => {
      expect(answers[5]!.map(({ type }) => type)).toEqual(["SANCTION", "SANCTION"]);
      expect(answers[6]).toHaveLength(1);
    });
  },
);
