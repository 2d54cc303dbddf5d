import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countInputs, inputs } from "../../src/cli/inputs.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-inputs-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text = "words") => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const seen = (...names: string[]) =>
  [...inputs(names)].map((one) =>
    one.kind === "input"
      ? one.origin.slice(folder.length + 1)
      : `${one.code} ${one.input.slice(folder.length + 1)}`,
  );

describe("inputs", () => {
  it("walks folders in the order of names, and takes reports only", () => {
    mkdirSync(join(folder, "b"));
    mkdirSync(join(folder, ".hidden"));
    for (const name of [
      "z.txt",
      "a.HTML",
      "b/page.htm.gz",
      "b/note.md",
      "b/picture.png",
      ".c.txt",
      ".hidden/x.txt",
    ])
      put(name);
    symlinkSync(folder, join(folder, "circle"));
    expect(seen(folder)).toEqual(["a.HTML", "b/note.md", "b/page.htm.gz", "z.txt"]);
    expect(countInputs([folder, "-"])).toBe(5);
  });

  it("takes a file that is named, whatever its ending", () => {
    expect(seen(put("report.news"))).toEqual(["report.news"]);
  });

  it("refuses what is not there, and goes on", () => {
    expect(seen(join(folder, "nowhere.txt"), put("b.txt"))).toEqual(["not-found nowhere.txt", "b.txt"]);
  });

  it("refuses a folder without reports", () => {
    put("picture.png");
    const [refusal] = [...inputs([folder])];
    expect(refusal).toMatchObject({ kind: "refusal", code: "no-reports" });
  });

  it("refuses a file of 50 MB without reading it", () => {
    truncateSync(put("large.txt"), 50 * 1024 * 1024);
    expect(seen(join(folder, "large.txt"))).toEqual(["too-large large.txt"]);
  });
});
