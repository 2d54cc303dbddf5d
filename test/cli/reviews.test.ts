import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commandsOn } from "../support/ledger-commands.js";
import { sampleReading } from "../support/reading.js";

const { run, json, beside } = commandsOn(() => [sampleReading()]);
const reading = sampleReading();
const refusal = reading.events.find(({ type, targets }) => type === "REJECT" && targets.length > 0)!;
const row = refusal.id.slice(0, 8);
const ann = ["--reviewer", "Ann"];

describe("demarche review", () => {
  it("shows a row, keeps what a person says of it, and shows both", async () => {
    const before = await run("review", row);
    expect(before.status).toBe(0);
    expect(before.out).toMatch(/machine +type REJECT · status asserted · sources RUR · targets NOR/);
    expect(before.out).not.toContain("Ann");
    const after = await run(
      "review",
      row,
      "correct",
      ...ann,
      "--type",
      "THREATEN",
      "--target",
      "",
      "--note",
      "so it is",
    );
    expect(after.err).toBe("");
    expect(after.out).toMatch(/machine +type REJECT/);
    expect(after.out).toMatch(/Ann +correct: type THREATEN · targets nobody · “so it is” · 20\d\d-/);
    expect(after.out).toMatch(/reviewed +corrected · type THREATEN · targets nobody · 1 reviewer/);
    expect((await run("show")).out).toContain("REJECT");
  });

  it("keeps others' words from a blind reviewer until he has judged the row himself", async () => {
    await run("review", row, "reject", ...ann);
    const blind = ["--blind", "--reviewer", "Ben"];
    expect((await run("review", row, ...blind)).out).not.toContain("Ann");
    expect((await run("review", row, "accept", ...blind)).out).toMatch(/Ann +reject/);
  });

  it("judges a mention by its place", async () => {
    const { start, end } = reading.mentions.find(({ form }) => form === "nominal")!;
    const place = `${reading.report.id.slice(0, 7)}:${start}-${end}`;
    const { out } = await run("review", place, "correct", ...ann, "--actor", "RUR.GOV");
    expect(out).toMatch(/Ann +correct: actors RUR\.GOV/);
  });

  it.each([
    [["accept"], "Name the reviewer"],
    [["accept", ...ann, "--type", "AID"], "verdict correct"],
    [["correct", ...ann, "--type", "QUARREL"], "bad-review"],
    [["correct", ...ann, "--source", "norway"], "a code such as CHN"],
    [["correct", ...ann], "nothing differs"],
    [["agree"], "Allowed choices are accept, correct, reject, withdraw"],
  ])("%j is wrong usage", async (args, message) => {
    const { status, err, out } = await run("review", row, ...args);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(message);
  });

  it("of a row that is not there: status 2", async () => {
    expect((await run("review", "e00000", "accept", ...ann)).status).toBe(2);
    expect((await run("review", reading.report.id, "accept", ...ann)).err).toContain("no-row");
  });
});

describe("demarche reviews", () => {
  it("lists them as text, JSON Lines and CSV, by filters", async () => {
    expect((await run("reviews")).out).toBe("No review fits.\n");
    await run("review", row, "correct", ...ann, "--status", "planned");
    await run("review", row, "accept", "--reviewer", "Ben");
    expect((await run("reviews")).out).toMatch(
      /Ann +correct: status planned[\s\S]*Ben +accept[\s\S]*reviewed +disputed/,
    );
    expect(await json("reviews", "--reviewer", "Ann")).toEqual([
      expect.objectContaining({ found: refusal.id, correction: { status: "planned" } }),
    ]);
    const { out } = await run("reviews", "--csv", "--verdict", "correct");
    const [head, line, end] = out.split("\r\n");
    expect(head).toMatch(/^id,kind,row,found,report,words,reviewer,verdict,note,at,machine_type/);
    expect(line).toContain(
      `,event,${refusal.id},${refusal.id},${reading.report.id},turned down,Ann,correct,`,
    );
    expect(end).toBe("");
    expect(await json("reviews", "--blind", "Cleo")).toEqual([]);
  });

  it("are told as no longer found where their report is gone, and are in the past of --as-of", async () => {
    await run("review", row, "accept", ...ann);
    await run("remove", reading.report.id);
    expect((await run("reviews", "--lost")).out).toContain("no longer found");
    expect(await json("reviews", "--as-of", "2020-01-01")).toEqual([]);
  });

  it("are in what is exported, in the machine's place where that is wanted", async () => {
    await run("review", row, "correct", ...ann, "--type", "COERCE");
    for (const [name, args, type] of [
      ["beside", [], "REJECT"],
      ["instead", ["--reviewed"], "COERCE"],
    ] as const) {
      const folder = beside(name);
      expect((await run("export", folder, "--tables", "events", ...args)).err).toBe("");
      const events = readFileSync(`${folder}/events.csv`, "utf8");
      const line = events.split("\r\n").find((other) => other.startsWith(refusal.id))!;
      expect(line).toContain(`,${type},`);
      expect(line).toContain(",corrected,1,COERCE,");
    }
  });

  it("stand in the history of their row", async () => {
    await run("review", row, "reject", ...ann, "--note", "a dinner");
    expect((await run("history", row)).out).toMatch(/its report came[\s\S]*Ann +reject · “a dinner”/);
    expect((await json("history", row)).map(({ kind }) => kind)).toEqual(["change", "review"]);
  });

  it("go into a file and come out of it once", async () => {
    await run("review", row, "reject", ...ann, "--note", "a dinner");
    const file = beside("reviews.jsonl");
    expect((await run("reviews", "export", file)).out).toContain("1 review");
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ kind: "review", note: "a dinner" });
    expect((await run("reviews", "export", "-")).out).toBe(readFileSync(file, "utf8"));
    expect((await run("reviews", "import", file)).out).toContain("0 reviews added, 1 known already");
    await run("remove", reading.report.id);
    const other = readFileSync(file, "utf8")
      .replace('"Ann"', '"Ben"')
      .replace(/"id":"j[^"]*",/, "");
    writeFileSync(file, other);
    const { out } = await run("reviews", "import", file);
    expect(out).toContain("1 review added");
    expect(out).toContain(reading.report.id);
    writeFileSync(file, "{}");
    const bad = await run("reviews", "import", file);
    expect({ status: bad.status, out: bad.out }).toEqual({ status: 2, out: "" });
    expect(bad.err).toContain("line 1");
    expect((await run("reviews", "import", beside("none"))).status).toBe(2);
  });

  it("tell how far reviewers agree", async () => {
    expect((await run("reviews", "agreement")).out).toContain("not there: no row has two values");
    for (const { id } of reading.events) {
      await run("review", id, "accept", ...ann);
      await run("review", id, "accept", "--reviewer", "Ben");
    }
    await run("review", row, "correct", "--type", "AID", ...ann);
    const { out } = await run("reviews", "agreement");
    expect(out).toContain("2 reviewers (Ann, Ben), 5 rows judged");
    expect(out).toMatch(/right or wrong +0\.000 +\(5 rows with at least two\)/);
    expect(out).toMatch(/Rows on which reviewers differ: 1[\s\S]*Ann +correct: type AID/);
    expect((await json("reviews", "agreement"))[0]).toMatchObject({ kind: "agreement", rows: 5 });
  });
});
