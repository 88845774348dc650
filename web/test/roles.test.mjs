// @ts-nocheck: the data carries no types
/** The roles to choose from: who is asked, in which manner, and what an unreadable answer is. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { InviteError, loadRoles } from "invite-users";

const cases = JSON.parse(readFileSync(new URL("../../tests/data/roles.json", import.meta.url), "utf8"));
const config = { api: "smartdocumentor" };

test("every answer is read as in the data", async () => {
  for (const { name, config, problem, names, url, reply, roles, found } of cases) {
    const asked = [];
    const fetch = async (url) => (asked.push(url), new Response(reply.body, { status: reply.status }));
    const loaded = await loadRoles(config, { fetch }).catch((error) => error);
    assert.deepEqual(asked, url ? [url] : [], name);
    if (names) assert.deepEqual(loaded.map((role) => role.name), names, name);
    else if (roles) assert.deepEqual(loaded, roles, name);
    else assertError(loaded, problem?.code ?? "roles_unreadable", found, name);
  }
});

test("the server is asked with the credential, and with good manners", async () => {
  let seen;
  const fetch = async (_, init) => ((seen = init), Response.json(["Editor"]));
  const auth = { type: "bearer", token: async () => "t0ken" };
  assert.equal((await loadRoles({ ...config, auth }, { fetch }))[0].name, "Editor");
  const { method, redirect, credentials, cache, body } = seen;
  assert.deepEqual(
    { method, redirect, credentials, cache, body },
    { method: "GET", redirect: "manual", credentials: "same-origin", cache: "no-store", body: null },
  );
  assert.equal(new Headers(seen.headers).get("authorization"), "Bearer t0ken");
});

test("no answer says how it was lost", async () => {
  const broken = async () => { throw new TypeError("fetch failed"); };
  assertError(await refused({ fetch: broken }), "roles_unreadable", "a broken connection");
  const large = async () => new Response("[" + '"a",'.repeat(300_000) + '"b"]');
  const tooLarge = "an answer that is too large, or no text";
  assertError(await refused({ fetch: large }), "roles_unreadable", tooLarge);
});

test("who gives up gets the signal's reason, and nothing more leaves", async () => {
  const reason = new Error("enough");
  const never = () => new Promise(() => {});
  const stop = new AbortController();
  const asked = refused({ fetch: never, signal: stop.signal });
  stop.abort(reason);
  assert.equal(await asked, reason);
  const fetch = () => assert.fail("it left");
  assert.equal(await refused({ fetch, signal: AbortSignal.abort(reason) }), reason);
});

test("a sign-in that fails is not quoted", async () => {
  const fetch = () => assert.fail("it left");
  const failing = () => { throw new Error("no token for s3cr3t"); };
  for (const [token, code] of [[failing, "auth_failed"], ["s3cr3t\r\nX: y", "auth_malformed"]]) {
    const auth = { type: "bearer", token };
    const error = await loadRoles({ ...config, auth }, { fetch }).catch((error) => error);
    assertError(error, code);
    assert.doesNotMatch(error.stack + JSON.stringify(error), /s3cr3t/);
  }
});

async function refused(options) {
  return loadRoles(config, options).then(() => assert.fail("it was read"), (error) => error);
}

function assertError(error, code, found, name) {
  assert.ok(error instanceof InviteError, name);
  assert.equal(error.code, code, name);
  assert.equal(error.params.found, found, name);
  if (found) assert.ok(error.message.endsWith(found), name);
}
