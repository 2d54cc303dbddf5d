import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type InputOptions, readInputs } from "../../src/report/inputs.js";

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
    for (const name of ["b.txt", "a.html", "c/d.md", "c/e.txt.gz", ".hidden.txt", "table.csv", "UPPER.TXT"]) {
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
