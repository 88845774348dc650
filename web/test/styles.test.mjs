/** The style sheets: raw values stand in tokens.css alone, and the docs know every token and part. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
const styles = new URL("web/src/styles/", root);
/** @param {string} path */
const read = (path) => readFileSync(new URL(path, root), "utf8");
const theming = read("docs/theming.md");
const sheets = readdirSync(styles).map((name) => ({ name, css: withoutComments(`web/src/styles/${name}`) }));
const tokens = withoutComments("web/src/styles/tokens.css");
const all = sheets.map(({ css }) => css).join("\n");

/** What is derived from other values is no raw one; a query may name a width, since it can't read a token. */
const RAW = {
  colour: /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|:[^;{]*\b(?:white|black|red|green|blue|gray|grey)\b/gi,
  length: /(?<![\w.-])\d*\.?\d+(?:px|r?em|ex|ch|[sdl]?v[hwib]|vmin|vmax|pt|cm|mm|in|s|ms)\b/g,
};
/** In the text's own measure, and so no length of the design. */
const OWN_MEASURE = "-0.01em";

for (const { name, css } of sheets.filter(({ name }) => name !== "tokens.css")) {
  test(`${name} has no raw colour and no raw length`, () => {
    const values = css.replace(/@(?:media|container)[^{]*/g, "").replaceAll(OWN_MEASURE, "");
    for (const [what, pattern] of Object.entries(RAW)) assert.deepEqual(values.match(pattern), null, what);
  });
}

test("every token that is used is there, and every one that is there is used", () => {
  const defined = new Set([...all.matchAll(/(--_[\w-]+):/g)].map(([, name]) => name));
  const used = new Set([...all.matchAll(/var\((--_[\w-]+)/g)].map(([, name]) => name));
  assert.deepEqual([...used].filter((name) => !defined.has(name)), []);
  assert.deepEqual([...defined].filter((name) => !used.has(name)), []);
});

test("docs/theming.md lists each public token, with its default in light and dark", () => {
  const rows = [...theming.matchAll(/^\| `(--invite-users-[\w-]+)` \|([^|]*)\|/gm)];
  const documented = new Map(rows.map(([, name, values]) => [name, values]));
  const offered = new Set(tokens.match(/--invite-users-[\w-]+/g));
  assert.deepEqual([...documented.keys()].sort(), [...offered].sort());
  const defaults = /--_[\w-]+: var\((--invite-users-[\w-]+), light-dark\((.*?)\)\);/g;
  for (const [, name = "", value = ""] of tokens.matchAll(defaults)) {
    for (const colour of value.split(", ")) assert.ok(documented.get(name)?.includes(colour), `${name}: ${colour}`);
  }
});

test("the ready themes use public tokens alone, and the docs link to each", () => {
  for (const name of readdirSync(new URL("docs/themes/", root))) {
    const css = withoutComments(`docs/themes/${name}`);
    for (const token of css.match(/--[\w-]+(?=:)/g) ?? []) assert.ok(tokens.includes(`${token},`), token);
    assert.ok(theming.includes(`themes/${name}`), name);
    assert.ok(theming.includes(`images/theme-${name.replace(".css", ".png")}`), name);
  }
});

test("docs/theming.md lists each part and each slot", () => {
  const sources = ["crates/widget/src/", "web/src/"].flatMap(filesIn).map(read).join("\n");
  const parts = new Set([...sources.matchAll(/(?:\bpart=|", part: )"([\w-]+)"/g)].map(([, name]) => name));
  // Built from the keys of their words in footer/interrupted.rs.
  for (const name of ["start-over-button", "change-list-button", "continue-button"]) parts.add(name);
  assert.deepEqual(listed("Parts"), [...parts].sort());
  const slots = new Set([...sources.matchAll(/<slot name=\{?"([\w-]+)"/g)].map(([, name]) => name));
  assert.deepEqual(listed("Slots"), [...slots].sort());
});

/**
 * The names in the first column of the table under a heading.
 * @param {string} heading
 */
function listed(heading) {
  const [, section = ""] = new RegExp(`^## ${heading}$(.*?)(?=^## |$(?![^]))`, "ms").exec(theming) ?? [];
  const rows = section.match(/^\| .*?(?= \|)/gm) ?? [];
  return [...rows.join(" ").matchAll(/`([\w-]+)`/g)].map(([, name]) => name).sort();
}

/** @param {string} path */
function withoutComments(path) {
  return read(path).replace(/\/\*[^]*?\*\//g, "");
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  return readdirSync(new URL(folder, root), { withFileTypes: true }).flatMap((entry) => {
    const path = folder + entry.name;
    if (entry.isDirectory()) return filesIn(`${path}/`);
    return /\.(rs|ts)$/.test(path) ? [path] : [];
  });
}
