/** A program that serves: started, asked where, and stopped. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));

/**
 * Starts the program; its first line on that stream says where it listens, in a form that `read` knows.
 * @param {string} command @param {string[]} args
 * @param {{ env?: Record<string, string>, stream?: number, read?: (line: string) => string }} [options]
 */
export async function serving(command, args, { env = {}, stream = 1, read = (line) => line } = {}) {
  const stdio = /** @type {any} */ (["ignore", "pipe", "inherit", "pipe"]);
  const program = spawn(command, args, { cwd: FOLDER, env: { ...process.env, ...env }, stdio });
  process.once("exit", () => program.kill());
  const ended = once(program, "exit").then(([code]) => {
    throw new Error(`${command} ended with ${code} before it served`);
  });
  const output = /** @type {import("node:stream").Readable} */ (program.stdio[stream]);
  const [line] = await Promise.race([once(createInterface({ input: output }), "line"), ended]);
  ended.catch(() => {});
  return { origin: read(String(line)), stop: () => program.kill() };
}

/** A program out of node_modules. */
export const installed = (/** @type {string} */ name) => `${FOLDER}node_modules/.bin/${name}`;
