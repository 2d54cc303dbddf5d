import { describe, expect, it } from "vitest";
import { isLoopback } from "../../src/server/guard.js";
import { sampleReading } from "../support/reading.js";
import { servedLedger } from "../support/server.js";

const TOKEN = "a-token-of-some-length";
const open = servedLedger([sampleReading()], { origins: ["https://desk.example"] });
const closed = servedLedger([sampleReading()], { token: TOKEN });

const ask = async (
  served: typeof open,
  headers: Record<string, string>,
  { url = "/api/ledger", method = "GET" as "GET" | "POST" | "OPTIONS" } = {},
) => {
  const answer = await served.app().inject({ url, method, headers: { host: "127.0.0.1:4747", ...headers } });
  return { status: answer.statusCode, headers: answer.headers, body: answer.body };
};

describe("without a token", () => {
  it.each(["localhost", "localhost:4747", "127.0.0.1:80", "[::1]:4747"])("answers at %s", async (host) => {
    expect((await ask(open, { host })).status).toBe(200);
  });

  it.each(["example.org", "127.0.0.1.example.org", "localhost.example.org:4747", "10.0.0.1"])(
    "refuses the host %j",
    async (host) => {
      const { status, body } = await ask(open, { host });
      expect(status).toBe(403);
      expect(body).toContain("foreign-host");
    },
  );

  it.each(["http://example.org", "null", "http://127.0.0.1:8080", "https://desk.example.org"])(
    "refuses a page of %s",
    async (origin) => {
      for (const method of ["GET", "POST", "OPTIONS"] as const) {
        const { status, headers, body } = await ask(open, { origin }, { method, url: "/api/reports" });
        expect(status).toBe(403);
        expect(body).toContain("foreign-origin");
        expect(headers["access-control-allow-origin"]).toBeUndefined();
      }
    },
  );

  it("answers its own page, and pages of an origin that was allowed", async () => {
    const own = await ask(open, { origin: "http://127.0.0.1:4747" });
    expect(own.status).toBe(200);
    expect(own.headers["access-control-allow-origin"]).toBeUndefined();
    const other = await ask(open, { origin: "https://desk.example" });
    expect(other.status).toBe(200);
    expect(other.headers["access-control-allow-origin"]).toBe("https://desk.example");
    const before = await ask(open, { origin: "https://desk.example" }, { method: "OPTIONS" });
    expect(before.status).toBe(204);
    expect(before.headers["access-control-allow-methods"]).toContain("POST");
  });
});

describe("with a token", () => {
  it("refuses everything without it, whatever the address", async () => {
    for (const url of ["/", "/api", "/api/ledger", "/openapi.json", "/api/changes", "/assets/x.js"]) {
      expect((await ask(closed, {}, { url })).status, url).toBe(401);
      expect((await ask(closed, { authorization: `Bearer ${TOKEN}x` }, { url })).status, url).toBe(401);
    }
  });

  it("answers with it, at any host", async () => {
    expect((await ask(closed, { authorization: `Bearer ${TOKEN}`, host: "desk.example" })).status).toBe(200);
    expect((await ask(closed, { cookie: `other=1; demarche_token=${TOKEN}` })).status).toBe(200);
  });

  it("gives a browser a cookie and takes the token out of the address", async () => {
    const { status, headers } = await ask(closed, {}, { url: `/reports?token=${TOKEN}` });
    expect(status).toBe(303);
    expect(headers.location).toBe("/reports");
    expect(headers["set-cookie"]).toMatch(/^demarche_token=.*; HttpOnly; SameSite=Strict$/);
    expect((await ask(closed, {}, { url: "/reports?token=wrong" })).status).toBe(401);
    const away = await ask(closed, {}, { url: `//example.org/?token=${TOKEN}` });
    expect(away.headers.location).toBe("/example.org/");
  });

  it("tells no page elsewhere anything", async () => {
    const answer = await ask(closed, { authorization: `Bearer ${TOKEN}`, origin: "https://example.org" });
    expect(answer.status).toBe(403);
  });
});

describe("every answer", () => {
  it("carries a strict policy, problems too", async () => {
    for (const url of ["/api/ledger", "/api/nothing", "/api", "/openapi.json"]) {
      const { headers } = await ask(open, {}, { url });
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
  });
});

it("knows which addresses only this machine reaches", () => {
  expect(["127.0.0.1", "127.8.9.1", "::1", "localhost"].every(isLoopback)).toBe(true);
  expect(["0.0.0.0", "::", "192.168.1.2", "127.example.org", "1127.0.0.1"].some(isLoopback)).toBe(false);
});
