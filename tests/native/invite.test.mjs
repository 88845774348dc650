/**
 * The example crates/core/examples/invite, as a person runs it, against the fake APIs over real
 * sockets: what it prints, how it ends, and what the server's ledger says of it.
 */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { FakeApis } from "../e2e/fake-apis.mjs";
import { CASES, DESTINATIONS, PEOPLE, TOKEN } from "./invite-cases.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PROGRAM = process.env.INVITE ?? `${ROOT}target/debug/examples/invite`;

let server;
let folder;

before(async () => {
  server = await FakeApis.start();
  folder = mkdtempSync(join(tmpdir(), "invite-"));
});
after(() => {
  server.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => server.reset());

for (const { name, api, file = PEOPLE, faults = [], args = ["--yes"], ...expected } of CASES) {
  test(name, async () => {
    await server.setFaults(...faults);
    const { code, output } = await ended(start(api, file, args));
    assert.equal(code, expected.code, output);
    for (const line of expected.lines) assert.ok(output.includes(line), `${line}\nin\n${output}`);
    assert.deepEqual(await invited(), expected.ledger);
    assert.doesNotMatch(output, new RegExp(`${TOKEN}|[\\x00-\\x09\\x0b-\\x1f]`));
  });
}

test("an interrupt ends it at once, with a report", { skip: process.platform === "win32" }, async () => {
  await server.setFaults({ after: true, delayMs: 60_000 });
  const program = start("galileo", PEOPLE, ["--yes"]);
  while ((await server.ledger()).length === 0) assert.equal(program.exitCode, null);
  program.kill("SIGINT");
  const { code, output } = await ended(program);
  assert.equal(code, 1);
  assert.match(output, /^unconfirmed ann@acme\.com: you cancelled/m);
});

/** Starts the program with this file; it has nobody to ask. */
function start(api, file, args) {
  const path = join(folder, "people.csv");
  writeFileSync(path, file);
  const { mount, args: more } = DESTINATIONS[api];
  const where = ["--api", api, "--base-url", server.origin + mount, ...more];
  const env = { PATH: process.env.PATH, INVITE_TOKEN: TOKEN, NO_PROXY: "127.0.0.1" };
  return spawn(PROGRAM, [path, ...where, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
}

/** How it ended, and what it printed. */
async function ended(program) {
  const printed = Promise.all([text(program.stdout), text(program.stderr)]);
  const [code] = await once(program, "close");
  return { code, output: (await printed).join("") };
}

/** Whom the ledger has, in alphabetical order: requests race one another. */
async function invited() {
  return (await server.ledger()).flatMap(({ people }) => people).sort();
}
