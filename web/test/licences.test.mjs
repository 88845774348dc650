/** The licences of what is compiled into the package: only those that are allowed, and each with its text. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { compiledIn, LICENCES, thirdPartyLicences } from "../scripts/licences.mjs";
import { taken } from "../scripts/licences/expression.mjs";

const crates = compiledIn();
const text = thirdPartyLicences(crates);

/** @param {string} licence */
const crate = (licence) => ({ name: "other", version: "1.2.3", licence, authors: ["Ann Lee <ann@acme.com>"], folder: null });

test("each crate is listed once, and stands above the text that it is used under", () => {
  for (const { name, version } of crates) {
    assert.equal(text.split(`\n- ${name} ${version}: `).length, 2, name);
    assert.match(text, new RegExp(`\n[\\w.-]+, for .*\\b${name} ${version.replace(/[.+]/g, "\\$&")}(,|\n)`), name);
  }
});

test("what only runs in the compiler is left out, what the form is made of is not", () => {
  const names = crates.map(({ name }) => name);
  assert.ok(["leptos", "serde_json", "wasm-bindgen", "rust-std"].every((name) => names.includes(name)));
  assert.ok(!names.includes("serde_derive") && !names.includes("wasm-bindgen-macro"));
  assert.ok(!names.some((name) => name.startsWith("invite-users")));
});

test("a text stands there once, however many use it", () => {
  const paragraphs = text.split("=".repeat(80)).map((part) => part.replace(/\s+/g, " "));
  const long = paragraphs.filter((part) => part.length > 500);
  assert.equal(new Set(long).size, long.length);
});

test("the same crates give the same text", () => {
  assert.equal(thirdPartyLicences(crates), text);
});

for (const licence of ["GPL-3.0-only", "MIT AND GPL-3.0-only", "MPL-2.0 OR LGPL-3.0-only", ""]) {
  test(`a crate under "${licence}" is refused by its name`, () => {
    assert.throws(() => thirdPartyLicences([crate(licence)]), /^Error: other 1\.2\.3 has the licence ".*", which is not/);
  });
}

test("of several licences the first that is allowed is taken, and all that belong together", () => {
  assert.deepEqual(taken(crate("GPL-3.0-only OR MIT"), LICENCES), ["MIT"]);
  assert.deepEqual(taken(crate("MIT/Apache-2.0"), LICENCES), ["Apache-2.0"]);
  assert.deepEqual(taken(crate("(MIT OR Apache-2.0) AND Unicode-3.0"), LICENCES), ["Apache-2.0", "Unicode-3.0"]);
});

test("a crate without a text gets the licence's, with the names of its authors", () => {
  assert.match(thirdPartyLicences([crate("MIT")]), /^Copyright \(c\) Ann Lee$/m);
  assert.throws(() => thirdPartyLicences([crate("Zlib")]), /other 1\.2\.3 brings no text of the licence Zlib/);
});

test("no npm package is bundled into the package's scripts", () => {
  const dist = new URL("../dist/", import.meta.url);
  const maps = readdirSync(dist).filter((file) => file.endsWith(".js.map"));
  const sources = maps.flatMap((file) => JSON.parse(readFileSync(new URL(file, dist), "utf8")).sources);
  assert.ok(sources.length > 20, "the maps name what the scripts are made of");
  assert.deepEqual(sources.filter((source) => source.includes("node_modules")), []);
});
