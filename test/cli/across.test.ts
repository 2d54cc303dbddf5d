import { describe, expect, it } from "vitest";
import { inProcess } from "../support/command.js";
import { DEMAND, dispute, REFUSAL, type Told } from "../support/dispute.js";
import { commandsOn } from "../support/ledger-commands.js";

const FREEZE: Told = { source: "SWE", type: "SANCTION", words: "froze accounts", target: "RUR" };

const { run, json, beside } = commandsOn(() => [
  dispute([DEMAND, FREEZE], { published: "2017-03-01", outlet: "Zenda Wire" }),
  dispute([DEMAND], { published: "2017-03-01", outlet: "Oslo Daily", heading: "b" }),
  dispute([REFUSAL], { published: "2017-03-02", outlet: "Oslo Daily", heading: "c" }),
]);

describe("exchanges", () => {
  it("prints the opening, the answers, and why they belong together", async () => {
    const { status, out } = await run("exchanges");
    expect(status).toBe(0);
    expect(out).toContain("demand NOR → RUR · 2017-03-01 to 2017-03-02 · told in 2 reports");
    expect(out).toMatch(/refusal: “RUR spurned withdrawal/);
    expect(out).toMatch(/inferred, \d+ % sure: /);
    expect((await run("exchanges", "--open")).out).toBe("No exchange fits.\n");
    expect((await run("exchanges", "--answered", "--open")).status).toBe(2);
  });

  it("gives JSON Lines and CSV, narrowed down", async () => {
    const [exchange, ...more] = await json("exchanges", "--between", "NOR,RUR", "--from", "2017-03-01");
    expect(more).toEqual([]);
    expect(exchange.answers).toHaveLength(1);
    expect(await json("exchanges", "--about", "SWE")).toEqual([]);
    const csv = (await run("exchanges", "--csv")).out.trim().split("\r\n");
    expect(csv).toHaveLength(2);
    expect(csv[0]).toMatch(/^exchange,opening_is,asks,/);
    expect(csv[1]).toContain(",refusal,2017-03-02,");
  });
});

describe("happenings", () => {
  it("prints who did what to whom, with the events and the reason of each link", async () => {
    const { out } = await run("happenings", "--several");
    expect(out).toContain("REQUEST NOR → RUR");
    expect(out).toContain("2 reports · 2 outlets, 2 independent");
    expect(out).toMatch(/like e[0-9a-f]{7}, \d\.\d points: /);
    expect(out).not.toContain("SANCTION");
    expect((await run("happenings", "--from", "2018-01-01")).out).toBe("No happening fits.\n");
  });

  it("gives JSON Lines and CSV", async () => {
    expect((await json("happenings")).map(({ type }) => type).sort()).toEqual([
      "REJECT",
      "REQUEST",
      "SANCTION",
    ]);
    const csv = (await run("happenings", "--csv")).out.trim().split("\r\n");
    expect(csv).toHaveLength(5);
    expect(csv[0]).toMatch(/^happening,type,reality,/);
  });

  it("are split and joined by a person, for good", async () => {
    const [demand] = await json("happenings", "--several");
    const { status, out } = await run(
      "happenings",
      "split",
      demand.id.slice(0, 9),
      demand.events[1].id,
      "--note",
      "two",
    );
    expect({ status, parts: out.split("\n\n").filter(Boolean).length }).toEqual({ status: 0, parts: 2 });
    expect(await json("happenings", "--several")).toEqual([]);
    const requests = (await json("happenings")).filter(({ type }) => type === "REQUEST");
    expect((await run("happenings", "join", requests[0].id, requests[1].id)).status).toBe(0);
    expect(await json("happenings", "--several")).toHaveLength(1);
  });

  it("refuses what is no happening, or not one of its events", async () => {
    const [demand] = await json("happenings", "--several");
    const sanction = (await json("happenings")).find(({ type }) => type === "SANCTION");
    expect((await run("happenings", "join", demand.events[0].id, demand.id)).err).toContain(
      "stands for an event; the identifier of a happening",
    );
    expect((await run("happenings", "split", demand.id, sanction.events[0].id)).err).toContain(
      "Nothing was changed",
    );
    expect((await run("happenings", "join", demand.id, "h0000")).status).toBe(2);
    expect((await inProcess(["happenings", "join", "h1", "h2", "--ledger", beside("none.db")])).status).toBe(
      3,
    );
  });
});

describe("show and explain", () => {
  it("know happenings and exchanges across reports", async () => {
    const [happening] = await json("happenings", "--several");
    const [exchange] = await json("exchanges");
    for (const command of ["show", "explain"]) {
      expect((await run(command, happening.id.slice(0, 9))).out).toContain("REQUEST NOR → RUR");
      expect((await run(command, exchange.id)).out).toContain("refusal: ");
      expect(await json(command, exchange.id)).toEqual([exchange]);
    }
  });
});

describe("review", () => {
  it("judges an answer across reports by the beginnings of both sides", async () => {
    const [exchange] = await json("exchanges");
    const [answer] = exchange.answers;
    const row = `${answer.id.slice(0, 9)}-${exchange.opening.id.slice(0, 9)}`;
    const by = ["--reviewer", "Ann"];
    const { out, err } = await run("review", row, "correct", "--type", "deflection", ...by);
    expect(err).toBe("");
    expect(out).toMatch(/answer e\w+-e\w+ of report \w+ · “spurned” to “demanded” of report/);
    expect(out).toMatch(/machine +type refusal/);
    expect(out).toMatch(/reviewed +corrected · type deflection · 1 reviewer/);
    expect(await json("reviews", "--of", "answer")).toEqual([
      expect.objectContaining({ row: `${answer.id}-${exchange.opening.id}`, verdict: "correct" }),
    ]);
    expect((await run("review", `${exchange.opening.id}-${answer.id}`, "accept", ...by)).status).toBe(2);
    expect((await run("review", `e0-${answer.id}`, "accept", ...by)).status).toBe(2);
  });
});
