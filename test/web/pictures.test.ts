import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { dispute } from "../support/dispute.js";
import { CAN_SHOW, type ShownPage, showPage } from "../support/page.js";
import { sampleReading } from "../support/reading.js";

const READINGS = [
  sampleReading(),
  dispute(
    [
      { source: "NOR", type: "REQUEST", target: "SWE", words: "demands fair fees", day: "2019-03-04" },
      { source: "SWE", type: "REJECT", target: "NOR", words: "rejects fair fees", day: "2019-03-06" },
    ],
    { published: "2019-03-07", outlet: "Oslo Wire" },
  ),
];

describe.skipIf(!CAN_SHOW)("a picture as a file", () => {
  let shown: ShownPage;
  beforeAll(async () => {
    shown = await showPage(READINGS);
  });
  afterAll(() => shown?.close());
  afterEach(() => expect(shown.faults()).toEqual([]));

  const given = async (page: Page, button: RegExp, name: string): Promise<Buffer> => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(name);
    return readFileSync(await file.path());
  };

  it.each([
    ["/disputes?between=NOR,SWE", "exchanges", "light"],
    ["/disputes?between=NOR,SWE", "exchanges", "dark"],
    ["/actors", "dealings", "light"],
    ["/map?status=any", "places", "dark"],
  ] as const)(
    "is drawn at twice its size, by the page's policy: %s, %s, %s",
    async (view, name, colorScheme) => {
      const page = await shown.open({ colorScheme });
      await page.goto(shown.base + view);
      const picture = page.locator("figure svg").first();
      await picture.locator("a").first().waitFor({ state: "attached" });
      // The drawing takes its width a moment after it is there: a picture of an earlier width is taken again.
      let [width, height, now] = [0, 0, 0];
      let png: Buffer;
      do {
        ({ width, height } = (await picture.boundingBox())!);
        png = await given(page, /^PNG/, `${name}.png`);
        now = (await picture.boundingBox())!.width;
      } while (now !== width);
      expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
        2 * Math.round(width),
        2 * Math.round(height),
      ]);
      // The browser draws its own file: its corner has the page's colour, and it is not of one colour.
      const { corner, colours } = await page.evaluate(async (data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext("2d")!;
        context.drawImage(image, 0, 0);
        const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
        const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
        return { corner: [red, green, blue, alpha], colours: new Set(pixels).size };
      }, png.toString("base64"));
      expect(corner[3]).toBe(255);
      expect(corner[0]! > 127).toBe(colorScheme === "light");
      expect(colours).toBeGreaterThan(4);
      const svg = (await given(page, /^SVG/, `${name}.svg`)).toString();
      expect(svg).toContain(`width="${Math.round(width)}"`);
      expect(svg).not.toContain("127.0.0.1");
      await page.close();
    },
  );
});
