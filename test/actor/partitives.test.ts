import { afterAll, describe, expect, it } from "vitest";
import { closeLanguage, whoIn } from "./who.js";

afterAll(closeLanguage);

describe("crowds that only a number names", () => {
  it.each([
    ["Thousands marched through Tunis against Tunisia's president.", "Thousands", "TUN.CVL"],
    ["Hundreds rallied outside the U.S. embassy in Manila.", "Hundreds", "PHL.CVL"],
    ["Tens of thousands protested in Budapest against the government.", "Tens of thousands", "HUN.CVL"],
  ])("%s", async (text, crowd, code) => {
    expect(await whoIn(text, crowd)).toBe(code);
  });

  it("are no sums, scores or parts", async () => {
    expect(await whoIn("Thousands of dollars were stolen in Lima.", "Thousands of dollars")).toBe("?");
    expect(await whoIn("Turkey's scores in the contest improved.", "Turkey's scores")).not.toBe("TUR.CVL");
  });
});

describe("people of a state", () => {
  it("are those from there, wherever they act", async () => {
    expect(await whoIn("Students from Bolivia protested in Lima.", "Students")).toBe("BOL.EDU");
  });

  it("are those who act there, where the clause says so", async () => {
    expect(await whoIn("Soldiers killed villagers in northern Nigeria.", "villagers")).toBe("NGA.CVL");
    expect(await whoIn("Indian soldiers tortured villagers.", "villagers")).toBe("?");
  });

  it.each([
    ["Russian soldiers killed six Chechens in Grozny.", "six Chechens", "RUS.CVL"],
    ["Bosnian Serbs shelled Sarajevo.", "Bosnian Serbs", "BIH.CVL"],
    ["Turkey bombed Kurds in Iraq.", "Kurds", "IRQ.CVL"],
    [
      "The Dalai Lama, the Tibetan spiritual leader, met monks in Rome.",
      "the Tibetan spiritual leader",
      "CHN.REL",
    ],
  ])("are its peoples, too: %s", async (text, people, code) => {
    expect(await whoIn(text, people)).toBe(code);
  });
});
