// @ts-nocheck: what it looks at is of any shape
/** What shape values have, and the TypeScript that says that a type has the very same one. */

import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("types/", import.meta.url));
const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

/** Which members the values of one type have, of which kinds, and whether some go without. */
export class Shape {
  #seen = 0;
  #members = new Map();

  /** Takes a value into account. */
  add(value) {
    this.#seen += 1;
    for (const [name, member] of Object.entries(value)) {
      const known = this.#members.get(name) ?? { times: 0, kinds: new Set() };
      this.#members.set(name, known);
      known.times += 1;
      known.kinds.add(kindOf(member));
    }
  }

  /** The shape as TypeScript: each member's kinds, as in `{ "code"?: "string" }`. */
  toString() {
    const members = [...this.#members].map(([name, { times, kinds }]) =>
      `${JSON.stringify(name)}${times < this.#seen ? "?" : ""}: ${union(kinds)}`);
    return `{ ${members.join("; ")} }`;
  }
}

/** What JSON calls the value's type. */
export function kindOf(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** These words as a union of literals. */
export function union(words) {
  return [...words].map((word) => JSON.stringify(word)).sort().join(" | ") || "never";
}

/** A statement that compiles where both types are the same. */
export function same(name, expected) {
  return `export const _${name.replace(/\W/g, "_")}: Same<${name}, ${expected}> = true;`;
}

/** What the compiler has to say of a program with these statements about the package's types. */
export function complaints(statements) {
  const file = `contract-${process.pid}.ts`;
  const head = 'import type * as T from "invite-users";\nimport type { AnyConfig, Same, Shape } from "./same.js";\n';
  writeFileSync(folder + file, `${head}${statements.join("\n")}\n`);
  try {
    const options = ["--noEmit", "--ignoreConfig", "--strict", "--exactOptionalPropertyTypes", "--target", "es2023"];
    const rest = ["--module", "esnext", "--moduleResolution", "bundler", "--types", "node"];
    const { stdout } = spawnSync(process.execPath, [tsc, ...options, ...rest, folder + file], { encoding: "utf8" });
    const lines = [...stdout.matchAll(/\.ts\((\d+),\d+\): error/g)].map(([, line]) => statements[line - 3]);
    return [...new Set(lines.map((line) => line ?? stdout))];
  } finally {
    rmSync(folder + file);
  }
}
