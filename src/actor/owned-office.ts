import type { Actor } from "./actor.js";
import type { Description } from "./describe.js";
import type { Draft } from "./draft.js";
import type { Resolution } from "./resolution.js";

/** A role served to a body takes the body's sector ("its spokesman", of a ministry). */
export function ofBody(description: Description, owner: Actor): Description {
  if (description.sector || owner.person) return description;
  return {
    ...description,
    ...(owner.sector && { sector: owner.sector }),
    ...(owner.agency && { agency: owner.agency }),
  };
}

/** "his Turkish counterpart": whoever holds the possessor's office in the state that is named. */
export function counterpart(draft: Draft, possessor: Draft | undefined): Resolution {
  const owner = possessor?.actors.length === 1 ? possessor.actors[0]! : undefined;
  const { by } = draft;
  if (draft.actors.length === 0 || !owner)
    return { actors: draft.actors, by, reason: "whose counterpart is not known" };
  const { sector, agency } = owner;
  const office = { ...(sector && { sector }), ...(agency && { agency }) };
  return {
    actors: draft.actors.map(({ code }) => ({ code, ...office })),
    by: `${by}, with the office of ${owner.person ?? owner.code}`,
    antecedent: possessor,
  };
}
