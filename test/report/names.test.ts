import { describe, expect, it } from "vitest";
import { isOutletName, isPersonName, isRole } from "../../src/report/names.js";

describe("isPersonName", () => {
  it.each(["Jane Doe", "JANE DOE", "Ana M. de la Cruz", "Mary O’Neill-Smith", "Abd al-Rahman Said"])(
    "%s",
    (text) => {
      expect(isPersonName(text)).toBe(true);
    },
  );
  it.each([
    "Jane",
    "jane doe",
    "Senior Reporter",
    "May 2031",
    "the army",
    "Jane Doe Said That He Left",
    "Jane 2031",
  ])("not %s", (text) => {
    expect(isPersonName(text)).toBe(false);
  });
});

describe("isRole", () => {
  it.each(["Reporter", "Senior Diplomatic Correspondent", "Editor, Asia", "Correspondent in Vienna"])(
    "%s",
    (text) => {
      expect(isRole(text)).toBe(true);
    },
  );
  it.each(["Jane Doe", "", "the editor said that talks had failed and he left for the airport"])(
    "not %j",
    (text) => {
      expect(isRole(text)).toBe(false);
    },
  );
});

describe("isOutletName", () => {
  it.each(["Reuters", "AP", "The Northern Gazette", "Example News", "CNN Business", "example.com"])(
    "%s",
    (text) => {
      expect(isOutletName(text)).toBe(true);
    },
  );
  it.each(["Jane Doe", "the news", "He told the news agency that it had failed", ""])("not %j", (text) => {
    expect(isOutletName(text)).toBe(false);
  });
});
