import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { z } from "zod";
import { LARGEST_INPUT } from "../record/refusals.js";
import { Changes } from "./changes.js";
import { Context, type ContextOptions, readOnly } from "./context.js";
import { asProblem, badRequest, problemBody } from "./errors.js";
import { type GuardOptions, guard, HEADERS, originHeaders, same, tokenCookie } from "./guard.js";
import type { Intake } from "./intake.js";
import { describeInterface } from "./openapi.js";
import { DESCRIPTION_STYLE, descriptionPage } from "./openapi-page.js";
import { notFound, Problem } from "./problem.js";
import type { Route } from "./route.js";
import { ACROSS_ROUTES } from "./routes/across.js";
import { DECISION_ROUTES } from "./routes/decisions.js";
import { ISSUE_ROUTES } from "./routes/issues.js";
import { PLACE_ROUTES } from "./routes/places.js";
import { addReviewFile, REVIEW_ROUTES, REVIEW_WRITE_ROUTES } from "./routes/reviews.js";
import { ROW_ROUTES } from "./routes/rows.js";
import { TASK_ROUTES } from "./routes/tasks.js";
import { readingQuery } from "./schemas/filters.js";
import { etagOf, loadStaticFiles } from "./static-files.js";

export interface ServerOptions extends ContextOptions, GuardOptions {}

const SAMPLES = fileURLToPath(new URL("../../samples", import.meta.url));

/** Everything that is answered with JSON. */
export const ROUTES: readonly Route[] = [
  ...ROW_ROUTES,
  ...ACROSS_ROUTES,
  ...ISSUE_ROUTES,
  ...PLACE_ROUTES,
  ...REVIEW_ROUTES,
  ...TASK_ROUTES,
];

/** What a person changes by POST; refused where the ledger may only be read. */
export const WRITE_ROUTES: readonly Route[] = [...DECISION_ROUTES, ...REVIEW_WRITE_ROUTES];

/**
 * The program that serves one ledger over HTTP: the interface under /api (docs/server.md), its description, and the
 * page. It does not listen yet. Throws a `LedgerError` where the ledger cannot be used.
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const context = await Context.open(options);
  const changes = new Changes(context);
  const app = Fastify({
    bodyLimit: LARGEST_INPUT,
    requestTimeout: 60_000,
    // A browser keeps connections open that would hold up the end.
    forceCloseConnections: true,
    // An address that cannot be decoded is answered before any hook.
    frameworkErrors: (error, request, reply) => sendProblem(request, reply.headers(HEADERS), error),
  });
  app.addHook("preClose", async () => changes.close());
  app.addHook("onClose", async () => context.close());
  addGuard(app, options);
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, error));
  addFallback(app);
  for (const route of ROUTES) addRoute(app, "GET", route, context);
  addReading(app, context);
  for (const route of WRITE_ROUTES) addRoute(app, "POST", route, context);
  addReviewFile(app, context);
  addSamples(app, context);
  addChanges(app, changes, options);
  addDescription(app, options.program);
  return app;
}

function addGuard(app: FastifyInstance, options: ServerOptions): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({ ...HEADERS, ...originHeaders(request, options) });
    // A browser asks beforehand, without the token, whether a page elsewhere may ask.
    if (request.method === "OPTIONS" && request.headers.origin !== undefined) {
      guard(request, { origins: options.origins, token: undefined });
      return reply.code(204).send();
    }
    const { token } = request.query as { token?: unknown };
    if (options.token !== undefined && typeof token === "string" && same(token, options.token)) {
      return reply
        .header("set-cookie", tokenCookie(options.token))
        .redirect(pathOf(request).replace(/^\/+/, "/"), 303);
    }
    guard(request, options);
  });
  app.addHook("onSend", async (request, reply, payload) => {
    if (reply.statusCode !== 200 || typeof payload !== "string") return payload;
    const etag = reply.getHeader("etag") ?? etagOf(payload);
    reply.header("etag", etag);
    if (!(request.headers["if-none-match"] ?? "").split(/,\s*/).includes(String(etag))) return payload;
    reply.code(304).removeHeader("content-length");
    return "";
  });
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown) {
  const problem = asProblem(error);
  if (problem.code === "no-token" && wantsPage(request)) {
    return reply.code(401).type("text/plain; charset=utf-8").send(`${problem.message}\n`);
  }
  return reply.code(problem.status).send(problemBody(problem));
}

