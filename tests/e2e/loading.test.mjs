/** Loading: what a page shows until the form is there, and when it never comes. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { useSite } from "./harness.mjs";
import { openHost, vijilElement } from "./host-page.mjs";
import { ui } from "./words.mjs";

/** What Chromium reports of a hash that is another one and of what a policy forbids. */
const NOISE = /^Failed to load resource|valid digest in the 'integrity'|Content Security Policy|Fetch API cannot load/;

const site = useSite({ noise: NOISE });

const SCRIPTS = "default-src 'self'; style-src 'self'; script-src 'self'";
const HTML = "text/html; charset=utf-8";
const WASM = "application/wasm";

/** What keeps a wasm file away: the answer of its server by the file's own bytes, the network or a policy. */
const FAILURES = [
  { name: "no file", code: "wasm_not_found", answer: () => ({ status: 404, body: "Not found" }) },
  { name: "a server that fails", code: "wasm_load_failed", answer: () => ({ status: 503 }) },
  { name: "a page in its place", code: "wasm_not_wasm", answer: () => ({ contentType: HTML, body: "<!doctype html>" }) },
  { name: "a redirect to a page", code: "wasm_not_wasm", answer: () => ({ status: 302, headers: { location: "/" } }) },
  { name: "half of it", code: "wasm_truncated", answer: (bytes) => ({ contentType: WASM, body: bytes.subarray(0, 9999) }) },
  { name: "other bytes", code: "wasm_integrity", answer: (bytes) => ({ contentType: WASM, body: withSection(bytes) }) },
  { name: "a broken connection", code: "wasm_unreachable", network: "connectionreset" },
  { name: "a device that is offline", code: "wasm_offline", network: "offline" },
  { name: "a policy without 'wasm-unsafe-eval'", code: "wasm_blocked", policy: SCRIPTS },
  {
    name: "a policy that forbids to fetch it", code: "wasm_fetch_blocked",
    policy: `${SCRIPTS} 'wasm-unsafe-eval'; connect-src https://api.example.com`,
  },
];

