/** How long a paste takes until everybody is seen in the list and the field can be used again. */

import { length, longTasks, overlap, sum } from "./spans.mjs";

/** A page is given up after so long, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Pastes addresses into the field, in as many goes as the contender needs, and types a character. Gives
 * `{ time, longest }` in milliseconds; null where it takes longer than anybody would wait, or the page crashes.
 */
export async function pasted(page, contender, addresses) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE, null)));
  const done = untilUsable(page, contender, addresses).catch((error) => {
    if (/crashed|closed/.test(error.message)) return null;
    throw error;
  });
  const result = await Promise.race([done, late]);
  clearTimeout(timer);
  return result;
}

/** The same without a limit. */
async function untilUsable(page, { title, most }, addresses) {
  const spans = [];
  for (const [piece, count] of pieces(addresses, most)) {
    spans.push(await page.paste(piece.join(", "), (all) => globalThis.probe.paste(all), count));
  }
  spans.push(await page.type("x", "field"));
  await expectAll(page, title, addresses);
  return measured(spans, await longTasks(page));
}

/**
 * The time between two acts is the measuring's own, and not counted, except where the page was still at work from
 * the one before.
 */
function measured(spans, tasks) {
  const gaps = spans.slice(1).map(({ start }, index) => ({ start: spans[index].end, end: start }));
  const busy = gaps.flatMap((gap) => tasks.map((task) => overlap(gap, task)));
  const whole = { start: spans[0].start, end: spans.at(-1).end };
  const within = tasks.filter((task) => overlap(whole, task) > 0);
  return {
    time: sum(spans.map(length)) + sum(busy),
    longest: Math.max(0, ...within.map(length)),
  };
}

/** What is measured is also what was asked for: the very addresses, in their order. */
async function expectAll(page, title, addresses) {
  const people = await page.ask(() => globalThis.contender.people());
  const wrong = addresses.findIndex((address, index) => people[index]?.address !== address);
  if (people.length === addresses.length && wrong === -1) return;
  throw new Error(`${title} has ${people.length} of ${addresses.length} addresses, the first wrong one at ${wrong}`);
}

/** Pieces of at most `most`, each with how many there are with it. */
function pieces(addresses, most = Infinity) {
  const size = Math.min(most, addresses.length);
  return Array.from({ length: Math.ceil(addresses.length / size) }, (_, go) => {
    const piece = addresses.slice(go * size, (go + 1) * size);
    return [piece, go * size + piece.length];
  });
}
