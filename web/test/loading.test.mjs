/** Loading: before, failing, again, and where there is no page. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

/** @param {string} file */
const inDist = (file) => new URL(`../dist/${file}`, import.meta.url);

/** The entries for browsers, which are not ready on import. */
const entries = { "index.js": "core.wasm", "check.js": "check.wasm" };

for (const [script, wasm] of Object.entries(entries)) {
  test(`${script}: a call before init is refused, a failed init can be repeated, and then all works`, async () => {
    const web = await import(inDist(script).href);
    await refusesUntilLoaded(web, inDist(wasm));
  });
}

/** @param {typeof import("invite-users/check")} web @param {URL} wasm */
async function refusesUntilLoaded(web, wasm) {
  /** @param {import("invite-users").WasmSource} source */
  const failure = (source) => web.default(source).then(
    () => assert.fail("it loaded"),
    (/** @type {import("invite-users").InviteError} */ error) => error,
  );
  assert.throws(() => web.checkEmail("ann@acme.com"), { name: "InviteError", code: "not_ready" });

  const absent = await failure(new Response("gone", { status: 404 }));
  assert.equal(absent.code, "wasm_load_failed");
  assert.match(absent.message, /404/);
  const page = await failure(new Response("<!doctype html>", { status: 200 }));
  assert.equal(page.code, "wasm_load_failed");
  const refusal = "Compiling violates the following Content Security policy directive";
  const blocked = await failure(Promise.reject(new WebAssembly.CompileError(refusal)));
  assert.equal(blocked.code, "wasm_blocked");
  assert.throws(() => web.checkEmail("ann@acme.com"), { code: "not_ready" });

  const source = new Response(await readFile(wasm), { headers: { "content-type": "application/wasm" } });
  await Promise.all([web.default(source), web.default()]);
  await web.default();
  assert.equal(web.checkEmail("ann@acme.com").valid, true);
}

test("both entries answer alike, and throw the same InviteError", async () => {
  const [index, check] = await Promise.all([import("invite-users"), import("invite-users/check")]);
  assert.equal(index.InviteError, check.InviteError);
  assert.equal(await check.default(), undefined);
  assert.deepEqual(check.parseList("Ann <ann@acme.com>, bob"), index.parseList("Ann <ann@acme.com>, bob"));
  // @ts-expect-error: a number is no domain
  assert.throws(() => check.checkEmail("ann@acme.com", { ownDomains: [7] }), { code: "invalid_argument" });
});

test("the element can be imported on a server, and defined there without harm", async () => {
  const { InviteUsersElement } = await import("invite-users/element");
  assert.equal(typeof InviteUsersElement, "function");
  assert.ok(InviteUsersElement.observedAttributes.includes("base-url"));
  await import("invite-users/define");
  assert.equal(globalThis.customElements, undefined);
});

test("every entry of the package is there", async () => {
  const manifest = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  const targets = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" ? [entry] : Object.values(entry));
  for (const target of targets.filter((path) => !path.includes("*"))) {
    const bytes = await readFile(new URL(`../${target}`, import.meta.url));
    assert.ok(bytes.length > 0, target);
  }
});

test("one literal URL for each wasm file, so that bundlers find it", async () => {
  const { readdir } = await import("node:fs/promises");
  const dist = new URL("../dist/", import.meta.url);
  const scripts = (await readdir(dist)).filter((file) => file.endsWith(".js"));
  const texts = await Promise.all(scripts.map((file) => readFile(new URL(file, dist), "utf8")));
  const found = texts.join("\n").match(/new URL\("\.\/\w+\.wasm",import\.meta\.url\)/g) ?? [];
  const names = found.map((call) => call.match(/\w+\.wasm/)?.[0]).sort();
  // The entries for Node read their file themselves.
  assert.deepEqual(names, ["check.wasm", "check.wasm", "core.wasm", "core.wasm", "widget.wasm"]);
});
