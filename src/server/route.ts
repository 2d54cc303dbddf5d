import type { z } from "zod";
import type { Context } from "./context.js";

/** What a request asks: the parameters of its path, and its query and body by the route's schemas. */
interface Asked<Query extends z.ZodType, Body extends z.ZodType> {
  readonly id: string;
  readonly query: z.infer<Query>;
  readonly body: z.infer<Body>;
}

/** A question, or something to be done, that the interface answers with JSON. The server and its description are both made of these. */
export interface Route<Query extends z.ZodType = z.ZodType, Body extends z.ZodType = z.ZodType> {
  /** OpenAPI's path, with at most the parameter {id}. */
  readonly path: string;
  readonly name: string;
  readonly summary: string;
  readonly query?: Query;
  /** What is sent with it: JSON, or a file's text. */
  readonly body?: { readonly type: "application/json" | "application/x-ndjson"; readonly schema: Body };
  readonly response: z.ZodType;
  /** Undefined where there is no such thing: 404. */
  readonly answer: (context: Context, asked: Asked<Query, Body>) => Promise<object | undefined>;
}

/** A route with the types of its query and body worked out. */
export function route<Query extends z.ZodType, Body extends z.ZodType>(route: Route<Query, Body>): Route {
  return route as unknown as Route;
}
