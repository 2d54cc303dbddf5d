import { useState } from "react";
import { download } from "../csv.js";
import { pngOf, svgOf } from "./picture.js";

interface PictureButtonsProps {
  /** Name of the files, without their endings. */
  readonly name: string;
  readonly picture: React.RefObject<SVGSVGElement | null>;
}

/** Gives the picture as a file that looks as it does on the page: SVG, or PNG at twice its size. */
export function PictureButtons({ name, picture }: PictureButtonsProps) {
  const [failed, setFailed] = useState(false);
  const svg = () => picture.current && download(`${name}.svg`, svgOf(picture.current), "image/svg+xml");
  const png = async () => {
    if (!picture.current) return;
    try {
      download(`${name}.png`, await pngOf(picture.current), "image/png");
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <span className="picture-buttons">
      <button type="button" onClick={svg}>
        SVG<span className="hidden"> of the picture</span>
      </button>
      <button type="button" onClick={png}>
        PNG<span className="hidden"> of the picture</span>
      </button>
      {failed && <span role="alert">This browser could not draw it as PNG.</span>}
    </span>
  );
}
