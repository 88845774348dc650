/** Times, taken in turns so that a busy machine is unfair to nobody. */

import { Process } from "./process.mjs";
import { median } from "./statistics.mjs";

/** A hostile text is not read again once it has taken this long together, in milliseconds. */
const ENOUGH = 1_000;

/**
 * Runs the contenders on a file in rounds, A B C A B C, the first `warm` of which are not counted. Gives for
 * each `{ times, median, best, answers }` in milliseconds, or `{ error }`.
 */
export async function inTurns(contenders, file, folder, { warm, counted }) {
  const runs = contenders.map((contender) => ({ process: new Process(contender, folder), times: [], error: null }));
  for (let round = 0; round < warm + counted; round++) {
    for (const run of runs) if (!run.error) await oneRound(run, file, round >= warm);
  }
  const results = [];
  for (const run of runs) results.push(await finish(run, file));
  return results;
}

/**
 * Reads each text and its half up to `repeats` times. Gives for each contender and text `{ half, whole }`
 * in milliseconds; null where one time was more than `patience` and was given up.
 */
export async function hostileTimes(contenders, texts, folder, limits) {
  const table = [];
  for (const contender of contenders) {
    const process = new Process(contender, folder);
    const times = [];
    for (const index of texts.keys()) times.push(await halfAndWhole(process, index, limits));
    process.end();
    table.push(times);
  }
  return table;
}

async function oneRound(run, file, counts) {
  const { milliseconds, checksum, error } = await run.process.ask(`time ${file}`);
  if (error) {
    run.error = error;
    return;
  }
  run.checksum ??= checksum;
  if (checksum !== run.checksum) throw new Error(`other results for the same ${file}`);
  if (counts) run.times.push(milliseconds);
}

async function finish({ process, times, error }, file) {
  const { answers } = error ? { answers: [] } : await process.ask(`answers ${file}`);
  process.end();
  return error ? { error, answers } : { times, median: median(times), best: Math.min(...times), answers };
}

/**
 * The least of several times, which is what growth can be read from: garbage collection and other programs only
 * add to it. Half and whole take turns, so that a busy moment is no growth.
 */
async function halfAndWhole(process, index, { patience, repeats }) {
  const least = { half: Infinity, whole: Infinity };
  for (let sum = 0, times = 0; times < repeats && sum < ENOUGH; times++) {
    for (const [size, file] of [["half", `half-${index}.txt`], ["whole", `hostile-${index}.txt`]]) {
      const taken = await once(process, file, patience);
      if (taken === null) return { ...least, [size]: null, whole: null };
      least[size] = Math.min(least[size], taken);
      sum += taken;
    }
  }
  return least;
}

/** A library that throws has answered, too. */
async function once(process, file, patience) {
  const asked = performance.now();
  const { milliseconds, late, error } = await process.ask(`time ${file}`, patience);
  if (late) return null;
  return error ? performance.now() - asked : milliseconds;
}
