/** The handler by itself: in which order it looks, what it never reads, and what it is told by mistake. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { apis } from "invite-users";
import { InviteError, createInviteHandler } from "invite-users/server";

const KEY = "k3y-of-the-api";
const PAGE = "https://app.acme.com";
const GRANT = { inviter: "ann", roles: ["user"], maxInvitees: 2 };
const BODY = JSON.stringify({ emails: ["ben@acme.com"] });

/** @param {any} [more] */
const optionsOf = (more) => ({
  api: "galileo",
  auth: { type: "header", name: "Galileo-API-Key", value: KEY },
  origins: [PAGE],
  authorize: () => GRANT,
  fetch: async () => new Response("{}"),
  ...more,
});

/** @param {any} [more] */
const handlerOf = (more) => createInviteHandler(optionsOf(more));

/** @param {any} [init] */
const requestOf = (init) => new Request("https://acme.com/api/invite?team=7", {
  method: "POST",
  body: BODY,
  duplex: "half",
  ...init,
  headers: { origin: PAGE, "content-type": "application/json", ...init?.headers },
});

/** @param {Promise<Response>} answered */
async function problemOf(answered) {
  const response = await answered;
  return { status: response.status, .../** @type {any} */ (await response.json()) };
}

for (const [what, more, code] of /** @type {[string, any, string][]} */ ([
  ["no authorize", { authorize: undefined }, "invalid_argument"],
  ["authorize that is no function", { authorize: GRANT }, "invalid_argument"],
  ["no origins", { origins: undefined }, "invalid_argument"],
  ["an empty list of origins", { origins: [] }, "invalid_argument"],
  ["every origin", { origins: ["*"] }, "invalid_argument"],
  ["an origin with a path", { origins: [`${PAGE}/`] }, "invalid_argument"],
  ["an origin without encryption", { origins: ["http://app.acme.com"] }, "invalid_argument"],
  ["an origin that every sandbox has", { origins: ["null"] }, "invalid_argument"],
  ["an unknown API", { api: "acme" }, "unknown_api"],
  ["a described API with a mistake", { api: { name: "Acme" } }, "description_missing_key"],
  ["an API without a server", { api: "vijil" }, "base_url_required"],
  ["a server without encryption", { baseUrl: "http://galileo.example" }, "url_insecure"],
  ["a key in the address", { baseUrl: "https://u:p@galileo.example" }, "url_has_credentials"],
  ["a setting that is none", { settings: { send_email: "yes" } }, "setting_not_boolean"],
  ["a setting that nobody knows", { settings: { tenant: 1 } }, "unknown_setting"],
])) {
  test(`never made with ${what}`, () => {
    assert.throws(() => handlerOf(more), (error) => error instanceof InviteError && error.code === code);
  });
}

test("every known API can be served, also where required settings are in the grants", () => {
  for (const { id } of apis()) handlerOf({ api: id, baseUrl: "https://api.example" });
});

test("a page on the developer's own machine may ask", () => {
  handlerOf({ origins: ["http://localhost:3000", "http://127.0.0.1:8080", "http://[::1]:1", "http://app.localhost"] });
});

test("authorize gets the request without its body, once its origin and type are known", async () => {
  const seen = mock.fn(async (/** @type {Request} */ request) => (await request.text(), GRANT));
  const handler = handlerOf({ authorize: seen });
  await handler(requestOf({ headers: { origin: "https://evil.example" } }));
  await handler(requestOf({ headers: { "content-type": "text/plain" } }));
  await handler(requestOf({ method: "PUT" }));
  assert.equal(seen.mock.callCount(), 0);
  assert.equal((await handler(requestOf({ headers: { cookie: "user=ann" } }))).status, 200);
  const given = /** @type {Request} */ (seen.mock.calls[0]?.arguments[0]);
  assert.equal(given.url, "https://acme.com/api/invite?team=7");
  assert.equal(given.method, "POST");
  assert.equal(given.headers.get("cookie"), "user=ann");
  assert.equal(given.body, null);
});

