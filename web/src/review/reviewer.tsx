import { useState, useSyncExternalStore } from "react";

/* Who judges, and how: kept in the browser, since the ledger knows no accounts. */

const listeners = new Set<() => void>();

/** Something that this browser keeps under a name; a browser that keeps nothing forgets it with the page. */
function kept(name: string) {
  let value = "";
  try {
    value = localStorage.getItem(name) ?? "";
  } catch {
    // Nothing was kept.
  }
  return {
    get: () => value,
    set: (next: string) => {
      value = next;
      try {
        localStorage.setItem(name, next);
      } catch {
        // It lasts as long as the page.
      }
      for (const listener of listeners) listener();
    },
  };
}

const reviewerName = kept("demarche-reviewer");
const singleKeys = kept("demarche-review-keys");

function useKept({ get }: ReturnType<typeof kept>): string {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, get);
}

/** The name of who judges; empty where nobody has given one. */
export function useReviewer(): string {
  return useKept(reviewerName);
}

/** True unless the person has turned single keys off. */
export function useSingleKeys(): boolean {
  return useKept(singleKeys) !== "off";
}

/** A field for the name of who judges. */
export function ReviewerField() {
  const given = useReviewer();
  const [text, setText] = useState(given);
  const keep = () => reviewerName.set(text.trim());
  return (
    <label className="field">
      <span>Your name</span>
      <input
        type="text"
        value={text}
        maxLength={100}
        autoComplete="name"
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === "Enter" && keep()}
      />
    </label>
  );
}

/** Turns judging by single keys on and off. */
export function KeysSwitch() {
  const on = useSingleKeys();
  return (
    <label className="switch">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => singleKeys.set(event.target.checked ? "on" : "off")}
      />
      <span>
        Keys: <kbd>a</kbd> accept, <kbd>c</kbd> correct, <kbd>r</kbd> reject, <kbd>u</kbd> withdraw,{" "}
        <kbd>←</kbd> <kbd>→</kbd> back and on
      </span>
    </label>
  );
}
