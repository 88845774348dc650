/** The package's README: its code compiles in the framework that it is for, and what it imports is there. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile as compileSvelte } from "svelte/compiler";
import { compileScript, compileTemplate, parse } from "vue/compiler-sfc";
import { InviteUsersElement } from "invite-users/element";

const web = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(`${web}/README.md`, "utf8");
const manifest = JSON.parse(readFileSync(`${web}/package.json`, "utf8"));

/** @type {{ language: string, code: string }[]} */
const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
  .map(([, language = "", code = ""]) => ({ language, code }));

/** How a block of each language becomes a script. */
const SCRIPTS = {
  js: (/** @type {string} */ code) => code,
  jsx: (/** @type {string} */ code) => code,
  svelte: (/** @type {string} */ code) => {
    const { js, warnings } = compileSvelte(code, { filename: "Team.svelte" });
    assert.deepEqual(warnings, []);
    return js.code;
  },
  vue: scriptOfVue,
};

for (const [index, { language, code }] of blocks.entries()) {
  if (!Object.hasOwn(SCRIPTS, language)) continue;
  test(`block ${index}, ${language}: ${code.split("\n")[0]}`, async () => {
    const script = SCRIPTS[/** @type {keyof typeof SCRIPTS} */ (language)](code);
    assert.deepEqual(await complaints(script), []);
  });
}

test("its markup has attributes that the element knows", () => {
  const tags = blocks.filter(({ language }) => language === "html").flatMap(({ code }) =>
    [...code.matchAll(/<invite-users([^>]*)>/g)].map(([, attributes = ""]) => attributes));
  const names = tags.flatMap((tag) => [...tag.matchAll(/([\w-]+)=/g)].map(([, name]) => name));
  assert.ok(names.length > 0);
  assert.deepEqual(names.filter((name) => !InviteUsersElement.observedAttributes.includes(name ?? "")), []);
});

test("it names every entry of the package", () => {
  const table = readme.slice(readme.indexOf("## Entries"));
  const named = [...table.matchAll(/`(?:invite-users|…)(\/[\w./-]+)?`/g)].map(([, path = ""]) => `.${path}`);
  const isNamed = (/** @type {string} */ entry) =>
    named.some((name) => new RegExp(`^${entry.replaceAll(".", "\\.").replace("*", ".+")}$`).test(name));
  const unnamed = Object.keys(manifest.exports).filter((entry) => !isNamed(entry));
  assert.deepEqual(unnamed, ["./custom-api.schema.json", "./package.json"]);
});

/**
 * What a bundler says of a script: an import that is not there, syntax that is none.
 * @param {string} code
 */
async function complaints(code) {
  const { errors, warnings } = await build({
    stdin: { contents: code, loader: "jsx", resolveDir: web },
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    jsx: "automatic",
    logLevel: "silent",
    // Else the sources would be taken in place of what is built.
    tsconfigRaw: {},
    outfile: "out.js",
    external: ["react", "react/*", "vue", "svelte", "svelte/*"],
    loader: { ".wasm": "empty" },
  }).catch((/** @type {import("esbuild").BuildFailure} */ failure) => failure);
  // Chunks of ours import one another for their order; esbuild tells only who builds them himself.
  const told = [...errors, ...warnings].filter(({ id }) => id !== "ignored-bare-import");
  return told.map(({ text }) => text);
}

/** @param {string} code */
function scriptOfVue(code) {
  const { descriptor, errors } = parse(code, { filename: "Team.vue" });
  const { content, bindings } = compileScript(descriptor, { id: "team" });
  const template = compileTemplate({
    id: "team",
    filename: "Team.vue",
    source: descriptor.template?.content ?? "",
    compilerOptions: { isCustomElement: (tag) => tag === "invite-users", ...(bindings && { bindingMetadata: bindings }) },
  });
  assert.deepEqual([...errors, ...template.errors], []);
  return content;
}
