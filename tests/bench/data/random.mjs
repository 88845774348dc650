/** Chance that repeats itself: the same seed gives the same data on every machine. */

/** A source of numbers after mulberry32, with the draws that the data are made of. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to `limit` - 1. */
  below(limit) {
    return Math.floor(this.#fraction() * limit);
  }

  /** One of the items. */
  pick(items) {
    return items[this.below(items.length)];
  }

  /** One of the items, each as often as its `share` of the sum of all shares. */
  weighted(items) {
    const sum = items.reduce((total, { share }) => total + share, 0);
    let left = this.#fraction() * sum;
    return items.find(({ share }) => (left -= share) < 0) ?? items.at(-1);
  }

  #fraction() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
