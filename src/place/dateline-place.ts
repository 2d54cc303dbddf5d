import type { Report } from "../report/report.js";
import { gazetteer, type Place, placeKey } from "./gazetteer.js";
import { type PlaceContext, resolveName } from "./resolve.js";
import type { Where } from "./where.js";

/**
 * Where the report was written, as the dateline says that opens it ("SEOUL/TOKYO", "ERIE, Pa."): a town each, resolved
 * like those of the text, and the region or country behind the comma. What no list has is left out.
 */
export function datelinePlaces(report: Report, countries: PlaceContext["countries"]): Where[] {
  const { dateline } = report;
  if (!dateline?.place) return [];
  const from = report.text.indexOf(dateline.place, dateline.start);
  if (from < 0 || from + dateline.place.length > dateline.end) return [];
  const parts: { readonly name: string; readonly start: number; readonly comma: boolean }[] = [];
  for (const { 0: name, index } of dateline.place.matchAll(/[^,/\s][^,/]*/g))
    parts.push({
      name: name.trimEnd(),
      start: from + index,
      comma: dateline.place.slice(0, index).trimEnd().endsWith(","),
    });
  return parts.flatMap(({ name, start, comma }, i) => {
    const next = parts[i + 1];
    const before = parts[i - 1];
    const places = placesOf(name);
    const found = resolveName(
      { places },
      {
        countries,
        nearby: NONE,
        regions: NONE,
        owners: NONE,
        containers: next?.comma ? placesOf(next.name).filter(isWide) : [],
        contained: comma && before ? placesOf(before.name) : [],
      },
    );
    return found.place ? [where(found.place, start, start + name.length, found.by)] : [];
  });
}

const NONE: ReadonlySet<string> = new Set();

const isWide = ({ kind }: Place): boolean => kind === "country" || kind === "region";

const placesOf = (name: string): readonly Place[] => {
  const key = name.split(/\s+/).map(placeKey).join(" ");
  return gazetteer().lookUp(key);
};

function where(
  { name, country, latitude, longitude, precision, source }: Place,
  start: number,
  end: number,
  by: string,
): Where {
  const point = latitude !== undefined && longitude !== undefined;
  return {
    kind: "where",
    start,
    end,
    name,
    ...(country ? { country } : {}),
    ...(point ? { latitude, longitude } : { reason: "too wide for a point" }),
    precision,
    by: `${source}: the dateline, ${by}`,
  };
}
