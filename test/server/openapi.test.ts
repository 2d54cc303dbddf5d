import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeInterface } from "../../src/server/openapi.js";
import { descriptionPage, escapeHtml } from "../../src/server/openapi-page.js";
import { PROBLEM_CODES } from "../../src/server/problem.js";
import { ROUTES, WRITE_ROUTES } from "../../src/server/server.js";

interface Described {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; responses: object }>>;
  components: { schemas: Record<string, object> };
}
const described = describeInterface(ROUTES, WRITE_ROUTES, "1.2.3") as unknown as Described;
const docs = readFileSync(join(import.meta.dirname, "../../docs/server.md"), "utf8");

describe("the description", () => {
  it("names every route once", () => {
    expect(described.openapi).toMatch(/^3\.1\./);
    for (const { path, name } of ROUTES) expect(described.paths[path]?.get?.operationId).toBe(name);
    for (const { path, name } of WRITE_ROUTES) expect(described.paths[path]?.post?.operationId).toBe(name);
    const ids = Object.values(described.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(ROUTES.length + WRITE_ROUTES.length + 4);
  });

  it("refers to nothing that it does not hold", () => {
    const text = JSON.stringify(described);
    const references = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, to]) => to!);
    expect(references.length).toBeGreaterThan(30);
    for (const to of references) {
      const [, name] = /^#\/components\/schemas\/(\w+)$/.exec(to) ?? [];
      expect(described.components.schemas, to).toHaveProperty(name ?? "");
    }
    expect(text).not.toContain("$defs");
  });

  it("is a page without scripts, with nothing unescaped in it", () => {
    const page = descriptionPage(described);
    for (const { path } of ROUTES) expect(page).toContain(`GET ${path}`);
    expect(page).toContain("Sent with it: <code>application/json</code> (Judgement)");
    expect(page).not.toMatch(/<script|https?:\/\/|style=/);
    expect(escapeHtml(`<a href="x" b='&'>`)).toBe("&lt;a href=&quot;x&quot; b=&#39;&amp;&#39;&gt;");
  });
});

describe("docs/server.md", () => {
  it("names every address and every code of a problem", () => {
    for (const path of Object.keys(described.paths)) expect(docs).toContain(`\`${path}\``);
    for (const [code, status] of Object.entries(PROBLEM_CODES))
      expect(docs).toContain(`| \`${code}\` | ${status} |`);
  });
});
