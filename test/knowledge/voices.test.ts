import { expect, it } from "vitest";
import { stateOfVoice } from "../../src/knowledge/voices.js";

it("tells the state that speaks through an outlet, and of no other", () => {
  expect(["Xinhua", "The Global Times", "KCNA"].map(stateOfVoice)).toEqual(["CHN", "CHN", "PRK"]);
  expect(["Reuters", "The New York Times", ""].map(stateOfVoice)).toEqual([undefined, undefined, undefined]);
});
