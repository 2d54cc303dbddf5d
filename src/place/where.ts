import type { Span } from "../record/span.js";

/** Where: a place named in the text, resolved to the gazetteer as finely as the text says and no finer. */
export interface Where extends Span {
  readonly kind: "where";
  readonly name: string;
  /** ISO 3166-1 alpha-3 of the country that it lies in; absent for seas and the like. */
  readonly country?: string;
  /** Decimal degrees, WGS 84. */
  readonly latitude?: number;
  readonly longitude?: number;
  readonly precision: "point" | "city" | "region" | "country" | "sea" | "unknown";
  /** Why there are no coordinates. */
  readonly reason?: string;
  readonly by: string;
}
