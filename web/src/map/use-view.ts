import { useCallback, useEffect, useRef, useState } from "react";
import { go, useAddress, withQuery } from "../address.js";
import { moved, planeAt, type View, viewOf, viewText, WHOLE, zoomed } from "./view.js";

/** Pixels that a pointer moves before it is no click any more. */
const SLACK = 4;
/** Milliseconds after the last turn of the wheel until the address has the view. */
const REST = 250;

interface Pointer {
  readonly x: number;
  readonly y: number;
}

/** The view of the map: it stands in the address, and is moved with the pointer, two fingers, or Ctrl and the wheel. */
export function useView(picture: React.RefObject<SVGSVGElement | null>, width: number) {
  const address = useAddress();
  const [moving, setMoving] = useState<View>();
  const view = moving ?? viewOf(address.searchParams.get("view"));
  const latest = useRef(view);
  latest.current = view;
  const pointers = useRef(new Map<number, Pointer>());
  const dragged = useRef(false);

  const follow = useCallback((to: View) => {
    latest.current = to;
    setMoving(to);
  }, []);
  const settle = useCallback((to: View) => {
    latest.current = to;
    setMoving(undefined);
    go(withQuery(new URL(location.href), { view: viewText(to) }), { replace: true });
  }, []);

  useEffect(() => {
    const element = picture.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = (event: WheelEvent) => {
      // Without Ctrl the wheel belongs to the page; pinching on a touchpad comes with it.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = element!.getBoundingClientRect();
      const at = planeAt(latest.current, { x: event.clientX - left, y: event.clientY - top }, width);
      follow(zoomed(latest.current, 2 ** (-event.deltaY / 100), at));
      clearTimeout(timer);
      timer = setTimeout(() => settle(latest.current), REST);
    };
    element?.addEventListener("wheel", turn, { passive: false });
    return () => {
      element?.removeEventListener("wheel", turn);
      clearTimeout(timer);
    };
  }, [picture, width, follow, settle]);

  const end = (event: React.PointerEvent<SVGSVGElement>) => {
    pointers.current.delete(event.pointerId);
    if (dragged.current && pointers.current.size === 0) settle(latest.current);
  };

  const move = (event: React.PointerEvent<SVGSVGElement>) => {
    const before = pointers.current.get(event.pointerId);
    if (!before) return;
    // It was let go elsewhere.
    if (event.buttons === 0) return end(event);
    const now = { x: event.clientX, y: event.clientY };
    if (!dragged.current && Math.hypot(now.x - before.x, now.y - before.y) < SLACK) return;
    // Only now, or a click on a mark would go to the picture.
    if (!dragged.current) event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = true;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, now);
    const plane = ({ x, y }: Pointer) => planeAt(latest.current, { x: x - left, y: y - top }, width);
    const [a, b] = [plane(before), plane(now)];
    const apart = (pointer: Pointer) => Math.max(1, Math.hypot(pointer.x - other!.x, pointer.y - other!.y));
    follow(
      other
        ? zoomed(latest.current, apart(now) / apart(before), plane(other))
        : moved(latest.current, { x: a.x - b.x, y: a.y - b.y }),
    );
  };

  return {
    view,
    show: settle,
    whole: () => settle(WHOLE),
    nearer: (factor: number) => settle(zoomed(latest.current, factor)),
    handlers: {
      onPointerDown: (event: React.PointerEvent<SVGSVGElement>) => {
        if (event.button !== 0) return;
        dragged.current = false;
        pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      },
      onPointerMove: move,
      onPointerUp: end,
      onPointerCancel: end,
      // What ends a drag is no click on the mark under it.
      onClickCapture: (event: React.MouseEvent) => {
        if (!dragged.current) return;
        dragged.current = false;
        event.preventDefault();
        event.stopPropagation();
      },
      // Links and pictures would be dragged otherwise.
      onDragStart: (event: React.DragEvent) => event.preventDefault(),
    },
  };
}
