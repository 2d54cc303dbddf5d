import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordsOf } from "../../src/cli/records.js";
import { explain } from "../../src/ledger/explain.js";
import { arbitraryReading } from "../support/arbitrary-reading.js";
import { sampleReading } from "../support/reading.js";

const docs = readFileSync(join(import.meta.dirname, "../../docs/json-lines.md"), "utf8");

/** All names of fields in `value`, its own and those inside. */
function fields(value: unknown, names = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) fields(item, names);
  else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (inner === undefined) continue;
      names.add(name);
      fields(inner, names);
    }
  }
  return names;
}

describe("docs/json-lines.md", () => {
  it("names every field that a record can have", () => {
    const names = new Set<string>();
    for (const reading of [sampleReading(), ...fc.sample(arbitraryReading, { numRuns: 50, seed: 3 })]) {
      for (const record of recordsOf(reading)) {
        fields(record, names);
        const section = docs.split(`## \`${record.kind}\`\n`)[1]!.split("\n## ")[0];
        for (const [name, value] of Object.entries(record)) {
          if (name !== "kind" && value !== undefined)
            expect(section, `${record.kind}.${name}`).toContain(`\`${name}\``);
        }
      }
    }
    expect(names.size).toBeGreaterThan(40);
    for (const name of names) expect(docs, name).toMatch(new RegExp(`[\`"]${name}[\`"]`));
  });

  it("names every field of an explanation", () => {
    const reading = sampleReading();
    const section = docs.split("## `explained`\n")[1];
    for (const record of [reading.report, ...reading.statements, ...reading.events, ...reading.exchanges]) {
      const names = fields(explain(reading, record.id));
      names.delete("kind");
      for (const name of names)
        expect(`${section} \`by\` \`type\` \`reason\``, name).toContain(`\`${name}\``);
    }
  });
});
