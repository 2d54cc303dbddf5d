import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { Problem } from "./problem.js";

/** Who may ask. */
export interface GuardOptions {
  /** Demanded with every request where it is given. */
  readonly token?: string | undefined;
  /** Origins of other sites whose pages may ask, "https://example.org". */
  readonly origins: readonly string[];
}

const COOKIE = "demarche_token";
const HERE = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** What every answer carries, whatever it is. */
export const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-cache",
};

/** True for an address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * Lets a request pass, or throws a `Problem`. Without a token only requests to this machine's own names pass, so that no
 * page elsewhere reaches the ledger through a name that it points here (DNS rebinding); a page of another site may not
 * ask unless its origin was allowed.
 */
export function guard(request: FastifyRequest, { token, origins }: GuardOptions): void {
  const { origin, host = "" } = request.headers;
  if (token === undefined && !HERE.has(host.replace(/:\d+$/, "").toLowerCase())) {
    throw new Problem(
      "foreign-host",
      `a request to the host “${host}”`,
      "localhost, 127.0.0.1 or [::1]",
      "Open the address that demarche open prints.",
    );
  }
  if (origin !== undefined && !isOwn(origin, host) && !origins.includes(origin)) {
    throw new Problem(
      "foreign-origin",
      `a request from a page of ${origin}`,
      "a page that demarche serves",
      "Allow the other site with: demarche open --allow-origin ORIGIN",
    );
  }
  if (token !== undefined && !tokensOf(request).some((given) => same(given, token))) {
    throw new Problem(
      "no-token",
      "a request without the token",
      "the header “Authorization: Bearer TOKEN”",
      "Open the address with the token that demarche open prints.",
    );
  }
}

/** Headers that let a page of an allowed origin read the answer. */
export function originHeaders(request: FastifyRequest, { origins }: GuardOptions): Record<string, string> {
  const { origin } = request.headers;
  if (origin === undefined || !origins.includes(origin)) return {};
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-headers": "authorization, content-type, if-none-match, last-event-id",
    "access-control-allow-methods": "GET, HEAD, POST",
    "access-control-expose-headers": "etag",
    "cross-origin-resource-policy": "cross-origin",
    vary: "origin",
  };
}

/** The cookie by which a browser carries the token after it opened an address with it. */
export function tokenCookie(token: string): string {
  return `${COOKIE}=${encodeURIComponent(token)}; Path=/; HttpOnly; SameSite=Strict`;
}

/** True where both are the same, in a time that does not tell how much of them is. */
export function same(given: string, token: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(token));
}

function tokensOf({ headers }: FastifyRequest): string[] {
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1];
  const cookie = (headers.cookie ?? "")
    .split("; ")
    .find((part) => part.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  const decoded = cookie !== undefined && /^[\w-]*$/.test(cookie) ? cookie : undefined;
  return [bearer, decoded].filter((token) => token !== undefined);
}

function isOwn(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
