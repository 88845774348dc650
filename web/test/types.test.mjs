/** What a program may write compiles, and what it may not does not, however strictly it is compiled. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("types/", import.meta.url));
const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

/** @param {string[]} options */
function tsc(...options) {
  return spawnSync(process.execPath, [compiler, ...options], { cwd: folder, encoding: "utf8" }).stdout;
}

const BUNDLER = ["--module", "esnext", "--moduleResolution", "bundler"];

/** @type {Record<string, string[]>} */
const programs = {
  "everything, as Node resolves": ["-p", "tsconfig.json"],
  "everything, as bundlers resolve": ["-p", "tsconfig.json", ...BUNDLER],
  "a page without a framework": ["-p", "tsconfig.plain.json"],
  "a program without a page": ["-p", "tsconfig.no-dom.json"],
  "a bundled program without a page": ["-p", "tsconfig.no-dom.json", ...BUNDLER],
};

for (const [name, options] of Object.entries(programs)) {
  test(name, () => assert.equal(tsc(...options), ""));
}

test("who has no framework needs none: only the package's own files are read", () => {
  const files = tsc("-p", "tsconfig.plain.json", "--listFilesOnly").trim().split("\n");
  assert.ok(files.some((file) => file.endsWith("/dist/index.d.ts")));
  assert.deepEqual(files.filter((file) => /frameworks|node_modules\/(?!@?typescript)/.test(file)), []);
});
