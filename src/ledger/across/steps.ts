import { exchangesStep } from "../exchanges/exchanges-step.js";
import { happeningsStep } from "../happenings/happenings-step.js";
import { issuesStep } from "../issues/issues-step.js";
import { positionsStep } from "../positions/positions-step.js";
import { reviewsStep } from "../reviews/reviews-step.js";
import { storiesStep } from "../stories/stories-step.js";
import { tensionsStep } from "../tensions/tensions-step.js";
import type { StepKind } from "./step.js";

/** What the ledger keeps across reports, in order: each step knows what those before it have changed. */
export const STEPS: readonly StepKind[] = [
  storiesStep,
  happeningsStep,
  exchangesStep,
  issuesStep,
  positionsStep,
  tensionsStep,
  reviewsStep,
];
