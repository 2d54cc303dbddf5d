import { useId, useState } from "react";
import type { ActorRow } from "../../../src/server/schemas/rows.js";
import { addressOf } from "../address.js";
import { useAnswer } from "../ask.js";

interface ActorsFieldProps {
  readonly label: string;
  readonly codes: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
  /** True where there is one at most. */
  readonly single?: boolean;
}

/** A search for actors: those that were chosen, and a field that finds more by code or name. */
export function ActorsField({ label, codes, onChange, single = false }: ActorsFieldProps) {
  const [text, setText] = useState("");
  const list = useId();
  const wanted = text.trim();
  const { data } = useAnswer<{ items: ActorRow[] }>(
    wanted.length > 0 ? addressOf("/api/actors", { q: wanted, limit: 20 }) : "/api/actors?limit=100",
  );
  const add = (code: string) => {
    const tidy = code.trim().toUpperCase();
    setText("");
    if (tidy !== "" && !codes.includes(tidy)) onChange(single ? [tidy] : [...codes, tidy]);
  };
  return (
    <div className="field actors-field">
      <label>
        <span>{label}</span>
        <input
          type="text"
          value={text}
          list={list}
          placeholder={codes.length > 0 && single ? "another" : "CHN, CHN.GOV, ?"}
          onChange={(event) => {
            const { value } = event.target;
            // A suggestion that was chosen stands whole in the field at once.
            const chosen = value.length > text.length + 1 && data?.items.some(({ code }) => code === value);
            if (chosen) add(value);
            else setText(value);
          }}
          onBlur={() => add(text)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add(text);
          }}
        />
      </label>
      <datalist id={list}>
        {data?.items.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
      <ul className="chips" aria-label={`${label} chosen`}>
        {codes.map((code) => (
          <li key={code}>
            <button type="button" onClick={() => onChange(codes.filter((other) => other !== code))}>
              {code} <span aria-hidden="true">×</span>
              <span className="hidden">take out of {label}</span>
            </button>
          </li>
        ))}
        {codes.length === 0 && <li className="none">nobody</li>}
      </ul>
    </div>
  );
}
