import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { exportLedger } from "../../src/export/export-ledger.js";
import { Ledger } from "../../src/ledger/ledger.js";
import { createServer } from "../../src/server/server.js";
import { CHROMIUM } from "../support/browser.js";
import { readCsv } from "../support/read-csv.js";

const ROOT = join(import.meta.dirname, "../..");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const BUILT = existsSync(join(ROOT, "dist/web/index.html"));

if (!CHROMIUM)
  console.warn("No Chromium here: the page is not tested in a browser. Install it, or name it in CHROMIUM.");
if (!BUILT) console.warn("The page is not built: run npm run build before these tests.");

/** The whole way through the page, in a real browser: what is done in one test is there in the next. */
describe.skipIf(!CHROMIUM || !BUILT)("the page", () => {
  let folder: string;
  let app: FastifyInstance;
  let browser: Browser;
  let base: string;
  let page: Page;
  /** Faults that the browser tells of. */
  const faults: string[] = [];

  const open = async (options: BrowserContextOptions = {}) => {
    const opened = await browser.newPage({ viewport: { width: 1280, height: 850 }, ...options });
    opened.on("pageerror", (error) => faults.push(error.message));
    opened.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    return opened;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "demarche-page-"));
    const path = join(folder, "page.db");
    app = await createServer({ path, program: "test", readerVersion: "test", own: {}, origins: [] });
    await app.listen({ port: 0, host: "127.0.0.1" });
    base = `http://127.0.0.1:${(app.addresses()[0] as AddressInfo).port}`;
    // The tests may run as root in a container, where Chromium's own sandbox cannot start.
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ["--no-sandbox"] });
    page = await open();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => expect(faults.splice(0)).toEqual([]));

  /** What axe finds to be serious or worse in what is shown. */
  const seriousFindings = async (shown: Page) => {
    await shown.evaluate(AXE);
    const found = (await shown.evaluate("axe.run()")) as {
      violations: { id: string; impact: string; nodes: { html: string }[] }[];
    };
    return found.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
  };

  /** Drops files on the page, as from a folder. */
  const drop = async (files: readonly { name: string; content: string }[]) => {
    const dropped = await page.evaluateHandle((files) => {
      const transfer = new DataTransfer();
      for (const { name, content } of files) {
        const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
      }
      return transfer;
    }, files);
    await page.dispatchEvent("body", "dragover", { dataTransfer: dropped });
    await page.getByText("Drop the files").waitFor();
    await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
  };
  const base64 = (content: string | Uint8Array) => Buffer.from(content).toString("base64");

  it("says what to do where the ledger is empty, and reads the samples that are dropped on it", async () => {
    await page.goto(base);
    await page.getByRole("heading", { name: "page.db is empty." }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const samples = readdirSync(join(ROOT, "samples"));
    expect(samples).toHaveLength(3);
    await drop(samples.map((name) => ({ name, content: base64(readFileSync(join(ROOT, "samples", name))) })));
    await page.getByText("3 files done").waitFor({ timeout: 60_000 });
    await page.getByRole("link", { name: "Athens sends frigates" }).waitFor();
    await expect.poll(() => page.getByRole("row").count(), { timeout: 30_000 }).toBe(4);
  });

  it("reads a file that is dropped on it, and says why one is not read", async () => {
    await drop([
      {
        name: "pass.txt",
        content: base64("Norland said on Monday that it would close the pass of Arl to Sudland."),
      },
      { name: "<b>map</b>.png", content: base64(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0)) },
    ]);
    await page.getByText("5 files done").waitFor({ timeout: 60_000 });
    await page.getByText("1 file not read").click();
    // The name is text, whatever stands in it.
    await page.getByText("<b>map</b>.png").waitFor();
    await page.getByRole("link", { name: "pass.txt" }).first().waitFor();
  });

  it("shows a report with the words of each row, and why the row is there", async () => {
    await page.getByRole("link", { name: "Athens sends frigates" }).click();
    await page.getByRole("heading", { level: 1, name: /Athens sends frigates/ }).waitFor();
    const row = page.getByRole("region", { name: "events" }).getByRole("button").first();
    const lit = page.locator(".text .on");
    expect(await lit.count()).toBe(0);
    await row.hover();
    await lit.first().waitFor();
    await page.mouse.move(0, 0);
    await lit.first().waitFor({ state: "detached" });
    // By keyboard alone.
    await row.focus();
    await lit.first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("rule", { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get("row")).toMatch(/^e/);
    expect(await seriousFindings(page)).toEqual([]);
    // From the words to the rows.
    await page.locator(".text .statements").first().hover();
    await page.locator(".rows .statements.on").first().waitFor();
    // The address is the view.
    const other = await open();
    await other.goto(page.url());
    await other.getByText("rule", { exact: true }).waitFor();
    await other.close();
  });

  it("shows an exchange on the timeline and leads to its evidence", async () => {
    await page.goto(`${base}/disputes?between=GRC,TUR`);
    const marks = page.locator(".timeline a");
    await marks.first().waitFor();
    await marks.first().focus();
    await page.keyboard.press("Enter");
    const chosen = page.getByRole("region", { name: "The chosen exchange" });
    await chosen.waitFor();
    await expect.poll(() => page.locator("tr[aria-current]").count(), { timeout: 30_000 }).toBe(1);
    await page.getByRole("button", { name: "Zoom out" }).click();
    expect(new URL(page.url()).searchParams.get("from")).toMatch(/^2031-/);
    await page.getByRole("button", { name: "All" }).click();
    const [picture] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "SVG" }).click(),
    ]);
    const svg = readFileSync(await picture.path(), "utf8");
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('fill="rgb(');
    expect(svg).not.toContain("127.0.0.1");
    await chosen.getByRole("link").first().click();
    await page.locator(".text .on").first().waitFor();
  });

  it("corrects the row that is the evidence, and the correction is in what is exported", async () => {
    const id = new URL(page.url()).searchParams.get("row")!;
    expect(id).toMatch(/^e/);
    const place = page.getByRole("region", { name: "Review of this row" });
    await place.getByLabel("Your name").fill("Ada Quill");
    await page.keyboard.press("Enter");
    await place.getByRole("button", { name: "Correct" }).click();
    await place.getByLabel("Status").selectOption("possible");
    await place.getByLabel("Note").fill("only perhaps");
    await place.getByRole("button", { name: "Keep the correction" }).click();
    await place.getByText("Corrected.").waitFor();
    await page.locator(`.rows [data-rows="${id}"] .reviewed`).getByText("status possible").waitFor();
    await page.goto(`${base}/reviews`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Export all reviews" }).click(),
    ]);
    expect(JSON.parse(readFileSync(await download.path(), "utf8"))).toMatchObject({
      row: id,
      correction: { status: "possible" },
      note: "only perhaps",
      reviewer: "Ada Quill",
    });
    const ledger = await Ledger.open(join(folder, "page.db"), { purpose: "read" });
    await exportLedger(ledger, join(folder, "export"), { tables: ["events"] });
    await ledger.close();
    const [head, ...rows] = readCsv(readFileSync(join(folder, "export/events.csv"), "utf8"));
    const row = rows.find(([first]) => first === id)!;
    const cell = (name: string) => row[head!.indexOf(name)];
    expect([cell("review"), cell("corrected_status")]).toEqual(["corrected", "possible"]);
    expect(cell("status")).not.toBe("possible");
  });

  it("finds words, and gives what it shows as CSV", async () => {
    await page.goto(`${base}/search`);
    await page.getByRole("searchbox").fill("survey ship");
    await page.keyboard.press("Enter");
    await page.getByRole("row").nth(1).waitFor();
    expect(page.url()).toBe(`${base}/search?q=survey+ship`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("search.csv");
    const csv = readFileSync(await download.path(), "utf8");
    expect(csv).toMatch(/^found in,words,tells of,report,outlet,published\r\n/);
    expect(csv.split("\r\n").length).toBe((await page.getByRole("row").count()) + 1);
  });

  it("shows who deals with whom; an edge opens into its events", async () => {
    await page.goto(`${base}/actors`);
    await page.getByRole("link", { name: /^(?:GRC and TUR|TUR and GRC): / }).click();
    await page.getByRole("heading", { level: 1, name: "Events" }).waitFor();
    await page.getByRole("row").nth(1).waitFor();
    await page.goto(`${base}/actors/GRC`);
    await page.getByRole("heading", { level: 1, name: "Greece" }).waitFor();
    await page.getByRole("cell", { name: "Eleni Vratsanou", exact: true }).first().waitFor();
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
  ] as const)(
    "has no view with a serious fault for axe, nor one that is too wide: %s, %d",
    async (colorScheme, width) => {
      const { items } = await (await fetch(`${base}/api/stories`)).json();
      const happenings = await (await fetch(`${base}/api/happenings`)).json();
      const shown = await open({ colorScheme, viewport: { width, height: 800 } });
      for (const view of [
        "/",
        "/disputes",
        "/disputes?between=GRC,TUR",
        "/issues?fewest=1",
        "/happenings?fewest=1",
        `/happenings/${happenings.items[0].id}`,
        "/map",
        "/stories?fewest=1",
        `/stories/${items[0].id}`,
        "/tensions",
        "/events",
        "/actors",
        "/actors/TUR",
        "/review",
        "/reviews",
        "/search?q=ship",
        "/nowhere",
      ]) {
        await shown.goto(base + view);
        await shown.getByRole("heading", { level: 1 }).waitFor();
        await shown.waitForLoadState("load");
        await shown.getByText("Loading …").first().waitFor({ state: "detached" });
        expect(await seriousFindings(shown), view).toEqual([]);
        expect(
          await shown.evaluate("document.documentElement.scrollWidth - innerWidth"),
          view,
        ).toBeLessThanOrEqual(0);
      }
      await shown.close();
    },
  );
});
