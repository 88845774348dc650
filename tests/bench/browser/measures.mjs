/** What is measured of each contender, each time in a fresh browser and in turns. */

import { plain } from "../data/pasted.mjs";
import { median } from "../statistics.mjs";
import { Browser } from "./browser.mjs";
import { pasted } from "./paste.mjs";
import { length } from "./spans.mjs";

const SEED = 20_261_122;
/** What takes this long is measured once, in milliseconds. */
const SLOW = 5_000;
/** A key is painted as soon as it can be, and does not wait for the refresh of a screen. */
const NO_SCREEN = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];
const KEYS = "annabeckercarladiaz";

/**
 * A paste of `count` addresses: `{ times, median, longest, worst }` for each contender, of which `longest` is the median
 * of the longest tasks and `worst` the longest of all; null for who is too slow.
 */
export async function pasteTimes(site, count, { warm, counted }) {
  const { addresses } = plain(count, SEED);
  const runs = await inTurns(site.contenders, warm + counted, (contender) =>
    inFreshBrowser(site, contender, (page) => pasted(page, contender, addresses)));
  return runs.map((rounds) => rounds.includes(null) ? null : pasteSummary(rounds.slice(warm)));
}

/**
 * Pastes of each size: `{ time, memory }` for each contender and size, in milliseconds and bytes; null from the size
 * on that takes too long.
 */
export async function growth(site, sizes, rounds) {
  const table = [];
  for (const contender of site.contenders) {
    const row = [];
    for (const size of sizes) row.push(row.at(-1) === null ? null : await grown(site, contender, size, rounds));
    table.push(row);
  }
  return table;
}

/** Keys in the field, and in the search field of who has one, beside `count` people: `{ times, median, longest }`. */
export function keyTimes(site, count) {
  const { addresses } = plain(count, SEED);
  const fields = site.contenders.flatMap((contender) => contender.fields.map((field) => ({ contender, field })));
  return oneByOne(fields, async ({ contender, field }) => {
    const times = await inFreshBrowser(site, contender, (page) => keys(page, contender, field, addresses), NO_SCREEN);
    return { id: contender.id, field, ...(times && { times, median: median(times), longest: Math.max(...times) }) };
  });
}

/** From the arrival of the script to a key painted in the field, on a first and on a later visit. */
export async function startTimes(site, rounds) {
  const runs = await inTurns(site.contenders, rounds, (contender) => visits(site, contender));
  return runs.map((all) => ({
    first: all.map(({ first }) => first),
    later: all.map(({ later }) => later),
    median: { first: median(all.map(({ first }) => first)), later: median(all.map(({ later }) => later)) },
  }));
}

async function inTurns(contenders, rounds, measure) {
  const runs = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, contender] of contenders.entries()) runs[index].push(await measure(contender));
  }
  return runs;
}

async function oneByOne(items, measure) {
  const results = [];
  for (const item of items) results.push(await measure(item));
  return results;
}

/** What `work` gives with the page of a contender in a browser that nobody has used. */
export async function inFreshBrowser({ origin }, contender, work, flags) {
  const browser = await Browser.start(origin, flags);
  try {
    return await work(await browser.open(contender));
  } finally {
    await browser.stop();
  }
}

function pasteSummary(rounds) {
  const times = rounds.map(({ time }) => time);
  const tasks = rounds.map(({ longest }) => longest);
  return { times, median: median(times), longest: median(tasks), worst: Math.max(...tasks) };
}

async function grown(site, contender, size, rounds) {
  const { addresses } = plain(size, SEED);
  const runs = [];
  do {
    const run = await inFreshBrowser(site, contender, async (page) => {
      const time = await pasted(page, contender, addresses);
      return time && { ...time, memory: await page.memory() };
    });
    if (!run) return null;
    runs.push(run);
  } while (runs.length < rounds && runs[0].time < SLOW);
  return { ...pasteSummary(runs), memory: runs.at(-1).memory };
}

async function keys(page, contender, field, addresses) {
  if (!await pasted(page, contender, addresses)) return null;
  await page.focus(field);
  return oneByOne([...KEYS], async (letter) => length(await page.type(letter, field)));
}

/** The first visit finds no cache; a browser keeps compiled code once a page has come a few times. */
async function visits({ origin }, contender) {
  const browser = await Browser.start(origin);
  try {
    const times = await oneByOne([1, 2, 3, 4], () => visit(browser, contender));
    return { first: times[0], later: times.at(-1) };
  } finally {
    await browser.stop();
  }
}

async function visit(browser, contender) {
  const page = await browser.open(contender);
  const { arrived, ready } = await page.ask(async (script) => {
    return { arrived: globalThis.probe.arrival(script), ready: await globalThis.contender.ready };
  }, contender.script);
  await page.focus("field");
  const key = await page.type("x", "field");
  const busy = await page.busy(ready, key.start);
  await page.close();
  return ready - arrived + busy + length(key);
}
