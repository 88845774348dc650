/** The page's address: it carries the setup, so that a link shows the same to somebody else. */

import type { Values } from "./values.js";

/** What the address asks for. */
export interface Wanted {
  /** The name of a state; it may be none that there is. */
  state: string | undefined;
  values: Values;
}

/** Reads the address. */
export function wanted(): Wanted {
  const { state, ...values } = Object.fromEntries(new URLSearchParams(location.search));
  return { state, values };
}

/** Writes what differs from the usual values into the address of this page. */
export function write(values: Values, usual: Values, state: string | undefined): void {
  history.replaceState(null, "", address(values, usual, state));
}

/** The address of this page that asks for these values. */
export function address(values: Values, usual: Values, state: string | undefined): string {
  const query = new URLSearchParams(state === undefined ? {} : { state });
  for (const [name, value] of Object.entries(values)) {
    if (value !== (usual[name] ?? "") && !mayHoldSecret(name, value)) query.set(name, value);
  }
  return query.size > 0 ? `?${query}` : location.pathname;
}

/** A URL without what may be secret: a password, or a key in its query. */
export function bare(url: string): string {
  if (!/[@?#]/.test(url)) return url;
  if (!URL.canParse(url)) return "";
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** Addresses are written into histories and logs. */
function mayHoldSecret(name: string, value: string): boolean {
  return name === "base" && bare(value) !== value;
}
