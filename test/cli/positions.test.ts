import { describe, expect, it } from "vitest";
import { dispute, type Told } from "../support/dispute.js";
import { commandsOn } from "../support/ledger-commands.js";

const REFUSAL: Told = { source: "RUR", type: "REJECT", words: "spurned withdrawal gunboats", target: "NOR" };
const AGAIN: Told = { source: "RUR", type: "REJECT", words: "refused withdrawal gunboats", target: "NOR" };
const THREAT: Told = { source: "SWE", type: "THREATEN", words: "threatened blockade", target: "RUR" };

const { run, json } = commandsOn(() => [
  dispute([REFUSAL, THREAT], { published: "2017-03-01", outlet: "Zenda Wire" }),
  dispute([AGAIN], { published: "2017-04-02", outlet: "Oslo Daily", heading: "b" }),
]);

describe("positions", () => {
  it("prints who holds what, since and until when, and each time that it was told", async () => {
    const { status, out } = await run("positions");
    expect(status).toBe(0);
    expect(out).toContain("RUR refuses towards NOR: gunboats");
    expect(out).toContain("2017-03-01 to 2017-04-02 · 2 times in 2 reports");
    expect(out).toMatch(/like e[0-9a-f]+, [\d.]+ points: both towards NOR; both say\s+gunboats/);
    expect(out).not.toContain("SWE threatens");
    expect((await run("positions", "--single")).out).toContain("SWE threatens towards RUR");
    expect((await run("positions", "--changed")).out).toBe("No position fits.\n");
  });

  it("gives JSON Lines and CSV, narrowed down", async () => {
    const [position, ...more] = await json("positions", "--of", "RUR", "--from", "2017-04-01");
    expect(more).toEqual([]);
    expect(position).toMatchObject({ kind: "position", firstSeen: "2017-03-01", toward: ["NOR"] });
    expect(await json("positions", "--single", "--between", "SWE,RUR")).toMatchObject([{ actor: "SWE" }]);
    const csv = (await run("positions", "--csv")).out.trim().split("\r\n");
    expect(csv).toHaveLength(3);
    expect(csv[0]).toMatch(/^position,actor,stance,/);
  });

  it("are known to show and explain", async () => {
    const [position] = await json("positions");
    for (const command of ["show", "explain"]) {
      expect((await run(command, position.id)).out).toContain("RUR refuses towards NOR");
      expect(await json(command, position.id)).toEqual([position]);
    }
  });
});

describe("tensions and issues", () => {
  it("say so where there is none", async () => {
    expect(await run("tensions")).toMatchObject({ status: 0, out: "No tension fits.\n" });
    expect(await run("issues")).toMatchObject({ status: 0, out: "No issue fits.\n" });
    expect((await run("tensions", "--csv")).out).toMatch(/^tension,rule,reason,.*second_sentence\r\n$/);
    expect((await run("issues", "--csv")).out).toMatch(/^issue,name,term,.*last_published\r\n$/);
  });

  it("refuse a rule that is none", async () => {
    expect((await run("tensions", "--rule", "quarrel")).status).toBe(2);
  });
});
