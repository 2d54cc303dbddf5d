import { type Check, good, wrong } from "../check.js";

/** The tables of actors have no errors and can be loaded. */
export const knowledge: Check = {
  name: "knowledge",
  run: async () => {
    const { checkShipped, shippedTables } = await import("../../knowledge/check-shipped.js");
    const errors = checkShipped().filter(({ severity }) => severity === "error");
    const [first] = errors;
    if (!first) return good(`${shippedTables().length} tables of actors`);
    return wrong(
      `${first.file}:${first.line}: ${first.met}; ${first.expected} is expected (${errors.length} in all)`,
      `${first.todo} Or install demarche again.`,
    );
  },
};
