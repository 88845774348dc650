/** What the tarball may hold and must hold, and what must not stand in any of its files. */

import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Every file is one of these, and of each of these there is one at least. */
const PATTERNS = [
  /^package\.json$/,
  /^README\.md$/,
  /^LICENSE-APACHE$/,
  /^LICENSE-MIT$/,
  /^THIRD-PARTY-LICENSES$/,
  /^dist\/(frameworks\/)?[\w.-]+\.js$/,
  /^dist\/(frameworks\/)?[\w.-]+\.js\.map$/,
  /^dist\/([\w-]+\/)*[\w.-]+\.d\.ts$/,
  /^dist\/(core|check|server|widget)\.wasm$/,
  /^dist\/(custom-elements|web-types|vscode\.html-custom-data)\.json$/,
  /^dist\/locales\/[\w-]+\.js$/,
  /^locales\/[\w-]+\.json$/,
  /^schema\/[\w-]+\.schema\.json$/,
];

/**
 * What is wrong with a package that is about to be packed, one sentence for each flaw.
 * @param {string} folder the package
 * @param {string[]} files the paths in it
 * @param {string[]} places folders of this machine, which are nobody else's business
 */
export function flawsOf(folder, files, places) {
  return [...unexpected(files), ...missing(files), ...unexported(folder, files), ...local(folder, files, places)];
}

/** The folders that may have left their names in what was built from them. @param {string} checkout */
export function placesOf(checkout) {
  const places = [checkout, homedir(), process.env["CARGO_HOME"] ?? ""];
  return places.map((place) => place.replace(/\/$/, "")).filter(Boolean);
}

/** @param {string[]} files */
function unexpected(files) {
  const strangers = files.filter((file) => !PATTERNS.some((pattern) => pattern.test(file)));
  return strangers.map((file) => `${file} is not expected in the package; see web/scripts/pack/contents.mjs`);
}

/** @param {string[]} files */
function missing(files) {
  const unmet = PATTERNS.filter((pattern) => !files.some((file) => pattern.test(file)));
  return unmet.map((pattern) => `no file in the package is called ${pattern.source}`);
}

/** @param {string} folder @param {string[]} files */
function unexported(folder, files) {
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const targets = [...new Set(paths(exports))].map((path) => path.replace("./", ""));
  const absent = targets.filter((target) => !files.some((file) => matches(target, file)));
  return absent.map((target) => `package.json exports ${target}, which is not in the package`);
}

/** @param {unknown} exports @returns {string[]} */
function paths(exports) {
  if (typeof exports === "string") return [exports];
  return Object.values(exports ?? {}).flatMap(paths);
}

/** @param {string} target with at most one star @param {string} file */
function matches(target, file) {
  const [start = "", end] = target.split("*");
  return end === undefined ? file === target : file.startsWith(start) && file.endsWith(end);
}

/** @param {string} folder @param {string[]} files @param {string[]} places */
function local(folder, files, places) {
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), "latin1");
    const named = places.filter((place) => text.includes(`${place}/`));
    return named.map((place) => `${file} names ${place}, a folder of this machine`);
  });
}
