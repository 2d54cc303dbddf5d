import type { ReactNode } from "react";
import { go, useAddress, withQuery } from "../address.js";
import { plural, typesOf } from "../words.js";
import { KNOWN_AS, type Mark } from "./marks.js";

/** What the marks of a map have in common: which of them is chosen, pointed at, and reached with the Tab key. */
export interface Marking {
  readonly chosen: string | undefined;
  readonly pointed: string | undefined;
  readonly reached: string | undefined;
  readonly onReach: (place: string) => void;
}

interface MarkLinkProps extends Marking {
  readonly mark: Mark;
  readonly children: ReactNode;
}

/** A mark as a link that opens the acts at its place. */
export function MarkLink({
  mark: { place, kind },
  chosen,
  pointed,
  reached,
  onReach,
  children,
}: MarkLinkProps) {
  const href = withQuery(useAddress(), { place: place.id });
  const { id, name, countryName, precision, events } = place;
  const where = countryName === undefined || countryName === name ? name : `${name}, ${countryName}`;
  const label = `${where}, ${KNOWN_AS[precision]}: ${plural(events, "act")}: ${typesOf(place)}`;
  return (
    <a
      href={href}
      className={`mark ${kind}${pointed === id ? " on" : ""}`}
      data-place={id}
      aria-label={label}
      aria-current={chosen === id ? "true" : undefined}
      tabIndex={reached === id ? 0 : -1}
      onFocus={() => onReach(id)}
      onClick={(event) => {
        event.preventDefault();
        go(href, { replace: true });
      }}
    >
      <title>{label}</title>
      {children}
    </a>
  );
}
