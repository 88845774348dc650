/** Spans of time on a page's clock, as `{ start, end }` in milliseconds. */

/** Every task of the page that took over 50 ms, as `{ start, end }`. */
export function longTasks(page) {
  return page.ask(() => globalThis.probe.longTasks());
}

/** How long a span was. */
export function length({ start, end }) {
  return end - start;
}

/** How long two spans ran at the same time. */
export function overlap(one, other) {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

/** All together. */
export function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
