/** Runs a project's tools: to their end, or as a server as long as a test lasts. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { delimiter } from "node:path";
import { PROGRAMS } from "./workspace.mjs";

/** How long a tool may take; a healthy machine needs a tenth of it. */
const PATIENCE = 240_000;

/** Runs a command to its end and answers what it printed; it must succeed. */
export async function run(project, command, env = {}) {
  const { code, out, err } = await ended(project, command, env);
  assert.equal(code, 0, `${command.join(" ")}\n${out}${err}`);
  return out;
}

/** Runs a command to its end and answers what it printed; it must fail. */
export async function runRefusing(project, command) {
  const { code, out, err } = await ended(project, command, {});
  assert.ok(code > 0, `${command.join(" ")} ended with ${code}\n${out}${err}`);
  return out;
}

async function ended(project, command, env) {
  const child = start(project, command, env);
  const watch = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
  const [code] = await once(child, "close");
  clearTimeout(watch);
  return { code, ...child.told };
}

/** Starts a server on a port, which replaces PORT in its command, and waits until it answers. */
export async function serve(project, command, port, env = {}) {
  const child = start(project, command.map((word) => word.replace("PORT", port)), env);
  const origin = `http://127.0.0.1:${port}`;
  const until = Date.now() + PATIENCE;
  while (!await answers(origin)) {
    const told = `${command.join(" ")} does not answer\n${child.told.out}${child.told.err}`;
    assert.ok(child.exitCode === null && Date.now() < until, told);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { origin, stop: () => end(child) };
}

function answers(origin) {
  return fetch(origin, { redirect: "manual" }).then(({ body }) => body?.cancel()).then(() => true, () => false);
}

/** A group of its own, so that what the tool starts ends with it. */
function start(project, [program, ...args], env) {
  const path = `${PROGRAMS}${delimiter}${process.env.PATH}`;
  const child = spawn(program, args, {
    cwd: project,
    detached: true,
    env: { ...process.env, ...QUIET, ...env, PATH: path },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.told = { out: "", err: "" };
  child.stdout.on("data", (text) => (child.told.out += text));
  child.stderr.on("data", (text) => (child.told.err += text));
  child.once("error", ({ message }) => (child.told.err += message));
  RUNNING.add(child);
  child.once("close", () => RUNNING.delete(child));
  return child;
}

const RUNNING = new Set();
process.once("exit", () => RUNNING.forEach(end));

/** No colours to read around, and nobody is told that the tools are used. */
const QUIET = {
  NO_COLOR: "1",
  NODE_TEST_CONTEXT: "",
  NEXT_TELEMETRY_DISABLED: "1",
  DENO_NO_UPDATE_CHECK: "1",
  NG_CLI_ANALYTICS: "false",
  WRANGLER_SEND_METRICS: "false",
};

function end(child) {
  if (child.exitCode !== null || !child.pid) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** A port that nobody listens on. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
