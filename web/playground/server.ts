/** The local server's controls: what it does wrong, and a fresh start. */

import { byId, option } from "./dom.js";

/** What goes wrong with requests, as the local server takes it. */
export type Fault = Record<string, string | number | boolean>;

/** What a person can choose from. */
const FAULTS: readonly { label: string; faults: Fault[] }[] = [
  { label: "As documented", faults: [] },
  { label: "Too many requests, once (429, Retry-After 3 s)",
    faults: [{ status: 429, retryAfter: 3, times: 1 }] },
  { label: "Server error (500)", faults: [{ status: 500 }] },
  { label: "An HTML page instead of JSON", faults: [{ html: true }] },
  { label: "An empty body", faults: [{ emptyBody: true }] },
  { label: "The connection breaks", faults: [{ reset: "before" }] },
  { label: "Slow (4 s)", faults: [{ delayMs: 4000 }] },
];

/** Lets the person choose what the server does wrong. */
export function offerFaults(): void {
  const select = byId<HTMLSelectElement>("fault");
  select.append(...FAULTS.map(({ label }, index) => option(String(index), label)));
  select.addEventListener("change", () => void setFaults(FAULTS[Number(select.value)]!.faults));
}

/** Makes these things go wrong, and no others. */
export async function setFaults(faults: Fault[]): Promise<void> {
  await control("/__faults", JSON.stringify(faults));
}

/** Forgets who was invited and what goes wrong. */
export async function resetServer(): Promise<void> {
  byId<HTMLSelectElement>("fault").value = "0";
  await control("/__reset", "");
}

async function control(path: string, body: string): Promise<void> {
  const notice = byId("notice");
  const ok = await fetch(path, { method: "POST", body }).then(({ ok }) => ok, () => false);
  notice.hidden = ok;
  if (!ok) notice.textContent = "The local server does not answer: start it with `cargo xtask demo`.";
}
