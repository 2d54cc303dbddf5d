/**
 * Makes the pictures of the page that the README shows: the sample reports and those of `reports/`, all made up, each view in
 * light mode. Run it after `npm run build`: npx tsx docs/images/make.ts [VIEW ...]
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { loadLanguage } from "../../src/language/language.js";
import { Ledger } from "../../src/ledger/ledger.js";
import { read } from "../../src/reading/read.js";
import { readReport } from "../../src/report/read-report.js";
import { createServer } from "../../src/server/server.js";
import { palettePng } from "./palette-png.js";

const HERE = import.meta.dirname;
const SIZE = { width: 1120, height: 700 };
/** Bytes that a picture may have. */
const LARGEST = 120_000;

/** Day and outlet of the reports that do not state them. */
const GIVEN: Readonly<Record<string, readonly [published: string, outlet: string]>> = {
  "aegean-drilling.txt": ["2031-03-04", "Meridian Press"],
  "refusal.txt": ["2031-03-05", "Aegean Courier"],
  "sanctions.txt": ["2031-03-11", "Strait Observer"],
  "shots.txt": ["2031-03-20", "The Harbour Gazette"],
  "shots-again.txt": ["2031-03-21", "Aegean Courier"],
  "geneva.txt": ["2031-04-03", "Meridian Press"],
  "gates.txt": ["2031-09-27", "Strait Observer"],
};

interface Shot {
  /** The view's address; undefined where the ledger has nothing to show there. */
  readonly address: (ask: Ask) => Promise<string | undefined>;
  /** What is done before the picture is taken. */
  readonly before?: (page: Page) => Promise<void>;
}
type Ask = <T>(path: string) => Promise<T[]>;
const at = (address: string) => async () => address;

const VIEWS: Readonly<Record<string, Shot>> = {
  reports: { address: at("/") },
  report: {
    address: async (ask) => {
      const reports = await ask<{ id: string; title?: string }>("reports");
      return `/reports/${reports.find(({ title }) => title?.startsWith("Athens"))?.id}`;
    },
    before: (page) => page.locator(".rows .events button").nth(1).click(),
  },
  dispute: { address: at("/disputes?between=GRC,TUR") },
  stories: { address: at("/stories") },
  story: {
    address: async (ask) => {
      const stories = await ask<{ id: string; reports: unknown[] }>("stories");
      return `/stories/${stories.sort((a, b) => b.reports.length - a.reports.length)[0]?.id}`;
    },
  },
  issues: { address: at("/issues?fewest=1") },
  happenings: { address: at("/happenings") },
  happening: {
    address: async (ask) => {
      const happenings = await ask<{ id: string; reports: number }>("happenings");
      return `/happenings/${happenings.sort((a, b) => b.reports - a.reports)[0]?.id}`;
    },
  },
  tensions: { address: at("/tensions") },
  map: {
    address: at("/map"),
    before: async (page) => {
      // A mark that is led to comes to the middle.
      await page
        .getByRole("link", { name: /^Kastellorizo/ })
        .first()
        .focus();
      for (const key of ["+", "+", "PageDown", "PageUp"]) await page.keyboard.press(key);
      await page.locator("figure.map").evaluate((figure) => {
        (document.activeElement as HTMLElement | SVGElement).blur();
        figure.scrollIntoView();
      });
    },
  },
  actors: { address: at("/actors") },
  actor: { address: at("/actors/TUR") },
  review: { address: at("/review") },
  search: { address: at("/search?q=survey+ship") },
};

const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);
if (!executablePath) throw new Error("no Chromium here; name one in CHROMIUM");
const folder = mkdtempSync(join(tmpdir(), "demarche-images-"));
try {
  const path = join(folder, "demarche.db");
  await fill(path);
  const app = await createServer({ path, program: "", readerVersion: "", own: {}, origins: [] });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const base = `http://127.0.0.1:${(app.addresses()[0] as AddressInfo).port}`;
  const ask = async <T>(path: string) =>
    ((await (await fetch(`${base}/api/${path}`)).json()) as { items: T[] }).items;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: SIZE, colorScheme: "light" });
  await page.goto(`${base}/review`);
  await page.getByLabel("Your name").fill("Ada Quill");
  await page.keyboard.press("Enter");
  const wanted = process.argv.slice(2);
  for (const [name, { address, before }] of Object.entries(VIEWS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await page.goto(base + (await address(ask)));
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle", { timeout: 2000 }).catch(() => undefined);
    await before?.(page);
    await page.waitForTimeout(500);
    const { pixels, width, height } = await pixelsOf(page, await page.screenshot());
    const png = palettePng(pixels, width, height);
    writeFileSync(join(HERE, `${name}.png`), png);
    console.log(
      `${name}.png ${Math.round(png.length / 1000)} kB${png.length > LARGEST ? ": too large" : ""}`,
    );
  }
  await browser.close();
  await app.close();
} finally {
  rmSync(folder, { recursive: true });
}

/** A screenshot's pixels as red, green, blue and alpha, decoded by the browser. */
async function pixelsOf(page: Page, png: Buffer) {
  const { data, width, height } = await page.evaluate(async (content) => {
    const image = new Image();
    image.src = `data:image/png;base64,${content}`;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    let text = "";
    for (let at = 0; at < data.length; at += 1 << 14)
      text += String.fromCharCode(...data.subarray(at, at + (1 << 14)));
    return { data: btoa(text), width, height };
  }, png.toString("base64"));
  return { pixels: Buffer.from(data, "base64"), width, height };
}

async function fill(path: string): Promise<void> {
  const language = await loadLanguage();
  const ledger = await Ledger.open(path, { readerVersion: "" });
  const samples = join(HERE, "../../samples");
  const files = [samples, join(HERE, "reports")].flatMap((from) =>
    readdirSync(from).map((name) => ({ name, path: join(from, name) })),
  );
  for (const file of files) {
    const [published, outlet] = GIVEN[file.name] ?? [];
    const report = readReport({
      origin: file.name,
      content: readFileSync(file.path),
      ...(published && { published }),
      ...(outlet && { outlet }),
    });
    if (report.kind === "refusal") throw new Error(`${file.name}: ${report.met}`);
    await ledger.add(await read(report, language));
  }
  await ledger.close();
  await language.close();
}
