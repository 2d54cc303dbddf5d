import { type RefObject, useEffect, useEffectEvent } from "react";
import type { Row } from "./rows.js";

const MARKS = ".text [data-rows][role=button]";
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * The way through a report's highlighted words by keyboard: one of them can be reached with the Tab key, arrow keys, Home and
 * End lead from it to the others, Enter to the next of its rows, Escape from a row to its words. A click on words chooses too.
 * (Roving tabindex, https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/.) Attributes are set without drawing the
 * text anew.
 */
export function useMarkKeys(
  view: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  chosen: string | undefined,
  onChoose: (key: string | undefined) => void,
): void {
  const choose = useEffectEvent((words: HTMLElement) => {
    const keys = words.dataset.rows!.split(" ");
    const next = keys[(keys.indexOf(chosen ?? "") + 1) % keys.length]!;
    onChoose(next);
    return next;
  });
  useEffect(() => {
    const element = view.current;
    if (!element || rows.length === 0) return;
    const marks = [...element.querySelectorAll<HTMLElement>(MARKS)];
    let stop = 0;
    const stopAt = (place: number) => {
      marks[stop]?.setAttribute("tabindex", "-1");
      marks[place]?.setAttribute("tabindex", "0");
      stop = place;
    };
    for (const mark of marks) mark.tabIndex = -1;
    stopAt(Math.max(0, marks.indexOf(document.activeElement as HTMLElement)));
    const rowOf = (key: string) =>
      element.querySelector<HTMLElement>(`.rows [data-rows="${CSS.escape(key)}"] button`);
    const ofRow = (key: string) => (mark: HTMLElement) => mark.dataset.rows!.split(" ").includes(key);

    const onFocus = ({ target }: FocusEvent) => {
      const place = marks.indexOf(target as HTMLElement);
      if (place >= 0) stopAt(place);
    };
    const onClick = ({ target }: MouseEvent) => {
      const words = (target as Element).closest<HTMLElement>(".text [data-rows]");
      if (words) choose(words);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      const target = event.target as HTMLElement;
      const { key } = event;
      if (marks.includes(target)) {
        if (key in STEPS) marks[stop + STEPS[key]!]?.focus();
        else if (key === "Home") marks[0]!.focus();
        else if (key === "End") marks.at(-1)!.focus();
        else if (key === "Enter" || key === " ") rowOf(choose(target))?.focus();
        else return;
      } else {
        const row = target.closest<HTMLElement>(".rows [data-rows]")?.dataset.rows;
        if (key !== "Escape" || row === undefined || target.matches("input, select, textarea")) return;
        // Back to the words that one came from, else to the first of the row.
        (marks.slice(stop, stop + 1).find(ofRow(row)) ?? marks.find(ofRow(row)))?.focus();
      }
      event.preventDefault();
    };
    element.addEventListener("focusin", onFocus);
    element.addEventListener("click", onClick);
    element.addEventListener("keydown", onKey);
    return () => {
      element.removeEventListener("focusin", onFocus);
      element.removeEventListener("click", onClick);
      element.removeEventListener("keydown", onKey);
    };
  }, [view, rows]);
}
