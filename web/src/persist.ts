/** What survives a reload, by the host's wish: the list, and how far its delivery has come. */

import { claim, hold, mark, newId } from "./claim.js";
import type { Claim } from "./claim.js";
import { InviteError } from "./error.js";
import { SessionStore } from "./session-store.js";
import type { Part } from "./session-store.js";

/** What a form takes up; empty texts where there is nothing. */
export interface Kept {
  people: string;
  typed: string;
  delivery: string;
  /** One line for each request that has left since the delivery was written. */
  departures: string;
}

const NOT_KEPT = "the list can't be kept for a reload: the page's storage is full or not allowed";

/** Resolves when the page comes back, where it is on its way out. */
let back: Promise<void> | undefined;

globalThis.window?.addEventListener("pagehide", () => {
  back = new Promise((resolve) => {
    addEventListener("pageshow", () => (back = resolve() as undefined), { once: true });
  });
});

/** The memory of one form: knows nothing of what its texts say. */
export class Persistence {
  readonly #onFailure: (error: InviteError) => void;
  #key: string | undefined;
  #store: SessionStore | undefined;
  #failed = false;
  /** What another tab would have to claim in order to go on with the delivery. */
  #id = "";
  #release = () => {};
  #departures = "";
  /** Tells the lines of one written delivery from those of the one before. */
  #stamp = "";

  /** `onFailure` is called once for each key. */
  constructor(onFailure: (error: InviteError) => void) {
    this.#onFailure = onFailure;
  }

  /** The key under which everything is kept; undefined where nothing is. */
  get key(): string | undefined { return this.#key; }

  /** From now on everything is kept under this key; answers what is there. */
  open(key: string | undefined): Kept {
    this.#key = key;
    this.#failed = false;
    this.#store = key === undefined ? undefined : new SessionStore(key, (cause) => this.#fail(cause));
    const text = (part: Part) => this.#store?.read(part)?.text ?? "";
    const [delivery, departures] = [this.#store?.read("delivery"), this.#store?.read("departures")];
    this.#stamp = delivery?.stamp ?? "";
    [this.#id] = this.#stamp.split("/") as [string];
    this.#departures = departures?.stamp === this.#stamp ? departures.text : "";
    return {
      people: text("people"),
      typed: text("typed"),
      delivery: delivery?.text ?? "",
      departures: this.#departures,
    };
  }

  /** Nothing is kept from now on, and what is kept stays: any tab may go on with it. */
  close(): void {
    this.#release();
    this.open(undefined);
  }

  /** Keeps what is entered; an empty text is nothing. What can't be kept is not kept as it was before. */
  keep(part: "people" | "typed", text: string): void {
    if (this.#store?.read(part)?.text === text) return;
    if (!text || !this.#store?.write(part, text)) this.#store?.remove(part);
  }

  /** A delivery begins or goes on; its people are in `people`, as they were entered. */
  begin(people: string, delivery: string): void {
    if (!this.#store) return;
    this.keep("typed", "");
    this.keep("people", people);
    this.#renew();
    this.#release();
    this.#release = hold(this.#id);
    if (this.progress(delivery)) return;
    // What was entered would look as if nobody of it had been invited.
    for (const part of ["people", "delivery", "departures"] as const) this.#store.remove(part);
    this.#stamp = "";
  }

  /** How far the delivery is; answers whether that is kept. */
  progress(delivery: string): boolean {
    const stamp = `${this.#id}/${Date.now()}/${delivery.length}`;
    if (!this.#store?.write("delivery", delivery, stamp)) return false;
    this.#stamp = stamp;
    this.#departures = "";
    this.#store.remove("departures");
    return true;
  }

  /** A request is about to leave. */
  depart(line: string): void {
    if (!this.#stamp) return;
    this.#departures += this.#departures ? `\n${line}` : line;
    this.#store?.write("departures", this.#departures, this.#stamp);
  }

  /** The delivery has ended like this: an empty text where there is nothing left to do. */
  end(delivery: string): void {
    if (!this.#store) return;
    this.#renew();
    this.#release();
    if (delivery) this.progress(delivery);
    else this.forget();
  }

  /** The delivery is of no more use, or nothing is: the list, too, where it is empty. */
  forget(people = ""): void {
    this.keep("people", people);
    this.keep("typed", "");
    this.#store?.remove("delivery");
    this.#store?.remove("departures");
    this.#release();
    this.#id = this.#stamp = this.#departures = "";
  }

  /** Resolves when the page comes back, where it is on its way out. */
  left(): Promise<void> | undefined {
    return back;
  }

  /** Whether the delivery that is kept may go on here; undefined where there is none. */
  claim(): Promise<Claim> | undefined {
    if (!this.#id) return undefined;
    return claim(this.#id).then((answer) => {
      if (answer === "free") this.#restamp();
      return answer;
    });
  }

  /** Writes what is kept under a new id, since the last one has served. */
  #restamp(): void {
    const delivery = this.#store?.read("delivery");
    const departures = this.#departures;
    this.#id = newId();
    if (!delivery || !this.progress(delivery.text)) return;
    if (departures) this.depart(departures);
  }

  #renew(): void {
    if (this.#id) mark(this.#id);
    this.#id = newId();
  }

  #fail(cause: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#onFailure(new InviteError("not_kept", NOT_KEPT, {}, { cause }));
  }
}
