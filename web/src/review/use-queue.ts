import { useCallback, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import type { queue, RowToJudge } from "../../../src/server/schemas/reviews.js";
import { ask, asProblem, type ProblemBody } from "../ask.js";

type QueueBody = z.infer<typeof queue>;

export interface Queue {
  readonly rows: readonly RowToJudge[];
  readonly sample?: QueueBody["sample"];
  /** True where there are rows after those. */
  readonly more: boolean;
  readonly loading: boolean;
  readonly problem?: ProblemBody;
  /** Puts a row in the place of what was there. */
  readonly put: (row: RowToJudge) => void;
  /** Fetches the next rows. */
  readonly fetchMore: () => void;
}

/** Rows to be judged, from the beginning when the address changes; they stay as they are while the ledger changes. */
export function useQueue(address: string): Queue {
  const [state, setState] = useState<{
    for: string;
    rows: readonly RowToJudge[];
    body?: QueueBody;
    problem?: ProblemBody;
  }>({
    for: address,
    rows: [],
  });
  const running = useRef<string>(undefined);
  const load = useCallback(
    (cursor?: string) => {
      const at = cursor === undefined ? address : `${address}&cursor=${encodeURIComponent(cursor)}`;
      if (running.current === at) return;
      running.current = at;
      ask<QueueBody>(at)
        .then((body) => {
          if (running.current !== at) return;
          setState((before) => ({
            for: address,
            rows: [...(before.for === address && cursor !== undefined ? before.rows : []), ...body.items],
            body,
          }));
        })
        .catch((error: unknown) => {
          if (running.current === at) setState({ for: address, rows: [], problem: asProblem(error) });
        });
    },
    [address],
  );
  useEffect(() => load(), [load]);
  const mine = state.for === address;
  const next = mine ? state.body?.next : undefined;
  const put = useCallback(
    (row: RowToJudge) =>
      setState((before) => ({
        ...before,
        rows: before.rows.map((other) => (other.id === row.id ? row : other)),
      })),
    [],
  );
  const fetchMore = useCallback(() => next !== undefined && load(next), [load, next]);
  return {
    rows: mine ? state.rows : [],
    more: next !== undefined,
    loading: !mine || (state.body === undefined && state.problem === undefined),
    put,
    fetchMore,
    ...(mine && state.body?.sample && { sample: state.body.sample }),
    ...(mine && state.problem && { problem: state.problem }),
  };
}
