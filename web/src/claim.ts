/**
 * Which tab goes on with a delivery: a duplicated tab has the same one in its storage.
 *
 * What is kept of a delivery has an id, which serves once. While it is sent, its tab holds a Web Lock of that name;
 * whoever goes on with it, or sees it end, leaves a mark of that name in localStorage and gives it a new id.
 */

import { removeOutdated } from "./session-store.js";

/** Whether a delivery can go on here: another tab may be sending it, or have gone on with it. */
export type Claim = "free" | "sending" | "used";

/** An id that no other delivery has. */
export function newId(): string {
  // Where the context is not secure there is no `randomUUID`.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether nobody else sends the delivery of that id or has gone on with it; if so, nobody can any more. */
export async function claim(id: string): Promise<Claim> {
  const take = (): Claim => {
    if (isMarked(id)) return "used";
    mark(id);
    return "free";
  };
  if (!locks()) return take();
  return locks()!.request(nameOf(id), { ifAvailable: true }, (lock) => (lock ? take() : "sending"));
}

/** Says to other tabs that the delivery of that id is being sent, until the answer is called. */
export function hold(id: string): () => void {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  locks()?.request(nameOf(id), () => released).catch(() => {});
  return release;
}

/** Says to other tabs that what they have under this id is out of date. */
export function mark(id: string): void {
  try {
    removeOutdated(localStorage, Number);
    localStorage.setItem(nameOf(id), String(Date.now()));
  } catch {
    // The lock is still there; and who keeps no marks has no second tab that could read them.
  }
}

function isMarked(id: string): boolean {
  try {
    return localStorage.getItem(nameOf(id)) !== null;
  } catch {
    return false;
  }
}

function nameOf(id: string): string {
  return `invite-users:${id}`;
}

/** Only a secure context has locks. */
function locks(): LockManager | undefined {
  return globalThis.navigator?.locks;
}
