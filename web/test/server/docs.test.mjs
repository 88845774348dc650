/** The programs of docs/server.md run, each on what stands for its platform, and refuse what they should. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const page = readFileSync(new URL("../../../docs/server.md", import.meta.url), "utf8");
const [handler = "", ...rest] = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = ""]) => code);
const programs = rest.filter((code) => code.includes("./invite.js"));
const [approval = "", asking = ""] = rest.filter((code) => !code.includes("./invite.js"));

const served = /** @type {Function[]} */ ([]);
Reflect.set(globalThis, "docsOfServer", {
  served,
  sessionOf: async (/** @type {Request} */ { headers }) => headers.get("cookie") && { id: "ann", mayInvite: true, team: "t" },
});

/** What pages leave to the reader, and what stands for platforms. */
const STUBS = {
  "./invite.js": module(`const { sessionOf } = globalThis.docsOfServer; ${linked(handler)}`),
  hono: module("export class Hono { all(_, ask) { this.fetch = (raw) => ask({ req: { raw } }); } }"),
  express: module("export default () => ({ all: (_, listener) => ({ listen: () => docsOfServer.served.push(listener) }) });"),
  "node:http": module("export const createServer = (listener) => ({ listen: () => docsOfServer.served.push(listener) });"),
};
const serving = { serve: (/** @type {any} */ first, /** @type {any} */ ask) => served.push(ask ?? first.fetch) };
Object.assign(globalThis, { Deno: serving, Bun: serving });

test("every platform of the page has its program", () => {
  assert.equal(programs.length, 7);
  assert.ok(approval.includes("approve") && asking.includes("403"));
});

for (const [index, program] of programs.entries()) {
  test(`the program of docs/server.md number ${index + 1} answers`, async () => {
    served.length = 0;
    const exported = await import(module(linked(program)));
    const ask = served[0] ?? exported.POST ?? exported.default.fetch;
    const status = program.includes("toNodeListener") ? await heard(ask) : await answered(ask);
    assert.equal(status, 403);
  });
}

test("what the page says of a refusal is so", async () => {
  const code = linked(`import { invite } from "./invite.js";\nimport assert from "node:assert";\n${asking}`);
  await import(module(code.replaceAll(/^(\S.*); \/\/ (.+)$/gm, "assert.deepEqual($1, $2);")));
});

test("the page's approve counts seats", async () => {
  const code = `const seatsLeft = async () => 1; const user = { team: "t" }; ${approval} export { approve };`;
  const { approve } = await import(module(code));
  assert.deepEqual([await approve([1]), await approve([1, 2])], [true, "the team has 1 seats left"]);
});

/** @param {string} code */
function module(code) {
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

/**
 * The code with each import led to what stands for it.
 * @param {string} code
 * @returns {string}
 */
function linked(code) {
  const handler = new URL("../../dist/server.js", import.meta.url).href;
  return code.replaceAll(/from "(.+)"/g, (whole, name) => {
    if (name === "invite-users/server") return `from "${handler}"`;
    const stub = name.endsWith("/invite.js") ? STUBS["./invite.js"] : STUBS[/** @type {"hono"} */ (name)];
    return stub ? `from "${stub}"` : whole;
  });
}

/** @param {Function} ask */
async function answered(ask) {
  const request = new Request("https://app.acme.com/api/invite", { method: "POST", body: "{}" });
  return (await ask(request, {}, { waitUntil() {} })).status;
}

/** @param {Function} listener */
async function heard(listener) {
  const heads = /** @type {number[]} */ ([]);
  const incoming = { method: "POST", url: "/api/invite", headers: { host: "app.acme.com" }, resume() {} };
  await listener(incoming, { writeHead: (/** @type {number} */ status) => heads.push(status), end() {} });
  return heads[0];
}
