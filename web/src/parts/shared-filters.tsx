import { ActorOptions, CodesField } from "./actor-options.js";
import { Choice, Field } from "./filters.js";

/** Who takes part, and whom it is about, by codes that are suggested. */
export function Sides() {
  return (
    <>
      <CodesField name="between" label="Between" placeholder="CHN,USA" />
      <CodesField name="about" label="About" placeholder="PRK" />
      <ActorOptions />
    </>
  );
}

/** From which day to which. */
export function Days() {
  return (
    <>
      <Field name="from" label="From" type="date" />
      <Field name="to" label="To" type="date" />
    </>
  );
}

/** How many reports must tell of a row: two, unless any number is asked for. */
export function ToldBy({ label = "Told by" }: { readonly label?: string }) {
  return (
    <Choice
      name="fewest"
      label={label}
      options={[
        ["", "two reports or more"],
        ["1", "any number of reports"],
      ]}
    />
  );
}
