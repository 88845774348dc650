/** What becomes of a list as an office sends it: names, repeats, and some that are no address. */

import { office } from "../data/pasted.mjs";
import { inFreshBrowser } from "./measures.mjs";

const SEED = 20_261_123;
/** So long nothing is added any more, in milliseconds. */
const QUIET = 1_000;

/** For each contender who of `count` entries is found, how often, and what is left to be corrected. */
export async function officeLists(site, count) {
  const truth = office(count, SEED);
  const results = [];
  for (const contender of site.contenders) results.push(judged(truth, await read(site, contender, truth.text)));
  const named = truth.people.filter(({ name }) => name !== null).length;
  return {
    entries: count,
    people: truth.people.length,
    named,
    rejects: truth.rejects.length,
    repeats: truth.repeats,
    results,
  };
}

function read(site, contender, text) {
  return inFreshBrowser(site, contender, async (page) => {
    await page.paste(text, (quiet) => globalThis.probe.settledPaste(quiet), QUIET);
    const people = await page.ask(() => globalThis.contender.people());
    return { people, leftovers: await page.ask(() => globalThis.contender.leftovers()) };
  });
}

function judged(truth, { people, leftovers }) {
  const names = new Map(truth.people.map(({ address, name }) => [address, name]));
  const found = new Map();
  let [twice, strangers] = [0, 0];
  for (const { address, name } of people) {
    const key = address.toLowerCase();
    if (!names.has(key)) strangers++;
    else if (found.has(key)) twice++;
    else found.set(key, name);
  }
  const named = [...found].filter(([address, name]) => name !== null && name === names.get(address)).length;
  const kept = truth.rejects.filter((text) => leftovers.some((one) => one.trim() === text)).length;
  return { found: found.size, named, twice, strangers, kept };
}
