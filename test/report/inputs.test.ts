import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countInputs, type InputOptions, readInputs } from "../../src/report/inputs.js";

const TEXT = "Kenya has asked Somalia to explain why its boats were in the disputed waters on Monday.";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-inputs-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, content: string | Uint8Array = TEXT) => {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), content);
};

/** Each input as "report NAME" or "CODE NAME". */
async function results(paths: string[], options: InputOptions = {}): Promise<string[]> {
  const found: string[] = [];
  for await (const result of readInputs(paths, options)) {
    const [what, name] = result.kind === "report" ? ["report", result.origin] : [result.code, result.input];
    found.push(`${what} ${name.replace(`${folder}/`, "").replace(folder, "")}`.trim());
  }
  return found;
}

describe("readInputs", () => {
  it("reads a folder and the folders in it, in the order of names, other files left out", async () => {
    for (const name of [
      "b.txt",
      "a.html",
      "c/d.md",
      "c/e.txt.gz",
      ".hidden.txt",
      ".hidden/x.txt",
      "table.csv",
      "UPPER.TXT",
    ]) {
      put(name, name.endsWith(".gz") ? gzipSync(TEXT) : name.endsWith(".html") ? `<p>${TEXT}</p>` : TEXT);
    }
    expect(await results([folder])).toEqual([
      "report UPPER.TXT",
      "report a.html",
      "report b.txt",
      "report c/d.md",
      "report c/e.txt.gz",
    ]);
  });

  it("refuses what cannot be read and goes on with the rest", async () => {
    put("a.txt", "");
    put("b.txt");
    put("only/table.csv", "a,b");
    mkdirSync(join(folder, "nothing"));
    const paths = ["a.txt", "missing.txt", "b.txt", "nothing", "only"].map((name) => join(folder, name));
    expect(await results(paths)).toEqual([
      "empty a.txt",
      "not-found missing.txt",
      "report b.txt",
      "no-reports nothing",
      "no-reports only",
    ]);
  });

  it("reads a file that is named whatever its ending is", async () => {
    put("report.news");
    expect(await results([join(folder, "report.news")])).toEqual(["report report.news"]);
  });

  it("tells the size of a file of 50 MB without reading it", async () => {
    put("large.txt", "");
    truncateSync(join(folder, "large.txt"), 50 * 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    expect(await results([join(folder, "large.txt")])).toEqual(["too-large large.txt"]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
  });

  it("is not led in a circle by symbolic links, and tells of a broken one", async () => {
    put("sub/a.txt");
    symlinkSync(folder, join(folder, "sub", "up"));
    symlinkSync(join(folder, "gone.txt"), join(folder, "sub", "broken.txt"));
    expect(await results([folder])).toEqual(["report sub/a.txt", "not-found sub/broken.txt"]);
  });

  it("reads standard input for -, and stops where it is too large", async () => {
    async function* once(...parts: (string | Uint8Array)[]) {
      yield* parts;
    }
    expect(await results(["-"], { stdin: once(TEXT.slice(0, 20), Buffer.from(TEXT.slice(20))) })).toEqual([
      "report -",
    ]);
    async function* endless() {
      for (;;) yield new Uint8Array(1024 * 1024);
    }
    expect(await results(["-"], { stdin: endless() })).toEqual(["too-large -"]);
  });

  it("reads a pipe that is named, and leaves one in a folder alone", async () => {
    put("a.txt");
    put("pipes/b.txt");
    const pipe = join(folder, "pipes", "pipe.txt");
    execFileSync("mkfifo", [pipe]);
    expect(await results([join(folder, "pipes")])).toEqual(["report pipes/b.txt"]);
    const named = results([pipe]);
    await writeFile(pipe, TEXT);
    expect(await named).toEqual(["report pipes/pipe.txt"]);
  });

  it("refuses standard input that breaks, with the system's reason", async () => {
    // biome-ignore lint/correctness/useYield: it breaks before it gives anything
    async function* broken(): AsyncGenerator<string> {
      throw Object.assign(new Error("EISDIR: illegal operation"), { code: "EISDIR", errno: -21 });
    }
    for await (const result of readInputs(["-"], { stdin: broken() })) {
      expect(result).toMatchObject({
        code: "not-readable",
        input: "-",
        met: expect.stringContaining("(illegal operation on a directory)"),
      });
    }
  });

  it("passes on what the caller knows", async () => {
    put("a.txt");
    for await (const result of readInputs([folder], { published: "2031-05-04", outlet: "The Lamp" })) {
      expect(result).toMatchObject({ outlet: { value: "The Lamp" }, published: { value: "2031-05-04" } });
    }
  });

  it("reads one report after the other, as they are asked for", async () => {
    put("a.txt");
    put("b.txt");
    const stream = readInputs([folder]);
    expect((await stream.next()).value).toMatchObject({ kind: "report" });
    put("b.txt", "");
    expect((await stream.next()).value).toMatchObject({ kind: "refusal", code: "empty" });
  });
});

describe("countInputs", () => {
  it("is the number of reports and refusals to come", async () => {
    for (const name of ["a.txt", "b/c.html", "b/table.csv", "b/.hidden.txt", "none/table.csv"]) put(name);
    symlinkSync(folder, join(folder, "b", "up"));
    symlinkSync(join(folder, "gone.txt"), join(folder, "broken.txt"));
    mkdirSync(join(folder, "nothing"));
    const names = ["", "none", "nothing", "a.txt", "missing.txt", "b/table.csv"];
    const paths = names.map((name) => join(folder, name));
    expect(await countInputs(paths)).toBe((await results(paths)).length);
    expect(await countInputs([...paths, "-"])).toBe(9);
  });
});
