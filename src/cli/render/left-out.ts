import type { LeftOut } from "../../event/surer-than.js";
import { count } from "./report.js";

/** "left out: 12 less sure events, 3 of unknown probability"; undefined where none was left out. */
export function leftOutWords({ lessSure, unknown }: LeftOut): string | undefined {
  const parts = [
    ...(lessSure > 0 ? [count(lessSure, "less sure event")] : []),
    ...(unknown > 0 ? [`${count(unknown, "event")} of unknown probability`] : []),
  ];
  return parts.length > 0 ? `left out: ${parts.join(", ")}` : undefined;
}
