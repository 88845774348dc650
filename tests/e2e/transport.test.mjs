/** The host's own part in sending: its fetch, and its credentials when a request leaves. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { sentence } from "./words.mjs";

const site = useSite();

test("the host's fetch carries the requests, and auth is asked when they leave", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com");
  const seen = await widget.host.evaluate(async (element) => {
    const seen = [];
    element.auth = { type: "bearer", token: async () => `token-${seen.length}` };
    element.fetch = async (url, init) => {
      seen.push([url, init.method, new Headers(init.headers).get("authorization"), init.body]);
      const answer = { detail: "no" };
      return new Response(JSON.stringify(answer), { status: 403 });
    };
    await element.send();
    return seen;
  });
  assert.deepEqual(seen, [[
    `${site.server.origin}/vijil/v1/teams/7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d/invites`, "POST",
    "Bearer token-0", "{\"email\":\"ann@acme.com\"}",
  ]]);
  assert.deepEqual(await site.server.requests(), []);
  assert.deepEqual(await widget.outcomes(), [["ann@acme.com", "failed"]]);
});

test("a host that can't sign in: nothing is sent, and the page is told", async () => {
  const events = await hearEvents(site.page);
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com");
  await widget.host.evaluate((element) => {
    element.auth = { type: "bearer", token: () => Promise.reject(new Error("signed out")) };
  });
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), [["ann@acme.com", "not_sent"]]);
  assert.ok((await widget.row("ann@acme.com").innerText()).includes(sentence("auth_failed")));
  await widget.host.getByRole("alert").filter({ hasText: sentence("auth_failed") }).waitFor();
  assert.deepEqual(await site.server.requests(), []);
  assert.deepEqual(await codes(events), ["auth_failed"]);
  await goesOn(widget, (element) => void (element.auth = undefined));
});

test("a sign-in that never ends: after half a minute nothing is sent, and the page is told", async () => {
  await site.page.clock.install();
  const events = await hearEvents(site.page);
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com");
  await widget.host.evaluate((element) => {
    element.auth = { type: "bearer", token: () => new Promise(() => {}) };
  });
  await widget.inviteButton.click();
  await widget.cancelButton.waitFor();
  await site.page.clock.runFor(31_000);
  await widget.results.waitFor();
  assert.deepEqual(await widget.outcomes(), [["ann@acme.com", "not_sent"]]);
  assert.deepEqual(await codes(events), ["auth_failed"]);
});

for (const [what, auth] of [
  ["no object", "demo-key"],
  ["of an unknown type", { type: "bearr", token: "demo-key" }],
  ["a token with a line break", { type: "bearer", token: "demo\nkey" }],
]) {
  test(`auth that is ${what}: nothing is sent without it, and the page is told`, async () => {
    const events = await hearEvents(site.page);
    const widget = await openReadyHost(site, vijilElement(site));
    await widget.addPeople("ann@acme.com");
    await widget.set({ auth });
    await widget.invite();
    assert.deepEqual(await widget.outcomes(), [["ann@acme.com", "not_sent"]]);
    assert.deepEqual(await site.server.requests(), []);
    assert.ok((await codes(events)).includes("auth_malformed"));
    await goesOn(widget, (element) => void (element.auth = undefined));
  });
}

for (const [what, fetch] of [
  ["throws", () => { throw new Error("no network here"); }],
  ["rejects", () => Promise.reject(new Error("no network here"))],
  ["answers nothing", () => undefined],
  ["answers something else than a Response", () => ({ status: 201, body: "invited" })],
]) {
  test(`a fetch of the host's that ${what}: nobody is said to be invited, and the page is told`, async () => {
    const events = await hearEvents(site.page);
    const widget = await openReadyHost(site, vijilElement(site));
    await widget.addPeople("ann@acme.com");
    await setFetch(widget, fetch);
    await widget.invite();
    assert.deepEqual(await widget.outcomes(), [["ann@acme.com", "unconfirmed"]]);
    const words = sentence("connection_lost");
    assert.ok((await widget.row("ann@acme.com").innerText()).includes(words));
    assert.deepEqual(await codes(events), ["connection_lost"]);
    await widget.call("clear");
    await goesOn(widget, (element) => void (element.fetch = undefined));
  });
}

test("a fetch of the host's that never ends is given up after half a minute", async () => {
  await site.page.clock.install();
  const events = await hearEvents(site.page);
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com");
  await setFetch(widget, () => new Promise(() => {}));
  await widget.inviteButton.click();
  await widget.cancelButton.waitFor();
  await site.page.clock.runFor(31_000);
  await widget.results.waitFor();
  assert.deepEqual(await widget.outcomes(), [["ann@acme.com", "unconfirmed"]]);
  assert.deepEqual(await codes(events), ["timed_out"]);
});

async function codes(events) {
  return (await events.details("error")).map(({ code }) => code);
}

/** Gives the element a fetch that refers to nothing around it. */
async function setFetch(widget, fetch) {
  const element = await widget.host.elementHandle();
  const made = await widget.page.evaluateHandle(`(${fetch})`);
  await element.evaluate((host, own) => void (host.fetch = own), made);
}

/** The host mends its part, and the form invites. */
async function goesOn(widget, mend) {
  await widget.host.evaluate(mend);
  if (await widget.moreButton.isVisible()) await widget.moreButton.click();
  if (await widget.rows.count() === 0) await widget.addPeople("ann@acme.com");
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), [["ann@acme.com", "invited"]]);
}
