import type { ActorRow } from "../../../src/server/schemas/rows.js";
import { useAnswer } from "../ask.js";

/** Codes that a field can suggest, with names: the `list` of a field is "actors". */
export function ActorOptions() {
  const { data } = useAnswer<{ items: ActorRow[] }>("/api/actors?limit=300");
  return (
    <datalist id="actors">
      {data?.items.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </datalist>
  );
}
