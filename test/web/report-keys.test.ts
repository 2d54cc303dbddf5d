import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CAN_SHOW, type ShownPage, seriousFindings, showPage } from "../support/page.js";
import { sampleReading } from "../support/reading.js";

const READING = sampleReading();

describe.skipIf(!CAN_SHOW)("a report by keyboard alone", () => {
  let shown: ShownPage;
  let page: Page;
  beforeAll(async () => {
    shown = await showPage([READING]);
    page = await shown.open();
    await page.goto(`${shown.base}/reports/${READING.report.id}`);
    await page.locator(".text [role=button]").first().waitFor();
  });
  afterAll(() => shown?.close());
  afterEach(() => expect(shown.faults()).toEqual([]));

  const focused = () =>
    page.evaluate(() => ({
      words: document.activeElement?.textContent ?? "",
      rows: (document.activeElement as HTMLElement).dataset.rows?.split(" "),
      inText: document.activeElement?.closest(".text") !== null,
      row: (document.activeElement?.closest(".rows [data-rows]") as HTMLElement | null)?.dataset.rows,
    }));
  const lit = () => page.locator(".rows li.on").evaluateAll((rows) => rows.map((row) => row.dataset.rows));

  it("has one stop for the Tab key in the text, and says what each stretch of words tells", async () => {
    expect(await page.locator(".text [tabindex='0']").count()).toBe(1);
    await page.locator(".layers input").last().focus();
    await page.keyboard.press("Tab");
    expect(await focused()).toMatchObject({ inText: true });
    const first = page.locator(".text [role=button]").first();
    expect(await first.getAttribute("aria-description")).toMatch(/^[\w ]+: .+/);
    // The next stop is behind the text.
    await page.keyboard.press("Tab");
    expect((await focused()).inText).toBe(false);
    await page.keyboard.press("Shift+Tab");
    expect((await focused()).inText).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("leads from mark to mark by arrow keys, and lights their rows", async () => {
    await page.keyboard.press("Home");
    const marks = await page.locator(".text [role=button]").allTextContents();
    expect(marks.length).toBeGreaterThan(3);
    const seen = [(await focused()).words];
    for (const _ of marks.slice(1)) {
      await page.keyboard.press("ArrowRight");
      const { words, rows } = await focused();
      seen.push(words);
      expect(new Set(await lit())).toEqual(new Set(rows));
    }
    expect(seen).toEqual(marks);
    await page.keyboard.press("ArrowRight");
    expect((await focused()).words).toBe(marks.at(-1));
    await page.keyboard.press("ArrowUp");
    expect((await focused()).words).toBe(marks.at(-2));
    expect(await page.locator(".text [tabindex='0']").count()).toBe(1);
  });

  it("leads to a row by Enter, and back by Escape", async () => {
    await page.keyboard.press("Home");
    const { words, rows } = await focused();
    await page.keyboard.press("Enter");
    expect((await focused()).row).toBe(rows![0]);
    await expect.poll(() => new URL(page.url()).searchParams.get("row")).toBe(rows![0]);
    await page.keyboard.press("Escape");
    expect(await focused()).toMatchObject({ words, inText: true });
  });

  it("leads from a row to its words, and marks them while the row has the focus", async () => {
    const row = page.locator(".rows [data-rows]").last();
    const key = await row.getAttribute("data-rows");
    await row.getByRole("button").first().focus();
    const marked = await page
      .locator(".text .on")
      .evaluateAll((words) => words.map((one) => one.dataset.rows!.split(" ")));
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.some((keys) => keys.includes(key!))).toBe(true);
    await page.keyboard.press("Escape");
    const { inText, rows } = await focused();
    expect([inText, rows?.includes(key!)]).toEqual([true, true]);
  });

  it("keeps one stop where other rows are shown", async () => {
    await page.getByRole("checkbox", { name: /^actors/ }).check();
    await page.locator(".text .actors").first().waitFor();
    await expect.poll(() => page.locator(".text [tabindex='0']").count()).toBe(1);
  });

  it("shows words' rows one after the other by clicks, as by Enter", async () => {
    await page.goto(`${shown.base}/reports/${READING.report.id}`);
    const several = page.locator(".text [role=button][data-rows*=' ']").first();
    const keys = (await several.getAttribute("data-rows"))!.split(" ");
    for (const key of [...keys, keys[0]]) {
      await several.click();
      await expect.poll(() => new URL(page.url()).searchParams.get("row")).toBe(key);
    }
  });
});
