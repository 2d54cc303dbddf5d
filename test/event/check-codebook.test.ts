import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkCodebook, lineOf } from "../../src/event/check-codebook.js";
import { loadCodebook, loadCodebookFrom, readCodebookFile } from "../../src/event/codebook.js";
import { CODEBOOK } from "../../src/event/words.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-codebook-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sanction = readCodebookFile("SANCTION");
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const codes = () => checkCodebook(folder).problems.map((p) => [p.file, p.line, p.code]);

describe("checkCodebook", () => {
  it("finds nothing wrong with the project's own folder", () => {
    const { problems, files } = checkCodebook(CODEBOOK);
    expect(problems).toEqual([]);
    expect(files).toHaveLength(16);
  });

  it("gives the line of what is wrong", () => {
    const slot = "    target: on, against, upon, indirect, to";
    put("SANCTION.yaml", sanction.replace(slot, "    target: beneficiary"));
    const line = sanction.split("\n").indexOf(slot) + 1;
    expect(codes()).toEqual([["SANCTION.yaml", line, "unknown-slot"]]);
  });

  it("tells files that are no YAML, of no type, and folders that are none", () => {
    put("AID.yaml", "type: AID\n  definition: x\n");
    put("SANCTIONS.yaml", sanction);
    expect(codes()).toEqual([
      ["AID.yaml", expect.any(Number), "not-yaml"],
      ["SANCTIONS.yaml", undefined, "unknown-file"],
    ]);
    expect(checkCodebook(join(folder, "nowhere")).problems[0]?.code).toBe("unreadable-file");
  });

  it("tells of lists that are not there", () => {
    put("SANCTION.yaml", sanction.replace("object: <sanctions>", "object: <punishments>"));
    expect(codes().map((c) => c[2])).toEqual(["unknown-list"]);
    put("words.yaml", "punishments: fine, ban\n");
    expect(codes()).toEqual([]);
    put("words.yaml", "punishments: <penalties>\n");
    expect(codes()).toContainEqual(["words.yaml", undefined, "unknown-list"]);
  });
});

describe("lineOf", () => {
  it("is the line of the nearest value that is there", () => {
    expect(lineOf("a: 1\nb:\n  - x: 2\n", ["b", 0, "x"])).toBe(3);
    expect(lineOf("a: 1\nb:\n  - x: 2\n", ["b", 0, "y"])).toBe(3);
  });
});

describe("loadCodebookFrom", () => {
  it("puts a user's files over the project's, with a version of their content", () => {
    put(
      "SANCTION.yaml",
      sanction.replace("verb: sanction, blacklist", "verb: sanction, anathematise, blacklist"),
    );
    const own = loadCodebookFrom(folder);
    expect(own.verbs.has("anathematise")).toBe(true);
    expect(own.verbs.has("attack")).toBe(true);
    expect(loadCodebook().verbs.has("anathematise")).toBe(false);
    expect(loadCodebook().version).toBe("");
    expect(own.version).toMatch(/^[0-9a-f]{16}$/);
    put("SANCTION.yaml", sanction);
    expect(loadCodebookFrom(folder).version).not.toBe(own.version);
  });
});
