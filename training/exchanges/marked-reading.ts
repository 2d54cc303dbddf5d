import type { EventMarkReport, MarkedSide } from "../../src/evaluate/event-mark-gold.js";
import { unitsOf } from "../../src/evaluate/marked-events.js";
import type { Event, Participant } from "../../src/event/event.js";
import type { Sector } from "../../src/knowledge/sector.js";
import { findExchanges } from "../../src/ledger/exchanges/find-exchanges.js";
import type { Reading } from "../../src/reading/reading.js";
import { overlaps } from "../../src/record/span.js";
import { known, unknown } from "../../src/record/value.js";

/** The reading as it would be if exactly those events were found that readers marked. */
export function markedReading(reading: Reading, marks: EventMarkReport): Reading {
  const { checked } = unitsOf(marks.id, reading.report);
  const events = marks.events.map(({ trigger, type, status, sources, targets }, i): Event => {
    const span = checked(trigger);
    const same = reading.events.find((event) => overlaps(event.trigger, span));
    const saying = reading.statements.findLast(({ content }) =>
      content.some((c) => c.start <= span.start && span.end <= c.end),
    );
    return {
      kind: "event",
      id: `e${i}`,
      report: reading.report.id,
      type,
      status,
      sources: sources.map(participant),
      targets: targets.map(participant),
      mutual: false,
      trigger: span,
      ...(same?.what && { what: same.what }),
      ...(same?.when !== undefined && { when: same.when }),
      ...(same?.condition && { condition: same.condition }),
      ...(saying && { claimedBy: saying.id }),
      part: "body",
      explanation: { by: "marked by a reader", steps: [], rivals: [] },
    };
  });
  const marked = { ...reading, events };
  return { ...marked, exchanges: findExchanges(marked) };
}

function participant({ code }: MarkedSide): Participant {
  const [state, sector] = code?.split(".") ?? [];
  if (!state) return { actor: unknown("the words do not tell") };
  return { actor: known({ code: state, ...(sector && { sector: sector as Sector }) }, "stated", "marked by a reader") };
}
