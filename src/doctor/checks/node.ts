import { type Check, good, wrong } from "../check.js";

/** The first version of Node that demarche runs on, as package.json says. */
const FIRST = 20;

/** Node is new enough. */
export const node: Check = {
  name: "node",
  run: ({ node: version }) =>
    Number(/^v(\d+)/.exec(version)?.[1]) >= FIRST
      ? good(`Node ${version}`)
      : wrong(`Node ${version}`, `Install Node ${FIRST} or later, https://nodejs.org.`),
};
