import { download } from "../csv.js";

/** What a picture needs of the page's style to look the same without it. */
const STYLES = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "font-size",
  "font-weight",
  "font-family",
];

interface SvgButtonProps {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly picture: React.RefObject<SVGSVGElement | null>;
}

/** Gives the picture as an SVG file that looks as it does on the page. */
export function SvgButton({ name, picture }: SvgButtonProps) {
  return (
    <button
      type="button"
      onClick={() => picture.current && download(`${name}.svg`, svgOf(picture.current), "image/svg+xml")}
    >
      SVG<span className="hidden"> of the picture</span>
    </button>
  );
}

function svgOf(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const originals = [picture, ...picture.querySelectorAll("*")];
  for (const [i, element] of [copy, ...copy.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(originals[i]!);
    for (const property of STYLES) element.setAttribute(property, style.getPropertyValue(property));
    // Addresses of this machine mean nothing elsewhere.
    element.removeAttribute("href");
    element.removeAttribute("class");
  }
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.style.background = getComputedStyle(picture).backgroundColor;
  return new XMLSerializer().serializeToString(copy);
}
