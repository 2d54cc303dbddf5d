import { describe, expect, it } from "vitest";
import { datelineOf } from "../../src/report/dateline.js";

const TEXT = " Two ministers met on Monday.";

describe("datelineOf", () => {
  it.each([
    ["BEIJING, Sept 15 (Xinhua) --", { place: "BEIJING", agency: "Xinhua", date: { month: 9, day: 15 } }],
    [
      "SOFIA, 3 May 2031 (Danube Wire) —",
      { place: "SOFIA", agency: "Danube Wire", date: { year: 2031, month: 5, day: 3 } },
    ],
    [
      "SEOUL/UNITED NATIONS, Aug 30 (Reuters) -",
      { place: "SEOUL/UNITED NATIONS", agency: "Reuters", date: { month: 8, day: 30 } },
    ],
    ["SAN JOSE, Costa Rica —", { place: "SAN JOSE, Costa Rica" }],
    ["FORT PIERCE, Fla. —", { place: "FORT PIERCE, Fla." }],
    ["MOSCOW (AP)_", { place: "MOSCOW", agency: "AP" }],
    ["Aug 27 (Reuters) -", { agency: "Reuters", date: { month: 8, day: 27 } }],
    ["(CNN)", { agency: "CNN" }],
    ["Tirana, Albania (CNN)", { place: "Tirana, Albania", agency: "CNN" }],
    ["Paris (AFP) –", { place: "Paris", agency: "AFP" }],
    [
      "BRUSSELS, 5 March 2031 /Example Wire/ --",
      { place: "BRUSSELS", agency: "Example Wire", date: { year: 2031, month: 3, day: 5 } },
    ],
    ["Geneva, 5 March 2031 –", { place: "Geneva", date: { year: 2031, month: 3, day: 5 } }],
    ["Tirana, Albania, 5 March 2031 -", { place: "Tirana, Albania", date: { year: 2031, month: 3, day: 5 } }],
  ])("reads %s", (dateline, parts) => {
    expect(datelineOf(dateline + TEXT)).toEqual({ length: dateline.length, ...parts });
  });

  it.each([
    "FILE - In this picture the envoy waits.",
    "EXCLUSIVE – The minister will resign.",
    "NATO - the alliance that Norway joined in 1949 - met on Monday.",
    "The US – China's rival – said no.",
    "U.S. — China trade grew.",
    "The treaty (AFP has a copy) was signed.",
    "Germany’s Example Zeitung (EZ) has released a report.",
    "Monday, 5 March 2031 – Two ministers met.",
    "Updated 5 March 2031 – Two ministers met.",
    "Anna Berg, 5 March 2031 – Two ministers met.",
    "Geneva – Two ministers met.",
    "In Geneva, 5 March 2031 – not a day before – was named.",
    "Talks failed.",
    "",
  ])("finds none in %j", (text) => {
    expect(datelineOf(text)).toBeUndefined();
  });
});
