/** The programs of the benchmark run, and ours are right about its data; no time is looked at. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { compare } from "./compare-headless.mjs";

const results = await compare({
  folder: fileURLToPath(new URL("../../target/bench-smoke", import.meta.url)),
  sizes: { addresses: 3000, entries: 400, hostile: 4000 },
  rounds: { warm: 0, counted: 1 },
  limits: { patience: 60_000, repeats: 1 },
  native: process.env.NATIVE,
  withPeers: false,
});

for (const [index, { title }] of results.contenders.addresses.entries()) {
  test(`${title} judges every address as it was built`, () => {
    const { error, exact, firstInexact } = results.addresses[index];
    assert.equal(error, undefined);
    assert.equal(exact, 1, JSON.stringify(firstInexact));
  });
}

for (const [index, { title }] of results.contenders.lists.entries()) {
  for (const list of ["mixed", "comma"]) {
    test(`${title} finds everyone in the ${list} list, and nobody else`, () => {
      const { error, people, strangers, of } = results[list][index];
      assert.deepEqual({ error, people, strangers }, { error: undefined, people: of, strangers: 0 });
    });
  }
}

test("every hostile text is read to its end", () => {
  for (const kind of ["addresses", "lists"]) {
    for (const [index, { title }] of results.contenders[kind].entries()) {
      const ended = results.hostile[kind][index].filter(({ whole }) => whole === null);
      assert.equal(ended.length, 0, title);
    }
  }
});

test("the hints are looked for in what they are given", () => {
  for (const [name, [{ right, mistyped }]] of Object.entries(results.typos)) {
    assert.ok(right > mistyped / 2, `${right} of ${mistyped} in ${name}`);
  }
});
