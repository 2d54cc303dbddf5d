import { useCallback, useEffect, useState } from "react";
import type { z } from "zod";
import type { LeftOut } from "../../src/event/surer-than.js";
import type { problem } from "../../src/server/schemas/common.js";
import { addressOf } from "./address.js";
import { useRevision } from "./changes.js";

export type ProblemBody = z.infer<typeof problem>["error"];

/** What the interface answers to GET; throws the problem that it tells. */
export async function ask<T>(address: string, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(address, signal ? { signal } : {});
  const body = (await answer.json()) as unknown;
  if (!answer.ok) throw (body as { error: ProblemBody }).error;
  return body as T;
}

/** What the interface answers to POST; throws the problem that it tells, or that kept it from answering. */
export async function send<T>(address: string, content?: object | Blob): Promise<T> {
  let answer: Response;
  try {
    const body = content && (content instanceof Blob ? content : JSON.stringify(content));
    answer = await fetch(address, { method: "POST", ...(body && { body }) });
  } catch (error) {
    throw asProblem(error);
  }
  const body = (await answer.json()) as unknown;
  if (!answer.ok) throw (body as { error: ProblemBody }).error;
  return body as T;
}

export interface Answer<T> {
  readonly data?: T;
  readonly problem?: ProblemBody;
  readonly loading: boolean;
}

/** What any failure is to the person who looks at the page. */
export function asProblem(error: unknown): ProblemBody {
  if (typeof error === "object" && error !== null && "advice" in error) return error as ProblemBody;
  return {
    code: "failed",
    met: "no answer from demarche",
    expected: "demarche open that runs",
    advice: "Start it again with: demarche open",
  };
}

/** The answer to an address, asked for again when the ledger changes; the old one stays until the new one is there. */
export function useAnswer<T>(address: string | undefined): Answer<T> {
  const revision = useRevision();
  const [answer, setAnswer] = useState<Answer<T> & { for?: string }>({ loading: true });
  useEffect(() => {
    if (address === undefined) return setAnswer({ loading: false });
    const ends = new AbortController();
    setAnswer((before) => (before.for === address ? before : { ...before, loading: true }));
    ask<T>(address, ends.signal)
      .then((data) => setAnswer({ data, loading: false, for: address }))
      .catch((error: unknown) => {
        if (!ends.signal.aborted) setAnswer({ problem: asProblem(error), loading: false, for: address });
      });
    return () => ends.abort();
  }, [address, revision]);
  return answer;
}

export interface Pages<T> extends Answer<readonly T[]> {
  /** Fetches the next page; absent on the last. */
  readonly more?: () => void;
  /** How many rows a filter by probability leaves out; absent where there is none. */
  readonly leftOut?: LeftOut;
}

/** The pages after the first one, `of` which they are. */
interface Later<T> {
  readonly of?: unknown;
  readonly items: readonly T[];
  readonly next?: string | undefined;
  readonly problem?: ProblemBody;
}

/** A list of the interface, page after page, from its beginning when the address or the ledger changes. */
export function usePages<T>(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): Pages<T> {
  const address = addressOf(path, query);
  const first = useAnswer<{ items: T[]; next?: string; leftOut?: LeftOut }>(address);
  const [later, setLater] = useState<Later<T>>({ items: [] });
  const mine = later.of === first.data ? later : undefined;
  const next = mine ? mine.next : first.data?.next;
  const more = useCallback(async () => {
    const items = mine?.items ?? [];
    try {
      const page = await ask<{ items: T[]; next?: string }>(
        `${address}${address.includes("?") ? "&" : "?"}cursor=${next}`,
      );
      setLater({ of: first.data, items: [...items, ...page.items], next: page.next });
    } catch (error) {
      setLater({ of: first.data, items, next, problem: asProblem(error) });
    }
  }, [address, next, first.data, mine]);
  const { data, ...rest } = first;
  return {
    ...rest,
    ...(data && { data: [...data.items, ...(mine?.items ?? [])] }),
    ...(mine?.problem && { problem: mine.problem }),
    ...(next !== undefined && { more }),
    ...(data?.leftOut && { leftOut: data.leftOut }),
  };
}
