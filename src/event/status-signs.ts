import type { Status } from "./event.js";

/** A status that a word speaks for, with the words that say so. */
export interface Found {
  readonly status: Status;
  readonly why: string;
  readonly purpose?: true;
  readonly ability?: boolean;
}

/** A sign at a governor: a denial of a denial leaves the act possible; what a demand or plan may do is no news of the act. */
export function combine(found: Found[], sign: Found): void {
  const denied = found.findIndex((f) => f.status === "denied");
  if (sign.status === "denied" && denied >= 0) {
    found[denied] = { status: "possible", why: `${found[denied]!.why}; ${sign.why}` };
  } else found.push(sign);
}
