import { useMemo, useRef } from "react";
import { go, useAddress, withQuery } from "../address.js";
import { PictureButtons } from "../parts/picture-buttons.js";
import { useWidth } from "../parts/use-width.js";
import { dayNumber, isoDay, type Period, ticksOf } from "./days.js";
import { type Exchange, layOut, type Placed, type Point, periodOf, TENORS, type Tenor } from "./layout.js";

interface TimelineProps {
  readonly exchanges: readonly Exchange[];
  readonly sides: readonly string[];
  readonly chosen: string | undefined;
}

const MARGIN = 24;
const OPEN_END = 13;

/** Demands on their side and their answers across from them; silence is an open end. The table below it says the same. */
export function Timeline({ exchanges, sides, chosen }: TimelineProps) {
  const [width, box] = useWidth();
  const picture = useRef<SVGSVGElement>(null);
  const { searchParams } = useAddress();
  const [from, to] = [searchParams.get("from"), searchParams.get("to")];
  const [first, second] = sides;
  const period = useMemo(() => shownPeriod(periodOf(exchanges), from, to), [exchanges, from, to]);
  const scale = period ? (width - 2 * MARGIN) / (period.last - period.first) : 0;
  const layout = useMemo(
    () => period && layOut(exchanges, first, (day) => MARGIN + (day - period.first) * scale),
    [exchanges, first, period, scale],
  );
  const undated = layout?.undated ?? 0;
  return (
    <figure className="timeline" ref={box} aria-label={`Timeline of ${exchanges.length} exchanges`}>
      {period && (
        <div className="table-head">
          <Zoom period={period} />
          <PictureButtons name="exchanges" picture={picture} />
        </div>
      )}
      {period && layout && (
        <svg ref={picture} width={width} height={layout.height} viewBox={`0 0 ${width} ${layout.height}`}>
          <title>{`${isoDay(period.first)} to ${isoDay(period.last)}`}</title>
          <text className="side" x={4} y={13}>
            {first ?? "what was asked"}
          </text>
          <text className="side" x={4} y={layout.height - 5}>
            {second ?? (first ? "others" : "what was answered")}
          </text>
          <Axis period={period} y={layout.axis} width={width} scale={scale} />
          {layout.placed.map((placed) => (
            <Mark key={placed.exchange.id} placed={placed} chosen={placed.exchange.id === chosen} />
          ))}
        </svg>
      )}
      <figcaption>
        <Legend />
        {undated > 0 && <p className="none">{undated} without a day: in the table only.</p>}
      </figcaption>
    </figure>
  );
}

/** The days of the address, else all, with room at both ends. */
function shownPeriod(whole: Period | undefined, from: string | null, to: string | null): Period | undefined {
  if (!whole) return undefined;
  const room = Math.max(1, Math.round((whole.last - whole.first) * 0.03));
  const first = from ? dayNumber(from) : whole.first - room;
  return { first, last: Math.max(first + 1, to ? dayNumber(to) : whole.last + room) };
}

function Zoom({ period: { first, last } }: { readonly period: Period }) {
  const address = useAddress();
  const quarter = Math.max(1, Math.round((last - first) / 4));
  const show = (from: number, to: number) =>
    go(withQuery(address, { from: isoDay(from), to: isoDay(to) }), { replace: true });
  const all = () => go(withQuery(address, { from: undefined, to: undefined }), { replace: true });
  return (
    <fieldset className="zoom">
      <legend className="hidden">Time shown</legend>
      <button type="button" onClick={() => show(first - quarter, last - quarter)}>
        ← Earlier
      </button>
      <button
        type="button"
        disabled={last - first <= 2}
        onClick={() => show(first + quarter, last - quarter)}
      >
        Zoom in
      </button>
      <button type="button" onClick={() => show(first - 2 * quarter, last + 2 * quarter)}>
        Zoom out
      </button>
      <button type="button" onClick={() => show(first + quarter, last + quarter)}>
        Later →
      </button>
      <button type="button" onClick={all}>
        All
      </button>
    </fieldset>
  );
}

interface AxisProps {
  readonly period: Period;
  readonly y: number;
  readonly width: number;
  readonly scale: number;
}

function Axis({ period, y, width, scale }: AxisProps) {
  return (
    <g className="axis">
      <line x1={0} x2={width} y1={y - 8} y2={y - 8} />
      {ticksOf(period, width / 120).map(({ day, label }) => {
        const x = MARGIN + (day - period.first) * scale;
        return (
          <g key={day}>
            <line x1={x} x2={x} y1={y - 12} y2={y - 4} />
            <text x={x} y={y + 10} textAnchor={x < 40 ? "start" : x > width - 40 ? "end" : "middle"}>
              {label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface MarkProps {
  readonly placed: Placed;
  readonly chosen: boolean;
}

/** One exchange: a link that chooses it. */
function Mark({ placed: { exchange, from, answers }, chosen }: MarkProps) {
  const href = withQuery(useAddress(), { row: exchange.id });
  const { openingIs, asks, asked, firstDay, opening } = exchange;
  const kinds = exchange.answers.map(({ answerIs }) => answerIs).join(", ");
  const label = `${firstDay}: ${openingIs} of ${asks.join(", ")} to ${asked.join(", ") || "nobody named"}, ${
    kinds === "" ? "silence so far" : `answered by ${kinds}`
  }: ${opening.words}`;
  return (
    <a
      href={href}
      aria-label={label}
      aria-current={chosen ? "true" : undefined}
      onClick={(event) => {
        event.preventDefault();
        go(href, { replace: true });
      }}
    >
      <title>{label}</title>
      {answers.length === 0 && (
        <g className="silence">
          <path d={`M ${from.x} ${from.y} h ${OPEN_END}`} />
          <circle cx={from.x + OPEN_END} cy={from.y} r={2.5} />
        </g>
      )}
      {answers.map(({ id, x, y, tenor }) => (
        <g key={id} className={tenor}>
          <path d={curve(from, { x, y })} />
          <circle cx={x} cy={y} r={7} />
          <text x={x} y={y + 4} textAnchor="middle">
            {TENORS[tenor].sign}
          </text>
        </g>
      ))}
      <circle className="opening" cx={from.x} cy={from.y} r={6} />
    </a>
  );
}

/** From a demand to its answer; it bends to the right, so that turns of the same day are not joined by their neighbours. */
function curve(from: Point, to: Point): string {
  const bend = Math.max(from.x, to.x) + Math.abs(from.y - to.y) / 5;
  return `M ${from.x} ${from.y} C ${bend} ${from.y} ${bend} ${to.y} ${to.x} ${to.y}`;
}

function Legend() {
  const signs: (readonly [string, string, string])[] = [
    ["opening", "●", "asked"],
    ...(Object.keys(TENORS) as Tenor[]).map(
      (tenor) => [tenor, TENORS[tenor].sign, TENORS[tenor].label] as const,
    ),
    ["silence", "┄○", "silence so far"],
  ];
  return (
    <ul className="legend">
      {signs.map(([name, sign, label]) => (
        <li key={name}>
          <span className={`sign ${name}`} aria-hidden="true">
            {sign}
          </span>{" "}
          {label}
        </li>
      ))}
    </ul>
  );
}
