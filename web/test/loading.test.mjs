/** Loading: before, failing, again, and where there is no page. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { test } from "node:test";

/** @typedef {import("invite-users").InviteError} InviteError */

/** @param {string} file */
const inDist = (file) => new URL(`../dist/${file}`, import.meta.url);

const WASM = { "content-type": "application/wasm" };
const bytes = await readFile(inDist("check.wasm"));
const other = await readFile(inDist("core.wasm"));

/** What init is given, and the error that it rejects with. */
const FAILURES = [
  { name: "an answer 404", code: "wasm_not_found", give: () => new Response("gone", { status: 404 }), params: { status: 404 } },
  { name: "an answer 503", code: "wasm_load_failed", give: () => new Response("", { status: 503 }), says: /503/ },
  {
    name: "a page in its place", code: "wasm_not_wasm", params: { found: "text/html" },
    give: () => new Response("<!doctype html>", { headers: { "content-type": "text/html; charset=utf-8" } }),
  },
  { name: "nothing at all", code: "wasm_not_wasm", give: () => new Response(null, { headers: WASM }), params: { found: "nothing" } },
  { name: "text for bytes", code: "wasm_not_wasm", give: () => new TextEncoder().encode("AGFzbQ"), params: { found: "something else" } },
  { name: "the beginning", code: "wasm_truncated", give: () => bytes.subarray(0, 2) },
  { name: "half of it", code: "wasm_truncated", give: () => bytes.subarray(0, bytes.length / 2) },
  { name: "half of it in an answer", code: "wasm_truncated", give: () => new Response(bytes.subarray(0, 5000), { headers: WASM }) },
  { name: "a length without an end", code: "wasm_truncated", give: () => Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 0x80) },
  { name: "a body that breaks off", code: "wasm_truncated", give: () => new Response(broken(), { headers: WASM }) },
  { name: "bytes that were changed", code: "wasm_load_failed", give: changed },
  { name: "another module", code: "wasm_wrong_file", give: () => other },
  { name: "a module without its imports", code: "wasm_wrong_file", give: () => Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0) },
  {
    name: "an address where nobody answers", code: "wasm_unreachable", give: () => "http://127.0.0.1:9/check.wasm",
    params: { source: "http://127.0.0.1:9/check.wasm" },
  },
  {
    name: "a policy without WebAssembly", code: "wasm_blocked", says: /wasm-unsafe-eval/,
    give: () => Promise.reject(new WebAssembly.CompileError("violates the following Content Security policy directive")),
  },
];

test("a call before init is refused; each failure has its code, leaves nothing behind, and then all works", async () => {
  const check = await import(inDist("check.js").href);
  const isRefused = () => assert.throws(() => check.checkEmail("ann@acme.com"), { name: "InviteError", code: "not_ready" });
  isRefused();
  for (const { name, code, give, says, params } of FAILURES) {
    const error = await failure(check.default(give()));
    assert.equal(error.code, code, name);
    assert.match(error.message, says ?? /./, name);
    assert.deepEqual({ ...error.params, ...params }, error.params, name);
    isRefused();
  }
  await Promise.all([check.default(new Response(bytes, { headers: WASM })), check.default()]);
  await check.default();
  assert.equal(check.checkEmail("ann@acme.com").valid, true);
});

test("an address: what its server answers is told without the query, and the next attempt may succeed", async () => {
  const { default: init, plan } = await import(inDist("index.js").href);
  /** @type {import("node:http").RequestListener} */
  let answer = (_, response) => response.writeHead(404).end();
  const server = createServer((request, response) => answer(request, response)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const url = new URL(`http://127.0.0.1:${port}/core.wasm?signature=secret`);
  const source = `http://127.0.0.1:${port}/core.wasm`;

  const absent = await failure(init(url));
  assert.deepEqual([absent.code, absent.params], ["wasm_not_found", { source, status: 404 }]);

  answer = (request, response) => request.url === "/login"
    ? response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html>")
    : response.writeHead(302, { location: "/login" }).end();
  const page = await failure(init(url));
  assert.equal(page.code, "wasm_not_wasm");
  assert.deepEqual(page.params, { source: `http://127.0.0.1:${port}/login`, found: "text/html" });

  answer = (_, response) => response.writeHead(200, WASM).end(other.subarray(0, 10_000));
  assert.equal((await failure(init(url.href))).code, "wasm_truncated");
  answer = (_, response) => {
    response.writeHead(200, { ...WASM, "content-length": other.length });
    response.write(other.subarray(0, 10_000), () => response.destroy());
  };
  assert.equal((await failure(init(url))).code, "wasm_truncated");

  let requests = 0;
  answer = (_, response) => (requests += 1) === 1 ? response.destroy() : response.writeHead(200).end(other);
  await init(url);
  assert.equal(requests, 2, "a moment without network is no failure");
  assert.equal(plan({ api: "vijil" }, []).problems.length > 0, true);
  server.close();
  server.closeAllConnections();
});

/** @param {Promise<void>} loading @returns {Promise<InviteError>} */
async function failure(loading) {
  return loading.then(() => assert.fail("it loaded"), (error) => {
    assert.equal(error.name, "InviteError");
    return error;
  });
}

/** A body that ends in an error. */
function broken() {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, 100));
    },
    pull(controller) {
      controller.error(new TypeError("terminated"));
    },
  });
}

/** Its sections are whole, and one of them says nonsense. */
function changed() {
  const copy = Uint8Array.from(bytes);
  copy.fill(0xff, 20, 40);
  return copy;
}
