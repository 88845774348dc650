/** The local server's controls: what it does wrong, and a fresh start. */

import { byId, option } from "./dom.js";

/** What goes wrong with requests, as the local server takes it. */
export type Fault = Record<string, string | number | boolean>;

/** The value of the control for faults that no choice stands for, but a state needs. */
export const AS_NEEDED = "state";

/** What a person can choose from, by the name in the page's address. */
const FAULTS: Readonly<Record<string, { label: string; faults: Fault[] }>> = {
  documented: { label: "As documented", faults: [] },
  busy: { label: "Too many requests, once (429, Retry-After 3 s)",
    faults: [{ status: 429, retryAfter: 3, times: 1 }] },
  refused: { label: "Refuses the key (401)", faults: [{ status: 401 }] },
  error: { label: "Server error (500)", faults: [{ status: 500 }] },
  html: { label: "An HTML page instead of JSON", faults: [{ html: true }] },
  empty: { label: "An empty body", faults: [{ emptyBody: true }] },
  broken: { label: "The connection breaks", faults: [{ reset: "before" }] },
  slow: { label: "Slow (4 s)", faults: [{ delayMs: 4000 }] },
};

/** Lets the person choose what the server does wrong. */
export function offerFaults(): void {
  byId("server").append(...Object.entries(FAULTS).map(([name, { label }]) => option(name, label)));
}

/** Offers what a state needs, too, while it is shown. */
export function offerNeeded(faults: Fault[] | undefined): void {
  const select = byId<HTMLSelectElement>("server");
  if (faults) select.append(option(AS_NEEDED, "As this state needs it"));
  else select.querySelector(`[value=${AS_NEEDED}]`)?.remove();
}

/** Lets go wrong what was chosen, by its name. */
export async function misbehave(name: string): Promise<void> {
  await setFaults(FAULTS[name]?.faults ?? []);
}

/** Makes these things go wrong, and no others. */
export async function setFaults(faults: Fault[]): Promise<void> {
  await control("/__faults", JSON.stringify(faults));
}

/** Forgets who was invited and what goes wrong. */
export async function resetServer(): Promise<void> {
  await control("/__reset", "");
}

async function control(path: string, body: string): Promise<void> {
  const notice = byId("notice");
  const ok = await fetch(path, { method: "POST", body }).then(({ ok }) => ok, () => false);
  notice.hidden = ok;
  if (!ok) notice.textContent = "The local server does not answer: start it with `cargo xtask demo`.";
}
