import type { z } from "zod";
import type { Context } from "./context.js";

/** What a request asks: the parameters of its path, and its query by the route's schema. */
interface Asked<Query extends z.ZodType> {
  readonly id: string;
  readonly query: z.infer<Query>;
}

/** A question that the interface answers with JSON. The server and its description are both made of these. */
export interface Route<Query extends z.ZodType = z.ZodType> {
  /** OpenAPI's path, with at most the parameter {id}. */
  readonly path: string;
  readonly name: string;
  readonly summary: string;
  readonly query?: Query;
  readonly response: z.ZodType;
  /** Undefined where there is no such thing: 404. */
  readonly answer: (context: Context, asked: Asked<Query>) => Promise<object | undefined>;
}

/** A route with the type of its query worked out. */
export function route<Query extends z.ZodType>(route: Route<Query>): Route {
  return route as unknown as Route;
}
