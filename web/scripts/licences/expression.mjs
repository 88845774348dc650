/** Which licence of an SPDX expression is taken (https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/). */

import parse from "spdx-expression-parse";

/** @typedef {import("spdx-expression-parse").Info} Expression */

/**
 * The licences under which a crate is used: of those joined by "or" the one that `allowed` has first.
 * @param {{ name: string, version: string, licence: string }} crate
 * @param {readonly string[]} allowed
 */
export function taken({ name, version, licence }, allowed) {
  // A slash is how crates wrote "or" before SPDX (https://doc.rust-lang.org/cargo/reference/manifest.html).
  const found = licence && least(parse(licence.replaceAll("/", " OR ")), allowed);
  if (!found) throw new Error(`${name} ${version} has the licence "${licence}", which is not among those allowed`);
  return [...new Set(found)];
}

/** @param {Expression} expression @param {readonly string[]} allowed @returns {string[] | null} */
function least(expression, allowed) {
  if ("license" in expression) return single(expression, allowed);
  const sides = [least(expression.left, allowed), least(expression.right, allowed)].filter((side) => side !== null);
  if (expression.conjunction === "and") return sides.length === 2 ? sides.flat() : null;
  return sides.sort((a, b) => cost(a, allowed) - cost(b, allowed))[0] ?? null;
}

/** @param {import("spdx-expression-parse").LicenseInfo} expression @param {readonly string[]} allowed */
function single({ license, exception }, allowed) {
  const name = exception ? `${license} WITH ${exception}` : license;
  return allowed.includes(name) ? [name] : null;
}

/** @param {string[]} licences @param {readonly string[]} allowed */
function cost(licences, allowed) {
  return Math.max(...licences.map((licence) => allowed.indexOf(licence)));
}
