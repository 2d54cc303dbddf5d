import { type RawBuilder, sql } from "kysely";

/**
 * What tells a place `p` from others: how precisely it is known, its country, and its coordinates, so that all names of
 * one place are one; without coordinates its name.
 */
export const PLACE_ID = sql<string>`p.precision || ':' || coalesce(p.country, '') || ':'
  || coalesce(p.latitude || ',' || p.longitude, p.name)`;

/** Selects the events at a place. */
export function eventsAtPlace(id: string): RawBuilder<unknown> {
  return sql`(select at.id from places p join events at on at.report = p.report and at.place = p.position
    where ${PLACE_ID} = ${id})`;
}
