import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const ROOT = join(import.meta.dirname, "../../..");
const text = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** Every "TYPE/pattern" in a file of knowledge. */
function patternsIn(value: unknown): string[] {
  if (typeof value === "string") return /^[A-Z]+\/[a-z-]+$/.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(patternsIn) : [];
}

describe.each(["knowledge/tensions.yaml", "knowledge/positions.yaml"])("%s", (path) => {
  const patterns = patternsIn(parse(text(path)));

  it("names patterns of the codebook", () => {
    expect(patterns.length).toBeGreaterThan(5);
    for (const pattern of patterns) {
      const [type, name] = pattern.split("/");
      expect(text(`codebook/${type}.yaml`), pattern).toContain(`  - name: ${name}\n`);
    }
  });
});
