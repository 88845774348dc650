/**
 * The fault matrix of `tests/data/faults.json` over real sockets: each fault meets each API, and what
 * the report says is held against the server's ledger.
 *
 * A case says how each person ends by the kind of API: `each` (one person a request), `per_role`,
 * `together` (all in one, which is refused as a whole) and `repeatable` (as together, and sending twice
 * does no harm); by the name of a world where one differs. The fault meets the requests with Ben.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { send } from "invite-users";
import { FakeApis } from "../../tests/e2e/fake-apis.mjs";

const { people, worlds, cases } = JSON.parse(
  readFileSync(new URL("../../tests/data/faults.json", import.meta.url), "utf8"),
);

/** How many servers there are: each run has one for itself, and most runs wait most of the time. */
const SERVERS = 16;

/** Opens every one of the fake APIs. */
const TOKEN = "demo-key";

/** How long a request that is cancelled was on its way, in milliseconds. */
const PATIENCE = 100;

/** @type {FakeApis[]} */
let servers = [];
/** @type {FakeApis[]} */
let free = [];
/** @type {((server: FakeApis) => void)[]} */
const waiting = [];

before(async () => {
  servers = await Promise.all(Array.from({ length: SERVERS }, () => FakeApis.start()));
  free = [...servers];
});
after(() => servers.forEach((server) => server.stop()));

test("faults over real sockets", { concurrency: true }, async (matrix) => {
  const everywhere = async (/** @type {any} */ fault) => {
    const runs = worlds.map((/** @type {any} */ world) => run(fault, world));
    const failed = (await Promise.allSettled(runs)).filter(({ status }) => status === "rejected");
    if (failed.length > 0) throw new AggregateError(failed.map(reason), failed.map(reason).join("\n"));
  };
  /** @type {any[]} */
  const variants = cases.flatMap(each);
  await Promise.all(variants.map((fault) => matrix.test(fault.name, () => everywhere(fault))));
});

/**
 * A case with several statuses or resets is one for each of them.
 * @param {any} fault
 * @returns {any[]}
 */
function each({ name, fault = {}, statuses, resets, ...rest }) {
  const values = statuses?.map((/** @type {number} */ status) => ({ status }))
    ?? resets?.map((/** @type {string} */ reset) => ({ reset }));
  if (!values) return [{ name, fault, ...rest }];
  return values.map((/** @type {Record<string, unknown>} */ value) =>
    ({ name: `${name} (${Object.values(value)})`, fault: { ...fault, ...value }, ...rest }));
}

/**
 * One fault in one world.
 * @param {any} fault @param {any} world
 */
async function run(fault, world) {
  const reply = fault.reply ? world[fault.reply] : {};
  if (!reply) return;
  const server = await acquire();
  try {
    await server.reset();
    await server.setFaults({ ...met(fault.meets), ...fault.fault, ...told(reply) });
    const start = Date.now();
    const report = await send(config(server, world, fault), invitees(world), options(fault));
    judge(`${fault.name}, ${world.name}`, fault, world, report, Date.now() - start);
    await compare(`${fault.name}, ${world.name}`, report, server, world);
  } finally {
    release(server);
  }
}

/** @param {string | undefined} who */
function met(who = people[1]) {
  return who === "all" ? {} : { email: who };
}

/** @param {{ status?: number, body?: unknown }} reply */
function told({ status, body }) {
  return status ? { status, body: JSON.stringify(body) } : {};
}

/** @param {FakeApis} server @param {any} world @param {any} fault */
function config(server, { api, mount, settings }, { concurrency = 1, refreshable = false }) {
  const auth = { type: "bearer", token: refreshable ? () => TOKEN : TOKEN };
  const baseUrl = server.origin + mount;
  return /** @type {any} */ ({ api, baseUrl, settings, auth, delivery: { concurrency } });
}

/** @param {{ roles?: string[] }} world */
function invitees({ roles }) {
  return people.map((/** @type {string} */ email, /** @type {number} */ index) =>
    ({ email, ...(roles && { roles: [roles[index]] }) }));
}

/**
 * A cancel comes while Ben's request is on its way.
 * @param {{ cancel?: boolean }} fault
 * @returns {import("invite-users").SendOptions}
 */
function options({ cancel }) {
  if (!cancel) return {};
  const controller = new AbortController();
  return {
    signal: controller.signal,
    fetch: (url, init) => {
      if (String(init?.body).includes(people[1])) setTimeout(() => controller.abort(), PATIENCE);
      return fetch(url, init);
    },
  };
}

/**
 * The report says what the case says.
 * @param {string} name @param {any} fault @param {any} world
 * @param {import("invite-users").Report} report @param {number} took
 */
function judge(name, { expect, least = 0, retryIn }, world, report, took) {
  const expected = ends(expect, world);
  const found = report.outcomes.map(({ status, code }, index) =>
    expected[index]?.includes(" ") ? `${status} ${code}` : status);
  assert.deepEqual(found, expected, name);
  assert.ok(took >= least, `${name}: it waited ${took} ms`);
  const wait = (report.retryAt ?? Date.now()) - Date.now();
  assert.ok(Math.abs(wait - (retryIn ?? 0)) < 60_000, `${name}: to be asked again in ${wait} ms`);
}

/**
 * How each person ends: one for all, or one each.
 * @param {Record<string, string>} expect @param {{ name: string, kind: string }} world
 * @returns {string[]}
 */
function ends(expect, { name, kind }) {
  const kinds = [name, kind, kind === "per_role" ? "each" : "together"];
  const text = kinds.map((key) => expect[key]).find((found) => found !== undefined) ?? "";
  const each = text.split(", ");
  return each.length === 1 ? people.map(() => each[0]) : each;
}

/**
 * Who is invited is in the ledger once, who is not is not in it; of the unconfirmed nobody knows.
 * @param {string} name @param {import("invite-users").Report} report
 * @param {FakeApis} server @param {{ kind: string }} world
 */
async function compare(name, report, server, { kind }) {
  const accepted = (await server.ledger()).flatMap((/** @type {any} */ record) => record.people);
  for (const { invitee, status } of report.outcomes) {
    const email = people[invitee];
    const times = accepted.filter((/** @type {string} */ person) => person === email).length;
    const least = status === "invited" ? 1 : 0;
    const most = status === "failed" || status === "not_sent" ? 0 : kind === "repeatable" ? 3 : 1;
    const holds = least <= times && times <= most;
    assert.ok(holds, `${name}: ${email} is ${status}, and ${times} times in the ledger`);
  }
}

/** @returns {Promise<FakeApis>} */
function acquire() {
  const server = free.pop();
  return server ? Promise.resolve(server) : new Promise((resolve) => waiting.push(resolve));
}

/** @param {FakeApis} server */
function release(server) {
  const next = waiting.shift();
  if (next) next(server);
  else free.push(server);
}

/** @param {PromiseSettledResult<void>} result */
function reason(result) {
  return "reason" in result ? result.reason : undefined;
}
