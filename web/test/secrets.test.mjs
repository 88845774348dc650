/** A secret shows in nothing that this package hands out, whatever comes back. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { loadRoles, plan, readReply, readRequest, send } from "invite-users";
import { configs } from "./configs.mjs";

const SECRET = "s3cr3t-t0ken";

/** @type {import("invite-users").Auth[]} */
const auths = [
  { type: "bearer", token: SECRET },
  { type: "bearer", token: async () => SECRET },
  { type: "header", name: "Galileo-API-Key", value: SECRET },
  { type: "basic", username: "ann", password: SECRET },
];

/** @type {(() => Promise<Response>)[]} */
const answers = [
  async () => Response.json({}),
  async () => Response.json({ detail: "no" }, { status: 401 }),
  async () => new Response("<html>", { status: 500 }),
  async () => { throw new TypeError("fetch failed"); },
];

for (const auth of auths) {
  test(`${auth.type}: nothing quotes the secret`, async () => {
    for (const { config, roles } of Object.values(configs)) {
      const whole = { ...config, auth };
      const people = [{ email: "ann@acme.com", roles }];
      const planned = plan(whole, people);
      const [request] = planned.requests;
      assert.ok(request);
      const reply = { status: 500, headers: {}, body: "" };
      /** @type {unknown[]} */
      const said = [planned, readRequest(whole, request.body), readReply(whole, request, reply)];
      for (const fetch of answers) {
        // Who waits to send again waits no longer.
        const signal = AbortSignal.timeout(50);
        const onProgress = (/** @type {unknown} */ progress) => said.push(progress);
        said.push(await send(whole, people, { fetch, signal, onProgress }));
        said.push(await loadRoles(whole, { fetch }).catch((error) => error));
      }
      said.push(thrown(() => plan(whole, /** @type {any} */ ("x"))));
      assertSilent(said);
    }
  });
}

test("a secret that can't be sent is not quoted", async () => {
  for (const secret of [`${SECRET}\r\nX: y`, `${SECRET}\u{1F600}`, "\0" + SECRET]) {
    const auth = { type: /** @type {const} */ ("bearer"), token: secret };
    const fetch = async () => assert.fail("it left");
    const people = [{ email: "ann@acme.com" }];
    const report = await send({ ...configs.galileo.config, auth }, people, { fetch });
    assert.deepEqual(report.outcomes.map(({ code }) => code), ["auth_failed"]);
    assert.deepEqual(report.problems.map(({ code, field }) => [code, field]), [["auth_malformed", "auth"]]);
    assertSilent([report]);
  }
});

/** @param {() => unknown} call */
function thrown(call) {
  try {
    return call();
  } catch (error) {
    return error;
  }
}

/** In no member, hidden or not, and in no stack. @param {unknown[]} said */
function assertSilent(said) {
  const shown = inspect(said, { depth: Infinity, showHidden: true, getters: true });
  const encoded = btoa(`ann:${SECRET}`);
  for (const secret of [SECRET, encoded]) assert.ok(!shown.includes(secret), shown);
}
