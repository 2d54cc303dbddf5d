import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known, unknown } from "../../src/record/value.js";
import { problem } from "../../src/server/schemas/common.js";
import { reading as readingSchema } from "../../src/server/schemas/reading.js";
import { ROUTES } from "../../src/server/server.js";
import { arbitraryReading } from "../support/arbitrary-reading.js";
import { aboutSalmonFarms } from "../support/issue.js";
import { makeReport, ReadingMaker, sampleReading } from "../support/reading.js";
import { servedLedger } from "../support/server.js";

/** A report in which one state acts on another and is answered. */
function dispute(day: string) {
  const report = makeReport(
    [
      { text: `Norland bars ships <b>${day}</b>`, role: "title" },
      "Norland barred the ships of Sudland. Sudland said that it would answer.",
    ],
    { published: known(day, "given", "test"), outlet: known("The Gazette", "given", "test") },
  );
  const maker = new ReadingMaker(report);
  const norland = maker.mention("Norland", { code: "NRL", sector: "GOV" }, {}, 1);
  const sudland = maker.mention("Sudland", { code: "SDL" }, {}, 1);
  const target = maker.mention("Sudland", { code: "SDL" });
  maker.event("SANCTION", "barred", [norland], [target]);
  maker.statement("that it would answer", sudland, { act: "asserts", form: "indirect" });
  return maker.reading();
}

/** A report in which that act is denied. */
function denial(day: string) {
  const report = makeReport(["Sudland denied that Norland barred the ships of Sudland."], {
    published: known(day, "given", "test"),
    outlet: known("The Courier", "given", "test"),
  });
  const maker = new ReadingMaker(report);
  const speaker = maker.mention("Sudland", { code: "SDL" });
  const norland = maker.mention("Norland", { code: "NRL", sector: "GOV" });
  const target = maker.mention("Sudland", { code: "SDL" }, {}, 1);
  const denied = maker.statement("that Norland barred the ships of Sudland", speaker, { act: "denies" });
  maker.event("SANCTION", "barred", [norland], [target], { status: "denied", claimedBy: denied.id });
  return maker.reading();
}

const DAYS = ["2017-03-01", "2017-03-02", "2017-03-03", "2017-04-01", "2017-05-01"];
const readings = [sampleReading(), ...DAYS.map(dispute), denial("2017-03-03"), aboutSalmonFarms()];
const served = servedLedger(readings);

type Items = { items: { id: string; kind: string }[]; next?: string };
const items = async (address: string) => (await served.get(address)).body as Items;

describe("every answer", () => {
  it.each(ROUTES.map((route) => [route.path, route] as const))("%s is as described", async (path, route) => {
    const query = path === "/api/search" ? "?q=Norland" : "?limit=500";
    const list = path.replace("/{id}", "").replace("/explanations", "/events");
    const { items: rows = [] } = await items(`${list}${query}`);
    const ids = path.includes("{id}") ? rows.map((row) => row.id ?? (row as { code?: string }).code) : ["-"];
    if (!path.includes("readings")) expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      const { status, body } = await served.get(path.replace("{id}", encodeURIComponent(id!)) + query);
      expect(status, `${path} ${id}`).toBe(200);
      expect(route.response.parse(body), `${path} ${id}`).toEqual(body);
    }
  });

  it.each([
    ["/api/reports/r0", 404, "not-found"],
    ["/api/explanations/e0", 404, "not-found"],
    ["/api/actors/ZZZ", 404, "not-found"],
    ["/api/nothing", 404, "not-found"],
    ["/api/events?type=QUARREL", 400, "bad-request"],
    ["/api/reports?limit=0", 400, "bad-request"],
    ["/api/reports?from=yesterday", 400, "bad-request"],
    ["/api/search", 400, "bad-request"],
    ["/api/events?cursor=W10", 400, "bad-cursor"],
    ["/api/events?cursor=%00", 400, "bad-cursor"],
    ["/api/actors?cursor=none", 400, "bad-cursor"],
    ["/api/reports/%E0%A4%A", 400, "bad-request"],
    ["/api/../../package.json", 404, "not-found"],
  ])("%s is a problem of the one shape", async (address, status, code) => {
    const answer = await served.get(address);
    expect(answer.status).toBe(status);
    expect(problem.parse(answer.body)).toEqual(answer.body);
    expect(answer.body).toMatchObject({ error: { code } });
  });
});

it("describes whatever a reading may hold", () => {
  fc.assert(
    fc.property(arbitraryReading, ({ analysis, introductions, sought, ...rest }) => {
      // Calendar dates apart, which the arbitrary ones are not.
      const { published, ...particulars } = rest.report;
      const reading = { ...rest, report: { ...particulars, published: unknown("not known") } };
      expect(readingSchema.parse(reading)).toEqual(reading);
    }),
    { numRuns: 50 },
  );
});

