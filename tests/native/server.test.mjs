/**
 * The example crates/core/examples/server, asked over HTTP as every server of the package is: the same suite,
 * but for what a file can't say (what a host's own functions do) and for keys of idempotency.
 */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { KEY, PAGE, WORLDS } from "../../web/test/server/routes.mjs";
import { serverSuite } from "../../web/test/server/suite.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PROGRAM = process.env.SERVER ?? `${ROOT}target/debug/examples/server`;

const ROUTES = Object.keys(WORLDS).map((api) => `/${api}`);
/** Whoever has a grant that is data, or none. */
const USERS = ["member", "admin", "narrow", "typo", "nobody"];

serverSuite("the example in Rust", start, (route, user) => ROUTES.includes(route) && USERS.includes(user));

async function start(upstream) {
  const folder = mkdtempSync(join(tmpdir(), "server-"));
  const file = join(folder, "server.json");
  writeFileSync(file, JSON.stringify(configuration(upstream)));
  const env = { INVITE_TOKEN: KEY, NO_PROXY: "127.0.0.1" };
  const program = spawn(PROGRAM, [file], { env, stdio: ["ignore", "pipe", "inherit"] });
  const failed = once(program, "exit").then(([code]) => {
    throw new Error(`${PROGRAM} ended with ${code}`);
  });
  const [origin] = await Promise.race([once(createInterface({ input: program.stdout }), "line"), failed]);
  failed.catch(() => {});
  return { origin, stop: () => (program.kill(), rmSync(folder, { recursive: true })) };
}

function configuration(upstream) {
  const worlds = Object.entries(WORLDS);
  const routes = worlds.map(([api, { mount, settings }]) => [`/${api}`, { api, baseUrl: upstream + mount, settings }]);
  const users = worlds.map(([api, { roles }]) => [`/${api}`, usersWith(roles)]);
  return {
    listen: "127.0.0.1:0",
    origins: [PAGE],
    routes: Object.fromEntries(routes),
    users: Object.fromEntries(users),
  };
}

function usersWith([common, privileged]) {
  const member = { roles: [common], maxInvitees: 3 };
  return {
    member,
    admin: { roles: [common, privileged], fields: ["is_tenant_admin"], maxInvitees: 1000 },
    narrow: { ...member, roles: [] },
    typo: { ...member, roles: ["EMPEROR-OF-ALL"] },
  };
}
