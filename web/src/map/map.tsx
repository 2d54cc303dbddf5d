import { memo, useEffect, useMemo, useRef, useState } from "react";
import type { PlaceRow } from "../../../src/server/schemas/places.js";
import { PictureButtons } from "../parts/picture-buttons.js";
import { useWidth } from "../parts/use-width.js";
import { plural } from "../words.js";
import type { Atlas } from "./atlas.js";
import { type Marking, MarkLink } from "./mark-link.js";
import { inDrawingOrder, labelsOf, type Mark, markOf, neighbourOf } from "./marks.js";
import { SPHERE, WORLD } from "./projection.js";
import { useView } from "./use-view.js";
import { heightOf, seenAt, showing, type View } from "./view.js";

interface MapProps {
  readonly atlas: Atlas;
  /** Where most acts were first. */
  readonly places: readonly PlaceRow[];
  /** Identifier of the place whose acts are open. */
  readonly chosen: string | undefined;
  /** Identifier of the place that the table points at. */
  readonly pointed: string | undefined;
}

const DIRECTIONS = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
} as const;

/** Where acts were: areas, soft discs and points, as precisely as each is known. The table beside it says the same. */
export function WorldMap({ atlas, places, chosen, pointed }: MapProps) {
  const [width, box] = useWidth();
  const picture = useRef<SVGSVGElement>(null);
  const { view, show, whole, nearer, handlers } = useView(picture, width);
  const marks = useMemo(() => places.flatMap((place) => markOf(place, atlas.areas) ?? []), [places, atlas]);
  const [focused, setFocused] = useState<string>();
  const markWith = (id: string | undefined) => marks.find(({ place }) => place.id === id);
  const opened = markWith(chosen);
  // One mark can be reached with the Tab key; other keys lead from it to the others.
  const here = markWith(focused) ?? opened ?? marks[0];
  const marking = { chosen, pointed, reached: here?.place.id, onReach: setFocused };

  const turnTo = (mark: Mark) => {
    const shown = showing(view, mark.at);
    if (shown !== view) show(shown);
  };
  useEffect(() => {
    if (!opened) return;
    turnTo(opened);
    // From a row far below.
    const { bottom = 0 } = box.current?.getBoundingClientRect() ?? {};
    if (bottom < 0) box.current?.scrollIntoView();
  }, [opened?.place.id]);

  const leadTo = (mark: Mark | undefined) => {
    if (!mark) return;
    const { id } = mark.place;
    const link = picture.current?.querySelector<SVGAElement>(`[data-place="${CSS.escape(id)}"]`);
    link?.focus({ preventScroll: true });
    turnTo(mark);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const { key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || !here) return;
    if (key in DIRECTIONS) leadTo(neighbourOf(marks, here, DIRECTIONS[key as keyof typeof DIRECTIONS]));
    else if (key === "PageDown") leadTo(marks[marks.indexOf(here) + 1]);
    else if (key === "PageUp") leadTo(marks[marks.indexOf(here) - 1]);
    else if (key === "+" || key === "=") nearer(2);
    else if (key === "-") nearer(0.5);
    else if (key === "0") whole();
    else return;
    event.preventDefault();
  };

  return (
    <figure className="map" ref={box} aria-label={`Map of ${plural(marks.length, "place")}`}>
      <div className="table-head">
        <fieldset className="zoom">
          <legend className="hidden">Part of the world shown</legend>
          <button type="button" onClick={() => nearer(2)}>
            Zoom in
          </button>
          <button type="button" disabled={view.zoom === 1} onClick={() => nearer(0.5)}>
            Zoom out
          </button>
          <button type="button" disabled={view.zoom === 1} onClick={whole}>
            Whole world
          </button>
        </fieldset>
        <PictureButtons name="places" picture={picture} />
      </div>
      <svg
        ref={picture}
        width={width}
        height={heightOf(width)}
        viewBox={`0 0 ${width} ${heightOf(width)}`}
        className={view.zoom === 1 ? undefined : "movable"}
        onKeyDown={onKeyDown}
        {...handlers}
      >
        <title>Where acts were</title>
        <g transform={transformOf(view, width)}>
          <World atlas={atlas} />
          <Extents marks={marks} {...marking} />
        </g>
        <Spots marks={marks} view={view} width={width} {...marking} />
        <Names marks={marks} view={view} width={width} />
      </svg>
      <figcaption>
        <Legend />
      </figcaption>
    </figure>
  );
}

