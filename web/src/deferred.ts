/** A promise that others settle, and that nobody has to listen to. */
export class Deferred {
  resolve!: () => void;
  failed = false;
  #reject!: (reason: unknown) => void;
  readonly promise = new Promise<void>((resolve, reject) => {
    this.resolve = resolve;
    this.#reject = reject;
  });

  reject(reason: unknown): void {
    this.failed = true;
    this.promise.catch(() => {});
    this.#reject(reason);
  }
}
