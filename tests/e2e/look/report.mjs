/** The faults of a state, told once each, with where it was first seen and how often it was. */

/** Collects what checks find. */
export class Faults {
  #places = new Map();

  /** Notes what was found at a place. */
  note(place, found) {
    for (const fault of new Set(found)) this.#places.set(fault, [...(this.#places.get(fault) ?? []), place]);
  }

  /** One line a fault, those first that were found first. */
  lines() {
    return [...this.#places].map(([fault, [first, ...more]]) =>
      `${first}: ${fault}${more.length > 0 ? ` (and in ${more.length} more looks)` : ""}`);
  }
}
