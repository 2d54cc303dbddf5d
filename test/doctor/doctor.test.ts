import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Checked, Surroundings } from "../../src/doctor/check.js";
import { codebook } from "../../src/doctor/checks/codebook.js";
import { disk, spaceLeft } from "../../src/doctor/checks/disk.js";
import { knowledge } from "../../src/doctor/checks/knowledge.js";
import { ledger } from "../../src/doctor/checks/ledger.js";
import { brokenWeights } from "../../src/doctor/checks/model.js";
import { node } from "../../src/doctor/checks/node.js";
import { terminal } from "../../src/doctor/checks/terminal.js";
import { examine } from "../../src/doctor/doctor.js";
import { inProcess } from "../support/command.js";
import { sampleLedger, scratch } from "../support/exported.js";

const folder = scratch();
const sample = folder.path("sample.db");
const where: Surroundings = { ledger: sample, node: "v22.1.0", env: {}, width: 80, coloured: false };
beforeAll(async () => (await sampleLedger(sample)).close());
afterAll(folder.discard);

describe("node", () => {
  it.each([
    ["v20.0.0", "good"],
    ["v26.1.0", "good"],
    ["v18.20.1", "wrong"],
    ["unheard of", "wrong"],
  ])("%s is %s", async (version, state) =>
    expect((await node.run({ ...where, node: version })).state).toBe(state),
  );
});

describe("terminal", () => {
  it.each([
    [{}, "good"],
    [{ LANG: "de_DE.UTF-8" }, "good"],
    [{ LANG: "de_DE.UTF-8", LC_ALL: "C" }, "note"],
    [{ LC_CTYPE: "en_GB.ISO-8859-1" }, "note"],
  ])("with %j is %s", async (env, state) =>
    expect((await terminal.run({ ...where, env })).state).toBe(state),
  );
});

describe("disk", () => {
  it.each([
    [10, "wrong"],
    [500, "note"],
    [5000, "good"],
  ])("with %d MiB is %s", (mebibytes, state) =>
    expect(spaceLeft(mebibytes * 2 ** 20, "/data").state).toBe(state),
  );

  it("looks where the ledger is", async () => expect((await disk.run(where)).what).toContain("MiB free in"));
});

describe("weights", () => {
  const made = (name: string, content: string) => {
    const path = folder.path(name);
    mkdirSync(path);
    writeFileSync(join(path, "encoder.onnx"), content);
    const hash = createHash("sha256").update("whole").digest("hex");
    writeFileSync(join(path, "SHA256SUMS"), `${hash}  encoder.onnx\n`);
    return path;
  };

  it("are those that belong to it, missing, or others", async () => {
    expect(await brokenWeights(made("good", "whole"))).toBeUndefined();
    expect((await brokenWeights(made("torn", "who")))?.what).toContain("not as it was made");
    expect((await brokenWeights(folder.path("nowhere")))?.what).toContain("missing");
  });

  it("that are shipped have the hashes of models/en/SHA256SUMS", async () => {
    const shipped = join(import.meta.dirname, "../../models/en");
    const toDo = "after new weights run: cd models/en && sha256sum *.onnx > SHA256SUMS";
    expect(await brokenWeights(shipped), toDo).toBeUndefined();
    const listed = readFileSync(join(shipped, "SHA256SUMS"), "utf8").match(/\S+\.onnx/g);
    expect(listed).toEqual(readdirSync(shipped).filter((name) => name.endsWith(".onnx")));
  });
});

describe("codebook and knowledge", () => {
  it("that are shipped are good", async () => {
    expect(await codebook.run(where)).toEqual({ state: "good", what: "16 event types" });
    expect((await knowledge.run(where)).state).toBe("good");
  });
});

describe("ledger", () => {
  const of = (path: string) => ledger.run({ ...where, ledger: path });

  it("is good, and is not changed", async () => {
    const before = readFileSync(sample);
    expect(await of(sample)).toMatchObject({
      state: "good",
      what: expect.stringContaining("4 reports, undamaged"),
    });
    expect(readFileSync(sample).equals(before)).toBe(true);
    expect(statSync(sample).isFile()).toBe(true);
  });

  it("that is not there can be made, or cannot", async () => {
    expect(await of(folder.path("new.db"))).toMatchObject({ state: "good" });
    expect(await of(folder.path("no/where.db"))).toMatchObject({ state: "wrong" });
  });

  it("of an older version is noted, of a newer one wrong", async () => {
    const path = folder.path("other.db");
    writeFileSync(path, readFileSync(sample));
    const change = (statement: string) => {
      const connection = new Database(path);
      connection.exec(statement);
      connection.close();
    };
    change("delete from ledger_migrations where name = (select max(name) from ledger_migrations)");
    expect(await of(path)).toMatchObject({ state: "note", what: expect.stringContaining("older version") });
    change("insert into ledger_migrations (name, timestamp) values ('9999-later', '')");
    expect(await of(path)).toMatchObject({ state: "wrong", todo: expect.stringContaining("newer demarche") });
  });

  it("that is damaged, or something else, is wrong", async () => {
    const damaged = folder.path("damaged.db");
    const bytes = readFileSync(sample);
    bytes.fill(7, bytes.length / 2, bytes.length - 4096);
    writeFileSync(damaged, bytes);
    expect(await of(damaged)).toMatchObject({ state: "wrong" });
    const text = folder.path("text.db");
    writeFileSync(text, "no database".repeat(500));
    expect(await of(text)).toMatchObject({ state: "wrong" });
    const other = folder.path("else.db");
    const connection = new Database(other);
    connection.exec("create table notes (note text)");
    connection.close();
    expect(await of(other)).toMatchObject({
      state: "wrong",
      what: expect.stringContaining("something else"),
    });
  });

  it("whose rows refer to nothing is wrong", async () => {
    const path = folder.path("loose.db");
    writeFileSync(path, readFileSync(sample));
    const connection = new Database(path);
    connection.exec("pragma foreign_keys = off; update events set report = 'r0'");
    connection.close();
    expect(await of(path)).toMatchObject({ state: "wrong", what: expect.stringContaining("refers to none") });
  });
});

describe("examine", () => {
  it("tells a throw as something wrong and goes on", async () => {
    const found: Checked[] = [];
    const fails = {
      name: "torn",
      run: () => {
        throw new Error("no such thing\nat line 1");
      },
    };
    for await (const checked of examine(where, [fails, node])) found.push(checked);
    expect(found).toMatchObject([
      { name: "torn", state: "wrong", what: "no such thing" },
      { name: "node", state: "good" },
    ]);
  });
});

describe("demarche doctor", () => {
  it("tells how all is, as text and as JSON Lines, and exits by it", async () => {
    const good = await inProcess(["doctor", "--ledger", sample]);
    expect(good).toMatchObject({ status: 0, err: "" });
    for (const name of ["node", "model", "codebook", "knowledge", "ledger", "disk", "terminal"])
      expect(good.out).toMatch(new RegExp(`^(good|note) +${name} `, "m"));
    const bad = await inProcess(["doctor", "--json", "--ledger", folder.path("no/where.db")]);
    expect(bad.status).toBe(1);
    const found: Checked[] = bad.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(found.find(({ name }) => name === "ledger")).toMatchObject({ kind: "check", state: "wrong" });
    for (const { state, todo } of found) expect(todo !== undefined).toBe(state !== "good");
  });
});
