/** What is made of many times. */

/** The middle one. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * How many times as long as `other` a run took: the middle of the ratios round by round, since the machine was
 * about as busy for both in one round, and perhaps busier in another.
 */
export function ratio(run, other) {
  return median(run.times.map((time, round) => time / other.times[round]));
}