const pathOf = ({ url }: FastifyRequest) => url.split("?")[0]!;
const wantsPage = ({ headers }: FastifyRequest) => (headers.accept ?? "").includes("text/html");

/** The page's files; every other address that is not the interface's is one of the page's views. */
function addFallback(app: FastifyInstance): void {
  const files = loadStaticFiles();
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request);
    const view = /^\/(?!api(?:\/|$)|assets\/)[^.]*$/.test(path);
    const file = files.get(view ? "/index.html" : path);
    if (!file || !["GET", "HEAD"].includes(request.method)) {
      return sendProblem(request, reply, notFound(`address ${request.method} ${path}`));
    }
    if (file.forever) reply.header("cache-control", "public, max-age=31536000, immutable");
    reply.header("etag", file.etag).type(file.type);
    if (request.headers["if-none-match"] === file.etag) return reply.code(304).send();
    return reply.code(200).send(file.content);
  });
}

function addRoute(
  app: FastifyInstance,
  method: "GET" | "POST",
  { path, query = z.object({}), body, answer }: Route,
  context: Context,
): void {
  const handler = async (request: FastifyRequest) => {
    const { id = "" } = request.params as { id?: string };
    const found = await answer(context, {
      id,
      query: query.parse(request.query),
      body: body?.schema.parse(bodyOf(request, body.type)),
    });
    if (!found) throw notFound(`such row in the ledger: ${id}`);
    return found;
  };
  app.route({ method, url: path.replace("{id}", ":id"), handler });
}

/** What was sent with a request: JSON, or a file's text. */
function bodyOf({ body }: FastifyRequest, type: "application/json" | "application/x-ndjson"): unknown {
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : "";
  if (type !== "application/json") return text;
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("a body that is no JSON");
  }
}

function addReading(app: FastifyInstance, { intake }: Context): void {
  app.removeAllContentTypeParsers();
  // Whatever the type says: the reader finds out itself what a file is.
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.post("/api/reports", async (request, reply) => {
    const { name, published, outlet } = readingQuery.parse(request.query);
    const content = request.body instanceof Uint8Array ? request.body : new Uint8Array();
    const task = writing(intake).add({ origin: name, content, published, outlet });
    return reply.code(202).send(task);
  });
}

/** The sample reports, for a ledger that is still empty. */
function addSamples(app: FastifyInstance, { intake }: Context): void {
  app.post("/api/samples", async (_request, reply) => {
    const tasks = readdirSync(SAMPLES)
      .sort()
      .map((name) => writing(intake).add({ origin: name, content: readFileSync(join(SAMPLES, name)) }));
    return reply.code(202).send({ items: tasks });
  });
}

/** The intake of a ledger that may be written to. */
function writing(intake: Intake | undefined): Intake {
  if (intake) return intake;
  throw readOnly();
}

function addChanges(app: FastifyInstance, changes: Changes, options: ServerOptions): void {
  app.get("/api/changes", async (request, reply) => {
    if (changes.full) {
      throw new Problem(
        "queue-full",
        "as many listeners as there may be",
        "fewer pages that are open at once",
        "Close some of them.",
      );
    }
    const last = Number.parseInt(String(request.headers["last-event-id"] ?? ""), 10);
    reply.hijack();
    reply.raw.writeHead(200, {
      ...HEADERS,
      ...originHeaders(request, options),
      "content-type": "text/event-stream",
    });
    await changes.listen(reply.raw, Number.isNaN(last) ? undefined : last);
  });
}

function addDescription(app: FastifyInstance, program: string): void {
  const description = describeInterface(ROUTES, WRITE_ROUTES, program);
  app.get("/openapi.json", async () => description);
  app.get("/api", async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(descriptionPage(description)),
  );
  app.get("/openapi.css", async (_request, reply) =>
    reply.type("text/css; charset=utf-8").send(DESCRIPTION_STYLE),
  );
}
