/** The entries of the package: each is there, with types, harmless on a server, and has no more than it needs. */

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { moduleOptions } from "../scripts/entries.mjs";

const web = fileURLToPath(new URL("..", import.meta.url));
const dist = join(web, "dist");
const manifest = JSON.parse(readFileSync(join(web, "package.json"), "utf8"));

/** @type {[string, Record<string, string>][]} */
const scripts = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target === "object" && target.default.endsWith(".js"));

/** What each script may be loaded with, and what it must do without. */
const LITERALS = [
  { entries: ["index.js"], has: ["core.wasm"] },
  { entries: ["check.js"], has: ["check.wasm"] },
  { entries: ["element.js", "define.js", "react.js"], has: ["widget.wasm"] },
  {
    entries: [
      "inline.js", "slim.js", "check-inline.js", "define-inline.js", "invite-users.js",
      "index.node.js", "check.node.js", "server.js",
      "index.workerd.js", "check.workerd.js", "server.workerd.js",
      "index.edge-light.js", "check.edge-light.js", "server.edge-light.js",
    ],
    has: [],
  },
];

/** Sources that an entry must never pull in. */
const WITHOUT = {
  index: [/element/, /widget/, /base64/, /check-file/, /generated\/(check|server)/],
  inline: [/element/, /widget/, /-file\.ts/, /integrity/],
  slim: [/element/, /widget/, /base64/, /-file\.ts/, /integrity/],
  "index.node": [/element/, /widget/, /-file\.ts/, /integrity/],
  "index.workerd": [/element/, /widget/, /base64/, /-file\.ts/, /integrity/],
  "index.edge-light": [/element/, /widget/, /base64/, /-file\.ts/, /integrity/],
  check: [/element/, /widget/, /base64/, /core/, /delivery/],
  "check-inline": [/element/, /widget/, /core/, /-file\.ts/, /integrity/],
  element: [/base64/, /src\/core/, /generated\/(core|check)/],
  server: [/element/, /widget/, /delivery/, /-file\.ts/, /integrity/, /generated\/(core|check)/],
  "server.workerd": [/element/, /widget/, /delivery/, /base64/, /-file\.ts/, /integrity/, /generated\/(core|check)/],
  "server.edge-light": [/element/, /widget/, /delivery/, /base64/, /-file\.ts/, /integrity/, /generated\/(core|check)/],
  "define-inline": [/-file\.ts/, /integrity/, /src\/core/, /generated\/(core|check)/],
};

test("every export is there; types come first, and nothing comes after default", () => {
  for (const [name, target] of Object.entries(manifest.exports)) {
    const targets = typeof target === "string" ? [target] : Object.values(target);
    if (!name.includes("*")) targets.forEach((file) => assert.ok(existsSync(join(web, file)), file));
    if (typeof target === "string") continue;
    assert.deepEqual([Object.keys(target)[0], Object.keys(target).at(-1)], ["types", "default"], name);
  }
});

