import { expect, it } from "vitest";
import { parseConllu } from "../../src/evaluate/conllu.js";
import { formatConllu } from "../../src/evaluate/format-conllu.js";

it("writes what parseConllu reads, multiword tokens and comments too", () => {
  const text = [
    "# newdoc id = a",
    "# text = He didn't.",
    "1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_",
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
    "2\tdid\tdo\tAUX\tVBD\tMood=Ind\t0\troot\t_\t_",
    "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_",
    "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_",
    "",
    "# text = Yes",
    "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_",
    "",
    "",
  ].join("\n");
  expect(formatConllu(parseConllu(text))).toBe(text);
  expect(formatConllu([])).toBe("");
});
