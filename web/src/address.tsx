import { type ComponentPropsWithoutRef, useSyncExternalStore } from "react";

/* Every view has its address: the path names the view, the query its filters. The address is the page's only state that lasts. */

const listeners = new Set<() => void>();

function tellAll(): void {
  for (const listener of listeners) listener();
}

window.addEventListener("popstate", tellAll);

/** The address that the page shows, as a URL; a new view is drawn when it changes. */
export function useAddress(): URL {
  const href = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => location.href,
  );
  return new URL(href);
}

/** Shows another address; `replace` where going back should not come through this one. */
export function go(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  tellAll();
}

/** The address with some parts of its query set, or taken out where they are empty. */
export function withQuery(address: URL, changes: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(address.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === "") query.delete(name);
    else query.set(name, value);
  }
  const text = readable(query);
  return `${address.pathname}${text && `?${text}`}`;
}

/** A path with a query of what is not empty. */
export function addressOf(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const text = readable(new URLSearchParams(given.map(([name, value]) => [name, String(value)])));
  return `${path}${text && `?${text}`}`;
}

// Commas may stand in a query as they are.
const readable = (query: URLSearchParams) => query.toString().replaceAll("%2C", ",");

/** A link inside the page. */
export function Link({ href, ...rest }: ComponentPropsWithoutRef<"a"> & { href: string }) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
        event.preventDefault();
        go(href);
        window.scrollTo(0, 0);
      }}
    />
  );
}