describe("pages", () => {
  it.each(["reports", "statements", "events", "happenings", "stories", "actors"])(
    "of %s join to the whole list, whatever their size",
    async (list) => {
      const whole = (await items(`/api/${list}?limit=500`)).items;
      expect(whole.length).toBeGreaterThan(1);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 7 }), async (limit) => {
          const joined: unknown[] = [];
          for (let next: string | undefined = ""; next !== undefined; ) {
            const page: Items = await items(`/api/${list}?limit=${limit}${next && `&cursor=${next}`}`);
            expect(page.items.length).toBeLessThanOrEqual(limit);
            joined.push(...page.items);
            next = page.next;
          }
          expect(joined).toEqual(whole);
        }),
        { numRuns: 7 },
      );
    },
  );
});

describe("filters", () => {
  const count = async (address: string) => (await items(address)).items.length;
  it.each([
    ["/api/reports?from=2017-03-02&to=2017-04-01&outlet=The%20Gazette", 3],
    ["/api/reports?between=NRL,SDL", 6],
    ["/api/reports?between=NRL,QQQ", 0],
    ["/api/events?source=NRL&target=SDL", 6],
    ["/api/events?source=SDL&target=NRL", 0],
    ["/api/events?between=NRL,SDL&type=SANCTION&status=asserted&from=2017-05-01", 1],
    ["/api/events?about=SDL&status=denied", 1],
    ["/api/statements?by=SDL", 6],
    ["/api/statements?by=NRL", 0],
    ["/api/statements?about=SDL&act=asserts&to=2017-03-01", 1],
    ["/api/happenings?between=NRL,SDL&from=2017-05-01", 1],
    ["/api/happenings?between=NRL,QQQ", 0],
    ["/api/tensions?between=NRL,SDL&rule=denied-act", 1],
    ["/api/tensions?rule=figures", 0],
    ["/api/positions?of=QQQ", 0],
    ["/api/stories?from=2017-06-01&about=NRL", 0],
    ["/api/issues?between=HMK,MDL", 1],
    ["/api/issues?between=NRL,QQQ", 0],
    ["/api/issues?from=2017-06-01", 0],
    ["/api/places?about=NRL", 0],
  ])("%s gives %d", async (address, expected) => {
    expect(await count(address)).toBe(expected);
  });

  it.each(["reports", "statements", "events", "happenings", "stories", "issues", "positions"])(
    "of an issue leave the %s of its stories",
    async (list) => {
      const [issue] = (await items("/api/issues")).items;
      const { stories } = (await served.get(`/api/issues/${issue!.id}`)).body as {
        stories: { id: string }[];
      };
      const ofStories = await Promise.all(
        stories.map(({ id }) => items(`/api/${list}?limit=500${list === "stories" ? "" : `&story=${id}`}`)),
      );
      const about = list === "stories" ? stories : ofStories.flatMap((page) => page.items);
      const ids = (rows: readonly { id: string }[]) => [...new Set(rows.map(({ id }) => id))].sort();
      const found = await items(`/api/${list}?limit=500&issue=${issue!.id.slice(0, 8)}`);
      expect(ids(found.items)).toEqual(ids(about));
      expect(await count(`/api/${list}?issue=ix`)).toBe(0);
    },
  );

  it("find what an identifier stands for, or how it begins, before words", async () => {
    const [happening] = (await items("/api/happenings")).items;
    for (const q of [happening!.id, happening!.id.slice(0, 10)]) {
      const [first] = (await items(`/api/search?q=${q}`)).items;
      expect(first).toMatchObject({ kind: "happening", id: happening!.id });
    }
    expect((await items("/api/search?q=h00000")).items).toEqual([]);
  });

  it("tell of which happening an event is that is found or explained", async () => {
    const [found] = (await items("/api/search?q=barred")).items.filter(({ kind }) => kind === "event");
    const { happening } = found as unknown as { happening: string };
    const { body } = await served.get(`/api/explanations/${found!.id}`);
    expect(body).toMatchObject({ id: found!.id, happening });
    expect((await items(`/api/events?happening=${happening}`)).items.map(({ id }) => id)).toContain(
      found!.id,
    );
  });

  it("tell dealings with their types", async () => {
    const { body } = await served.get("/api/dealings?about=NRL");
    expect(body).toEqual({ items: [{ source: "NRL", target: "SDL", events: 5, types: { SANCTION: 5 } }] });
  });

  it("give an actor by its code", async () => {
    const { body } = await served.get("/api/actors/SDL");
    expect(body).toMatchObject({ code: "SDL", name: "SDL", statements: 6, acts: 0, actedOn: 6 });
  });
});

describe("entity tags", () => {
  it("spare an answer that is known, until it changes", async () => {
    const ask = (headers: Record<string, string>) =>
      served.app().inject({ url: "/api/events", headers: { host: "localhost", ...headers } });
    const first = await ask({});
    const etag = String(first.headers.etag);
    const second = await ask({ "if-none-match": etag });
    expect([second.statusCode, second.body]).toEqual([304, ""]);
    expect((await ask({ "if-none-match": '"other"' })).statusCode).toBe(200);
  });
});
