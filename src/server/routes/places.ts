import { listPlaces } from "../queries/places.js";
import { route } from "../route.js";
import { placeQuery } from "../schemas/filters.js";
import { places } from "../schemas/places.js";

/** Questions about where things happen. */
export const PLACE_ROUTES = [
  route({
    path: "/api/places",
    name: "places",
    summary: "Where events were, with how many of each type, where most were first",
    query: placeQuery,
    response: places,
    answer: async (context, { query }) => {
      const { limit, ...filter } = query;
      const list = () => listPlaces(context.db, filter);
      const asked = Object.keys(filter).filter((name) => name !== "status");
      const all = await (asked.length > 0 ? list() : context.keep(`places ${filter.status}`, list));
      return { ...all, items: all.items.slice(0, limit) };
    },
  }),
];
