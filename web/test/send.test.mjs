/** Sending over a fake network: what leaves, what comes of it, and what never shows. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { plan, send } from "invite-users";
import { configs } from "./configs.mjs";

const SECRET = "s3cr3t-t0ken";
const people = ["ann@acme.com", "ben@acme.com"].map((email) => ({ email }));

/** @param {unknown} body @param {ResponseInit} [init] */
const json = (body, init) =>
  new Response(JSON.stringify(body), { headers: { "content-type": "application/json" }, ...init });

const welcome = () => json({ invited_user_emails: people.map(({ email }) => email), error_details: {} });

/** @param {import("invite-users").Report} report */
const statuses = (report) => report.outcomes.map(({ status }) => status);

test("one request invites all, with good manners and the credential", async () => {
  /** @type {[string, RequestInit][]} */
  const calls = [];
  const config = { ...configs.contextual.config, auth: bearer(async () => SECRET) };
  /** @type {import("invite-users").Progress[]} */
  const seen = [];
  const report = await send(config, people, {
    fetch: async (url, init) => (calls.push([String(url), init ?? {}]), welcome()),
    onProgress: (progress) => seen.push(progress),
  });

  assert.deepEqual(statuses(report), ["invited", "invited"]);
  assert.equal(report.requests, 1);
  assert.deepEqual(report.problems, []);
  const [[url, init]] = /** @type {[[string, RequestInit]]} */ (calls);
  assert.equal(url, configs.contextual.url);
  const { redirect, credentials, cache, method } = init;
  assert.deepEqual(
    { redirect, credentials, cache, method },
    { redirect: "manual", credentials: "same-origin", cache: "no-store", method: "POST" },
  );
  assert.equal(new Headers(init.headers).get("authorization"), `Bearer ${SECRET}`);
  assert.equal(init.body, plan(config, people).requests[0]?.body);
  assert.deepEqual(seen.map(({ done, total }) => [done, total]), [[2, 2]]);
});

test("a secret is in no plan, report or error", async () => {
  const config = { ...configs.contextual.config, auth: bearer(SECRET) };
  const refused = () => json({ detail: "no" }, { status: 403 });
  const report = await send(config, people, { fetch: async () => refused() });
  assert.deepEqual(statuses(report), ["failed", "failed"]);
  assert.doesNotMatch(JSON.stringify([plan(config, people), report]), new RegExp(SECRET));
});

test("a credential that fails stops everything before it leaves, and is not quoted", async () => {
  const fetch = mock.fn(async () => welcome());
  const auth = bearer(() => { throw new Error(`no token for ${SECRET}`); });
  const report = await send({ ...configs.contextual.config, auth }, people, { fetch });
  assert.equal(fetch.mock.callCount(), 0);
  assert.deepEqual(statuses(report), ["not_sent", "not_sent"]);
  assert.deepEqual(report.outcomes.map(({ code }) => code), ["auth_failed", "auth_failed"]);
  assert.doesNotMatch(JSON.stringify(report), new RegExp(SECRET));
});

test("problems resolve, and nothing leaves", async () => {
  const fetch = mock.fn(async () => welcome());
  const report = await send({ api: "contextual" }, people, { fetch });
  assert.equal(fetch.mock.callCount(), 0);
  assert.deepEqual(statuses(report), ["not_sent", "not_sent"]);
  assert.deepEqual(report.problems.map(({ code }) => code), ["setting_required"]);
});

test("429 waits as told and goes again", async () => {
  const wait = json({}, { status: 429, headers: { "retry-after": "1" } });
  const replies = [wait, welcome()];
  const start = performance.now();
  const report = await send(configs.contextual.config, people, {
    fetch: async () => replies.shift() ?? assert.fail("a third request"),
  });
  assert.deepEqual(statuses(report), ["invited", "invited"]);
  assert.ok(performance.now() - start >= 1000);
});

for (const [name, fetch] of Object.entries({
  "a lost connection": async () => { throw new TypeError("fetch failed"); },
  "a server error": async () => json({ detail: "oops" }, { status: 500 }),
  "a page instead of JSON": async () => new Response("<!doctype html><p>Proxy"),
  "a body over 1 MiB": async () => new Response("x".repeat(1024 * 1024 + 1)),
  "a body that breaks off": async () => new Response(brokenOff()),
})) {
  test(`${name} leaves people unconfirmed`, async () => {
    const report = await send(configs.vijil.config, people.slice(0, 1), { fetch });
    assert.deepEqual(statuses(report), ["unconfirmed"]);
  });
}

test("what could be read of an answer is kept, cut to its beginning", async () => {
  for (const [body, heard] of /** @type {[() => BodyInit, string][]} */ ([
    [() => "x".repeat(1024 * 1024 + 1), "x".repeat(1000)],
    [brokenOff, '{"id": "'],
  ])) {
    const fetch = async () => new Response(body());
    const report = await send(configs.vijil.config, people.slice(0, 1), { fetch });
    assert.deepEqual(report.outcomes[0]?.detail, { body: heard });
  }
});

test("a reply that does not come in 30 s leaves people unconfirmed", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    /** @type {() => void} */
    let left = () => {};
    const leaving = new Promise((resolve) => { left = () => resolve(undefined); });
    const never = () => (left(), new Promise(() => {}));
    const sending = send(configs.vijil.config, people.slice(0, 1), { fetch: /** @type {any} */ (never) });
    await leaving;
    mock.timers.tick(30_000);
    assert.deepEqual(statuses(await sending), ["unconfirmed"]);
  } finally {
    mock.timers.reset();
  }
});

test("abort ends at once: what has left is unconfirmed, the rest is not sent", async () => {
  const many = Array.from({ length: 6 }, (_, index) => ({ email: `p${index}@acme.com` }));
  const controller = new AbortController();
  let left = 0;
  const fetch = () => {
    left += 1;
    if (left === 4) queueMicrotask(() => controller.abort());
    return new Promise(() => {});
  };
  const options = { fetch: /** @type {any} */ (fetch), signal: controller.signal };
  const report = await send(configs.vijil.config, many, options);
  assert.deepEqual(report.counts, { invited: 0, failed: 0, unconfirmed: 4, not_sent: 2 });
});

test("aborted before it began, nothing leaves", async () => {
  const fetch = mock.fn(async () => welcome());
  const options = { fetch, signal: AbortSignal.abort() };
  const report = await send(configs.contextual.config, people, options);
  assert.equal(fetch.mock.callCount(), 0);
  assert.deepEqual(statuses(report), ["not_sent", "not_sent"]);
});

/** @param {import("invite-users").Secret} token
 *  @returns {import("invite-users").Auth} */
function bearer(token) {
  return { type: "bearer", token };
}

function brokenOff() {
  const pieces = [new TextEncoder().encode('{"id": "')];
  return new ReadableStream({
    pull(controller) {
      const piece = pieces.shift();
      if (piece) controller.enqueue(piece);
      else controller.error(new Error("reset"));
    },
  });
}