test("nothing of a body is read before somebody may send one", async () => {
  const pull = mock.fn();
  const body = () => new ReadableStream({ pull }, { highWaterMark: 0 });
  await handlerOf()(requestOf({ body: body(), headers: { origin: "https://evil.example" } }));
  await handlerOf({ authorize: () => undefined })(requestOf({ body: body() }));
  await handlerOf()(requestOf({ body: body(), headers: { "content-encoding": "br" } }));
  await handlerOf()(requestOf({ body: body(), headers: { "content-length": "262145" } }));
  assert.equal(pull.mock.callCount(), 0);
});

test("an endless body is read up to its limit, and then no more", async () => {
  const cancel = mock.fn();
  const pull = mock.fn((/** @type {ReadableStreamDefaultController} */ it) => it.enqueue(new Uint8Array(64 * 1024)));
  const body = new ReadableStream({ pull, cancel }, { highWaterMark: 0 });
  const { status, code, sent } = await problemOf(handlerOf()(requestOf({ body })));
  assert.deepEqual([status, code, sent], [413, "body_too_large", false]);
  assert.equal(pull.mock.callCount(), 5);
  assert.equal(cancel.mock.callCount(), 1);
});

test("256 KiB are read, in pieces that cut letters", async () => {
  const name = "é".repeat(10);
  const padded = `${BODY}${" ".repeat(256 * 1024 - BODY.length)}`;
  assert.equal((await handlerOf()(requestOf({ body: padded }))).status, 200);
  const bytes = new TextEncoder().encode(JSON.stringify({ emails: [`${name}@acme.com`] }));
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const fetch = mock.fn(async (_, /** @type {RequestInit} */ __) => new Response("{}"));
  assert.equal((await handlerOf({ fetch })(requestOf({ body }))).status, 200);
  assert.deepEqual(JSON.parse(String(fetch.mock.calls[0]?.arguments[1].body)), { emails: [`${name}@acme.com`] });
});

test("a body that is no UTF-8, or breaks off", async () => {
  const latin = Uint8Array.of(0x22, 0xe9, 0x22);
  assert.equal((await problemOf(handlerOf()(requestOf({ body: latin })))).code, "request_not_json");
  const broken = new ReadableStream({ pull(controller) { controller.error(new Error("gone")); } });
  assert.equal((await problemOf(handlerOf()(requestOf({ body: broken })))).code, "body_broken_off");
});

test("a body that somebody else has read is the host's mistake", async () => {
  const onError = mock.fn();
  const request = requestOf();
  await request.text();
  assert.equal((await problemOf(handlerOf({ onError })(request))).status, 500);
  assert.match(onError.mock.calls[0]?.arguments[0].message, /read before/);
});

test("approve sees the people as they would be sent, and comes last", async () => {
  const approve = mock.fn(async () => true);
  const authorize = () => ({ ...GRANT, approve });
  await handlerOf({ authorize })(requestOf({ body: "{" }));
  assert.equal(approve.mock.callCount(), 0);
  const body = JSON.stringify({ emails: [" Ben@ACME.com"] });
  assert.equal((await handlerOf({ authorize })(requestOf({ body }))).status, 200);
  assert.deepEqual(approve.mock.calls[0]?.arguments, [[{ email: "Ben@acme.com", roles: ["user"] }]]);
});

for (const [said, status] of /** @type {[unknown, number][]} */ ([
  [true, 200], [[], 200], [false, 403], [undefined, 403], [1, 403], ["", 403], [[{}], 403], ["no seats", 403],
  [[{ invitee: 0, message: "no" }], 422],
])) {
  test(`approve that says ${JSON.stringify(said)}: ${status}`, async () => {
    const authorize = () => ({ ...GRANT, approve: () => /** @type {any} */ (said) });
    assert.equal((await handlerOf({ authorize })(requestOf())).status, status);
  });
}

