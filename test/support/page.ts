import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { Ledger } from "../../src/ledger/ledger.js";
import type { Reading } from "../../src/reading/reading.js";
import { createServer } from "../../src/server/server.js";
import { CHROMIUM } from "./browser.js";

const BUILT = existsSync(join(import.meta.dirname, "../../dist/web/index.html"));

/** True where the page can be tried in a real browser. */
export const CAN_SHOW = CHROMIUM !== undefined && BUILT;
if (!CHROMIUM) console.warn("No Chromium here: the page is not tried in a browser. Name one in CHROMIUM.");
if (!BUILT) console.warn("The page is not built: run npm run build before these tests.");

/** The page over a ledger of some readings, in a real browser. */
export interface ShownPage {
  readonly base: string;
  readonly open: (options?: BrowserContextOptions) => Promise<Page>;
  /** Faults that the browser told of since it was asked last. */
  readonly faults: () => readonly string[];
  readonly close: () => Promise<void>;
}

export async function showPage(readings: readonly Reading[]): Promise<ShownPage> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-page-"));
  const path = join(folder, "page.db");
  const ledger = await Ledger.open(path, { readerVersion: "test" });
  for (const reading of readings) await ledger.add(reading);
  await ledger.close();
  const app = await createServer({ path, program: "test", readerVersion: "test", own: {}, origins: [] });
  await app.listen({ port: 0, host: "127.0.0.1" });
  // The tests may run as root in a container, where Chromium's own sandbox cannot start.
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM!, args: ["--no-sandbox"] });
  const faults: string[] = [];
  return {
    base: `http://127.0.0.1:${(app.addresses()[0] as AddressInfo).port}`,
    open: async (options = {}) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 850 }, ...options });
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      return page;
    },
    faults: () => faults.splice(0),
    close: async () => {
      await browser.close();
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const AXE = () => readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds to be serious or worse in what is shown. */
export async function seriousFindings(shown: Page): Promise<readonly string[]> {
  await shown.evaluate(AXE());
  const found = (await shown.evaluate("axe.run()")) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  };
  return found.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
}
