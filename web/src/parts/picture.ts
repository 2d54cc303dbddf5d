/** What a picture needs of the page's style to look the same without it. */
const STYLES = [
  "display",
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linejoin",
  "vector-effect",
  "paint-order",
  "opacity",
  "font-size",
  "font-weight",
  "font-family",
];

/** Pixels of the file for each of the page: sharp also where it is printed. */
const SCALE = 2;

/** A picture of the page as an SVG file that looks the same by itself, of the size in which it is shown. */
export function svgOf(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const originals = [picture, ...picture.querySelectorAll("*")];
  for (const [i, element] of [copy, ...copy.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(originals[i]!);
    for (const property of STYLES) element.setAttribute(property, style.getPropertyValue(property));
    // Addresses of this machine mean nothing elsewhere.
    element.removeAttribute("href");
    element.removeAttribute("class");
  }
  const { width, height } = picture.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(Math.round(width)));
  copy.setAttribute("height", String(Math.round(height)));
  copy.style.background = backgroundOf(picture);
  return new XMLSerializer().serializeToString(copy);
}

/** The same picture as a PNG file of twice its size in pixels, drawn by the browser itself. */
export async function pngOf(picture: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  // The page's policy lets pictures come from data, not from elsewhere.
  image.src = `data:image/svg+xml,${encodeURIComponent(svgOf(picture))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = SCALE * image.width;
  canvas.height = SCALE * image.height;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob(
      (blob) => (blob ? done(blob) : failed(new Error("The browser could not draw the picture."))),
      "image/png",
    ),
  );
}

/** The colour that is seen behind an element. */
function backgroundOf(element: Element): string {
  for (let seen: Element | null = element; seen; seen = seen.parentElement) {
    const colour = getComputedStyle(seen).backgroundColor;
    if (colour !== "rgba(0, 0, 0, 0)") return colour;
  }
  return "white";
}
