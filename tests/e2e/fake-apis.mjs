/** The server: the five APIs with their ledger and faults, and the playground. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PROGRAM = process.env.FAKE_APIS ?? `${ROOT}target/debug/fake-apis`;

/** One running server. */
export class FakeApis {
  #process;

  /** @param {import("node:child_process").ChildProcess} process @param {string} origin */
  constructor(process, origin) {
    this.#process = process;
    this.origin = origin;
  }

  /**
   * Starts one, on any free port unless told otherwise; its first line says where.
   * @param {string[]} port
   */
  static async start(...port) {
    const args = port.length > 0 ? port : ["--open-any-port"];
    const program = spawn(PROGRAM, [...args, "--site", ROOT], { stdio: ["ignore", "pipe", "inherit"] });
    const failed = once(program, "error").then(([error]) => {
      throw new Error(`${PROGRAM} does not start: ${error.message}`);
    });
    process.once("exit", () => program.kill());
    const lines = createInterface({ input: program.stdout });
    const [line] = await Promise.race([once(lines, "line"), failed]);
    return new FakeApis(program, line.slice("listening on ".length));
  }

  stop() {
    this.#process.kill();
  }

  /** Every request that an API accepted, in order. */
  ledger() {
    return this.#read("/__ledger");
  }

  /** Every request that an API refused or a fault kept from it, in order. */
  refused() {
    return this.#read("/__refused");
  }

  /** The bodies that an API accepted, in the order of their text: requests race one another. */
  async acceptedBodies() {
    const texts = (await this.ledger()).map(({ bodyText }) => bodyText);
    return texts.sort().map((text) => JSON.parse(text));
  }

  /** All that reached the server, in order. */
  async requests() {
    const all = [...await this.ledger(), ...await this.refused()];
    return all.sort((one, other) => one.id - other.id);
  }

  /**
   * Makes these things go wrong from now on, and no others.
   * @param {object[]} faults
   */
  async setFaults(...faults) {
    await this.#post("/__faults", JSON.stringify(faults));
  }

  /** Forgets requests, faults, and who was invited. */
  async reset() {
    await this.#post("/__reset");
  }

  /** @param {string} path @returns {Promise<any[]>} */
  async #read(path) {
    return (await fetch(this.origin + path)).json();
  }

  /** @param {string} path @param {string} [body] */
  async #post(path, body = "") {
    const response = await fetch(this.origin + path, { method: "POST", body });
    assert.equal(response.status, 204, await response.text());
  }
}
