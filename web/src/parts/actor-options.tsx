import { useId, useState } from "react";
import type { ActorRow } from "../../../src/server/schemas/rows.js";
import { useAnswer } from "../ask.js";
import { Field, tidyCodes } from "./filters.js";

const ADDRESS = "/api/actors?limit=300";

interface CodesFieldProps {
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
}

/** A field for codes parted by commas, with a suggestion for each; `ActorOptions` must stand beside it. */
export function CodesField(props: CodesFieldProps) {
  const [before, setBefore] = useState("");
  const list = useId();
  // The browser compares suggestions with all that is typed, so those for a second code start with the first.
  const { data } = useAnswer<{ items: ActorRow[] }>(before === "" ? undefined : ADDRESS);
  return (
    <>
      <Field
        {...props}
        list={before === "" ? "actors" : list}
        tidy={tidyCodes}
        onType={(text) => setBefore(text.slice(0, text.lastIndexOf(",") + 1))}
      />
      {before !== "" && <CodeList id={list} before={before} items={data?.items} />}
    </>
  );
}

/** Codes that a field can suggest, with names: the `list` of a field is "actors". */
export function ActorOptions() {
  const { data } = useAnswer<{ items: ActorRow[] }>(ADDRESS);
  return <CodeList id="actors" before="" items={data?.items} />;
}

interface CodeListProps {
  readonly id: string;
  /** What stands before the code in the field. */
  readonly before: string;
  readonly items: readonly ActorRow[] | undefined;
}

function CodeList({ id, before, items }: CodeListProps) {
  const chosen = before.split(",");
  return (
    <datalist id={id}>
      {items
        ?.filter(({ code }) => !chosen.includes(code))
        .map(({ code, name }) => (
          <option key={code} value={before + code}>
            {name}
          </option>
        ))}
    </datalist>
  );
}
