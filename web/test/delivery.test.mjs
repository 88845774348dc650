/** Deliveries beyond one `send`: a new credential, a reload, and a second try for some. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Delivery, InviteError, send } from "invite-users";
import { configs } from "./configs.mjs";

const SECRET = "s3cr3t-t0ken";
const people = ["ann@acme.com", "ben@acme.com", "cyd@acme.com"].map((email) => ({ email }));

/** @param {unknown} body @param {number} [status] */
const json = (body, status = 200) => new Response(JSON.stringify(body), { status });

/** @param {import("invite-users").Report} report */
const statuses = (report) => report.outcomes.map(({ status }) => status);

/** What Extractor answers to a request. @param {RequestInit | undefined} init */
const invited = (init) => {
  const { email, roles } = JSON.parse(String(init?.body));
  return json({ email, roles });
};

/** @param {RequestInit | undefined} init */
const emailOf = (init) => JSON.parse(String(init?.body)).email;

test("a server that does not accept the credential gets a new one, asked for once by all", async () => {
  let issued = 0;
  const token = mock.fn(async () => `${SECRET}-${issued++}`);
  /** @type {typeof globalThis.fetch} */
  const fetch = async (_, init) => {
    const fresh = new Headers(init?.headers).get("authorization") === `Bearer ${SECRET}-1`;
    return fresh ? invited(init) : json({}, 401);
  };
  const config = { ...configs.extractor.config, auth: bearer(token) };
  const report = await send(config, people, { fetch });
  assert.deepEqual(statuses(report), ["invited", "invited", "invited"]);
  assert.equal(token.mock.callCount(), 2);
  assert.equal(report.requests, 6);
});

test("where the new credential is refused, too, or none can be had, it stops", async () => {
  for (const token of [SECRET, () => SECRET]) {
    const fetch = mock.fn(async () => json({}, 401));
    const config = { ...configs.galileo.config, auth: bearer(token) };
    const report = await send(config, people, { fetch });
    assert.deepEqual(report.outcomes.map(({ code }) => code), Array(3).fill("unauthorized"));
    assert.equal(fetch.mock.callCount(), token === SECRET ? 1 : 2);
  }
});

test("only who was chosen goes again, and keeps their number", async () => {
  let down = true;
  /** @type {string[]} */
  const asked = [];
  /** @type {typeof globalThis.fetch} */
  const fetch = async (_, init) => {
    asked.push(emailOf(init));
    return down && emailOf(init) === "ben@acme.com" ? json({ detail: "full" }, 422) : invited(init);
  };
  const delivery = new Delivery(configs.extractor.config, people);
  assert.deepEqual(statuses(await delivery.send({ fetch })), ["invited", "failed", "invited"]);
  down = false;
  assert.equal(delivery.retry([0, 1]), 1);
  assert.deepEqual(statuses(delivery.report()), ["invited", "not_sent", "invited"]);
  assert.deepEqual(statuses(await delivery.send({ fetch })), ["invited", "invited", "invited"]);
  assert.deepEqual(asked.slice(3), ["ben@acme.com"]);
  assert.equal(delivery.retry([0, 1, 2]), 0);
  delivery.free();
});

test("after a reload nothing goes on by itself, and nobody confirmed is asked again", async () => {
  /** @type {string | undefined} */
  let stored;
  /** @type {typeof globalThis.fetch} */
  const first = (_, init) =>
    emailOf(init) === "ann@acme.com" ? Promise.resolve(invited(init)) : new Promise(() => {});
  const config = {
    ...configs.extractor.config,
    settings: { ...configs.extractor.config.settings, tenantId: 9007199254740993n },
    delivery: { concurrency: 1 },
    auth: bearer(SECRET),
  };
  const lost = new Delivery(config, people);
  await new Promise((resolve) => {
    void lost.send({
      fetch: first,
      save: (saved) => {
        stored ??= lost.report().requests === 2 ? JSON.stringify(saved) : undefined;
        if (stored) resolve(undefined);
      },
    });
  });
  lost.cancel();
  assert.ok(stored);
  assert.doesNotMatch(stored, new RegExp(SECRET));

  const delivery = Delivery.resume(JSON.parse(stored), bearer(SECRET));
  /** @type {RequestInit[]} */
  const asked = [];
  /** @type {typeof globalThis.fetch} */
  const fetch = async (_, init) => (asked.push(init ?? {}), invited(init));
  const atRest = await delivery.send({ fetch });
  assert.deepEqual(atRest.outcomes.map(({ code }) => code), [
    undefined, "interrupted_in_flight", "interrupted",
  ]);
  assert.deepEqual(statuses(atRest), ["invited", "unconfirmed", "not_sent"]);
  assert.equal(asked.length, 0);

  assert.equal(delivery.retry([2]), 1);
  assert.deepEqual(statuses(await delivery.send({ fetch })), ["invited", "unconfirmed", "invited"]);
  assert.deepEqual(asked.map(emailOf), ["cyd@acme.com"]);
  assert.match(String(asked[0]?.body), /"tenantId":9007199254740993,/);
  assert.equal(new Headers(asked[0]?.headers).get("authorization"), `Bearer ${SECRET}`);
});

test("a running delivery takes up who is chosen meanwhile", async () => {
  let calls = 0;
  const delivery = new Delivery({ ...configs.extractor.config, delivery: { concurrency: 1 } }, people);
  const report = await delivery.send({
    fetch: async (_, init) => {
      calls += 1;
      return calls === 1 ? json({ detail: "full" }, 422) : invited(init);
    },
    onProgress: ({ counts }) => {
      if (counts.failed === 1) delivery.retry([0]);
    },
  });
  assert.deepEqual(statuses(report), ["invited", "invited", "invited"]);
  assert.equal(calls, 4);
});

test("a second send while one runs is the same one", async () => {
  const delivery = new Delivery(configs.extractor.config, people);
  /** @type {typeof globalThis.fetch} */
  const fetch = async (_, init) => invited(init);
  const sending = delivery.send({ fetch });
  assert.equal(delivery.send(), sending);
  delivery.cancel();
  assert.deepEqual(statuses(await sending), ["not_sent", "not_sent", "not_sent"]);
});

test("what was not saved by a delivery is refused", () => {
  for (const [saved, code] of /** @type {const} */ ([
    ["", "resume_malformed"],
    ["{}", "resume_malformed"],
    [{ version: 99 }, "resume_version"],
  ])) {
    assert.throws(
      () => Delivery.resume(saved),
      (error) => error instanceof InviteError && error.code === code,
      JSON.stringify(saved),
    );
  }
  const delivery = new Delivery(configs.extractor.config, people);
  assert.throws(
    () => Delivery.resume({ ...delivery.toJSON(), invitees: [] }),
    { code: "resume_inconsistent" },
  );
  assert.throws(() => delivery.retry(/** @type {any} */ (["ann"])), { code: "invalid_argument" });
});

/** @param {import("invite-users").Secret} token
 *  @returns {import("invite-users").Auth} */
function bearer(token) {
  return { type: "bearer", token };
}
