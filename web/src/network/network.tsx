import { useMemo, useRef } from "react";
import type { Dealing } from "../../../src/server/schemas/rows.js";
import { addressOf, go } from "../address.js";
import { PictureButtons } from "../parts/picture-buttons.js";
import { plural } from "../words.js";
import { netOf } from "./layout.js";

const RADIUS = 150;
const HALF = 200;

interface NetworkProps {
  readonly dealings: readonly Dealing[];
  readonly centre?: string;
}

/** Who deals with whom: an edge opens into its events, a node into its actor. The table beside it says the same. */
export function Network({ dealings, centre }: NetworkProps) {
  const picture = useRef<SVGSVGElement>(null);
  const { nodes, edges } = useMemo(() => netOf(dealings, RADIUS, centre), [dealings, centre]);
  const most = Math.max(1, ...edges.map(({ events }) => events));
  const shown = nodes.length;
  const all = new Set(dealings.flatMap(({ source, target }) => [source, target])).size;
  if (nodes.length === 0) return <p className="none">Nobody acts towards anybody.</p>;
  const open = (href: string) => (event: React.MouseEvent) => {
    event.preventDefault();
    go(href);
    window.scrollTo(0, 0);
  };
  return (
    <figure className="network" aria-label="Who deals with whom">
      <div className="table-head">
        <p className="none">The wider a line, the more events.</p>
        <PictureButtons name="dealings" picture={picture} />
      </div>
      <svg ref={picture} viewBox={`${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}`}>
        <title>Who deals with whom</title>
        {edges.map(({ from, to, events }) => {
          const href = addressOf("/events", { between: `${from.code},${to.code}` });
          const label = `${from.code} and ${to.code}: ${plural(events, "event")}`;
          return (
            <a key={label} href={href} aria-label={label} onClick={open(href)} className="edge">
              <title>{label}</title>
              <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} strokeWidth={1 + (7 * events) / most} />
              <line className="reach" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
            </a>
          );
        })}
        {nodes.map(({ code, x, y, events }) => {
          const href = `/actors/${encodeURIComponent(code)}`;
          return (
            <a
              key={code}
              href={href}
              aria-label={`${code}: ${plural(events, "event")}`}
              onClick={open(href)}
              className="node"
            >
              <rect x={x - 24} y={y - 12} width={48} height={24} rx={12} />
              <text x={x} y={y + 4} textAnchor="middle">
                {code}
              </text>
            </a>
          );
        })}
      </svg>
      {shown < all && (
        <figcaption className="none">
          The busiest {shown} of {all} are shown; the table has more.
        </figcaption>
      )}
    </figure>
  );
}
