import { useEffect, useId, useRef, useState } from "react";
import { CHOICES, FIELDS, type Field } from "../../../src/ledger/reviews/review.js";
import type { RowToJudge } from "../../../src/server/schemas/reviews.js";
import { ActorsField } from "./actors-field.js";
import { changedValues, type FormValues, formValues } from "./form-values.js";

const LABELS: Readonly<Record<Field, string>> = {
  type: "Type",
  status: "Status",
  sources: "Sources",
  targets: "Targets",
  trigger: "Words that tell it",
  speaker: "Speaker",
  person: "Speaker’s name",
  addressee: "Said to",
  content: "What was said, in the report’s words",
  actors: "Who is meant",
};

interface CorrectionFormProps {
  readonly row: RowToJudge;
  /** What the reviewer has put in the machine's place before. */
  readonly correction: RowToJudge["machine"] | undefined;
  readonly onSend: (correction: FormValues) => void;
  readonly onCancel: () => void;
}

/** A small form with the fields of a row; what is left as it was stays the machine's. */
export function CorrectionForm({ row, correction, onSend, onCancel }: CorrectionFormProps) {
  const [values, setValues] = useState(() => formValues(row, correction));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("select, input, textarea")?.focus(), []);
  const set = (field: Field) => (value: string | readonly string[]) =>
    setValues((before) => ({ ...before, [field]: value }));
  const changed = changedValues(row, values);
  return (
    <form
      ref={form}
      className="correction"
      aria-label="Correct this row"
      onSubmit={(event) => {
        event.preventDefault();
        if (Object.keys(changed).length > 0) onSend(changed);
      }}
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
    >
      {FIELDS[row.of].map((field) => (
        <FormField key={field} row={row} field={field} value={values[field] ?? ""} onChange={set(field)} />
      ))}
      <p className="choices">
        <button type="submit" disabled={Object.keys(changed).length === 0}>
          Keep the correction
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
        {Object.keys(changed).length === 0 && <span className="note">Change what is wrong.</span>}
      </p>
    </form>
  );
}

interface FormFieldProps {
  readonly row: RowToJudge;
  readonly field: Field;
  readonly value: string | readonly string[];
  readonly onChange: (value: string | readonly string[]) => void;
}

function FormField({ row, field, value, onChange }: FormFieldProps) {
  const id = useId();
  const label = LABELS[field];
  if (typeof value !== "string") return <ActorsField label={label} codes={value} onChange={onChange} />;
  if (field === "speaker") {
    const codes = value === "" ? [] : [value];
    return <ActorsField label={label} codes={codes} single onChange={([code]) => onChange(code ?? "?")} />;
  }
  const choices = CHOICES[row.of]?.[field as "type" | "status"];
  return (
    <div className={field === "content" ? "field wide" : "field"}>
      <label htmlFor={id}>{label}</label>
      {choices ? (
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : field === "content" ? (
        <textarea id={id} rows={3} value={value} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input id={id} type="text" value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  );
}
