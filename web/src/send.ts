/** Sends what a plan says: gives the core's state machine a network, a clock and timers. */

import { plainConfig, plainInvitees } from "./config.js";
import { core } from "./core.js";
import type { Delivery, Step } from "./core.js";
import { InviteError, guarded } from "./error.js";
import { resolveAuth } from "./secrets.js";
import { exchange } from "./transport.js";
import type { InviteConfig, Invitee, Report, SendOptions } from "./types.js";

/** The longest a timer runs, in milliseconds: long ones drift and fire late after sleep. */
const TIMER_STEP = 60_000;

type SendStep = Extract<Step, { type: "send" }>;

/** Invites these people; always resolves with what happened to each, also after a cancel. */
export async function send(
  config: InviteConfig,
  invitees: readonly Invitee[],
  options: SendOptions = {},
): Promise<Report> {
  const plain = seeded(plainConfig(config));
  const delivery = guarded(() => new (core().Delivery)(plain, plainInvitees(invitees)));
  return new Run(delivery, config, options).report();
}

/** Waiting times spread differently each time, so that many pages don't come back at once. */
function seeded(plain: Record<string, unknown>): Record<string, unknown> {
  const seed = crypto.getRandomValues(new Uint32Array(1))[0];
  return { ...plain, delivery: { ...(plain.delivery as object | undefined), seed } };
}

/** One delivery under way. */
class Run {
  readonly #delivery: Delivery;
  readonly #config: InviteConfig;
  readonly #options: SendOptions;
  readonly #inFlight = new Set<Promise<void>>();
  readonly #giveUp = new AbortController();
  readonly #cancelled = new Promise<void>((resolve) => {
    this.#giveUp.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  #over = false;

  constructor(delivery: Delivery, config: InviteConfig, options: SendOptions) {
    this.#delivery = delivery;
    this.#config = config;
    this.#options = options;
  }

  async report(): Promise<Report> {
    const { signal } = this.#options;
    const cancel = () => this.#cancel();
    if (signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel, { once: true });
    try {
      await this.#drive();
      return this.#delivery.report();
    } catch (thrown) {
      throw InviteError.from(thrown);
    } finally {
      this.#over = true;
      signal?.removeEventListener("abort", cancel);
      this.#giveUp.abort();
      this.#delivery.free();
    }
  }

  async #drive(): Promise<void> {
    while (!this.#giveUp.signal.aborted) {
      const step = this.#delivery.next(now());
      if (step.type === "done") return;
      if (step.type === "send") this.#leave(step);
      else await this.#event(step.type === "wait" ? step.ms : Infinity);
    }
  }

  /** Waits for a reply, a cancel, or the time that the core asked for. */
  async #event(ms: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.min(ms, TIMER_STEP));
    });
    await Promise.race([...this.#inFlight, this.#cancelled, tick]);
    clearTimeout(timer);
  }

  #cancel(): void {
    this.#delivery.cancel();
    this.#giveUp.abort();
  }

  #leave(step: SendStep): void {
    const lane = this.#exchange(step).finally(() => this.#inFlight.delete(lane));
    this.#inFlight.add(lane);
  }

  async #exchange({ request, attempt }: SendStep): Promise<void> {
    const credential = await this.#credential();
    if (this.#over) return;
    if (credential === "failed") return this.#delivery.authFailed(request.id, attempt);
    if (!this.#delivery.leave(request.id, attempt)) return;
    const fetch = this.#options.fetch ?? globalThis.fetch;
    const result = await exchange(request, credential, fetch, this.#giveUp.signal);
    if (this.#over) return;
    if ("reply" in result) this.#delivery.reply(request.id, attempt, now(), result.reply);
    else this.#delivery.lost(request.id, attempt, now(), result.loss);
    this.#tell();
  }

  /** What the host's functions throw is dropped: it may quote a secret. */
  async #credential(): Promise<[string, string] | "failed" | undefined> {
    const { auth } = this.#config;
    if (!auth) return undefined;
    try {
      const { name, value } = core().authHeader(await resolveAuth(auth));
      return [name, value];
    } catch {
      return "failed";
    }
  }

  #tell(): void {
    try {
      this.#options.onProgress?.(this.#delivery.progress());
    } catch (error) {
      // As with an event listener: its mistake is the page's to see, not the delivery's to stop for.
      globalThis.reportError?.(error);
    }
  }
}

/** Milliseconds since the Unix epoch, by a clock that nobody sets back. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
