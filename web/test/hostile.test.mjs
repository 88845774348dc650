/** What a hostile client or server says becomes plain data, and changes nothing else. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { plan, readReply, readRequest } from "invite-users";
import { configs } from "./configs.mjs";

const people = [{ email: "ann@acme.com" }];
const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];

/** Bodies whose members are named like JavaScript's own. */
const bodies = names.flatMap((name) => [
  `{"${name}":{"polluted":true}}`,
  `{"${name}":"polluted","email":"ann@acme.com","roles":["extractor-user"],"id":1}`,
  `{"invited_user_emails":[],"error_details":{"${name}":"polluted"}}`,
  `{"detail":{"${name}":{"polluted":true}},"title":"no"}`,
  `{"detail":[{"loc":["body","${name}"],"msg":"polluted","${name}":{"polluted":true}}]}`,
]);

test("a server's words change no prototype", () => {
  for (const { config, roles } of Object.values(configs)) {
    const [request] = plan(config, people.map((person) => ({ ...person, roles }))).requests;
    assert.ok(request);
    for (const body of bodies) {
      for (const status of [200, 201, 400, 422, 500]) {
        const outcomes = readReply(config, request, { status, headers: {}, body });
        assert.equal(outcomes.length, 1, body);
        assertPlain(outcomes, body);
      }
    }
  }
  assertUntouched();
});

test("a client's words change no prototype, and become no setting", () => {
  for (const { config, roles } of Object.values(configs)) {
    const [request] = plan(config, people.map((person) => ({ ...person, roles }))).requests;
    assert.ok(request);
    for (const name of names) {
      const body = request.body.replace("{", `{"${name}":{"polluted":true},`);
      const read = readRequest(config, body);
      assert.ok(read.problems.some(({ code, field }) => code === "unknown_member" && field === name));
      assert.ok(!Object.hasOwn(read.settings, name), name);
      assertPlain(read, body);
    }
  }
  assertUntouched();
});

test("a server's markup stays text", () => {
  const [request] = plan(configs.galileo.config, people).requests;
  assert.ok(request);
  const markup = "<img src=x onerror=alert(1)>";
  const body = JSON.stringify({ detail: markup });
  const [outcome] = readReply(configs.galileo.config, request, { status: 422, headers: {}, body });
  assert.equal(outcome?.serverMessage, markup);
});

function assertUntouched() {
  assert.equal(Reflect.get({}, "polluted"), undefined);
  assert.equal(Reflect.get(Function, "polluted"), undefined);
}

/** Plain objects and real arrays, all the way down. @param {unknown} value @param {string} about */
function assertPlain(value, about) {
  if (typeof value !== "object" || value === null) return;
  const kind = Array.isArray(value) ? Array.prototype : Object.prototype;
  assert.equal(Object.getPrototypeOf(value), kind, about);
  for (const name of Reflect.ownKeys(value)) assertPlain(Reflect.get(value, name), about);
}
