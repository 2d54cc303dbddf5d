import type { Span } from "../record/span.js";
import type { Explanation, Participant } from "./event.js";
import type { Act } from "./read-acts.js";
import type { Roles } from "./roles.js";

/** How an event came to be, as sentences for people: pattern, words, participants, status, rivals. */
export function explainEvent(text: string, act: Act, roles: Roles, past: Span | undefined): Explanation {
  const { trigger, anchor } = act.match.frame;
  const steps = [`“${trigger.form}” is a trigger of ${act.match.pattern.id}`];
  if (anchor !== trigger) steps.push(`“${anchor.form}” carries it`);
  const used = act.match.consumed.filter((w) => w !== anchor && w !== trigger);
  if (used.length > 0) steps.push(`together with ${used.map((w) => `“${w.form}”`).join(", ")}`);
  for (const participant of roles.sources) steps.push(told(text, "source", participant));
  for (const participant of roles.targets) steps.push(told(text, "target", participant));
  steps.push(...act.steps);
  if (past) steps.push(`background: “${text.slice(past.start, past.end)}” lies well before the report`);
  return { by: act.by, steps, rivals: act.rivals };
}

function told(text: string, role: string, { actor, span }: Participant): string {
  if (!actor.known) return `${role} unknown: ${actor.reason}`;
  return `${role}: ${span ? `“${text.slice(span.start, span.end)}”, ` : ""}${actor.by}`;
}
