import { z } from "zod";
import type { Route } from "./route.js";
import { problem } from "./schemas/common.js";
import { readingQuery } from "./schemas/filters.js";
import { task } from "./schemas/rows.js";

type Json = Record<string, unknown>;

/** The interface's description by OpenAPI 3.1, https://spec.openapis.org/oas/v3.1.1, made from the routes themselves. */
export function describeInterface(
  routes: readonly Route[],
  writeRoutes: readonly Route[],
  version: string,
): Json {
  const components = new Components();
  const paths: Record<string, Json> = {};
  const describe = (response: z.ZodType, status: string, what: string) => ({
    [status]: { description: what, content: { "application/json": { schema: components.schema(response) } } },
    default: {
      description: "What went wrong",
      content: { "application/json": { schema: components.schema(problem) } },
    },
  });
  const operation = ({ path, name, summary, query, body, response }: Route) => {
    const inPath = path.includes("{id}")
      ? [{ name: "id", in: "path", required: true, schema: { type: "string" } }]
      : [];
    const parameters = [...inPath, ...(query ? parametersOf(query) : [])];
    const requestBody = body && {
      required: true,
      content: { [body.type]: { schema: components.schema(body.schema) } },
    };
    return {
      operationId: name,
      summary,
      parameters,
      ...(requestBody && { requestBody }),
      responses: describe(response, "200", "The answer"),
    };
  };
  for (const route of routes) paths[route.path] = { get: operation(route) };
  for (const route of writeRoutes) paths[route.path] = { ...paths[route.path], post: operation(route) };
  paths["/api/reports"]!.post = {
    operationId: "readReport",
    summary:
      "Hand in a report to be read into the ledger; its progress is told by /api/changes and /api/readings",
    parameters: parametersOf(readingQuery),
    requestBody: {
      required: true,
      description: "The file as it is: plain text, Markdown or HTML, gzipped or not",
      content: { "application/octet-stream": {}, "text/plain": {}, "text/html": {} },
    },
    responses: describe(task, "202", "It waits to be read"),
  };
  paths["/api/reviews/export"] = {
    get: {
      operationId: "exportReviews",
      summary: "All that people said of rows, as a file that /api/reviews/import takes",
      responses: { "200": { description: "JSON Lines", content: { "application/x-ndjson": {} } } },
    },
  };
  paths["/api/samples"] = {
    post: {
      operationId: "readSamples",
      summary: "Read the sample reports that come with demarche into the ledger",
      responses: describe(z.object({ items: z.array(task) }), "202", "They wait to be read"),
    },
  };
  paths["/api/changes"] = {
    get: {
      operationId: "changes",
      summary:
        "Server-sent events: “report” for each new report, “ledger” where anything has changed, “task” for each step of a file that was handed in",
      parameters: [
        {
          name: "Last-Event-ID",
          in: "header",
          schema: { type: "integer" },
          description: "number of the last report that is known: later ones are told at once",
        },
      ],
      responses: { "200": { description: "A stream without end", content: { "text/event-stream": {} } } },
    },
  };
  return {
    openapi: "3.1.1",
    info: {
      title: "demarche",
      version,
      description:
        "The ledger of one file: who said and did what to whom, when and where, according to which report, with the words that say so.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    security: [{}, { token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "demanded on any address but this machine's own",
        },
      },
      schemas: components.schemas,
    },
  };
}

/** Schemas that have a name, each once. */
class Components {
  readonly schemas: Record<string, Json> = {};

  schema(type: z.ZodType): Json {
    const { $schema, $defs = {}, ...schema } = moved(z.toJSONSchema(type)) as Json & { $defs?: Json };
    for (const [name, part] of Object.entries($defs)) this.schemas[name] = withoutId(part as Json);
    const { id } = type.meta() ?? {};
    if (id === undefined) return schema;
    this.schemas[id] = withoutId(schema);
    return { $ref: `#/components/schemas/${id}` };
  }
}

/** The names that zod keeps beside a schema are the component's own. */
function withoutId({ id, ...schema }: Json): Json {
  return schema;
}

/** References into the document's components instead of into the schema. */
function moved(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

function parametersOf(query: z.ZodType): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input" }) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
}
