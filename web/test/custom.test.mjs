/** Described APIs in JavaScript: the same functions, and mistakes as errors or problems. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { apiInfo, apis, InviteError, loadRoles, plan, readReply, readRequest, send } from "invite-users";

/** @type {import("invite-users").CustomApi} */
const ACME = {
  $schema: "https://example.com/custom-api.schema.json",
  name: "Acme",
  baseUrl: "https://api.acme.com",
  path: "/teams/{team}/invitations",
  batching: "together",
  roles: { choices: ["member", { name: "owner", privileged: true }], default: "member" },
  settings: [{ name: "team", type: "text", required: true }, { name: "seats", type: "int64" }],
  personFields: [{ name: "is_admin" }],
  body: {
    seats: "$setting.seats",
    users: { $people: { email: "$email", role: "$role", admin: "$field.is_admin" } },
  },
  reply: { invited: { at: "/users", email: "/email" }, detail: { id: "/id" } },
};

const config = { api: ACME, settings: { team: "r&d", seats: 9007199254740993n } };
/** @type {import("invite-users").CustomInvitee[]} */
const people = [{ email: "ann@acme.com", roles: ["owner"], is_admin: true }, { email: "bob@acme.com" }];
const body = '{"seats":9007199254740993,"users":[{"email":"ann@acme.com","role":"owner","admin":true},'
  + '{"email":"bob@acme.com"}]}';

test("a described API is planned, read and sent", async () => {
  const { requests: [request], problems } = plan(config, people);
  assert.deepEqual(problems, []);
  assert.equal(request?.url, "https://api.acme.com/teams/r%26d/invitations");
  assert.equal(request?.body, body);
  const users = [{ email: "ann@acme.com", id: 7 }, { email: "bob@acme.com", id: 8 }];
  const reply = { status: 200, headers: {}, body: JSON.stringify({ users }) };
  const outcomes = [
    { invitee: 0, status: "invited", detail: { id: "7" } },
    { invitee: 1, status: "invited", detail: { id: "8" } },
  ];
  assert.deepEqual(request && readReply(config, request, reply), outcomes);
  const fetch = async () => new Response(reply.body);
  assert.deepEqual((await send(config, people, { fetch })).outcomes, outcomes);
});

test("its requests are read on a server", () => {
  const read = readRequest({ ...config, settings: { team: "r&d" } }, body);
  const settings = { seats: "9007199254740993" };
  assert.deepEqual(read, { invitees: people, settings, problems: [] });
  const strange = readRequest(config, '{"users":[{"email":"ann@acme.com","owner":true}]}');
  assert.deepEqual(strange.problems.map(({ code }) => code), ["unknown_member"]);
});

test("it says of itself what a known one says", async () => {
  const info = apiInfo(ACME);
  assert.deepEqual([info.id, info.name, info.maxBatch], ["custom", "Acme", null]);
  assert.deepEqual(Object.keys(info), Object.keys(apiInfo("vijil")));
  assert.deepEqual(apis().map(({ id }) => apiInfo(id)), apis());
  assert.deepEqual((await loadRoles(config)).map(({ name }) => name), ["member", "owner"]);
});

test("a description that is wrong is misuse where nothing can be told as a problem", async () => {
  const api = /** @type {any} */ ({ ...ACME, batching: "all", path: 7 });
  const problems = plan({ api }, people).problems;
  assert.deepEqual(problems.map(({ field }) => field), ["api.batching", "api.path"]);
  assert.deepEqual(readRequest({ api }, body).problems, problems);
  const request = { id: 0, method: "POST", url: "", headers: {}, body, invitees: [0, 1] };
  const reply = { status: 200, headers: {}, body: "" };
  const mistaken = (/** @type {unknown} */ error) =>
    error instanceof InviteError && error.code === "description_wrong_value" && error.params.key === "api.batching";
  assert.throws(() => readReply({ api }, request, reply), mistaken);
  assert.throws(() => apiInfo(api), mistaken);
  await assert.rejects(loadRoles({ api }), mistaken);
});

test("a description without an end is refused", () => {
  const api = /** @type {any} */ (structuredClone(ACME));
  api.body.users = api;
  assert.throws(() => apiInfo(api), { code: "invalid_argument" });
});

test("the package has the schema", () => {
  const url = new URL("../schema/custom-api.schema.json", import.meta.url);
  const schema = JSON.parse(readFileSync(url, "utf8"));
  const unknown = Object.keys(ACME).filter((key) => !(key in schema.properties));
  assert.deepEqual(unknown, []);
  const exported = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).exports;
  assert.equal(exported["./custom-api.schema.json"], "./schema/custom-api.schema.json");
});
