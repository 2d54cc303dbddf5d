import { z } from "zod";
import type { Context } from "../context.js";
import {
  pageOfExchanges,
  pageOfHappenings,
  pageOfPositions,
  pageOfStories,
  pageOfTensions,
} from "../queries/across.js";
import { listActors, listDealings, listOffices } from "../queries/actors.js";
import { badCursor } from "../queries/page.js";
import { withReviewedAnswers } from "../queries/reviews.js";
import { route } from "../route.js";
import { happening, linkedExchange, position, story, tension } from "../schemas/across.js";
import { pageOf } from "../schemas/common.js";
import {
  actorQuery,
  dealingQuery,
  exchangeQuery,
  happeningQuery,
  positionQuery,
  storyQuery,
  tensionQuery,
} from "../schemas/filters.js";
import { rowQuery } from "../schemas/reviews.js";
import { actorRecord, actorRow, dealing } from "../schemas/rows.js";

const ONE = { limit: 1 };
const MOST_DEALINGS = 200;

const actorsOf = (context: Context) => context.keep("actors", () => listActors(context.db));

/** Questions about what reports tell together, and about who takes part. */
export const ACROSS_ROUTES = [
  route({
    path: "/api/exchanges",
    name: "exchanges",
    summary: "Demands, offers, charges and threats with their answers in whatever report, the latest first",
    query: exchangeQuery,
    response: pageOf(linkedExchange),
    answer: async ({ db }, { query }) =>
      withReviewedAnswers(db, await pageOfExchanges(db, query, query), query.as),
  }),
  route({
    path: "/api/exchanges/{id}",
    name: "exchange",
    summary: "One exchange",
    query: rowQuery,
    response: linkedExchange,
    answer: async ({ db }, { id, query }) =>
      (await withReviewedAnswers(db, await pageOfExchanges(db, { ids: [id] }, ONE), query.as)).items[0],
  }),
  route({
    path: "/api/happenings",
    name: "happenings",
    summary: "What events of one or many reports tell of, the latest first",
    query: happeningQuery,
    response: pageOf(happening),
    answer: ({ db }, { query }) => pageOfHappenings(db, query, query),
  }),
  route({
    path: "/api/happenings/{id}",
    name: "happening",
    summary: "One happening",
    response: happening,
    answer: async ({ db }, { id }) => (await pageOfHappenings(db, { ids: [id] }, ONE)).items[0],
  }),
  route({
    path: "/api/positions",
    name: "positions",
    summary: "What actors hold, as reports tell it over time, those last seen first",
    query: positionQuery,
    response: pageOf(position),
    answer: ({ db }, { query }) => pageOfPositions(db, query, query),
  }),
  route({
    path: "/api/positions/{id}",
    name: "position",
    summary: "One position",
    response: position,
    answer: async ({ db }, { id }) => (await pageOfPositions(db, { ids: [id] }, ONE)).items[0],
  }),
  route({
    path: "/api/tensions",
    name: "tensions",
    summary: "Pairs that do not sit well together, the latest first",
    query: tensionQuery,
    response: pageOf(tension),
    answer: ({ db }, { query }) => pageOfTensions(db, query, query),
  }),
  route({
    path: "/api/tensions/{id}",
    name: "tension",
    summary: "One tension",
    response: tension,
    answer: async ({ db }, { id }) => (await pageOfTensions(db, { ids: [id] }, ONE)).items[0],
  }),
  route({
    path: "/api/stories",
    name: "stories",
    summary: "Reports on the same dispute and episode, the latest first",
    query: storyQuery,
    response: pageOf(story),
    answer: ({ db }, { query }) => pageOfStories(db, query, query),
  }),
  route({
    path: "/api/stories/{id}",
    name: "story",
    summary: "One story",
    response: story,
    answer: async ({ db }, { id }) => (await pageOfStories(db, { ids: [id] }, ONE)).items[0],
  }),
  route({
    path: "/api/actors",
    name: "actors",
    summary: "Who is in the ledger, who is met most first",
    query: actorQuery,
    response: pageOf(actorRow),
    answer: async (context, { query: { q = "", limit, cursor } }) => {
      const wanted = q.toLowerCase();
      const actors = (await actorsOf(context)).filter(
        ({ code, name }) => code.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted),
      );
      const from = cursor === undefined ? 0 : actors.findIndex(({ code }) => code === cursor) + 1;
      if (cursor !== undefined && from === 0) throw badCursor();
      const items = actors.slice(from, from + limit);
      return { items, ...(actors.length > from + limit && { next: items.at(-1)!.code }) };
    },
  }),
  route({
    path: "/api/actors/{id}",
    name: "actor",
    summary: "One actor by its code: whom it deals with, and its people with what reports call them",
    response: actorRecord,
    answer: async (context, { id }) => {
      const actor = (await actorsOf(context)).find(({ code }) => code === id);
      if (!actor) return undefined;
      const dealings = await listDealings(context.db, { about: [id] }, MOST_DEALINGS);
      return { ...actor, offices: await listOffices(context.db, id), dealings };
    },
  }),
  route({
    path: "/api/dealings",
    name: "dealings",
    summary: "Who acts towards whom, with how many events of each type, the most first",
    query: dealingQuery,
    response: z.object({ items: z.array(dealing) }),
    answer: async (context, { query }) => {
      const list = () => listDealings(context.db, query, query.limit);
      const { about, from, to, limit } = query;
      return { items: await (about || from || to ? list() : context.keep(`dealings ${limit}`, list)) };
    },
  }),
];
