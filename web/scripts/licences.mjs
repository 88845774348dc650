/**
 * The licences of everything that is compiled into the wasm modules. `node scripts/licences.mjs FILE` writes them as
 * one text, and fails where a crate has a licence that is not in LICENCES.
 */

import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { linkedCrates, rustRelease } from "./licences/crates.mjs";
import { taken } from "./licences/expression.mjs";
import { licenceText } from "./licences/texts.mjs";

/**
 * All that may be in the package, the one that is taken first where a crate offers several: Apache-2.0 is one text for
 * all who use it, the others carry each their own name.
 */
export const LICENCES = ["Apache-2.0", "MIT", "Unicode-3.0", "Zlib", "BSL-1.0"];

const MODULES = ["wasm", "check", "server", "widget"];

const HEAD = `The WebAssembly modules of this package hold code of the projects below, each with the licence that its authors offer
and, where they offer several, the one that is taken. The texts follow, each of them once.
`;

const RULE = "=".repeat(80);

/** What is compiled in, as `{ name, version, licence, authors, folder }`, by name; the standard library has no folder. */
export function compiledIn() {
  const crates = linkedCrates(MODULES.map((module) => `invite-users-${module}`));
  const std = { name: "rust-std", version: rustRelease(), licence: "MIT OR Apache-2.0", authors: [], folder: null };
  return [...crates, std].sort((a, b) => order(`${a.name} ${a.version}`, `${b.name} ${b.version}`));
}

/**
 * The list of the crates and the texts of their licences.
 * @param {import("./licences/crates.mjs").Crate[]} crates
 */
export function thirdPartyLicences(crates) {
  const used = crates.flatMap((crate) => taken(crate, LICENCES).map((licence) => ({ crate, licence })));
  const list = crates.map((crate) => `- ${title(crate)}: ${crate.licence}${choice(crate)}`).join("\n");
  return [HEAD, list, "", ...texts(used), ""].join("\n");
}

/** @param {import("./licences/crates.mjs").Crate} crate */
function choice(crate) {
  const licences = taken(crate, LICENCES).join(" and ");
  return licences === crate.licence ? "" : ` (taken: ${licences})`;
}

/**
 * Texts that differ in nothing but white space, or behind the terms, are one.
 * @param {{ crate: import("./licences/crates.mjs").Crate, licence: string }[]} used
 */
function texts(used) {
  /** @type {Map<string, { licence: string, text: string, users: string[] }>} */
  const groups = new Map();
  for (const { crate, licence } of used) {
    const text = licenceText(crate, licence);
    const key = text.replace(/\s+/g, " ").trim();
    const group = groups.get(key) ?? { licence, text, users: [] };
    groups.set(key, { ...group, users: [...group.users, title(crate)] });
  }
  const rank = /** @param {{ licence: string }} group */ ({ licence }) => LICENCES.indexOf(licence);
  return [...groups.values()]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(({ licence, text, users }) => [RULE, `${licence}, for ${users.join(", ")}`, RULE, "", text, ""]);
}

/** @param {{ name: string, version: string }} crate */
function title({ name, version }) {
  return `${name} ${version}`;
}

/** The same on every machine, whatever its language. @param {string} a @param {string} b */
function order(a, b) {
  return a < b ? -1 : Number(a > b);
}

const [, program = "", file] = process.argv;
if (import.meta.url === pathToFileURL(program).href) {
  if (!file) throw new Error("name the file to write");
  writeFileSync(file, thirdPartyLicences(compiledIn()));
}
