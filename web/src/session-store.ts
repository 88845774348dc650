/** What of one form is in the tab's sessionStorage: a few texts, each with the moment it was written. */

/** What is kept by itself, so that what is small is not written with what is large. */
export type Part = "people" | "typed" | "delivery" | "departures";

/** One text, and by which it is known to belong to another one. */
export interface Entry {
  text: string;
  stamp: string;
}

/** The form of the texts; another number is another form. */
const VERSION = "1";
const PREFIX = "invite-users:";

/** How long anything is kept, in milliseconds: twelve hours. */
export const LIFETIME = 12 * 60 * 60 * 1000;

/** The texts of one key. */
export class SessionStore {
  readonly #prefix: string;
  readonly #onFailure: (cause: unknown) => void;

  /** `onFailure` is called whenever something can't be read or written; nothing here ever throws. */
  constructor(key: string, onFailure: (cause: unknown) => void) {
    this.#prefix = `${PREFIX}${key}:`;
    this.#onFailure = onFailure;
    this.#attempt(() => removeOutdated(sessionStorage, writtenAt));
  }

  /** What was written, unless it is too old or of another form. */
  read(part: Part): Entry | undefined {
    return this.#attempt(() => parse(sessionStorage.getItem(this.#prefix + part)));
  }

  /** Writes a text; answers whether it is there now. */
  write(part: Part, text: string, stamp = ""): boolean {
    const value = `${VERSION} ${Date.now()} ${stamp}\n${text}`;
    return this.#attempt(() => {
      sessionStorage.setItem(this.#prefix + part, value);
      return true;
    }) ?? false;
  }

  /** Forgets a text. */
  remove(part: Part): void {
    this.#attempt(() => sessionStorage.removeItem(this.#prefix + part));
  }

  // Storage throws where a page may not have any (SecurityError), and where it is full (QuotaExceededError).
  #attempt<T>(call: () => T): T | undefined {
    try {
      return call();
    } catch (cause) {
      this.#onFailure(cause);
      return undefined;
    }
  }
}

/** Removes what this package has written longer than its lifetime ago, by whatever key. */
export function removeOutdated(storage: Storage, when: (value: string) => number): void {
  const ours = Array.from({ length: storage.length }, (_, index) => storage.key(index)!)
    .filter((key) => key.startsWith(PREFIX));
  for (const key of ours) {
    const moment = when(storage.getItem(key) ?? "");
    // What has no moment is not of this package.
    if (Number.isFinite(moment) && !isRecent(moment)) storage.removeItem(key);
  }
}

function parse(value: string | null): Entry | undefined {
  if (value === null || !isRecent(writtenAt(value))) return undefined;
  const end = value.indexOf("\n");
  const [version, , stamp = ""] = value.slice(0, end).split(" ");
  return version === VERSION ? { stamp, text: value.slice(end + 1) } : undefined;
}

/** The moment in the first line of a value, `NaN` where there is none. */
function writtenAt(value: string): number {
  const [, moment] = value.slice(0, Math.max(value.indexOf("\n"), 0)).split(" ");
  return moment ? Number(moment) : NaN;
}

/** A clock that was set back makes nothing live longer. */
function isRecent(moment: number): boolean {
  return Math.abs(Date.now() - moment) < LIFETIME;
}
