/**
 * The custom elements manifest of `<invite-users>`. Analysers look for the members of a class, and ours has most of them
 * from a table: so it is made of that table, of the declarations that TypeScript wrote, and of docs/theming.md.
 */

import { readFileSync } from "node:fs";
import { membersOf, rowsOf } from "./declarations.mjs";

const web = new URL("../", import.meta.url);

/** What `:state()` can ask; a test compares the names with `src/states.ts`. */
const STATES = {
  loading: "The form is not there yet.",
  ready: "The form can be used.",
  sending: "Invitations are being sent.",
  done: "Everybody was invited.",
  failed: "Somebody was not invited, or the form can't be loaded.",
  light: "The theme is light, whatever the page's is.",
  dark: "The theme is dark, whatever the page's is.",
  compact: "The density is compact.",
};

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, web), "utf8");

/** The manifest, schema 2.1.0, once the declarations are in dist/. */
export function manifest() {
  const element = { name: "InviteUsersElement", module: "dist/element.js" };
  const tag = { name: "invite-users", declaration: element };
  return {
    schemaVersion: "2.1.0",
    modules: [
      module("dist/element.js", [declaration()], [{ kind: "js", name: element.name, declaration: element }]),
      module("dist/define.js", [], [{ kind: "custom-element-definition", ...tag }]),
    ],
  };
}

/** @param {string} path @param {object[]} declarations @param {object[]} exports */
function module(path, declarations, exports) {
  return { kind: "javascript-module", path, declarations, exports };
}

function declaration() {
  const theming = read("../docs/theming.md");
  return {
    kind: "class",
    name: "InviteUsersElement",
    tagName: "invite-users",
    customElement: true,
    description: "A form that invites people.",
    superclass: { name: "HTMLElement" },
    attributes: attributes(),
    members: members(),
    events: events(),
    slots: named(rowsOf(theming, "Slots"), 1, [{ name: "", description: rowsOf(theming, "Slots")[0]?.cells[1] ?? "" }]),
    cssParts: named(rowsOf(theming, "Parts"), 0),
    cssProperties: tokens(theming),
    cssStates: Object.entries(STATES).map(([name, description]) => ({ name, description })),
  };
}

function attributes() {
  const fields = membersOf(read("dist/types/props.d.ts"), "InviteUsersAttributes");
  return fields.map(({ name, type, description }) => ({
    name, fieldName: name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()), description, type: { text: written(type) },
  }));
}

/** A type in words that a tool can offer: the names of the APIs, the themes and the densities. @param {string} type */
function written(type) {
  const words = {
    ApiId: knownApis(),
    Theme: alias("Theme"), Density: alias("Density"), BooleanAttribute: "boolean",
    CustomApi: "string", JsonObjectText: "string", JsonListText: "string",
  };
  const all = Object.entries(words).reduce((text, [name, word]) => text.replace(new RegExp(`\\b${name}\\b`), word), type);
  return [...new Set(all.split(" | "))].join(" | ");
}

/** @param {string} name */
function alias(name) {
  return new RegExp(`type ${name} = (.*);`).exec(read("dist/properties.d.ts"))?.[1] ?? name;
}

function knownApis() {
  const [, interfaces = ""] = read("dist/types/settings.d.ts").split("interface KnownApis {");
  return [...interfaces.matchAll(/^ {4}(\w+): \{/gm)].map(([, name]) => `"${name}"`).join(" | ");
}

function members() {
  const properties = read("dist/properties.d.ts");
  const own = membersOf(read("dist/invite-users-element.d.ts"), "InviteUsersElement");
  const options = ["OptionProperties", "FormOptions"].flatMap((name) => membersOf(properties, name));
  const field = membersOf(read("dist/form.d.ts"), "FieldProperties");
  return [...options, ...own, ...field].filter(({ name }) => !name.endsWith("Callback")).map(member);
}

/** @param {ReturnType<typeof membersOf>[number]} member */
function member({ name, type, description, method, readonly }) {
  if (!method) return { kind: "field", name, description, type: { text: type }, ...(readonly && { readonly }) };
  const [, parameters = "", answer = ""] = /^\((.*)\) => (.*)$/.exec(type) ?? [];
  const [, given = "", optional, text = ""] = /^([^:?]*|\{[^}]*\})(\?)?: (.*)$/.exec(parameters) ?? [];
  const parameter = { name: given.startsWith("{") ? "options" : given, optional: Boolean(optional), type: { text } };
  return { kind: "method", name, description, parameters: text ? [parameter] : [], return: { type: { text: answer } } };
}

function events() {
  const types = membersOf(read("dist/events.d.ts"), "InviteUsersEventMap");
  return types.map(({ name, type, description }) => ({ name, description, type: { text: type } }));
}

/** @param {ReturnType<typeof rowsOf>} rows @param {number} cell @param {object[]} [first] */
function named(rows, cell, first = []) {
  const all = rows.flatMap(({ names, cells }) => names.map((name) => ({ name, description: cells[cell] ?? "" })));
  return [...first, ...all];
}

/** @param {string} theming */
function tokens(theming) {
  return rowsOf(theming, "Tokens").map(({ names: [name = ""], cells: [value = "", description = ""] }) =>
    ({ name, description, default: value.replaceAll("`", "") }));
}
