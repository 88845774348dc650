/** Which crates are linked into a crate's wasm module, asked of cargo. */

import { execFileSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {{ name: string, version: string, licence: string, authors: string[], folder: string | null }} Crate */

const root = fileURLToPath(new URL("../../..", import.meta.url));
const target = "wasm32-unknown-unknown";

/**
 * Everything but our own and what only runs in the compiler, each version once.
 * @param {string[]} roots
 * @returns {Crate[]}
 */
export function linkedCrates(roots) {
  const linked = new Set(roots.flatMap(tree));
  return packages()
    .filter(({ name, version, source }) => source !== null && linked.has(`${name} v${version}`))
    .map(({ name, version, license, authors, manifest_path }) => {
      return { name, version, licence: license ?? "", authors, folder: dirname(manifest_path) };
    });
}

/** The version of the standard library, which is that of the compiler. */
export function rustRelease() {
  return run("rustc", ["--version"]).split(" ")[1] ?? "";
}

/** With the features that this crate alone asks for, as it is built. @param {string} root */
function tree(root) {
  const only = ["--edges", "normal,no-proc-macro", "--target", target, "--prefix", "none", "--format", "{p}"];
  const lines = run("cargo", ["tree", "--locked", "--package", root, ...only]).split("\n");
  return lines.map((line) => line.split(" ").slice(0, 2).join(" "));
}

/** @returns {{ name: string, version: string, source: string | null, license: string | null, authors: string[], manifest_path: string }[]} */
function packages() {
  const json = run("cargo", ["metadata", "--locked", "--format-version", "1", "--filter-platform", target]);
  return JSON.parse(json).packages;
}

/** @param {string} program @param {string[]} args */
function run(program, args) {
  return execFileSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "inherit"] });
}
