/** Drives a delivery: gives the core's state machine a network, a clock and timers. */

import { core } from "./core.js";
import type { CoreDelivery, Step } from "./core.js";
import { Deferred } from "./deferred.js";
import { InviteError } from "./error.js";
import { authHeader } from "./secrets.js";
import { tell } from "./tell.js";
import { exchange } from "./transport.js";
import type { Exchange } from "./transport.js";
import type { Auth, SendOptions } from "./types.js";

/** The longest a timer runs, in milliseconds: long ones drift and fire late after sleep. */
const TIMER_STEP = 60_000;

type SendStep = Extract<Step, { type: "send" }>;

type Credential = Promise<[string, string] | "failed" | "malformed" | undefined>;

/** One stretch of a delivery, from the first request to the last answer. */
export class Run {
  readonly #delivery: CoreDelivery;
  readonly #auth: Auth | undefined;
  readonly #options: SendOptions;
  readonly #save: () => void;
  readonly #inFlight = new Set<Promise<void>>();
  readonly #giveUp = new AbortController();
  readonly #cancelled = new Promise<void>((resolve) => {
    this.#giveUp.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  #wake = new Deferred();
  #credential: { generation: number; value: Credential } | undefined;
  #over = false;

  /** `save` writes the state down; it is called before each request leaves and after each event. */
  constructor(
    delivery: CoreDelivery,
    auth: Auth | undefined,
    options: SendOptions,
    save: () => void,
  ) {
    this.#delivery = delivery;
    this.#auth = auth;
    this.#options = options;
    this.#save = save;
  }

  /** Sends until there is nothing more to do. */
  async drive(): Promise<void> {
    const { signal } = this.#options;
    const cancel = () => this.cancel();
    if (signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel, { once: true });
    try {
      while (await this.#step());
    } finally {
      this.#over = true;
      signal?.removeEventListener("abort", cancel);
      this.#giveUp.abort();
      this.#save();
    }
  }

  /** Stops: what is on its way stays unconfirmed. */
  cancel(): void {
    this.#delivery.cancel();
    this.#giveUp.abort();
  }

  /** There is more to send than there was. */
  wake(): void {
    this.#wake.resolve();
  }

  /** Does what is to be done next; answers whether anything can be left after it. */
  async #step(): Promise<boolean> {
    if (this.#giveUp.signal.aborted) return false;
    const step = this.#delivery.next(now());
    if (step.type === "send") this.#leave(step);
    else if (step.type !== "done") await this.#event(step.type === "wait" ? step.ms : Infinity);
    return step.type !== "done";
  }

  /** Waits for a reply, a cancel, more to send, or the time that the core asked for. */
  async #event(ms: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.min(ms, TIMER_STEP));
    });
    await Promise.race([...this.#inFlight, this.#cancelled, this.#wake.promise, tick]);
    clearTimeout(timer);
    this.#wake = new Deferred();
  }

  #leave(step: SendStep): void {
    const lane = this.#exchange(step).finally(() => this.#inFlight.delete(lane));
    this.#inFlight.add(lane);
  }

  async #exchange({ request, attempt, credential: generation }: SendStep): Promise<void> {
    const credential = await this.#ask(generation);
    if (this.#over) return;
    if (credential === "failed") return this.#delivery.authFailed(request.id, attempt);
    if (credential === "malformed") return this.#delivery.authMalformed(request.id, attempt);
    if (!this.#delivery.leave(request.id, attempt)) return;
    this.#save();
    const fetch = this.#options.fetch ?? globalThis.fetch;
    const result = await exchange(request, credential, fetch, this.#giveUp.signal);
    if (this.#over) return;
    this.#hear(request.id, attempt, result);
    this.#save();
    tell(() => this.#options.onProgress?.(this.#delivery.progress()));
  }

  #hear(id: number, attempt: number, result: Exchange): void {
    if ("reply" in result) this.#delivery.reply(id, attempt, now(), result.reply);
    else this.#delivery.lost(id, attempt, now(), result.loss, result.heard);
  }

  /** The credential of that generation, for which the host is asked once. */
  #ask(generation: number): Credential {
    if (this.#credential?.generation !== generation) {
      this.#credential = { generation, value: header(this.#auth) };
    }
    return this.#credential.value;
  }
}

async function header(auth: Auth | undefined): Credential {
  try {
    return auth && (await authHeader(auth, core()));
  } catch (error) {
    // A value that is misshapen can't be sent, either.
    return InviteError.from(error).code === "auth_failed" ? "failed" : "malformed";
  }
}

/** Milliseconds since the Unix epoch, by a clock that nobody sets back. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
