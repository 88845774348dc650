/** One comparison, from the data to the figures. */

import { contenders } from "./contenders.mjs";
import { judgedRightly, peopleFound, suggestedRightly } from "./correctness.mjs";
import { writeData } from "./data.mjs";
import { hostileTimes, inTurns } from "./measure.mjs";
import { checkSize, gzipSize, wasmSize } from "./sizes.mjs";

/**
 * Compares ours with the others, or only with one another where `withPeers` is false. `sizes` are of the
 * data, `rounds` are `{ warm, counted }`, `limits` are `{ patience, repeats }` for hostile texts, `native` is the
 * program made from examples/bench.rs of the core, and `say` is told what begins.
 */
export async function compare(options) {
  const { folder, sizes, rounds, limits, withPeers = true } = options;
  const data = writeData(folder, sizes);
  const field = everyone(options);
  return {
    sizes,
    rounds,
    limits,
    contenders: described(field),
    gzip: withPeers ? await gzipSizes(field) : {},
    checkEntry: await checkSize(),
    wasm: { core: wasmSize("core"), check: wasmSize("check") },
    ...(await races(field, data, options)),
    hostile: await resistance(field, data, options),
  };
}

function everyone({ native, withPeers }) {
  const own = (kind) => ({ id: "native", title: "invite-users-core, native", kind, native, ours: true });
  const of = (kind) => [...contenders(kind, withPeers), ...(native ? [own(kind)] : [])];
  return { addresses: of("addresses"), lists: of("lists"), typos: contenders("typos", withPeers) };
}

/** As data; how a contender is loaded is none. */
function described(field) {
  const entries = Object.entries(field);
  return Object.fromEntries(entries.map(([kind, all]) => [kind, all.map(({ load, ...rest }) => rest)]));
}

async function gzipSizes(field) {
  const sizes = {};
  for (const contender of Object.values(field).flat()) sizes[contender.id] = await gzipSize(contender);
  return sizes;
}

/** One after the other: two races at a time would slow each other down. */
async function races({ addresses, lists, typos }, data, options) {
  const judged = (answers) => judgedRightly(answers, data.addresses);
  const found = ({ people }) => (answers) => peopleFound(answers, people);
  const results = {
    addresses: await race(addresses, "addresses.json", judged, options),
    mixed: await race(lists, "mixed.txt", found(data.lists.mixed), options),
    comma: await race(lists, "comma.txt", found(data.lists.comma), options),
    typos: {},
  };
  for (const [name, set] of Object.entries(data.typos)) {
    const suggested = (answers) => suggestedRightly(answers, set);
    results.typos[name] = await race(typos, `typos-${name}.json`, suggested, options);
  }
  return results;
}

async function race(field, file, judge, { folder, rounds, say }) {
  say?.(`${file}: ${field.length} contenders, ${rounds.warm + rounds.counted} rounds`);
  const runs = await inTurns(field, file, folder, rounds);
  return runs.map(({ answers, ...times }) => ({ ...times, ...judge(answers) }));
}

async function resistance({ addresses, lists }, { hostile }, { folder, limits, say }) {
  const measure = (field, as) => {
    say?.(`hostile texts as ${as}: ${field.length} contenders, ${hostile.length} texts in two sizes`);
    return hostileTimes(field, hostile, folder, limits);
  };
  return {
    texts: hostile.map(({ name }) => name),
    addresses: await measure(addresses, "addresses"),
    lists: await measure(lists, "lists"),
  };
}
