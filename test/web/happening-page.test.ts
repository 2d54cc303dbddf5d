import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { dispute } from "../support/dispute.js";
import { aboutSalmonFarms } from "../support/issue.js";
import { CAN_SHOW, type ShownPage, seriousFindings, showPage } from "../support/page.js";

const SHELLING = {
  source: "NOR",
  target: "SWE",
  type: "ASSAULT",
  words: "shelled the harbour town",
} as const;
const READINGS = [
  dispute([{ ...SHELLING, day: "2018-03-05" }], { published: "2018-03-05", outlet: "Oslo Wire" }),
  dispute([{ ...SHELLING, words: `${SHELLING.words} again`, day: "2018-03-05" }], {
    published: "2018-03-06",
    outlet: "Lund Post",
  }),
  dispute([{ source: "NOR", target: "SWE", type: "SANCTION", words: "froze fishing permits" }], {
    published: "2018-05-05",
    outlet: "The Echo",
  }),
  aboutSalmonFarms(),
];

/** What is done in one test is there in the next. */
describe.skipIf(!CAN_SHOW)("happenings and issues on the page", () => {
  let shown: ShownPage;
  let page: Page;
  beforeAll(async () => {
    shown = await showPage(READINGS);
    page = await shown.open();
  });
  afterAll(() => shown?.close());
  afterEach(() => expect(shown.faults()).toEqual([]));

  const status = () => page.getByRole("region", { name: "What a person decides" }).getByRole("status");

  it("lists what several reports tell of, and opens one", async () => {
    await page.goto(`${shown.base}/happenings`);
    await expect.poll(() => page.getByRole("row").count()).toBe(2);
    await page.getByRole("cell").getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: "ASSAULT NOR → SWE" }).waitFor();
    await page.getByText("2 reports of 2 outlets, 2 of them independent").waitFor();
  });

  it("shows the tellings side by side, with the reason of each link and a way to the words", async () => {
    const beside = page.getByRole("table", { name: "Side by side", exact: true });
    expect(await beside.getByRole("columnheader").allInnerTexts()).toEqual([
      "told",
      "1. Oslo Wire",
      "2. Lund Post",
      "they differ",
    ]);
    expect(await beside.getByRole("row", { name: /^when/ }).textContent()).toContain("2018-03-05");
    const tellings = page.getByRole("table", { name: /^Who tells it/ });
    expect(await tellings.textContent()).toMatch(/like telling [12], [\d.]+ points: /);
    await tellings.getByRole("checkbox").first().uncheck();
    expect(await beside.getByRole("columnheader").count()).toBe(3);
    await tellings.getByRole("link").first().click();
    await page.locator(".text .on").first().waitFor();
    await page.goBack();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("splits a telling off for good, and joins it again", async () => {
    const whole = page.url().split("?")[0]!;
    await page.goto(whole);
    await page.getByLabel("A telling that tells of something else").selectOption({ index: 2 });
    await page.getByLabel("Why").fill("another shelling");
    await page.getByRole("button", { name: "Split it off" }).click();
    await expect.poll(() => status().textContent()).toMatch(/^Decided\./);
    await page.getByText("1 report of 1 outlet, 1 of them").waitFor();
    const links = await status()
      .getByRole("link")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
    expect(links).toHaveLength(2);
    const other = links.find((link) => !whole.endsWith(link))!;
    await page.getByLabel("Another happening").fill("h0");
    await page.getByRole("button", { name: "Join the two" }).click();
    await page.getByText(/^Found no two happenings/).waitFor();
    expect(shown.faults()).toHaveLength(1);
    await page.getByLabel("Another happening").fill(other.split("/").at(-1)!);
    await page.getByRole("button", { name: "Join the two" }).click();
    await page.getByText("2 reports of 2 outlets").waitFor();
  });

  it("is found from a row's explanation, and by its identifier", async () => {
    const { items } = await (await fetch(`${shown.base}/api/events?type=SANCTION`)).json();
    await page.goto(`${shown.base}/reports/${items[0].report}?row=${items[0].id}`);
    await page.getByRole("link", { name: "Who else tells it" }).click();
    await page.getByRole("heading", { level: 1, name: "SANCTION NOR → SWE" }).waitFor();
    const id = new URL(page.url()).pathname.split("/").at(-1)!;
    await page.goto(`${shown.base}/search?q=${id.slice(0, 9)}`);
    await page.getByRole("link", { name: id }).first().click();
    await page.getByRole("heading", { level: 1, name: "SANCTION NOR → SWE" }).waitFor();
  });

  it("narrows rows down to an issue, named by the reports' words", async () => {
    await page.goto(`${shown.base}/issues?fewest=1`);
    await page.getByRole("link", { name: "salmon farms" }).click();
    await page.getByRole("heading", { level: 1, name: "salmon farms" }).waitFor();
    await page.getByRole("link", { name: "events", exact: true }).click();
    await expect.poll(() => page.getByRole("row").count()).toBe(2);
    const choice = page.getByLabel("Issue");
    await expect.poll(() => choice.locator("option:checked").textContent()).toBe("salmon farms (1)");
    await choice.selectOption("");
    await expect.poll(() => page.getByRole("row").count()).toBe(5);
    await page.goto(`${shown.base}/disputes?between=NOR,SWE`);
    // Only what is told between these sides is there to be chosen.
    await expect.poll(() => page.getByLabel("Issue").locator("option").count()).toBe(1);
  });
});