for (const failure of FAILURES) {
  test(`the form, ${failure.name}: a plain message, an event, ready rejects; and then it may come`, async () => {
    const events = await hearEvents(site.page);
    const widget = await openHost(site, fallback(), { define: false, policy: failure.policy });
    await loadScripts();
    const mend = await keepAway("widget", failure);
    await site.page.evaluate(() => customElements.define("invite-users", window.InviteUsersElement));
    await widget.host.getByRole("alert").filter({ hasText: ui("load_failed") }).waitFor();

    const [error] = await events.details("error");
    assert.equal(error.code, failure.code);
    const rejection = await widget.host.evaluate((element) =>
      element.ready.then(() => "resolved", ({ name, code }) => [name, code]));
    assert.deepEqual(rejection, ["InviteError", failure.code]);
    assert.ok(await widget.host.evaluate((element) => element.matches(":state(failed)")));
    assert.ok(await site.page.getByText("Write to us instead").isVisible());

    if (failure.policy) return;
    await mend();
    await widget.host.evaluate((element) => element.replaceWith(element.cloneNode(true)));
    await widget.field.waitFor();
  });

  test(`headless, ${failure.name}: init says which it is, and may be repeated`, async () => {
    await openHost(site, "", { define: false, policy: failure.policy });
    await site.page.evaluate(() => import("/dist/index.js"));
    const mend = await keepAway("core", failure);
    const error = await init();
    assert.equal(error.code, failure.code, error.message);
    assert.equal(/[?#]/.test(error.params.source ?? ""), false);
    if (failure.policy) return;
    await mend();
    assert.equal(await init(), "ready");
  });
}

test("a type that is none of wasm's does no harm, and neither does a copy in the cache that is broken", async () => {
  const answers = [
    { contentType: WASM, body: wasm("core").subarray(0, 9999) },
    { contentType: "text/plain", body: wasm("core") },
  ];
  await site.page.route("**/core.wasm", (route) => route.fulfill(answers.shift()));
  await openHost(site, "", { define: false });
  assert.equal(await init(), "ready");
});

test("a page without https: what its browser refused is not called what nobody can check", async () => {
  await openHost(site, "", { define: false });
  await site.page.evaluate(() => Object.defineProperty(crypto, "subtle", { value: undefined }));
  await keepAway("core", FAILURES.find(({ code }) => code === "wasm_integrity"));
  const { code, message } = await init();
  assert.equal(code, "wasm_load_failed");
  assert.match(message, /without https/);
});

test("a policy that forbids something else is not blamed", async () => {
  await openHost(site, "", { define: false, policy: `${SCRIPTS} 'wasm-unsafe-eval'; connect-src 'self'` });
  await keepAway("core", { network: "connectionreset" });
  const [error] = await Promise.all([
    init(),
    site.page.evaluate(() => fetch("https://tracker.example.com/").catch(() => {})),
  ]);
  assert.equal(error.code, "wasm_unreachable");
});

test("until the wasm is there, the host's own content shows; calls wait", async () => {
  const release = await holdWasm();
  const widget = await openHost(site, fallback());
  const instead = site.page.getByText("Write to us instead");
  await instead.waitFor();
  const added = widget.call("add", "ann@acme.com, ben@acme.com");
  await widget.set({ defaultRole: "OWNER" });
  assert.ok(await widget.host.evaluate((element) => element.matches(":state(loading)")));

  release();
  assert.equal(await added, 2);
  await widget.field.waitFor();
  assert.ok(!await instead.isVisible());
  assert.equal(await widget.roleSelect("ann@acme.com").inputValue(), "OWNER");
});

test("removed before it has loaded, it stays silent; added again, it loads", async () => {
  const events = await hearEvents(site.page);
  const release = await holdWasm();
  const widget = await openHost(site, vijilElement(site));
  await widget.host.evaluate((element) => {
    window.kept = element;
    element.remove();
  });
  release();
  await site.page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => name.endsWith("widget.wasm")));
  assert.deepEqual(await events.all(), []);
  await site.page.evaluate(() => document.body.append(window.kept));
  await widget.field.waitFor();
  assert.deepEqual((await events.all()).map(({ type }) => type), ["ready"]);
});

/** Keeps this file away in this manner; the answer is called to mend that. */
async function keepAway(file, { answer, network }) {
  if (network === "offline") {
    await site.page.context().setOffline(true);
    return () => site.page.context().setOffline(false);
  }
  const pattern = `**/${file}.wasm`;
  if (network) await site.page.route(pattern, (route) => route.abort(network));
  else if (answer) await site.page.route(pattern, (route) => route.fulfill(answer(wasm(file))));
  return () => site.page.unroute(pattern);
}

/** Calls init of the headless package on the page. */
function init() {
  return site.page.evaluate(async () => {
    const { default: init } = await import("/dist/index.js");
    return init().then(() => "ready", ({ code, message, params }) => ({ code, message, params }));
  });
}

/** Loads the class and the words, which the wasm is not to wait for. */
function loadScripts() {
  return site.page.evaluate(async () => {
    const [{ InviteUsersElement }] = await Promise.all([import("/dist/element.js"), import("/dist/locales/en.js")]);
    Object.assign(window, { InviteUsersElement });
  });
}

/** Keeps the wasm file back until the answer is called. */
async function holdWasm() {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await site.page.route("**/widget.wasm", async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

function fallback() {
  const instead = "<p>Write to us instead</p>";
  return vijilElement(site).replace("></invite-users>", `>${instead}</invite-users>`);
}

function wasm(name) {
  return readFileSync(new URL(`../../web/dist/${name}.wasm`, import.meta.url));
}

/** The same module with an empty custom section named `x` (WebAssembly, 5.5.3). */
function withSection(bytes) {
  return Buffer.concat([bytes, Buffer.of(0, 2, 1, 0x78)]);
}
