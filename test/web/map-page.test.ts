import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Where } from "../../src/place/where.js";
import { known } from "../../src/record/value.js";
import { CAN_SHOW, type ShownPage, seriousFindings, showPage } from "../support/page.js";
import { makeReport, ReadingMaker } from "../support/reading.js";

/** A report in which Norway shells Sweden somewhere. */
function act(where: Partial<Where> & { readonly name: string }, outlet: string) {
  const report = makeReport([`Norway shelled Sweden near ${where.name}, ${outlet} wrote.`], {
    published: known("2018-03-05", "given", "test"),
    outlet: known(outlet, "given", "test"),
  });
  const maker = new ReadingMaker(report);
  const [norway, sweden] = ["Norway", "Sweden"].map((name) =>
    maker.mention(name, { code: name.slice(0, 3).toUpperCase() }),
  );
  maker.event("ASSAULT", "shelled", [norway!], [sweden!], { where: maker.place(where.name, where) });
  return maker.reading();
}

const READINGS = [
  act({ name: "Arl", precision: "city", country: "SWE", latitude: 58, longitude: 15 }, "Oslo Wire"),
  act({ name: "Arl", precision: "city", country: "SWE", latitude: 58, longitude: 15 }, "Lund Post"),
  act({ name: "Birk", precision: "point", country: "FIN", latitude: 61, longitude: 26 }, "Oslo Wire"),
  act({ name: "Finland", precision: "country", country: "FIN", latitude: 62, longitude: 25 }, "Oslo Wire"),
  act({ name: "Kattegat", precision: "sea", latitude: 57, longitude: 11 }, "Oslo Wire"),
  act({ name: "the Far North", precision: "region", reason: "too wide for a point" }, "Oslo Wire"),
];

