import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { readGoldFile } from "../../src/evaluate/gold-file.js";

it("reads a plain and a gzipped file, whatever their names", () => {
  const folder = mkdtempSync(join(tmpdir(), "demarche-"));
  try {
    writeFileSync(join(folder, "plain.gz"), "naïve");
    writeFileSync(join(folder, "packed.txt"), gzipSync("naïve"));
    expect(readGoldFile(join(folder, "plain.gz"))).toBe("naïve");
    expect(readGoldFile(join(folder, "packed.txt"))).toBe("naïve");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
