import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readList, readTable } from "../../src/language/word-lists.js";

const folder = new URL("../../knowledge/language/", import.meta.url);

describe("knowledge/language", () => {
  it.each(readdirSync(folder))("%s names its source, repeats no entry and has rows of one width", (name) => {
    const head = readFileSync(new URL(name, folder), "utf8")
      .split("\n")
      .filter((line) => line.startsWith("# "));
    expect(head.some((line) => line.includes("Source: "))).toBe(true);
    const entries = name.endsWith(".tsv") ? readTable(name) : readList(name).map((entry) => [entry]);
    expect(entries.length).toBeGreaterThan(5);
    const keys = entries.map((row) => (name === "lemma-endings.tsv" ? row.slice(0, 2).join(" ") : row[0]));
    expect(new Set(keys).size).toBe(keys.length);
    expect(entries.every((row) => row.every((field) => field === field.trim() && field !== ""))).toBe(true);
  });
});
