import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answerRow } from "../../src/ledger/reviews/answer-rows.js";
import { dispute } from "../support/dispute.js";
import { CAN_SHOW, type ShownPage, seriousFindings, showPage } from "../support/page.js";

const DEMAND = dispute(
  [{ source: "NOR", type: "REQUEST", words: "demanded withdrawal gunboats Strelsau", target: "RUR" }],
  { published: "2017-03-02", outlet: "Zenda Wire", heading: "demand" },
);
const REFUSAL = dispute(
  [{ source: "RUR", type: "REJECT", words: "spurned withdrawal gunboats Strelsau", target: "NOR" }],
  { published: "2017-03-03", outlet: "Oslo Wire", heading: "refusal" },
);
const ROW = answerRow(REFUSAL.events[0]!.id, DEMAND.events[0]!.id);

/** What is done in one test is there in the next. */
describe.skipIf(!CAN_SHOW)("answers across reports on the page", () => {
  let shown: ShownPage;
  let page: Page;
  let exchange: string;
  let position: string;
  beforeAll(async () => {
    shown = await showPage([DEMAND, REFUSAL]);
    page = await shown.open();
    const first = async (list: string) =>
      (await (await fetch(`${shown.base}/api/${list}`)).json()).items[0].id as string;
    exchange = await first("exchanges");
    position = await first("positions");
  });
  afterAll(() => shown?.close());
  afterEach(() => expect(shown.faults()).toEqual([]));

  it("are corrected in the view of their dispute", async () => {
    await page.goto(`${shown.base}/disputes?between=NOR,RUR&row=${exchange}`);
    const chosen = page.getByRole("region", { name: "The chosen exchange" });
    await chosen.getByText("Review this answer").click();
    const place = chosen.getByRole("region", { name: "Review of this row" });
    await place.getByLabel("Your name").fill("Ada Quill");
    await page.keyboard.press("Enter");
    await place.getByRole("button", { name: "Correct" }).click();
    await place.getByLabel("Type").selectOption("deflection");
    await place.getByRole("button", { name: "Keep the correction" }).click();
    await place.getByText("Corrected.").waitFor();
    await chosen.locator(".reviewed").getByText("corrected: type deflection").waitFor();
    await page.getByRole("cell").getByText("(corrected: type deflection)").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const { items } = await (await fetch(`${shown.base}/api/reviews`)).json();
    expect(items).toEqual([
      expect.objectContaining({ of: "answer", row: ROW, correction: { type: "deflection" } }),
    ]);
  });

  it("stand in the queue with what they answer", async () => {
    await page.goto(`${shown.base}/review?of=answer&rows=all`);
    await page.getByRole("heading", { name: "answer 1 of 1" }).waitFor();
    expect(await page.locator(".context mark").allTextContents()).toEqual(["demanded", "spurned"]);
    await page.getByRole("button", { name: "Accept" }).click();
    await page.getByText("Accepted.").waitFor();
    await page.getByRole("link", { name: /the exchange$/ }).click();
    await page.getByRole("heading", { level: 1, name: "demand of NOR to RUR" }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/exchanges/${exchange}`);
    await page.getByText("accepted", { exact: true }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("are led to from search and from the explanation of a row, and so are positions", async () => {
    for (const [id, path, name] of [
      [exchange, "exchanges", "demand of NOR to RUR"],
      [position, "positions", /demands|refuses/],
    ] as const) {
      await page.goto(`${shown.base}/search?q=${id}`);
      await page.getByRole("link", { name: id }).click();
      await page.getByRole("heading", { level: 1, name }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/${path}/${id}`);
      expect(await seriousFindings(page)).toEqual([]);
    }
    const { report, events } = REFUSAL;
    await page.goto(`${shown.base}/reports/${report.id}?row=${events[0]!.id}`);
    await page.getByRole("link", { name: /^What was asked and answered/ }).click();
    await page.getByRole("heading", { level: 1, name: "demand of NOR to RUR" }).waitFor();
  });
});
