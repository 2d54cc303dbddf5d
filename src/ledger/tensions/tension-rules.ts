/** Why two things do not sit well together. */
export const TENSION_RULES = [
  "denied-act",
  "denied-charge",
  "opposed-flows",
  "figures",
  "two-speakers",
  "changed-position",
  "broken-promise",
] as const;
export type TensionRule = (typeof TENSION_RULES)[number];
