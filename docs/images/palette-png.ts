import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;
/** How many colours stay exactly as they are. */
const EXACT = 48;

/** A picture of a page as PNG with a palette (https://www.w3.org/TR/png-3/): about half the bytes of one in full colour. */
export function palettePng(pixels: Uint8Array, width: number, height: number): Buffer {
  const palette = paletteOf(pixels);
  const nearest = new Map<number, number>();
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = colourAt(pixels, 4 * (y * width + x));
      const index = nearest.get(colour) ?? nearestIn(palette, colour);
      nearest.set(colour, index);
      lines[y * (width + 1) + x + 1] = index;
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const colours = Buffer.from(palette.flatMap((colour) => channels(colour)));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The commonest colours, then one of each of the commonest kinds: alike in the first four bits of red, green and blue. */
function paletteOf(pixels: Uint8Array): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const exact = [...counts].sort((a, b) => b[1] - a[1]).slice(0, EXACT);
  const kinds = new Map<number, { colour: number; most: number; count: number }>();
  for (const [colour, count] of counts) {
    const kind = colour & 0xf0f0f0;
    const found = kinds.get(kind) ?? { colour, most: 0, count: 0 };
    found.count += count;
    if (count > found.most) Object.assign(found, { colour, most: count });
    kinds.set(kind, found);
  }
  const commonest = [...kinds.values()].sort((a, b) => b.count - a.count);
  const palette = new Set(exact.map(([colour]) => colour));
  for (const { colour } of commonest) if (palette.size < COLOURS) palette.add(colour);
  return [...palette];
}

function nearestIn(palette: readonly number[], colour: number): number {
  const own = channels(colour);
  const distance = (other: number) =>
    channels(other).reduce((sum, channel, i) => sum + (channel - own[i]!) ** 2, 0);
  let best = 0;
  for (let i = 1; i < palette.length; i++) if (distance(palette[i]!) < distance(palette[best]!)) best = i;
  return best;
}

function colourAt(pixels: Uint8Array, at: number): number {
  return (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
}

function channels(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
