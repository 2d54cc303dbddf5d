import { z } from "zod";
import { route } from "../route.js";
import { task } from "../schemas/rows.js";

/** Questions about files that were handed in. */
export const TASK_ROUTES = [
  route({
    path: "/api/readings",
    name: "readings",
    summary: "Files that were handed in since the program began, with how far each is",
    response: z.object({ items: z.array(task) }),
    answer: async ({ intake }) => ({ items: intake?.list() ?? [] }),
  }),
  route({
    path: "/api/readings/{id}",
    name: "reading",
    summary: "How far one file is",
    response: task,
    answer: async ({ intake }, { id }) => intake?.task(id),
  }),
];
