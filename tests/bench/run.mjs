/**
 * `cargo xtask bench`: compares, and writes docs/benchmarks.md. With `--quick` in fewer rounds and only to the
 * terminal. `--only headless` or `--only browser` measures one half; the page has the last figures of the other.
 * `--native PROGRAM` names the program made from examples/bench.rs of the core.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compareInBrowser } from "./compare-browser.mjs";
import { compare } from "./compare-headless.mjs";
import { EXTENTS } from "./extents.mjs";
import { machine } from "./report/machine.mjs";
import { page } from "./report/page.mjs";

const HALVES = ["headless", "browser"];

const { values } = parseArgs({
  options: { quick: { type: "boolean" }, only: { type: "string" }, native: { type: "string" } },
});
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = `${root}target/bench`;
const extent = values.quick ? "quick" : "full";
const say = (what) => console.log(what);

mkdirSync(folder, { recursive: true });
const measured = values.only ? [values.only] : HALVES;
for (const half of measured) await measure(half);
const shown = HALVES.filter((half) => measured.includes(half) || (!values.quick && existsSync(file(half))));
const text = page(Object.fromEntries(shown.map((half) => [half, JSON.parse(readFileSync(file(half), "utf8"))])));
say(`\n${text}`);
if (!values.quick) publish();

async function measure(half) {
  const options = EXTENTS[extent][half];
  const results = half === "browser"
    ? await compareInBrowser({ ...options, say })
    : await compare({ ...options, folder, native: values.native, say });
  writeFileSync(file(half), JSON.stringify({ about: machine(), results }, null, 1));
}

function file(half) {
  return `${folder}/${extent}-${half}.json`;
}

/** Half a page is none. */
function publish() {
  if (shown.length === HALVES.length) writeFileSync(`${root}docs/benchmarks.md`, text);
  else say("docs/benchmarks.md stays as it is until the other half has been measured here, too");
}