describe.skipIf(!CAN_SHOW)("the map", () => {
  let shown: ShownPage;
  let page: Page;
  beforeAll(async () => {
    shown = await showPage(READINGS);
    page = await shown.open();
  });
  afterAll(() => shown?.close());
  afterEach(() => expect(shown.faults()).toEqual([]));

  const query = (name: string) => new URL(page.url()).searchParams.get(name);
  const mark = (name: string) => page.locator(`.map .mark[aria-label^="${name},"]`);
  const open = async (address = "/map") => {
    await page.goto(shown.base + address);
    await isDrawn();
  };
  /** The drawing takes its width a moment after it is there. */
  const isDrawn = async () => {
    await page.locator(".map .land").first().waitFor();
    const stays = `new Promise((resolve) => {
      const width = () => document.querySelector(".map svg").getAttribute("width");
      const before = width();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(width() === before)));
    })`;
    await expect.poll(() => page.evaluate(stays)).toBe(true);
  };

  it("draws each place as precisely as it is known, and lists what it cannot draw", async () => {
    await open();
    await page.getByText("6 of 6 acts that fit have a place in the report, 5 places in all.").waitFor();
    for (const kind of ["town", "spot", "area", "disc"])
      expect(await page.locator(`.map .${kind}.mark`).count(), kind).toBe(1);
    const row = page.getByRole("row", { name: /^the Far North/ });
    expect(await row.textContent()).toContain("too wide for a point");
    expect(await mark("Arl").getAttribute("aria-label")).toBe("Arl, Sweden, a town: 2 acts: ASSAULT 2");
  });

  it("opens the acts at a mark, with report and words, and marks its row", async () => {
    await mark("Arl").click();
    const acts = page.getByRole("region", { name: "The chosen place" });
    await expect.poll(() => acts.getByRole("row").count()).toBe(3);
    expect(await acts.getByRole("link", { name: /shelled/ }).count()).toBe(2);
    expect(await page.locator('tr[aria-current="true"]').textContent()).toContain("Arl");
    expect(query("place")).toBe("city:SWE:58.0,15.0");
    await acts.getByRole("button", { name: "Close" }).click();
    await acts.waitFor({ state: "detached" });
  });

  it("leads from a row to its mark", async () => {
    const link = page.getByRole("row", { name: /^Kattegat/ }).getByRole("link");
    await link.hover();
    expect(await mark("Kattegat").getAttribute("class")).toContain("on");
    await link.click();
    await page.locator('.map .disc[aria-current="true"]').waitFor();
    expect(query("place")).toBe("sea::57.0,11.0");
  });

  it("goes by keyboard: arrows from mark to mark, Enter to the acts, + and 0", async () => {
    await open();
    expect(await page.locator('.map .mark[tabindex="0"]').count()).toBe(1);
    await mark("Arl").focus();
    await page.keyboard.press("ArrowLeft");
    const label = () => page.evaluate("document.activeElement.getAttribute('aria-label')");
    expect(await label()).toMatch(/^Kattegat,/);
    await page.keyboard.press("ArrowRight");
    expect(await label()).toMatch(/^Arl,/);
    await page.keyboard.press("PageDown");
    expect(await label()).not.toMatch(/^Arl,/);
    await page.keyboard.press("+");
    expect(query("view")).toMatch(/^2,/);
    await page.keyboard.press("0");
    expect(query("view")).toBeNull();
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "The chosen place" }).waitFor();
  });

  it("is moved with the pointer, which opens nothing, and enlarged with Ctrl and the wheel", async () => {
    await open();
    const { x, y } = (await mark("Arl").boundingBox())!;
    await page.keyboard.down("Control");
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -200);
    await page.keyboard.up("Control");
    await expect.poll(() => query("view")).toMatch(/^4,/);
    const at = (await mark("Arl").boundingBox())!;
    const [from, to] = [
      [at.x + at.width / 2, at.y + at.height / 2],
      [at.x + 90, at.y + 40],
    ] as const;
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 4 });
    await page.mouse.up();
    const moved = (await mark("Arl").boundingBox())!;
    expect(moved.x + moved.width / 2).toBeCloseTo(to[0], -0.5);
    expect(query("place")).toBeNull();
    // The address is the view.
    const before = await page.locator(".map svg > g").first().getAttribute("transform");
    await page.reload();
    await isDrawn();
    const numbers = (text: string | null) => (text?.match(/-?[\d.]+/g) ?? []).map(Number);
    const after = numbers(await page.locator(".map svg > g").first().getAttribute("transform"));
    for (const [i, number] of after.entries()) expect(number).toBeCloseTo(numbers(before)[i]!, -1);
  });

  it("is given as a picture, and its places with coordinates as CSV", async () => {
    await open();
    const given = async (name: RegExp) => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name }).click(),
      ]);
      return readFileSync(await file.path(), "utf8");
    };
    expect(await page.getByRole("columnheader", { name: "latitude" }).count()).toBe(0);
    const picture = await given(/^SVG/);
    expect(picture.match(/vector-effect="non-scaling-stroke"/g)!.length).toBeGreaterThan(200);
    expect(picture).not.toContain("127.0.0.1");
    const [header, first] = (await given(/^CSV of Places/)).split("\r\n");
    expect(header).toBe(
      "place,country,known as,acts,reports,types,also told as,not drawn,latitude,longitude",
    );
    expect(first).toBe("Arl,Sweden,a town,2,2,ASSAULT 2,,,58,15");
  });

  it("is narrowed down by filters", async () => {
    await open("/map?target=NOR");
    await page.getByText("0 of 0 acts").waitFor();
    expect(await page.locator(".map .mark").count()).toBe(0);
    await open("/map?status=any&source=NOR");
    expect(await page.locator(".map .mark").count()).toBe(4);
  });

  it.each([
    ["light", 1280],
    ["dark", 360],
  ] as const)("has no serious fault for axe, and fits: %s, %d", async (colorScheme, width) => {
    const other = await shown.open({ colorScheme, viewport: { width, height: 800 } });
    await other.goto(`${shown.base}/map?place=city:SWE:58.0,15.0&view=4,500,100`);
    await other.locator(".map .land").first().waitFor();
    await other.getByRole("region", { name: "The chosen place" }).getByRole("link").first().waitFor();
    expect(await seriousFindings(other)).toEqual([]);
    expect(await other.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await other.close();
  });
});
