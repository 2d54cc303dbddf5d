import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CAN_SHOW, type ShownPage, seriousFindings, showPage } from "../support/page.js";
import { sampleReading } from "../support/reading.js";

const READING = sampleReading();
const REFUSAL = READING.events.find(({ type, targets }) => type === "REJECT" && targets.length > 0)!;

/** What is done in one test is there in the next. */
describe.skipIf(!CAN_SHOW)("reviewing", () => {
  let shown: ShownPage;
  let page: Page;
  beforeAll(async () => {
    shown = await showPage([READING]);
    page = await shown.open();
  });
  afterAll(() => shown?.close());
  afterEach(() => expect(shown.faults()).toEqual([]));

  const reviews = async () => (await (await fetch(`${shown.base}/api/reviews`)).json()).items;
  const says = (row: string, reviewer: string, verdict: string, other: object = {}) =>
    fetch(`${shown.base}/api/reviews`, {
      method: "POST",
      body: JSON.stringify({ row, reviewer, verdict, ...other }),
    });
  const heading = () => page.getByRole("heading", { level: 2 }).first().textContent();
  const named = async (name: string) => {
    await page.getByLabel("Your name").fill(name);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Accept" }).waitFor();
  };

  it("asks for a name, and shows each row in its context with the machine's values", async () => {
    await page.goto(`${shown.base}/review`);
    await page.getByText("Give your name above").waitFor();
    expect(await page.getByRole("button", { name: "Accept" }).count()).toBe(0);
    await named("Ann");
    expect(await page.locator(".context mark").first().textContent()).toBe("turned down");
    expect(await page.locator(".context u").allTextContents()).toEqual(["Ruritania", "Norway"]);
    expect(await page.locator(".said").textContent()).toContain("REJECT");
    await page.getByText("Why the machine says so").click();
    await page.getByText("is the trigger").or(page.getByText("lemma")).first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("judges by single keys, and goes back and on", async () => {
    expect(await heading()).toBe("event 1 of 5");
    await page.keyboard.press("a");
    await expect.poll(heading).toBe("event 2 of 5");
    await expect.poll(() => page.locator(".told").textContent()).toBe("Accepted.");
    await page.keyboard.press("r");
    await expect.poll(heading).toBe("event 3 of 5");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(heading).toBe("event 2 of 5");
    expect(await page.getByRole("button", { name: "Reject" }).getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("u");
    await expect.poll(async () => (await reviews()).length).toBe(1);
    await page.keyboard.press("ArrowRight");
    await expect.poll(heading).toBe("event 3 of 5");
    // Keys that are typed somewhere are letters.
    await page.getByLabel("Note").fill("a r c");
    expect(await reviews()).toHaveLength(1);
    await page.getByRole("checkbox", { name: /^Keys/ }).uncheck();
    await page.keyboard.press("a");
    expect(await reviews()).toHaveLength(1);
    await page.getByRole("checkbox", { name: /^Keys/ }).check();
  });

  it("corrects by a form, with choices and a search for actors", async () => {
    await page.goto(`${shown.base}/review?rows=all`);
    await expect.poll(heading).toBe("event 1 of 5");
    await page.getByRole("heading", { level: 2 }).first().focus();
    await page.keyboard.press("c");
    const form = page.getByRole("form", { name: "Correct this row" });
    await form.waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const keep = form.getByRole("button", { name: "Keep the correction" });
    expect(await keep.isDisabled()).toBe(true);
    await form.getByLabel("Type").selectOption("COERCE");
    await form.getByLabel("Targets", { exact: true }).fill("swe.gov");
    await page.keyboard.press("Enter");
    await form.getByRole("button", { name: /^NOR/ }).click();
    await page.getByLabel("Note").fill("by force");
    await keep.click();
    await expect.poll(heading).toBe("event 2 of 5");
    expect(await reviews()).toEqual([
      expect.objectContaining({
        row: REFUSAL.id,
        verdict: "correct",
        correction: { type: "COERCE", targets: ["SWE.GOV"] },
        note: "by force",
        reviewer: "Ann",
      }),
    ]);
  });

  it("leaves out what was judged, draws samples, and keeps its filters in the address", async () => {
    await page.goto(`${shown.base}/review`);
    await expect.poll(heading).toBe("event 1 of 4");
    await page.getByLabel("Rows").selectOption("statement");
    await expect.poll(heading).toBe("statement 1 of 1");
    await page.goto(`${shown.base}/review?seed=7&sample=3`);
    await page.getByText(/^A sample of 3 rows/).waitFor();
    await page.goto(`${shown.base}/review?type=CONSULT`);
    await expect.poll(heading).toBe("event 1 of 1");
  });

  it("hides what others say until the row is judged", async () => {
    const [other] = READING.events.filter(({ type }) => type === "CONSULT");
    await says(other!.id, "Ben", "correct", { correction: { type: "COOPERATE" } });
    await page.goto(`${shown.base}/review?type=CONSULT&rows=all`);
    await page.getByRole("button", { name: "Accept" }).waitFor();
    expect(await page.locator(".said").textContent()).not.toContain("Ben");
    await page.getByRole("button", { name: "Accept" }).click();
    await page.locator(".said").getByText("Ben").waitFor();
  });

  it("shows how far reviewers agree and on what they differ, and gives and takes files", async () => {
    await page.goto(`${shown.base}/reviews`);
    await page.getByRole("heading", { name: "Rows on which reviewers differ" }).waitFor();
    expect(await page.locator(".differing").textContent()).toContain("Ben: corrects: type COOPERATE");
    expect(await page.locator("[aria-labelledby=agreement]").textContent()).toMatch(
      /right or wrong\s*0\.000/,
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Export all reviews" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("reviews.jsonl");
    const file = readFileSync(await download.path(), "utf8");
    const lines = file.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(3);
    const buffer = Buffer.from(file.replaceAll('"Ann"', '"Cleo"').replace(/"id":"j[^"]*",/g, ""));
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "other.jsonl", mimeType: "text/plain", buffer });
    await page.getByText(/^\d+ reviews added/).waitFor();
    const bad = { name: "bad.jsonl", mimeType: "text/plain", buffer: Buffer.from("{}") };
    await page.locator("input[type=file]").setInputFiles(bad);
    await page.getByRole("alert").getByText("line 1").waitFor();
    // The browser tells of an answer that refuses.
    expect(shown.faults().every((fault) => fault.includes("400"))).toBe(true);
  });

  it("judges rows where they stand in their report, and shows what reviewers say beside them", async () => {
    await page.goto(`${shown.base}/reports/${READING.report.id}?row=${REFUSAL.id}`);
    const row = page.locator(`.rows [data-rows="${REFUSAL.id}"]`);
    await row.locator(".reviewed").waitFor();
    expect(await row.textContent()).toContain("corrected: type COERCE; targets SWE.GOV");
    const place = row.getByRole("region", { name: "Review of this row" });
    await place.getByRole("button", { name: "Reject" }).click();
    await place.getByText("Rejected.").waitFor();
    await expect.poll(() => row.locator(".reviewed").textContent()).toMatch(/rejected|disputed/);
    expect(await seriousFindings(page)).toEqual([]);
    // A mention too, which has no identifier.
    await page.goto(`${shown.base}/reports/${READING.report.id}?show=actors`);
    await page.getByRole("region", { name: "actors" }).getByRole("button").first().click();
    await place
      .or(page.getByRole("region", { name: "Review of this row" }))
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Accept" }).click();
    await page.getByText("Accepted.").waitFor();
  });

  it("shows events as reviewers say they are, or as the machine does", async () => {
    await says(REFUSAL.id, "Ann", "correct", { correction: { type: "COERCE" } });
    await says(REFUSAL.id, "Cleo", "withdraw");
    await page.goto(`${shown.base}/events`);
    const row = page
      .getByRole("row")
      .filter({ hasText: "reviewed" })
      .or(page.getByRole("row").filter({ hasText: "corrected" }));
    await row.first().waitFor();
    expect(await row.first().textContent()).toContain("corrected; the machine: type REJECT");
    await page.getByLabel("As they are").selectOption("machine");
    await expect.poll(() => row.first().textContent()).toContain("corrected: type COERCE");
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
  ] as const)("has no serious fault for axe, nor is it too wide: %s, %d", async (colorScheme, width) => {
    const other = await shown.open({ colorScheme, viewport: { width, height: 800 } });
    for (const view of ["/review?rows=all", "/reviews"]) {
      await other.goto(shown.base + view);
      await other.getByRole("heading", { level: 2 }).first().waitFor();
      if (view.startsWith("/review?")) {
        await other.getByLabel("Your name").fill("Dora");
        await other.keyboard.press("Enter");
        await other.getByRole("button", { name: "Correct" }).click();
      }
      expect(await seriousFindings(other), view).toEqual([]);
      const wide = await other.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(wide, view).toBeLessThanOrEqual(0);
    }
    await other.close();
  });
});
