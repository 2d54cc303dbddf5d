import { afterAll, describe, expect, it } from "vitest";
import { closeLanguage, whoIn } from "./who.js";

afterAll(closeLanguage);

describe("names that are also something else", () => {
  it.each([
    ["Tehran accused Washington of piracy.", "Washington", "USA"],
    ["Managua accused San Jose of espionage.", "San Jose", "CRI"],
    ["The White House praised Jordan for its role.", "Jordan", "JOR"],
    ["Chad closed its border with Sudan.", "Chad", "TCD"],
    ["Niger accused France of sabotage.", "Niger", "NER"],
    ["Georgia accused Russia of aggression.", "Georgia", "GEO"],
    ["Russia warned Georgia not to join NATO.", "Georgia", "GEO"],
  ])("%s", async (text, name, code) => {
    expect(await whoIn(text, name)).toBe(code);
  });

  it.each([
    ["Jordan said he would run again, and scored 30 points in the final.", "Jordan"],
    ["Chad told reporters he was sorry.", "Chad"],
    ["The Niger burst its banks and villages were flooded.", "The Niger"],
    ["Soldiers crossed the Jordan River near the town.", "the Jordan River"],
    ["Tech workers protested in San Jose, California.", "San Jose"],
    ["Georgia voters approved the measure on Tuesday.", "Georgia"],
    ["Russia tried to sway voters in Georgia, a Democrat in Atlanta said.", "Georgia"],
  ])("leaves what is meant otherwise: %s", async (text, name) => {
    expect(["JOR", "TCD", "NER", "CRI", "GEO"]).not.toContain(await whoIn(text, name));
  });
});
