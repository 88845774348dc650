/** Sizes: every entry has a budget, its scripts keep to it, and what grew is told. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { budget, entrySizes, scriptEntries, sizeOf } from "../scripts/sizes/measure.mjs";
import { overBudget, sizeTable } from "../scripts/sizes/report.mjs";

const limits = budget();
const entries = await entrySizes(limits);

test("each entry that is a script has a budget, and nothing else has one", () => {
  assert.deepEqual(Object.keys(limits.entries).sort(), [...scriptEntries().keys()].sort());
});

// The modules in dist may be of a build for trying things out; those that ship are held to theirs when they are built.
test("the scripts of each entry are within their budget", () => {
  assert.equal(overBudget(limits, new Map(), entries), null);
});

test("an entry is counted with what it imports, and with one language where it speaks", () => {
  const sizes = new Map(entries.map(({ entry, scripts }) => [entry, scripts.raw]));
  const file = /** @param {string} name */ (name) => readFileSync(new URL(`../dist/${name}`, import.meta.url)).length;
  const [form = 0, headless = 0] = [sizes.get("./element"), sizes.get(".")];
  assert.ok(headless > 5 * file("index.js"), "its chunks");
  assert.ok(form > file("locales/en.js") + headless, "one language");
});

const size = { raw: 3000, gzip: 2000, brotli: 1500 };
const entry = { entry: "./check", wasm: "check.wasm", scripts: size, all: { raw: 13_000, gzip: 7000, brotli: 5500 } };
const wasm = new Map([["check.wasm", { raw: 10_000, gzip: 5000, brotli: 4000 }]]);

test("what grew is told with its name, what it may have, what it has, and how much that is over", () => {
  const tight = { wasm: { "check.wasm": 4900 }, entries: { "./check": { wasm: "check.wasm", scripts: 500 } } };
  const rows = overBudget(tight, wasm, [entry])?.split("\n").slice(1).map((line) => line.split(/ {2,}/));
  assert.deepEqual(rows, [
    ["check.wasm", "4,900", "5,000", "+100"],
    ["scripts of invite-users/check", "500", "2,000", "+1,500"],
  ]);
});

test("what has as much as it may have is no news", () => {
  const exact = { wasm: { "check.wasm": 5000 }, entries: { "./check": { wasm: "check.wasm", scripts: 2000 } } };
  assert.equal(overBudget(exact, wasm, [entry]), null);
});

test("what has no budget may have nothing", () => {
  assert.match(overBudget({ wasm: {}, entries: {} }, wasm, [entry]) ?? "", /check\.wasm +0 +5,000 +\+5,000/);
});

test("the table names each entry as it is imported, and each module", () => {
  const table = sizeTable(wasm, [entry]);
  assert.match(table, /^invite-users\/check +13,000 +7,000 +5,500$/m);
  assert.match(table, /^check\.wasm +10,000 +5,000 +4,000$/m);
});

test("sizes are those of the bytes that a server sends", () => {
  const bytes = Buffer.from("invite ".repeat(1000));
  const { raw, gzip, brotli } = sizeOf(bytes);
  assert.equal(raw, 7000);
  assert.ok(brotli < gzip && gzip < 100);
});
