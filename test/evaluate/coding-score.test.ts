import { describe, expect, it } from "vitest";
import type { Mention } from "../../src/actor/actor.js";
import { readCodingGold } from "../../src/evaluate/coding-gold.js";
import { scoreCoding } from "../../src/evaluate/coding-score.js";
import type { Event, Participant } from "../../src/event/event.js";
import { known, unknown } from "../../src/record/value.js";

const TEXT = "Peru accused Chile, and it met Bolivia.";

function who(words: string, code?: string, mention?: number): Participant {
  const start = TEXT.indexOf(words);
  return {
    actor: code ? known({ code }, "stated", "name") : unknown("nobody knows"),
    span: { start, end: start + words.length },
    ...(mention === undefined ? {} : { mention }),
  };
}

function event(source: Participant, target: Participant, more: Partial<Event> = {}): Event {
  return {
    kind: "event",
    id: "e",
    report: "r",
    type: "ACCUSE",
    status: "asserted",
    sources: [source],
    targets: [target],
    mutual: false,
    trigger: { start: 0, end: 1 },
    part: "body",
    explanation: { by: "ACCUSE/blame", steps: [], rivals: [] },
    ...more,
  };
}

function score(expected: [string, string, string], events: Event[], mentions: Mention[] = []) {
  const [gold] = readCodingGold(JSON.stringify({ id: "x", sentence: TEXT, expected: [expected] }));
  const found = events.map((e) => ({ event: e, classes: [e.type as "ACCUSE"] }));
  return scoreCoding(gold!.expected[0]!, found, mentions);
}

describe("scoreCoding", () => {
  it("asks for source, target and type in one event", () => {
    const [one, other] = [event(who("Peru"), who("Bolivia")), event(who("it"), who("Chile"))];
    expect(score(["Peru", "Chile", "ACCUSE"], [one, other])).toEqual({
      source: true,
      target: true,
      both: false,
      all: false,
    });
    const right = event(who("Peru"), who("Chile"));
    expect(score(["Peru", "Chile", "ACCUSE"], [right])).toMatchObject({ both: true, all: true });
    expect(score(["Peru", "Chile", "AID"], [right])).toMatchObject({ both: true, all: false });
    expect(score(["Peru", "Chile", "AID"], [])).toMatchObject({ source: false, target: false });
  });

  it("compares codes by three letters, and words by overlap", () => {
    const told = event(who("Peru", "PER"), who("Chile", "CHL"));
    expect(score(["PERGOV", "CHLMIL", "112"], [told])).toMatchObject({ all: true });
    expect(score(["PERGOV", "BOL", "112"], [told])).toMatchObject({ source: true, target: false });
    expect(score(["---", "Chile, and", "112"], [told])).toMatchObject({ all: true });
  });

  it("swaps the sides of a mutual act alone", () => {
    const swapped = event(who("Chile"), who("Peru"));
    expect(score(["Peru", "Chile", "ACCUSE"], [swapped])).toMatchObject({ both: false });
    expect(score(["Peru", "Chile", "ACCUSE"], [{ ...swapped, mutual: true }])).toMatchObject({ all: true });
  });

  it("takes a pronoun for whoever the words name", () => {
    const mention = (words: string, form: Mention["form"]): Mention => {
      const start = TEXT.indexOf(words);
      return {
        kind: "mention",
        start,
        end: start + words.length,
        head: 0,
        first: 0,
        last: 1,
        form,
        actors: [{ code: "PER" }],
        by: "name",
      };
    };
    const mentions = [mention("Peru", "name"), mention("it ", "pronoun")];
    const told = event(who("it", "PER", 1), who("Bolivia"));
    expect(score(["Peru", "Bolivia", "ACCUSE"], [told], mentions)).toMatchObject({ all: true });
    expect(score(["Chile", "Bolivia", "ACCUSE"], [told], mentions)).toMatchObject({ source: false });
  });
});
