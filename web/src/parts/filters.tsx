import { type ReactNode, useEffect, useState } from "react";
import { go, useAddress, withQuery } from "../address.js";

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "date" | "search";
  readonly placeholder?: string;
  readonly list?: string;
  /** What is typed as the address has it: codes in capitals. */
  readonly tidy?: (text: string) => string;
  /** Told what stands in the field whenever somebody types. */
  readonly onType?: (text: string) => void;
}

/** A field whose value stands in the address; it takes effect when it is left or Enter is pressed. */
export function Field({
  name,
  label,
  type = "text",
  placeholder,
  list,
  tidy = (text) => text.trim(),
  onType,
}: FieldProps) {
  const address = useAddress();
  const given = address.searchParams.get(name) ?? "";
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);
  const set = (value: string) => {
    if (tidy(value) !== given) go(withQuery(address, { [name]: tidy(value) }));
  };
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type={type}
        value={text}
        placeholder={placeholder}
        list={list}
        onChange={(event) => {
          setText(event.target.value);
          onType?.(event.target.value);
          if (type === "date" && (event.target.value === "" || event.target.validity.valid))
            set(event.target.value);
        }}
        onBlur={() => set(text)}
        onKeyDown={(event) => event.key === "Enter" && set(text)}
      />
    </label>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** A choice whose value stands in the address; the first option is the empty one. */
export function Choice({ name, label, options }: ChoiceProps) {
  const address = useAddress();
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value={address.searchParams.get(name) ?? ""}
        onChange={(event) => go(withQuery(address, { [name]: event.target.value }))}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Options of a choice: any of the values, or one of them. */
export function anyOf(label: string, values: readonly string[]): (readonly [string, string])[] {
  return [["", label], ...values.map((value) => [value, value] as const)];
}

/** Codes in capitals, parted by commas. */
export function tidyCodes(text: string): string {
  return text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((code) => code !== "")
    .join(",");
}

export function Filters({ children }: { readonly children: ReactNode }) {
  return (
    <search aria-label="Filters" className="filters">
      {children}
    </search>
  );
}
