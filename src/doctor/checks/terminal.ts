import { type Check, good, note } from "../check.js";

/** The terminal shows letters of all languages. */
export const terminal: Check = {
  name: "terminal",
  run: ({ env, width, coloured }) => {
    const what = `${width} columns, ${coloured ? "colours" : "no colours"}`;
    const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || "";
    if (locale === "" || /utf-?8/i.test(locale)) return good(what);
    return note(
      `${what}, locale ${locale}`,
      "Names in other alphabets may look wrong: set LANG to a UTF-8 locale such as C.UTF-8.",
    );
  },
};