test("every file that package.json names is published", () => {
  const named = JSON.stringify([Object.values(manifest.exports), manifest.unpkg, manifest.jsdelivr, manifest.sideEffects]);
  const folders = new Set([...named.matchAll(/"\.\/(\w+)\//g)].map(([, folder]) => folder));
  assert.deepEqual([...folders].filter((folder) => !manifest.files.includes(folder)), []);
});

for (const [name, conditions] of scripts.filter(([name]) => !name.includes("*"))) {
  test(`${name} and its conditions export the same`, async () => {
    const [reference, ...others] = Object.entries(conditions).filter(([, file]) => file.endsWith(".js") && !/workerd|edge-light/.test(file));
    const names = async (/** @type {string} */ file) => Object.keys(await import(join(web, file))).sort();
    const expected = await names(reference?.[1] ?? "");
    for (const [, file] of others) assert.deepEqual(await names(file), expected, file);
  });
}

test("importing any entry on a server asks for no network, no file and no page", async () => {
  const { fetch } = globalThis;
  globalThis.fetch = () => assert.fail("nothing is fetched");
  for (const [name] of scripts.filter(([name]) => !name.includes("*"))) await import(name.replace(".", "invite-users"));
  globalThis.fetch = fetch;
  assert.equal(globalThis.customElements, undefined);
  assert.equal(/["']node:/.test(allScripts()), false, "no module of Node's");
});

test("in Node every entry for it is ready on import, with the same state and the same error", async () => {
  const [whole, inline, slim, check] = await Promise.all([
    import("invite-users"), import("invite-users/inline"), import("invite-users/slim"), import("invite-users/check"),
  ]);
  assert.equal(whole, inline);
  for (const entry of [whole, slim, check]) {
    assert.equal(entry.checkEmail("ann@acme.com").valid, true);
    assert.equal(await entry.default(), undefined);
    assert.equal(entry.InviteError, whole.InviteError);
  }
  assert.deepEqual(check.parseList("Ann <ann@acme.com>, bob"), whole.parseList("Ann <ann@acme.com>, bob"));
  // @ts-expect-error: a number is no domain
  assert.throws(() => check.checkEmail("ann@acme.com", { ownDomains: [7] }), { code: "invalid_argument" });
});

test("the class of the element is there on a server, one for all entries", async () => {
  const [element, inline] = await Promise.all([import("invite-users/element"), import("invite-users/define-inline")]);
  assert.equal(element.InviteUsersElement, inline.InviteUsersElement);
  assert.ok(element.InviteUsersElement.observedAttributes.includes("base-url"));
});

for (const { entries, has } of LITERALS) {
  for (const entry of entries) {
    test(`${entry} leads bundlers to ${has.join() || "no wasm"}`, () => {
      const texts = closure(entry).map((file) => readFileSync(file, "utf8")).join("\n");
      const found = [...texts.matchAll(/new URL\("\.\/([\w-]+\.wasm)",import\.meta\.url\)/g)].map(([, file]) => file);
      assert.deepEqual(found, has);
      assert.equal(texts.match(/\bimport\.meta\b/g)?.length ?? 0, has.length);
      assert.equal(/\bawait import\b|^await\b/m.test(texts), false, "no top-level await");
    });
  }
}

test("one literal URL for each wasm file in all of the package", () => {
  const found = [...allScripts().matchAll(/new URL\("\.\/([\w-]+\.wasm)",import\.meta\.url\)/g)].map(([, file]) => file);
  assert.deepEqual(found.sort(), ["check.wasm", "core.wasm", "widget.wasm"]);
});

test("where wasm is compiled before a program runs, it is imported as a module", () => {
  const imported = (/** @type {string} */ entry) => /import \w+ from"(\.\/\w+\.wasm.*?)"/.exec(readFileSync(join(dist, entry), "utf8"))?.[1];
  assert.equal(imported("index.workerd.js"), "./core.wasm");
  assert.equal(imported("check.workerd.js"), "./check.wasm");
  assert.equal(imported("server.workerd.js"), "./server.wasm");
  assert.equal(imported("index.edge-light.js"), "./core.wasm?module");
  assert.equal(imported("check.edge-light.js"), "./check.wasm?module");
  assert.equal(imported("server.edge-light.js"), "./server.wasm?module");
});

test("nothing waits inside of what Next.js puts into a function of its own", () => {
  assert.match(allScripts(), /WebAssembly\.compile\(/);
  assert.doesNotMatch(allScripts(), /WebAssembly\.(compile|instantiate)\(await\b/);
});

test("no entry has more than it needs", async () => {
  const { metafile } = await build({ ...moduleOptions(web), splitting: false, write: false, metafile: true });
  for (const [entry, patterns] of Object.entries(WITHOUT)) {
    const output = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint === `src/${entry}.ts`);
    assert.ok(output, entry);
    const inside = [...Object.keys(output.inputs), ...output.imports.map(({ path }) => path)];
    const foreign = inside.filter((path) => patterns.some((pattern) => pattern.test(path)) && path !== `src/${entry}.ts`);
    assert.deepEqual(foreign, [], entry);
  }
});

test("only the entries that do something when they are imported are named for it", () => {
  assert.deepEqual(manifest.sideEffects, [...manifest.sideEffects].sort());
  const active = manifest.sideEffects.map((/** @type {string} */ file) => file.replace("./dist/", ""));
  assert.deepEqual(active, [
    "check.edge-light.js", "check.node.js", "check.workerd.js", "define-inline.js", "define.js",
    "index.edge-light.js", "index.node.js", "index.workerd.js", "invite-users.js", "react.js",
    "server.edge-light.js", "server.js", "server.workerd.js",
  ]);
});

/** A script of dist/ and all that it imports at once. @param {string} entry @returns {string[]} */
function closure(entry) {
  const seen = new Set([join(dist, entry)]);
  for (const file of seen) {
    const text = readFileSync(file, "utf8");
    const imports = text.matchAll(/(?:from|import)"(\.\/[\w.-]+\.js)"/g);
    for (const [, path = ""] of imports) seen.add(join(dirname(file), path));
  }
  return [...seen];
}

/** Every script beside the languages. */
function allScripts() {
  const files = readdirSync(dist).filter((file) => file.endsWith(".js"));
  return files.map((file) => readFileSync(join(dist, file), "utf8")).join("\n");
}
