/** The JavaScript in the README and the docs runs, and gives what its comments say. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
const dist = new URL("web/dist/index.node.js", root).href;
const check = new URL("web/dist/check.node.js", root).href;

for (const page of ["README.md", "web/README.md", "docs/headless.md", "docs/addresses.md", "docs/custom-api.md"]) {
  test(`the code of ${page}`, async () => {
    const code = script(readFileSync(new URL(page, root), "utf8"));
    assert.ok(code.includes(`from "${dist}"`), "it imports the package");
    const log = /** @type {unknown[]} */ ([]);
    const compared = /** @type {typeof assert.deepEqual} */ ((got, said) => {
      assert.deepEqual(got, said);
      log.push(got);
    });
    Reflect.set(globalThis, "docs", { assert: { deepEqual: compared }, fetch: answer, log });
    await import(`data:text/javascript,${encodeURIComponent(prelude + code)}`);
    assert.ok(log.length > 0, "it tells or logs what happens");
  });
}

/** What the pages leave to the reader. */
const prelude = `
const { assert, fetch, log } = globalThis.docs;
globalThis.fetch = fetch;
const [token, key, signal] = ["a-token", "a-key", new AbortController().signal];
const console = { log: (...values) => log.push(values) };
`;

/**
 * Every block that imports the package or goes on from one, as one module.
 * @param {string} page
 */
function script(page) {
  const blocks = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = ""]) => code);
  const first = blocks.findIndex((code) => code.includes('from "invite-users"'));
  return blocks.slice(first).join("\n")
    .replaceAll('from "invite-users"', `from "${dist}"`)
    .replaceAll('from "invite-users/check"', `from "${check}"`)
    .replaceAll(/^(\w.*); \/\/ (.+)$/gm, checked);
}

/**
 * `code; // value` or `code; // value: remark` becomes an assertion; any other comment stays.
 * @param {string} line @param {string} code @param {string} said
 */
function checked(line, code, said) {
  if (/^(const|await|import)\b/.test(code)) return line;
  const value = /^\d+(?=:)/.exec(said)?.[0] ?? said;
  const got = /^console\.log\((.*)\)$/.exec(code)?.[1] ?? code;
  return `${line}\nassert.deepEqual(${got}, ${value});`;
}

/**
 * A server that invites whom it is asked to.
 * @param {string} _ @param {{ body: string }} init
 */
async function answer(_, { body }) {
  const { email } = JSON.parse(body);
  const invitation = { id: "7", email, status: "PENDING", expires_at: 1_790_600_000 };
  return new Response(JSON.stringify(email ? invitation : {}), { status: 200 });
}
