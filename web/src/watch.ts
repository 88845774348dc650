/** What the window is watched for while a delivery runs: people who leave, and the network. */

/** Watches only while something is sent: a page with nothing to lose may be left without a word. */
export class Watch {
  readonly #networkChanged: () => void;
  // One for each: what one form no longer needs, another on the page still may.
  readonly #askBeforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault();

  constructor(networkChanged: () => void) {
    this.#networkChanged = networkChanged;
  }

  /** A delivery has begun, or is over. */
  follow(sending: boolean): void {
    const change = sending ? addEventListener : removeEventListener;
    change("beforeunload", this.#askBeforeLeaving);
    change("offline", this.#networkChanged);
    change("online", this.#networkChanged);
  }
}
