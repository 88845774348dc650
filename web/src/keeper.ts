/** When a form is kept: from the moment it has a key, and whenever its page may go. */

import type { InviteError } from "./error.js";
import { Persistence } from "./persist.js";
import type { Widget } from "./widget.js";

/** What one element keeps over a reload. */
export class Keeper {
  readonly persistence: Persistence;
  #widget: Widget | undefined;
  /** Whether something was kept under the key, and is in the form now. */
  tookUp = false;

  /** `tell` is called where nothing can be kept. */
  constructor(tell: (error: InviteError) => void) {
    this.persistence = new Persistence((error) => {
      // Never inside of what the widget is doing.
      queueMicrotask(() => {
        tell(error);
        this.#widget?.notKept();
      });
    });
  }

  /** Another key is another list: answers whether the form has another one now. */
  follow(widget: Widget, wanted: unknown): boolean {
    const key = usable(wanted);
    if (this.#widget && key === this.persistence.key) return false;
    const hadKey = this.persistence.key !== undefined;
    this.#leavePage();
    if (!this.#widget) this.#listen();
    this.#widget = widget;
    const kept = this.persistence.open(key);
    this.tookUp = widget.recover(key === undefined ? undefined : kept);
    return hadKey || this.tookUp;
  }

  /** The widget is about to be freed. */
  stop(): void {
    this.#leavePage();
    this.#widget = undefined;
    this.tookUp = false;
    removeEventListener("pagehide", this.#leavePage);
    document.removeEventListener("visibilitychange", this.#leavePage);
    this.persistence.close();
  }

  #listen(): void {
    addEventListener("pagehide", this.#leavePage);
    document.addEventListener("visibilitychange", this.#leavePage);
  }

  /** Nobody knows whether the page comes back. */
  readonly #leavePage = () => this.#widget?.keep();
}

/** The key that a host's value stands for; none where it names nobody. */
function usable(wanted: unknown): string | undefined {
  const names = typeof wanted === "string" || typeof wanted === "number";
  return names && wanted !== "" ? String(wanted) : undefined;
}
