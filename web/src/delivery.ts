/** The sending of a plan: to be started, cancelled, kept over a reload, and tried again for some. */

import { plainConfig, plainInvitees } from "./config.js";
import { core } from "./core.js";
import type { CoreDelivery } from "./core.js";
import { InviteError, guarded } from "./error.js";
import { Run } from "./run.js";
import { tell } from "./tell.js";
import type { Auth, InviteConfig, Invitee, Progress, Report } from "./types.js";
import type { SavedDelivery, SendOptions } from "./types.js";

/** Invites these people; always resolves with what happened to each, also after a cancel. */
export async function send(
  config: InviteConfig,
  invitees: readonly Invitee[],
  options?: SendOptions,
): Promise<Report> {
  const delivery = new Delivery(config, invitees);
  try {
    return await delivery.send(options);
  } finally {
    delivery.free();
  }
}

/**
 * One delivery to some people. They are numbered as they were given, in every report and for good.
 * A confirmed person is never sent again, and an unconfirmed one only by `retry`.
 */
export class Delivery {
  readonly #core: CoreDelivery;
  readonly #auth: Auth | undefined;
  #run: { run: Run; report: Promise<Report> } | undefined;

  /** Plans; nothing is sent yet. Where the plan has problems, the report holds them. */
  constructor(config: InviteConfig, invitees: readonly Invitee[]);
  /** @internal */
  constructor(resumed: Resumed);
  constructor(from: InviteConfig | Resumed, invitees: readonly Invitee[] = []) {
    this.#core = from instanceof Resumed ? from.core : planned(from, invitees);
    this.#auth = from.auth;
  }

  /**
   * The delivery that `toJSON` wrote, as an object or as text: what had left unanswered is
   * unconfirmed, what had not left is not sent, and nothing is sent until `retry` says who is to go
   * again. Secrets are not in it, so they are given anew. Throws InviteError `resume_malformed`,
   * `resume_version` or `resume_inconsistent`.
   */
  static resume(saved: SavedDelivery | string, auth?: Auth): Delivery {
    const text = typeof saved === "string" ? saved : JSON.stringify(saved);
    return new Delivery(new Resumed(guarded(() => core().Delivery.resume(text, canRefresh(auth))), auth));
  }

  /** Sends what there is to send; the running promise while it does so already. */
  send(options: SendOptions = {}): Promise<Report> {
    this.#run ??= this.#start(options);
    return this.#run.report;
  }

  /** Stops: what is on its way ends unconfirmed, the rest is not sent. */
  cancel(): void {
    if (this.#run) this.#run.run.cancel();
    else this.#core.cancel();
  }

  /**
   * Chooses people, by their index, to be sent again: those who failed, were not sent, or are
   * unconfirmed (who may so get two invitations). Says how many do go; the next `send`, or the one
   * that runs, sends them. Whoever is invited or on the way is left out.
   */
  retry(indices: readonly number[]): number {
    const count = guarded(() => this.#core.retry(indices));
    this.#run?.run.wake();
    return count;
  }

  /** How far it is. */
  progress(): Progress {
    return this.#core.progress();
  }

  /** What is known of each person now. */
  report(): Report {
    return this.#core.report();
  }

  /** Everything but the secrets, to be stored and given to `resume`; `JSON.stringify` calls it. */
  toJSON(): SavedDelivery {
    return JSON.parse(this.#core.saved());
  }

  /** Gives the memory back; nothing can be called afterwards. */
  free(): void {
    this.#core.free();
  }

  #start(options: SendOptions): { run: Run; report: Promise<Report> } {
    const { save } = options;
    const run = new Run(this.#core, this.#auth, options, () => {
      if (save) tell(() => save(this.toJSON()));
    });
    return { run, report: this.#finish(run) };
  }

  async #finish(run: Run): Promise<Report> {
    try {
      await run.drive();
      return this.report();
    } catch (thrown) {
      throw InviteError.from(thrown);
    } finally {
      this.#run = undefined;
    }
  }
}

/** What was resumed, and the secrets that were not saved. */
class Resumed {
  constructor(
    readonly core: CoreDelivery,
    readonly auth: Auth | undefined,
  ) {}
}

function planned(config: InviteConfig, invitees: readonly Invitee[]): CoreDelivery {
  const plain = plainConfig(config);
  const delivery = { ...config.delivery, ...identity(), refreshable: canRefresh(config.auth) };
  const people = plainInvitees(invitees);
  return guarded(() => new (core().Delivery)({ ...plain, delivery }, people));
}

/** What no other delivery has: waiting times that spread differently, and keys of its own. */
function identity(): { seed: number; id: string } {
  const random = crypto.getRandomValues(new Uint32Array(4));
  return { seed: random[0]!, id: [...random].map((part) => part.toString(36)).join("-") };
}

/** Whether asking the host again can bring another credential. */
function canRefresh(auth: Auth | undefined): boolean {
  return Object.values(auth ?? {}).some((secret) => typeof secret === "function");
}
