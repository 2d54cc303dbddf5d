import { type RefObject, useEffect, useRef, useState } from "react";

/** The width that an element has, in pixels, followed while it changes; at least `least`. */
export function useWidth(least = 240): readonly [number, RefObject<HTMLElement | null>] {
  const [width, setWidth] = useState(800);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const observer = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(least, entry.contentRect.width)),
    );
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, [least]);
  return [width, box];
}
