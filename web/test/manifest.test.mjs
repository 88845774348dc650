// @ts-nocheck: what it looks at is JSON
/** The manifest is valid, says what the element really has, and is what editors and the docs are told. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { Ajv } from "ajv";
import { rowsOf } from "../scripts/declarations.mjs";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const json = (path) => JSON.parse(read(path));

const manifest = json("web/dist/custom-elements.json");
const element = manifest.modules[0].declarations[0];
const embed = read("docs/embed.md");
const sources = ["crates/widget/src/", "web/src/"].flatMap(filesIn).map(read).join("\n");

const names = (told) => told.map(({ name }) => name).filter(Boolean).sort();
const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();

test("the manifest is valid", () => {
  const validate = new Ajv({ strict: false }).compile(json("web/node_modules/custom-elements-manifest/schema.json"));
  assert.ok(validate(manifest), JSON.stringify(validate.errors));
});

test("everything has a description, and each type is there", () => {
  for (const kind of ["attributes", "members", "events", "slots", "cssParts", "cssProperties", "cssStates"]) {
    for (const { name, description } of element[kind]) assert.match(description, /\w/, `${kind}: ${name}`);
  }
  const typed = [...element.attributes, ...element.events, ...element.members.filter(({ kind }) => kind === "field")];
  for (const { name, type } of typed) assert.match(type.text, /^[^|\s]/, name);
});

test("attributes and properties are those that the element has", async () => {
  const [, table] = /ATTRIBUTES[^=]*= \{(.*?)^\};/ms.exec(read("web/src/attributes.ts"));
  assert.deepEqual(names(element.attributes), found(table, /^ {2}"?([\w-]+)"?: \{/gm));
  const properties = found(table, /property: "(\w+)"/g);
  assert.deepEqual(element.attributes.map(({ fieldName }) => fieldName).sort(), properties);
  const { InviteUsersElement } = await withoutPage();
  const own = Object.entries(Object.getOwnPropertyDescriptors(InviteUsersElement.prototype));
  const real = own.map(([name]) => name).filter((name) => !/^constructor$|Callback$/.test(name)).sort();
  assert.deepEqual(names(element.members), real);
  const methods = own.filter(([name, { value }]) => typeof value === "function" && real.includes(name));
  assert.deepEqual(names(element.members.filter(({ kind }) => kind === "method")), methods.map(([name]) => name).sort());
});

test("events are those that are dispatched", () => {
  const emitted = found(sources, /\b(?:emit|emit_value|dispatch|tell)\((?:this, )?"(\w+)"/g);
  assert.deepEqual(names(element.events), emitted.map((type) => `invite-users-${type}`));
});

test("parts and slots are those of the views", () => {
  const parts = found(sources, /(?:\bpart=|", part: )"([\w-]+)"/g);
  // Built from the keys of their words in footer/interrupted.rs.
  const built = ["start-over-button", "change-list-button", "continue-button"];
  assert.deepEqual(names(element.cssParts), [...parts, ...built].sort());
  assert.deepEqual(names(element.slots), found(sources, /<slot name=\{?"([\w-]+)"/g));
});

test("tokens and states are those of the style sheets and the element", () => {
  const tokens = found(read("web/src/styles/tokens.css"), /var\(\s*(--invite-users-[\w-]+)/g);
  assert.deepEqual(names(element.cssProperties), tokens);
  const lists = read("web/src/states.ts").match(/\[("\w+",? ?)+\]/g).join(" ");
  assert.deepEqual(names(element.cssStates), found(lists, /"(\w+)"/g));
});

test("docs/embed.md has the same attributes, properties, methods and events", () => {
  const rows = [...embed.matchAll(/^\| (.*?) \| (.*?) \|/gm)].map(([, first, second]) => [first, second]);
  const [attributes, properties] = [0, 1].map((cell) => rows.slice(0, lastOption(rows)).map((row) => row[cell]).join(" "));
  const documented = new Set(found(attributes, /`([\w-]+)`/g));
  assert.deepEqual(names(element.attributes).filter((name) => !documented.has(name)), []);
  const own = new Set([...found(properties, /`(\w+)`/g), ...found(embed, /`(\w+)`/g)]);
  assert.deepEqual(names(element.members).filter((name) => !own.has(name) && !embed.includes(`\`${name}(`)), []);
  assert.deepEqual(names(element.events), rowsOf(embed, "Events").flatMap(({ names }) => names).sort());
});

test("editors are told the same", () => {
  const [tag] = json("web/dist/vscode.html-custom-data.json").tags;
  assert.deepEqual(names(tag.attributes), names(element.attributes));
  const theme = tag.attributes.find(({ name }) => name === "theme");
  assert.deepEqual(names(theme.values), ["auto", "dark", "light"]);
  const api = tag.attributes.find(({ name }) => name === "api");
  assert.deepEqual(names(api.values), ["contextual", "extractor", "galileo", "smartdocumentor", "vijil"]);
  const { html, css } = json("web/dist/web-types.json").contributions;
  assert.deepEqual(names(html.elements[0].js.events), names(element.events));
  assert.deepEqual(names(css.properties), names(element.cssProperties));
  assert.equal(css["pseudo-elements"].length, element.cssParts.length);
});

test("the package leads to all of it", () => {
  const description = json("web/package.json");
  assert.equal(description.customElements, "dist/custom-elements.json");
  assert.equal(description["web-types"], "./dist/web-types.json");
  for (const file of ["custom-elements.json", "vscode.html-custom-data.json", "web-types.json"]) {
    assert.equal(description.exports[`./${file}`], `./dist/${file}`);
  }
});

/** The table of attributes and properties ends with `ready`. */
function lastOption(rows) {
  return rows.findIndex(([, property]) => property === "`ready`") + 1;
}

/** The class, which can be looked at without a page. */
function withoutPage() {
  return import("invite-users/element");
}

function filesIn(folder) {
  return readdirSync(new URL(folder, root), { withFileTypes: true }).flatMap((entry) => {
    const path = folder + entry.name;
    if (entry.isDirectory()) return filesIn(`${path}/`);
    return /\.(rs|ts)$/.test(path) ? [path] : [];
  });
}
