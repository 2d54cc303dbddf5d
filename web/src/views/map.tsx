import { useState } from "react";
import { EVENT_TYPES, STATUSES } from "../../../src/event/event.js";
import type { PlaceRow, Places } from "../../../src/server/schemas/places.js";
import type { EventRow } from "../../../src/server/schemas/rows.js";
import { addressOf, go, useAddress, withQuery } from "../address.js";
import { useAnswer, usePages } from "../ask.js";
import { WorldMap } from "../map/map.js";
import { KNOWN_AS } from "../map/marks.js";
import { useAtlas } from "../map/use-atlas.js";
import { ActorOptions, CodesField } from "../parts/actor-options.js";
import { anyOf, Choice, Field, Filters, tidyCodes } from "../parts/filters.js";
import { IssueChoice } from "../parts/issue-choice.js";
import { Days } from "../parts/shared-filters.js";
import { Heading, Waiting } from "../parts/state.js";
import { type Column, Table } from "../parts/table.js";
import { plural, typesOf } from "../words.js";
import { EVENT_COLUMNS } from "./events.js";

const MOST_PLACES = 400;
const FILTERS = ["between", "source", "target", "about", "type", "from", "to", "story", "issue", "outlet"];

/** Where acts were, as precisely as each place is known. */
export function MapView() {
  const { searchParams } = useAddress();
  const given = (name: string) => searchParams.get(name) ?? undefined;
  const status = given("status") ?? "asserted";
  const filter = {
    ...Object.fromEntries(FILTERS.map((name) => [name, given(name)])),
    status: status === "any" ? undefined : status,
  };
  const places = useAnswer<Places>(addressOf("/api/places", { ...filter, limit: MOST_PLACES }));
  const atlas = useAtlas();
  const [pointed, setPointed] = useState<string>();
  const chosen = given("place");
  return (
    <>
      <Heading title="Map">Where acts were</Heading>
      <Filters>
        <CodesField name="between" label="Between" placeholder="CHN,USA" />
        <Field name="source" label="Source" placeholder="CHN" list="actors" tidy={tidyCodes} />
        <Field name="target" label="Target" placeholder="USA" list="actors" tidy={tidyCodes} />
        <IssueChoice />
        <Choice name="type" label="Type" options={anyOf("any type", EVENT_TYPES)} />
        <Choice
          name="status"
          label="Status"
          options={[
            ["", "asserted"],
            ["any", "any status"],
            ...STATUSES.filter((name) => name !== "asserted").map((name) => [name, name] as const),
          ]}
        />
        <Days />
        <ActorOptions />
      </Filters>
      <Waiting answer={places} />
      <Waiting answer={atlas} />
      {places.data && (
        <>
          <Told places={places.data} />
          {atlas.data && (
            <WorldMap atlas={atlas.data} places={places.data.items} chosen={chosen} pointed={pointed} />
          )}
          {chosen !== undefined && (
            <Acts
              id={chosen}
              filter={filter}
              place={places.data.items.find(({ id }) => id === chosen)}
              key={chosen}
            />
          )}
          <Table
            caption={
              places.data.places > places.data.items.length
                ? `The ${places.data.items.length} places of the most acts`
                : "Places"
            }
            name="places"
            columns={placeColumns(setPointed)}
            rows={places.data.items}
            keyOf={({ id }) => id}
            chosen={chosen}
          />
        </>
      )}
    </>
  );
}

/** How many acts have a place at all: a map shows no others. */
function Told({ places: { items, places, placed, events } }: { readonly places: Places }) {
  const unlocated = items.filter(({ latitude }) => latitude === undefined).length;
  return (
    <p>
      {placed.toLocaleString("en")} of {plural(events, "act")} that fit {placed === 1 ? "has" : "have"} a
      place in the report, {plural(places, "place")} in all.
      {unlocated > 0 && ` ${plural(unlocated, "place")} of the table cannot be drawn: it says why.`}
    </p>
  );
}

function placeColumns(onPoint: (id: string | undefined) => void): readonly Column<PlaceRow>[] {
  return [
    {
      name: "place",
      value: ({ name }) => name,
      show: (place) => <Open place={place} onPoint={onPoint} />,
    },
    { name: "country", value: ({ countryName, name }) => (countryName === name ? "" : countryName) },
    { name: "known as", value: ({ precision }) => KNOWN_AS[precision] },
    { name: "acts", value: ({ events }) => events, numeric: true },
    { name: "reports", value: ({ reports }) => reports, numeric: true },
    { name: "types", value: typesOf },
    { name: "also told as", value: ({ otherNames }) => otherNames.join("; ") },
    { name: "not drawn", value: ({ reason }) => reason },
    { name: "latitude", value: ({ latitude }) => latitude, fileOnly: true },
    { name: "longitude", value: ({ longitude }) => longitude, fileOnly: true },
  ];
}

interface OpenProps {
  readonly place: PlaceRow;
  readonly onPoint: (id: string | undefined) => void;
}

/** A place's name as a link that opens its acts and shows its mark. */
function Open({ place: { id, name }, onPoint }: OpenProps) {
  const href = withQuery(useAddress(), { place: id });
  return (
    <a
      href={href}
      onMouseEnter={() => onPoint(id)}
      onMouseLeave={() => onPoint(undefined)}
      onFocus={() => onPoint(id)}
      onBlur={() => onPoint(undefined)}
      onClick={(event) => {
        event.preventDefault();
        go(href, { replace: true });
      }}
    >
      {name}
    </a>
  );
}

interface ActsProps {
  readonly id: string;
  readonly place: PlaceRow | undefined;
  readonly filter: Readonly<Record<string, string | undefined>>;
}

/** The acts at the chosen place, with report and words. */
function Acts({ id, place, filter }: ActsProps) {
  const address = useAddress();
  const events = usePages<EventRow>("/api/events", { ...filter, place: id });
  const name = place?.name ?? events.data?.[0]?.place?.name ?? "this place";
  return (
    <section className="chosen" aria-label="The chosen place">
      <p role="status" className="hidden">
        {events.data && `${name}: its acts are listed after the map.`}
      </p>
      {events.data ? (
        <Table
          caption={`Acts: ${name}${place ? `, known as ${KNOWN_AS[place.precision]}` : ""}`}
          name="acts"
          columns={EVENT_COLUMNS}
          rows={events.data}
          keyOf={({ id }) => id}
          more={events.more}
        />
      ) : (
        <Waiting answer={events} />
      )}
      <button type="button" onClick={() => go(withQuery(address, { place: undefined }), { replace: true })}>
        Close
      </button>
    </section>
  );
}