test("what is for the host alone", async () => {
  for (const [more, told] of /** @type {[any, RegExp][]} */ ([
    [{ authorize: () => { throw new Error(`no ${KEY}`); } }, /no k3y/],
    [{ authorize: () => "yes" }, /authorize must answer/],
    [{ authorize: () => ({ ...GRANT, approve: () => { throw new Error("quota store"); } }) }, /quota store/],
    [{ authorize: () => ({ ...GRANT, roles: ["emperor"] }) }, /emperor/],
    [{ auth: { type: "bearer", token: () => { throw new Error(KEY); } } }, /sign-in/],
    [{ fetch: () => { throw new Error(KEY); } }, /^$/],
  ])) {
    const onError = mock.fn();
    const response = await handlerOf({ ...more, onError })(requestOf());
    assert.doesNotMatch(await response.text(), /k3y|quota|emperor/);
    const heard = onError.mock.calls.map(({ arguments: [error] }) => String(error.message)).join();
    assert.match(heard, told);
  }
});

test("a host's listener that throws does not change the answer", async () => {
  const authorize = () => { throw new Error("no session"); };
  const onError = () => { throw new Error("no log"); };
  assert.equal((await handlerOf({ authorize, onError })(requestOf())).status, 403);
});

test("one request goes up, by manners of its own and for no page that goes away", async () => {
  const left = new AbortController();
  const fetch = mock.fn(async (_, /** @type {RequestInit} */ init) => {
    left.abort();
    assert.equal(init.signal?.aborted, false);
    return new Response("{}");
  });
  const response = await handlerOf({ fetch })(requestOf({ signal: left.signal, headers: { "x-team": "7" } }));
  assert.equal(response.status, 200);
  assert.equal(fetch.mock.callCount(), 1);
  const [url, { method, redirect, headers, body }] = /** @type {any} */ (fetch.mock.calls[0]?.arguments);
  assert.equal(url, "https://api.galileo.ai/v2/invite_users");
  assert.deepEqual([method, redirect, body], ["POST", "manual", BODY]);
  assert.deepEqual(Object.fromEntries(headers), {
    accept: "application/json", "content-type": "application/json", "galileo-api-key": KEY,
  });
});

test("the key is in no answer, however an API quotes it", async () => {
  const password = 'p"ss\\word';
  const basic = { type: "basic", username: "acme", password };
  const quoting = [KEY, btoa(`acme:${password}`), password];
  for (const quoted of quoting) {
    for (const status of [422, 500]) {
      const fetch = async () => new Response(JSON.stringify({ detail: `not with ${quoted}` }), { status });
      const auth = quoted === KEY ? optionsOf().auth : basic;
      const response = await handlerOf({ fetch, auth })(requestOf());
      assert.equal(response.status, status);
      assert.equal(await response.text(), "{}");
    }
  }
  const invitation = { email: "ben@acme.com", status: "PENDING", id: KEY };
  const fetch = async () => new Response(JSON.stringify(invitation), { status: 201 });
  const vijil = { api: "vijil", baseUrl: "https://vijil.example", authorize: () => ({ ...GRANT, roles: ["MEMBER"] }) };
  const settings = { team_id: "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d" };
  const body = JSON.stringify({ email: "ben@acme.com" });
  const answered = handlerOf({ ...vijil, settings, fetch })(requestOf({ body }));
  assert.deepEqual((await problemOf(answered)).code, "unreadable_reply");
});

test("a described API's method is the route's", async () => {
  const api = {
    name: "Acme", baseUrl: "https://acme.example", path: "/i", method: "PUT", batching: "each",
    body: { email: "$email" }, reply: { empty: true },
  };
  const fetch = async () => new Response(null, { status: 204 });
  const handler = handlerOf({ api, fetch, authorize: () => ({ ...GRANT, roles: [] }) });
  const body = JSON.stringify({ email: "ben@acme.com" });
  const response = await handler(requestOf({ method: "PUT", body }));
  assert.deepEqual([response.status, await response.text()], [204, ""]);
  const refused = await handler(requestOf({ body }));
  assert.deepEqual([refused.status, refused.headers.get("allow")], [405, "PUT"]);
});
