/** A program that answers each line with a line: child.mjs for one contender, or the native program. */

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const CHILD = fileURLToPath(new URL("child.mjs", import.meta.url));

/** The program and arguments that run a contender on the data of a folder. */
export function command(contender, folder) {
  const { native, kind, id } = contender;
  return native ? [native, kind, folder] : [process.execPath, "--expose-gc", CHILD, kind, id, folder];
}

/** A contender's process; started again by itself after it had to be ended. */
export class Process {
  #command;
  #child = null;
  #lines = null;

  constructor(contender, folder) {
    this.#command = command(contender, folder);
  }

  /** The answer to a request, or `{ error }` where there is none in `limit` milliseconds. */
  async ask(request, limit = 600_000) {
    this.#start();
    this.#child.stdin.write(`${request}\n`);
    const late = Symbol("late");
    let timer;
    const patience = new Promise((resolve) => (timer = setTimeout(resolve, limit, late)));
    const line = await Promise.race([this.#lines.next(), patience]);
    clearTimeout(timer);
    if (line !== late && !line.done) return JSON.parse(line.value);
    this.end();
    return line === late ? { error: "late", late: true } : { error: "the process ended" };
  }

  /** Ends the process, whatever it is doing. */
  end() {
    this.#child?.kill("SIGKILL");
    this.#child = null;
  }

  #start() {
    if (this.#child) return;
    const [program, ...args] = this.#command;
    this.#child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
    this.#child.stdin.on("error", () => {}); // the answer that does not come says it
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }
}
