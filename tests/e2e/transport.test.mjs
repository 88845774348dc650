/** The host's own part in sending: its fetch, and its credentials when a request leaves. */

import assert from "node:assert/strict";
import { test } from "node:test";
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

test("a host that can't sign in: nothing is sent", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com");
  await widget.host.evaluate((element) => {
    element.auth = { type: "bearer", token: () => Promise.reject(new Error("signed out")) };
  });
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), [["ann@acme.com", "not_sent"]]);
  assert.ok((await widget.row("ann@acme.com").innerText()).includes(sentence("auth_failed")));
  assert.deepEqual(await site.server.requests(), []);
});
