/**
 * `cargo xtask bench`: compares, and writes docs/benchmarks.md. With `--quick` in fewer rounds and only to
 * the terminal. `--native PROGRAM` names the program made from examples/bench.rs of the core.
 */

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compare } from "./compare.mjs";
import { machine } from "./report/machine.mjs";
import { page } from "./report/page.mjs";

const SIZES = { addresses: 100_000, entries: 10_000, hostile: 100_000 };
const FULL = { rounds: { warm: 3, counted: 11 }, limits: { patience: 10_000, repeats: 9 } };
const QUICK = { rounds: { warm: 1, counted: 3 }, limits: { patience: 1_000, repeats: 3 } };

const { values } = parseArgs({ options: { quick: { type: "boolean" }, native: { type: "string" } } });
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = `${root}target/bench`;

const results = await compare({
  folder,
  sizes: SIZES,
  native: values.native,
  say: (what) => console.log(what),
  ...(values.quick ? QUICK : FULL),
});
const about = machine();
writeFileSync(`${folder}/results.json`, JSON.stringify({ about, ...results }, null, 1));
const text = page(about, results);
console.log(`\n${text}`);
if (!values.quick) writeFileSync(`${root}docs/benchmarks.md`, text);
