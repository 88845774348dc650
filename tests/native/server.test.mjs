/** The example crates/core/examples/server, asked over HTTP as every server of the package is: by the same suite. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { FakeApis } from "../e2e/fake-apis.mjs";
import { KEY, KEYED, PAGE, PATIENCE, WORLDS } from "../../web/test/server/routes.mjs";
import { serverSuite } from "../../web/test/server/suite.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PROGRAM = process.env.SERVER ?? `${ROOT}target/debug/examples/server`;

/** What stands in the files that the configuration names; there is none of the name `missing`. */
const FILES = { key: `${KEY}\n`, "broken-key": `${KEY}\r\nx-evil: 1`, none: "0\n", two: "2\n", empty: "" };

serverSuite("the example in Rust", (upstream) => start((folder) => configuration(upstream, folder)));

test("the file that stands beside the example can be served", async (t) => {
  const file = JSON.parse(readFileSync(`${ROOT}crates/core/examples/server/server.json`, "utf8"));
  const { origin, stop } = await start(() => ({ ...file, listen: "127.0.0.1:0" }));
  t.after(stop);
  const [path] = Object.keys(file.routes);
  const { status, code, sent } = await problemOf(ask(origin + path, "ann", { email: "ann@acme" }));
  assert.deepEqual({ status, code, sent }, { status: 400, code: "domain_no_dot", sent: false });
});

test("who has too few seats is told how many there are", async (t) => {
  const { origin, stop } = await start((folder) => configuration("http://127.0.0.1:1", folder));
  t.after(stop);
  const emails = ["ann@acme.com", "ben@acme.com", "carla@acme.com"];
  const { status, code, detail } = await problemOf(ask(`${origin}/galileo`, "content", { emails }));
  assert.deepEqual([status, code], [403, "not_approved"]);
  assert.equal(detail, "the team has seats for 2 more: invite fewer");
});

test("a key of idempotency that is no ASCII is read as Fetch reads headers", async (t) => {
  const apis = await FakeApis.start();
  t.after(() => apis.stop());
  const { origin, stop } = await start((folder) => configuration(apis.origin, folder));
  t.after(stop);
  await ask(`${origin}/keyed`, "member", { email: "ann@acme.com" }, { "idempotency-key": "clé" });
  const [{ headers }] = await apis.requests();
  const hashed = createHash("sha256").update('["member","clé"]').digest("hex");
  assert.equal(headers["idempotency-key"], hashed);
});

function ask(url, user, body, more) {
  const headers = { origin: PAGE, "content-type": "application/json", cookie: `user=${user}`, ...more };
  return fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
}

async function problemOf(asked) {
  return (await asked).json();
}

/** @param {(folder: string) => object} configured what the server is told, where its files are in that folder */
async function start(configured) {
  const folder = mkdtempSync(join(tmpdir(), "server-"));
  const write = (name, text) => writeFileSync(join(folder, name), text);
  Object.entries(FILES).forEach(([name, text]) => write(name, text));
  write("server.json", JSON.stringify(configured(folder)));
  const env = { NO_PROXY: "127.0.0.1" };
  const program = spawn(PROGRAM, [join(folder, "server.json")], { env, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  program.stderr.on("data", (chunk) => { log += chunk; });
  const failed = once(program, "close").then(([code]) => {
    throw new Error(`${PROGRAM} ended with ${code}: ${log}`);
  });
  const [origin] = await Promise.race([once(createInterface({ input: program.stdout }), "line"), failed]);
  failed.catch(() => {});
  const stop = () => {
    program.kill();
    rmSync(folder, { recursive: true });
    assert.doesNotMatch(log, new RegExp(KEY), "the key is in no log");
  };
  return { origin, stop };
}

/** The routes of routes.mjs, as far as the suite asks them. */
function configuration(upstream, folder) {
  const file = (name) => join(folder, name);
  const route = (api, config, more) => {
    const { mount, settings, roles } = WORLDS[api];
    const all = { api, baseUrl: upstream + mount, settings, ...config };
    return { config: all, keyFile: file("key"), users: usersWith(roles, file), ...more };
  };
  const apis = Object.keys(WORLDS).map((api) => [`/${api}`, route(api)]);
  const routes = {
    ...Object.fromEntries(apis),
    "/keyed": route("vijil", { api: KEYED }),
    "/slow": route("galileo", {}, { timeout: PATIENCE }),
    "/speechless": route("galileo", {}, { keyFile: file("missing") }),
    "/broken-key": route("galileo", {}, { keyFile: file("broken-key") }),
    "/unset": route("contextual", { settings: {} }),
  };
  return { listen: "127.0.0.1:0", origins: [PAGE], routes };
}

/** The users of routes.mjs; where a function throws there, what is written here can't be read. */
function usersWith([common, privileged], file) {
  const grant = { roles: [common], maxInvitees: 3 };
  const user = (inviter, more) => ({ inviter, grant: { ...grant, ...more } });
  return {
    member: user("member"),
    "other-member": user("other-member"),
    admin: user("admin", { roles: [common, privileged], fields: ["is_tenant_admin"], maxInvitees: 1000 }),
    narrow: user("narrow", { roles: [] }),
    typo: user("typo", { roles: ["EMPEROR-OF-ALL"] }),
    nameless: user(""),
    endless: user("endless", { maxInvitees: null }),
    generous: user("generous", { roles: "all" }),
    true: true,
    thrower: "no session",
    poor: { ...user("poor"), seats: file("none") },
    picky: { ...user("picky"), refused: { "ben@acme.com": "Ben has left the company" } },
    content: { ...user("content"), seats: file("two") },
    silent: { ...user("silent"), seats: file("empty") },
    surprised: { ...user("surprised"), seats: file("missing") },
  };
}
