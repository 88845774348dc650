/** Writes the data of a run out once, to be read by JavaScript and Rust alike. */

import { mkdirSync, writeFileSync } from "node:fs";
import { addresses } from "./data/addresses.mjs";
import { hostile } from "./data/hostile.mjs";
import { lists } from "./data/lists.mjs";
import { typos } from "./data/typos.mjs";

const SEED = 20_261_121;

/**
 * Fills `folder` and returns what is known about it. `.json` files hold many texts, each to be judged by
 * itself; `.txt` files hold one.
 */
export function writeData(folder, sizes) {
  mkdirSync(folder, { recursive: true });
  const data = {
    addresses: addresses(sizes.addresses, SEED),
    lists: lists(sizes.entries, SEED + 1),
    hostile: hostile(sizes.hostile),
    halves: hostile(sizes.hostile / 2),
    typos: typos(),
  };
  const write = (name, text) => writeFileSync(`${folder}/${name}`, text);
  const writeMany = (name, texts) => write(`${name}.json`, JSON.stringify(texts));
  writeMany("addresses", data.addresses.map(({ text }) => text));
  for (const [name, { text }] of Object.entries(data.lists)) write(`${name}.txt`, text);
  data.hostile.forEach(({ text }, index) => write(`hostile-${index}.txt`, text));
  data.halves.forEach(({ text }, index) => write(`half-${index}.txt`, text));
  for (const [name, { real, mistyped }] of Object.entries(data.typos)) {
    writeMany(`typos-${name}`, [...real, ...mistyped.map(({ text }) => text)].map((domain) => `ann@${domain}`));
  }
  return data;
}