function transformOf({ zoom, middle }: View, width: number): string {
  const scale = (width / WORLD.width) * zoom;
  const [x, y] = [width / 2 - middle.x * scale, heightOf(width) / 2 - middle.y * scale];
  return `translate(${x} ${y}) scale(${scale})`;
}

const World = memo(({ atlas }: { readonly atlas: Atlas }) => (
  <g>
    <path className="water" d={SPHERE} />
    {atlas.lands.map(({ key, outline }) => (
      <path key={key} className="land" d={outline} />
    ))}
  </g>
));

interface MarksProps extends Marking {
  readonly marks: readonly Mark[];
}

/** What has an extent: it grows with the map. */
function Extents({ marks, ...marking }: MarksProps) {
  const most = Math.max(1, ...marks.map(({ place }) => place.events));
  return inDrawingOrder(marks).map((mark) => {
    if (mark.kind !== "area" && mark.kind !== "disc") return null;
    const shade = 0.15 + 0.55 * Math.sqrt(mark.place.events / most);
    return (
      <MarkLink key={mark.place.id} mark={mark} {...marking}>
        {mark.kind === "area" ? (
          <path d={mark.outline} fillOpacity={shade.toFixed(2)} />
        ) : (
          mark.rings.map((ring) => (
            <path key={ring} d={ring} fillOpacity={(shade / mark.rings.length).toFixed(2)} />
          ))
        )}
      </MarkLink>
    );
  });
}

interface SeenProps {
  readonly marks: readonly Mark[];
  readonly view: View;
  readonly width: number;
}

/** Towns and spots: they stay as small as they are, however near one looks. */
function Spots({ marks, view, width, ...marking }: SeenProps & Marking) {
  return inDrawingOrder(marks).map((mark) => {
    if (mark.kind !== "town" && mark.kind !== "spot") return null;
    const { x, y } = seenAt(view, mark.at, width);
    const size = Math.min(12, 3 + Math.sqrt(mark.place.events));
    return (
      <MarkLink key={mark.place.id} mark={mark} {...marking}>
        {mark.kind === "town" ? (
          <circle cx={x} cy={y} r={size} />
        ) : (
          <path
            d={`M ${x} ${y - size - 1} l ${size + 1} ${size + 1} l ${-size - 1} ${size + 1} l ${-size - 1} ${-size - 1} z`}
          />
        )}
      </MarkLink>
    );
  });
}

function Names({ marks, view, width }: SeenProps) {
  const size = { width, height: heightOf(width) };
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a picture takes no focus
    <g aria-hidden="true">
      {labelsOf(marks, (point) => seenAt(view, point, width), size).map(({ mark, x, y, anchor }) => (
        <text key={mark.place.id} x={x} y={y} textAnchor={anchor}>
          {mark.place.name}
        </text>
      ))}
    </g>
  );
}

function Legend() {
  const signs: (readonly [string, string, string])[] = [
    ["spot", "◆", "at a spot"],
    ["town", "●", "in a town"],
    ["disc", "◌", "somewhere about here: a region or sea, whose extent is not drawn"],
    ["area", "■", "somewhere in the country"],
  ];
  return (
    <>
      <ul className="legend">
        {signs.map(([name, sign, label]) => (
          <li key={name}>
            <span className="sign" aria-hidden="true">
              {sign}
            </span>{" "}
            {label}
          </li>
        ))}
      </ul>
      <p className="none">
        The stronger or larger a mark, the more acts. Drag to move; Ctrl and the wheel, + and - to zoom; arrow
        keys lead from mark to mark, Page Down to the next in the table, Enter opens the acts. Land, and
        borders as they are controlled: <a href="/licences.txt">Natural Earth</a>.
      </p>
    </>
  );
}
