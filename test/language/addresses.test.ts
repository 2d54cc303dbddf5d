import { describe, expect, it } from "vitest";
import { endOfAddress } from "../../src/language/addresses.js";

const address = (text: string) => text.slice(0, Math.max(0, endOfAddress(text, 0, text.length)));

describe("endOfAddress", () => {
  it.each([
    ["https://a.org/b?c=d).", "https://a.org/b?c=d"],
    ["https://a.org/b_(c),", "https://a.org/b_(c)"],
    ["www.un.org.", "www.un.org"],
    ["j.doe@mofa.go.kr,", "j.doe@mofa.go.kr"],
    ["state.gov", "state.gov"],
    ["bbc.co.uk/news.", "bbc.co.uk/news"],
    ["report.pdf)", "report.pdf"],
    ["comp.sources.unix", "comp.sources.unix"],
    ["ended.They", ""],
    ["it.is", ""],
    ["3.5", ""],
    ["state.governor", ""],
    ["word", ""],
  ])("finds in %s the address %j", (text, expected) => expect(address(text)).toBe(expected));
});
