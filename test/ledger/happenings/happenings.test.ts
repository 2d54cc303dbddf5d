import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Ledger } from "../../../src/ledger/ledger.js";
import type { Reading } from "../../../src/reading/reading.js";
import { dispute, type Told } from "../../support/dispute.js";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-happenings-"));
  path = join(folder, "demarche.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

const SHELLING: Told = {
  source: "RUR",
  type: "MOBILIZE",
  words: "shelled harbour lighthouse Strelsau",
  target: "NOR",
  day: "2017-03-01",
};
const CALL: Told = {
  source: "NOR",
  type: "REQUEST",
  words: "urged withdrawal gunboats Strelsau",
  target: "RUR",
};

const zenda = () => dispute([SHELLING], { published: "2017-03-01", outlet: "Zenda Wire" });
const oslo = () =>
  dispute([SHELLING, CALL], { published: "2017-03-02", outlet: "Oslo Daily", heading: "morning" });

/** The happenings of a ledger of these readings, each as its triggers with the outlets that tell them. */
async function found(readings: readonly Reading[]): Promise<string[][]> {
  const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
  for (const reading of readings) await ledger.add(reading);
  const happenings = await ledger.happenings();
  await ledger.close();
  return happenings.map(({ events }) => events.map(({ trigger, outlet }) => `${trigger} (${outlet})`)).sort();
}

describe("happenings", () => {
  it("are told by several reports, each event linked with the reason", async () => {
    const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
    await ledger.add(zenda());
    await ledger.add(oslo());
    const [shelling, ...more] = await ledger.happenings({ fewest: 2 });
    expect(more).toEqual([]);
    expect(shelling).toMatchObject({
      kind: "happening",
      type: "MOBILIZE",
      reality: "done",
      firstDay: "2017-03-01",
      lastDay: "2017-03-01",
      firstPublished: "2017-03-01",
      lastPublished: "2017-03-02",
      sources: ["RUR"],
      targets: ["NOR"],
      reports: 2,
      outlets: 2,
      independentOutlets: 2,
    });
    const [first, second] = shelling!.events;
    expect(first).toMatchObject({ nearest: second!.id, outlet: "Zenda Wire", trigger: "shelled" });
    expect(second).toMatchObject({ nearest: first!.id });
    expect(second!.reasons).toEqual(
      expect.arrayContaining(["on 2017-03-01", "both are MOBILIZE", "by RUR", "against or to NOR"]),
    );
    expect(second!.points).toBeGreaterThan(3);
    expect(await ledger.get(shelling!.id)).toEqual(shelling);
    expect(await ledger.find(shelling!.id.slice(0, 8))).toEqual([
      { id: shelling!.id, kind: "happening", report: zenda().report.id },
    ]);
    await ledger.close();
  });

  it.each<[string, Told]>([
    ["another day", { ...SHELLING, day: "2017-03-09" }],
    ["another actor", { ...SHELLING, source: "SWE" }],
    [
      "another act",
      { source: "RUR", type: "REQUEST", words: "begged envoy banquet", target: "NOR", day: "2017-03-01" },
    ],
    ["what is only wanted", { ...SHELLING, status: "demanded" }],
  ])("stay two: %s", async (_, other) => {
    const reports = [
      zenda(),
      dispute([other], { published: "2017-03-02", outlet: "Oslo Daily", heading: "b" }),
    ];
    expect(await found(reports)).toHaveLength(2);
  });

  it("stay two where two people of one government speak", async () => {
    const by = (person: string, heading: string) =>
      dispute([{ ...CALL, words: `urged withdrawal ${heading} ${heading}ships ${heading}guns`, person }], {
        published: "2017-03-02",
        heading,
      });
    expect(await found([by("Kari Nordmann", "a"), by("Ola Nordmann", "b")])).toHaveLength(2);
    expect(await found([by("Kari Nordmann", "a"), by("Kari Nordmann", "b")])).toHaveLength(1);
  });

  it("count a copy with what it copies", async () => {
    const words = Array.from({ length: 60 }, (_, i) => `word${i}`).join(" ");
    const copy = (outlet: string, heading: string) =>
      dispute([{ ...SHELLING, words: `${SHELLING.words} ${words}` }], {
        published: "2017-03-01",
        outlet,
        heading,
      });
    const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
    await ledger.add(copy("Zenda Wire", "a"));
    await ledger.add(copy("Oslo Daily", "b"));
    expect((await ledger.happenings())[0]).toMatchObject({ reports: 2, outlets: 2, independentOutlets: 1 });
    await ledger.close();
  });

  it("are narrowed down by actors, days and story", async () => {
    const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
    await ledger.add(oslo());
    const count = async (filter: Parameters<Ledger["happenings"]>[0]) =>
      (await ledger.happenings(filter)).length;
    expect(await count({})).toBe(2);
    expect(await count({ between: ["RUR", "NOR"] })).toBe(2);
    expect(await count({ between: ["RUR", "SWE"] })).toBe(0);
    expect(await count({ about: ["SWE", "NOR"] })).toBe(2);
    expect(await count({ to: "2017-03-01" })).toBe(1);
    expect(await count({ from: "2017-03-02" })).toBe(1);
    const [story] = await ledger.stories();
    expect(await count({ story: story!.id.slice(0, 6) })).toBe(2);
    expect(await count({ story: "y0000" })).toBe(0);
    await ledger.close();
  });
});

describe("what a person decides", () => {
  it("parts an event for good, also when reports are read again, until it is joined again", async () => {
    const ledger = await Ledger.open(path, { readerVersion: "1" });
    await ledger.add(zenda());
    await ledger.add(oslo());
    const [shelling] = await ledger.happenings({ fewest: 2 });
    const [first, second] = shelling!.events;
    expect(await ledger.splitHappening(shelling!.id, second!.id, "another shelling")).toBe(true);
    expect(await ledger.happenings({ fewest: 2 })).toEqual([]);
    expect(await ledger.splitHappening(shelling!.id, first!.id)).toBe(false);
    await ledger.close();

    const again = await Ledger.open(path, { readerVersion: "2" });
    await again.add(oslo());
    await again.remove(zenda().report.id);
    await again.add(zenda());
    expect(await again.happenings({ fewest: 2 })).toEqual([]);
    const of = async (event: string) =>
      (await again.happenings()).find(({ events }) => events.some(({ id }) => id === event))!;
    expect(await again.joinHappenings((await of(first!.id)).id, (await of(second!.id)).id)).toBe(true);
    expect((await again.happenings({ fewest: 2 }))[0]!.events.map(({ id }) => id)).toEqual([
      first!.id,
      second!.id,
    ]);
    await again.close();
  });

  it("joins what nothing else would join, whatever comes later", async () => {
    const later = dispute([{ source: "SWE", type: "SANCTION", words: "froze accounts", day: "2017-06-01" }], {
      published: "2017-06-02",
    });
    const ledger = await Ledger.open(":memory:", { readerVersion: "1" });
    await ledger.add(zenda());
    await ledger.add(later);
    const [one, other] = await ledger.happenings();
    expect(await ledger.joinHappenings(one!.id, other!.id, "one campaign")).toBe(true);
    await ledger.add(oslo());
    const joined = await ledger.happenings({ fewest: 2 });
    expect(joined).toHaveLength(1);
    expect(joined[0]!.events.map(({ trigger }) => trigger)).toEqual(["shelled", "shelled", "froze"]);
    expect(joined[0]!.events[2]!.reasons).toEqual(["a person joined them"]);
    expect(await ledger.joinHappenings(joined[0]!.id, "h0")).toBe(false);
    await ledger.close();
  });
});
