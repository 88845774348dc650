/**
 * Installs the packed package in each project of `consumers/`, builds and opens or runs the project, and looks at what a
 * developer would: does it work, what was fetched, what was complained of.
 */

import assert from "node:assert/strict";
import { copyFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { CONSUMERS } from "./consumers.mjs";
import { FakeApis } from "../e2e/fake-apis.mjs";
import { serverSuite } from "../../web/test/server/suite.mjs";
import { freePort, run, runRefusing, serve } from "./command.mjs";
import { assertFound } from "./mistakes.mjs";
import { serveFiles } from "./site.mjs";
import { Visit, launch } from "./visit.mjs";
import { copy, install } from "./workspace.mjs";

let package_;
let browser;

before(() => {
  package_ = install();
});
after(() => browser?.close());

for (const consumer of CONSUMERS) {
  test(consumer.name, () => proves(consumer));
}

serverSuite("next-server", async (upstream) => {
  const project = copy("next-server", ["next-server"], package_.installed);
  copyFileSync(new URL("../../web/test/server/routes.mjs", import.meta.url), join(project, "routes.mjs"));
  const env = { UPSTREAM: upstream };
  await run(project, ["next", "build"], env);
  return serve(project, ["next", "start", "--port", "PORT"], await freePort(), env);
});

async function proves(consumer) {
  const port = await freePort();
  const upstream = consumer.invites && await FakeApis.start();
  const env = upstream ? environment(upstream, port) : {};
  try {
    await built(consumer, { port, env, upstream });
  } finally {
    upstream?.stop();
  }
}

/** What a host's server is told when it is set up. */
function environment({ origin }, port) {
  return { INVITE_API: `${origin}/vijil`, INVITE_KEY: "demo-key", SITE_ORIGIN: `http://127.0.0.1:${port}` };
}

async function built(consumer, host) {
  const project = copy(consumer.name, consumer.from ?? [consumer.name], package_.installed);
  if (consumer.root) writeFileSync(join(project, "package-lock.json"), package_.lock);
  const printed = [];
  for (const command of consumer.commands ?? []) {
    printed.push(await run(project, command, host.env));
  }
  if (consumer.prints) assert.deepEqual(JSON.parse(printed.at(-1)), consumer.prints);
  if (consumer.finds) assertFound(project, await runRefusing(project, consumer.finds));
  if (consumer.emits) assertEmitted(project, consumer.emits);
  if (consumer.serves) await served(project, consumer, host);
}

/** The tool has put these modules and no copies of them beside the scripts. */
function assertEmitted(project, { folder, modules }) {
  const files = readdirSync(join(project, folder), { recursive: true });
  assert.equal(files.filter((file) => file.endsWith(".wasm")).length, modules, `${files}`);
}

async function served(project, consumer, { port, env, upstream }) {
  const { serves: { command, folder, policy, path = "/" }, shows, answers, says } = consumer;
  const server = await (command ? serve(project, command, port, env) : serveFiles(join(project, folder), policy));
  try {
    const address = `${server.origin}${path}`;
    if (answers) assert.deepEqual(await (await fetch(address)).json(), answers);
    if (says) assert.ok((await (await fetch(address)).text()).includes(says), says);
    if (shows) await visited(address, { ...shows, upstream }, `${project}.png`);
    else if (upstream) await assertRelayed(address, upstream);
  } finally {
    server.stop();
  }
}

/** Without a page: the server invites whom a page would ask it to. */
async function assertRelayed(address, upstream) {
  const { origin } = new URL(address);
  const body = JSON.stringify({ email: "ann@acme.com" });
  const response = await fetch(address, { method: "POST", headers: { origin, "content-type": "application/json" }, body });
  assert.equal(response.status, 201, await response.text());
  assert.deepEqual((await upstream.acceptedBodies()).map(({ email }) => email), ["ann@acme.com"]);
}

async function visited(address, { fetches, functions, upstream }, picture) {
  browser ??= await launch();
  const visit = await Visit.begin(browser, package_.installed);
  try {
    await visit.page.goto(address);
    await visit.assertConfigured();
    await visit.assertAddable();
    if (functions) await visit.assertChecked();
    if (upstream) await visit.assertInvited(upstream);
    await visit.assertQuiet(fetches);
  } catch (failure) {
    throw await visit.explained(failure, picture);
  } finally {
    await visit.end();
  }
}
