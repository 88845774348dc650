/** The suite of the server handler on every platform that it is made for; on Node's own `http` it is in web/test. */

import { serverSuite } from "../../web/test/server/suite.mjs";
import { installed, serving } from "./program.mjs";
import { workerd } from "./workerd.mjs";

const BARE = ["run", "--allow-net", "--allow-read", "--allow-env", "--node-modules-dir=manual", "--no-check", "deno.mjs"];

serverSuite("Hono on Node", (upstream) => serving(process.execPath, ["hono.mjs"], { env: { UPSTREAM: upstream } }));
serverSuite("Deno", (upstream) => serving(installed("deno"), BARE, { env: { UPSTREAM: upstream } }));
serverSuite("Bun", (upstream) => serving(installed("bun"), ["bun.mjs"], { env: { UPSTREAM: upstream } }));
serverSuite("workerd", workerd);
