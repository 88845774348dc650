/** Loading: what a page shows until the form is there, and when it never comes. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { useSite } from "./harness.mjs";
import { openHost, vijilElement } from "./host-page.mjs";
import { ui } from "./words.mjs";

const site = useSite();

const NO_WASM = "default-src 'self'; script-src 'self'; style-src 'self'";

/** What keeps the wasm away, and the code of the error that it is. */
const FAILURES = [
  { name: "no wasm file", code: "wasm_load_failed", answer: { status: 404, body: "Not found" } },
  {
    name: "a page in the place of the wasm file", code: "wasm_load_failed",
    answer: { status: 200, contentType: "text/html", body: "<!doctype html>" },
  },
  {
    name: "half of the wasm file", code: "wasm_load_failed",
    answer: { status: 200, contentType: "application/wasm", body: "\0asm" },
  },
  { name: "a policy without 'wasm-unsafe-eval'", code: "wasm_blocked", policy: NO_WASM },
];

for (const { name, code, answer, policy } of FAILURES) {
  test(`${name}: a plain message, an event, and ready rejects`, async () => {
    const events = await hearEvents(site.page);
    if (answer) await site.page.route("**/widget.wasm", (route) => route.fulfill(answer));
    const widget = await openHost(site, fallback(), { policy });
    await widget.host.getByRole("alert").filter({ hasText: ui("load_failed") }).waitFor();

    const [error] = await events.details("error");
    assert.equal(error.code, code);
    const rejection = await widget.host.evaluate((element) =>
      element.ready.then(() => "resolved", ({ name, code }) => [name, code]));
    assert.deepEqual(rejection, ["InviteError", code]);
    assert.ok(await widget.host.evaluate((element) => element.matches(":state(failed)")));
    assert.ok(await site.page.getByText("Write to us instead").isVisible());
  });
}

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
