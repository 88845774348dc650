/**
 * Prints what a page loads for each entry; with `--budget` it fails where that is more than size-budget.json allows,
 * which holds for a release build.
 */

import { budget, entrySizes, wasmSizes } from "./sizes/measure.mjs";
import { overBudget, sizeTable } from "./sizes/report.mjs";

const limits = budget();
const wasm = wasmSizes(limits);
const entries = await entrySizes(limits);
console.log(sizeTable(wasm, entries));

const over = process.argv.includes("--budget") ? overBudget(limits, wasm, entries) : null;
if (over) {
  console.error(`\n${over}\n\nMake it smaller, or raise web/size-budget.json and say in the commit why it is worth it.`);
  process.exitCode = 1;
}
