import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/event/draft-events.js";
import type { EventType } from "../../src/event/event.js";
import { ToldBefore } from "../../src/event/told-before.js";

const draft = (type: EventType, lemma: string, sentence: number) =>
  ({ act: { type, match: { frame: { trigger: { lemma, sentence } } } } }) as unknown as Draft;

describe("ToldBefore", () => {
  const test = draft("MOBILIZE", "test", 0);
  const strike = draft("ASSAULT", "strike", 1);
  const shelling = draft("ASSAULT", "shell", 1);

  it("holds nothing before the first act", () => {
    const told = new ToldBefore();
    expect([told.last, told.alike("ASSAULT"), told.named("test", 3)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("knows the last act and, beside it, the one of a type before it", () => {
    const told = new ToldBefore();
    for (const d of [test, strike, shelling]) told.add(d);
    expect(told.last).toBe(shelling);
    expect(told.alike("ASSAULT")).toBe(strike);
    expect(told.alike("MOBILIZE")).toBe(test);
    expect(told.alike("REJECT")).toBeUndefined();
  });

  it("finds the act that a noun names again in a later sentence, not in its own", () => {
    const told = new ToldBefore();
    for (const d of [test, strike, shelling]) told.add(d);
    expect(told.named("test", 1)).toBe(test);
    expect(told.named("strike", 1)).toBeUndefined();
    expect(told.named("strike", 2)).toBe(strike);
    expect(told.named("visit", 2)).toBeUndefined();
  });

  it("keeps what an earlier sentence told while a later one tells the same", () => {
    const told = new ToldBefore();
    const later = draft("MOBILIZE", "test", 4);
    told.add(test);
    told.add(later);
    expect(told.named("test", 4)).toBe(test);
    expect(told.named("test", 5)).toBe(later);
  });
});
