/** The benchmark's browser runs, and ours is right about its data; no time is looked at. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { compareInBrowser } from "./compare-browser.mjs";

// Every paste is compared with what was pasted before its time is taken for one.
const results = await compareInBrowser({
  sizes: { paste: 40, growth: [40, 80], keys: 40, office: 200 },
  rounds: { warm: 0, counted: 1, growth: 1 },
  withPeers: false,
});

test("a paste, a key and a visit take time, and not a minute", () => {
  const spans = [results.paste[0], ...results.keys].map(({ median }) => median);
  const { first, later } = results.start[0].median;
  for (const span of [...spans, first, later]) assert.ok(span > 0 && span < 60_000, `${span} ms`);
});

test("keys are pressed in the field and in the search field", () => {
  assert.deepEqual(results.keys.map(({ field }) => field), ["field", "search"]);
});

test("more people are more memory, of WebAssembly too", () => {
  const [few, many] = results.growth[0].map(({ memory }) => memory);
  assert.ok(few.script > 0 && few.wasm > 0 && many.wasm >= few.wasm, JSON.stringify([few, many]));
});

test("everybody in an office's list is found once, with the right name, and every slip is kept", () => {
  const { people, named, rejects, results: [own] } = results.office;
  assert.deepEqual(own, { found: people, named, twice: 0, strangers: 0, kept: rejects });
});

test("a page's files have sizes", () => {
  const [{ script, wasm, all }] = results.bytes;
  assert.ok(script.gzip > 0 && wasm.gzip > 0);
  assert.equal(all.gzip, script.gzip + wasm.gzip);
});
