/** Every catalogue says all that English says, with the same data, in its own plural forms and signs. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { apis, parseTable } from "../dist/index.node.js";
import { flaws } from "./catalogues.mjs";

/** @typedef {import("./catalogues.mjs").Catalogue} Catalogue */

const root = new URL("../../", import.meta.url);
const folder = new URL("web/locales/", root);
const names = readdirSync(folder).map((file) => file.replace(".json", ""));

/** @type {Map<string, Catalogue>} */
const catalogues = new Map(names.map((name) => [name, JSON.parse(read(`web/locales/${name}.json`))]));
const english = /** @type {Catalogue} */ (catalogues.get("en"));

/** Keys that are put together in the sources: each beginning, and the sources that know the rest. */
const BUILT = [
  { begins: "asked_setting_", from: ["crates/widget/src/ask.rs", "crates/core/src/problem"] },
];

test("what is said before any words are there is what English says", () => {
  const source = read("web/src/before-words.ts");
  const said = [...source.matchAll(/^ {4}(\w+): (".*"),$/gm)];
  assert.equal(said.length, 2);
  for (const [, key = "", words = ""] of said) assert.equal(JSON.parse(words), english.ui[key]);
});

for (const [name, catalogue] of catalogues) {
  test(`the catalogue ${name} is whole`, () => {
    assert.deepEqual(flaws(catalogue, english, name), []);
  });

  test(`a table with the headings of ${name} is read again`, () => {
    const text = catalogue.ui;
    const columns = [text.csv_name, text.csv_email, text.csv_role].join(",");
    const { columns: found } = parseTable(`${columns}\nAnn Lee,ann@acme.com,admin\n`);
    assert.deepEqual(found.map(({ kind }) => kind), ["name", "email", "role"]);
  });

  test(`the module of ${name} is its catalogue`, async () => {
    const { default: module } = await import(`../dist/locales/${name}.js`);
    assert.deepEqual(module, catalogue);
  });
}

test("every text of the form is wanted somewhere", () => {
  const inWidget = sourcesIn("crates/widget/src").join("\n").matchAll(/"([a-z_]+)"/g);
  const inElement = sourcesIn("web/src").join("\n").matchAll(/\bui\.([a-z_]+)/g);
  const wanted = new Set([...inWidget, ...inElement].map(([, key = ""]) => key));
  const unused = Object.keys(english.ui).filter((key) => !wanted.has(key) && !isBuilt(key));
  assert.deepEqual(unused, []);
});

test("every text that the widget asks for is there", () => {
  const sources = sourcesIn("crates/widget/src").join("\n");
  const calls = sources.matchAll(/\b(?:text|messages)\s*\.(?:text|fill|count)\(\s*"([a-z_]+)"/g);
  const missing = [...calls].map(([, key = ""]) => key).filter((key) => !Object.hasOwn(english.ui, key));
  assert.deepEqual(missing, []);
});

test("English calls what the documented APIs have as the APIs do", () => {
  const said = apis().flatMap(({ id, roles, settings, personFields }) => [
    ...roles.choices.map(({ name, label }) => [`${id}.roles.${name}`, label]),
    ...settings.flatMap(({ name, label, help }) => [
      [`${id}.settings.${name}`, label], [`${id}.settings.${name}_help`, help],
    ]),
    ...personFields.map(({ name, label }) => [`${id}.fields.${name}`, label]),
  ]);
  assert.deepEqual(english.apis, Object.fromEntries(said));
});

test("the scripts are those that the core tells apart", () => {
  const source = read("crates/core/src/unicode/script.rs");
  const named = [...source.matchAll(/Self::\w+ => "(\w+)"/g)].map(([, name = ""]) => name);
  const told = named.filter((name) => name !== "Common").sort();
  assert.deepEqual(Object.keys(english.scripts).sort(), told);
});

test("the sentences that are wanted before any words are there are those of English", () => {
  const source = read("web/src/before-words.ts");
  const said = [...source.matchAll(/^ {4}(\w+): "(.+)",$/gm)].map(([, key = "", words]) => [key, words]);
  assert.deepEqual(said, said.map(([key = ""]) => [key, english.ui[key]]));
  assert.equal(said.length, 2);
});

/** @param {string} key */
function isBuilt(key) {
  return BUILT.some(({ begins, from }) =>
    key.startsWith(begins) && sourcesIn(...from).join("\n").includes(`"${key.slice("asked_".length)}"`));
}

/** @param {string[]} paths */
function sourcesIn(...paths) {
  return paths.flatMap((path) => {
    if (/\.\w+$/.test(path)) return [read(path)];
    const files = readdirSync(new URL(`${path}/`, root), { recursive: true }).map(String);
    return files.filter((file) => /\.(rs|ts)$/.test(file)).map((file) => read(`${path}/${file}`));
  });
}

/** @param {string} path */
function read(path) {
  return readFileSync(new URL(path, root), "utf8");
}
