import { createContext, useContext, useEffect, useState } from "react";
import type { Task } from "../../src/server/schemas/rows.js";

/** How often lists are asked for again at most, in milliseconds: many reports may come in at once. */
const AT_MOST_EVERY = 1500;

export interface LedgerChanges {
  /** Rises whenever the ledger has changed. */
  readonly revision: number;
  /** Files that were handed in, by their identifiers. */
  readonly tasks: ReadonlyMap<string, Task>;
}

export const Changes = createContext<LedgerChanges>({ revision: 0, tasks: new Map() });

export function useRevision(): number {
  return useContext(Changes).revision;
}

/** Listens to what happens to the ledger, as long as the page is open. */
export function useChanges(): LedgerChanges {
  const [revision, setRevision] = useState(0);
  const [tasks, setTasks] = useState<ReadonlyMap<string, Task>>(new Map());
  useEffect(() => {
    const source = new EventSource("/api/changes");
    let timer: ReturnType<typeof setTimeout> | undefined;
    source.addEventListener("ledger", () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setRevision((before) => before + 1);
      }, AT_MOST_EVERY);
    });
    source.addEventListener("task", ({ data }) => {
      const task = JSON.parse(data as string) as Task;
      setTasks((before) => new Map(before).set(task.id, task));
    });
    return () => {
      source.close();
      clearTimeout(timer);
    };
  }, []);
  return { revision, tasks };
}
