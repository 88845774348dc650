/** What a program may write compiles, and what it may not does not, however strictly it is compiled. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
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

test("every type that a program can name says what it is, and so does every member", () => {
  const dist = new URL("../dist/", import.meta.url);
  const types = readdirSync(new URL("types/", dist)).filter((name) => name !== "platform.d.ts").map((name) => `types/${name}`);
  const files = [...types, ...["properties", "events", "form", "error", "delivery", "functions"].map((it) => `${it}.d.ts`)];
  const bare = files.flatMap((file) => {
    const lines = readFileSync(new URL(file, dist), "utf8").split("\n");
    return lines.filter((line, index) => DECLARED.test(line) && !isTold(lines, index));
  });
  assert.deepEqual(bare, []);
});

/** An exported type, function or class, or a member of one. */
const DECLARED = /^export (?:declare |interface|type [A-Z])|^ {4}(?!#private|\*|\/)(?:readonly |static |get )*["\w$]+\??[:(]/;

/**
 * Whether a comment stands before it, or before the first of several signatures.
 * @param {string[]} lines @param {number} index
 */
function isTold(lines, index) {
  const name = /["\w$]+(?=\??[:(<])/.exec(lines[index] ?? "")?.[0] ?? "";
  const before = lines[index - 1] ?? "";
  return before.endsWith("*/") || before.includes(`${name}(`) || before.trim() === "): void;";
}
