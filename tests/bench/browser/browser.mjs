/** Chromium, driven as by a person: real keys, the real clipboard, and a fresh profile whenever one is wanted. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { FLAGS, browserProgram } from "../../e2e/browser.mjs";
import { longTasks, overlap, sum } from "./spans.mjs";

const { chromium } = createRequire(new URL("../../e2e/package.json", import.meta.url))("playwright-core");
const PROBE = readFileSync(new URL("probe.js", import.meta.url), "utf8");
/** Tells of the memory of every WebAssembly module that the page loads. */
const MEMORIES = readFileSync(new URL("memories.js", import.meta.url), "utf8");

/** A browser of its own, with an empty profile, on the site of the contenders. */
export class Browser {
  #context;
  #origin;

  static async start(origin, flags = []) {
    const browser = new Browser();
    browser.#origin = origin;
    const args = [...FLAGS, ...flags];
    // "" is a profile in a temporary folder: as on disk, with the caches that a private window lacks.
    browser.#context = await chromium.launchPersistentContext("", { executablePath: browserProgram(), args });
    await browser.#context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
    return browser;
  }

  /** Which Chromium it is. */
  static async version() {
    const browser = await chromium.launch({ executablePath: browserProgram(), args: FLAGS });
    const version = browser.version();
    await browser.close();
    return version;
  }

  /** The page of a contender, once it says that it is ready. */
  async open({ id }) {
    const page = await this.#context.newPage();
    page.setDefaultTimeout(0);
    await page.addInitScript(PROBE);
    await page.addInitScript(MEMORIES);
    await page.goto(`${this.#origin}/${id}.html`);
    await page.waitForFunction(() => globalThis.contender);
    await page.evaluate(() => globalThis.contender.ready);
    return new Page(page, this.#context);
  }

  stop() {
    return this.#context.close();
  }
}

/** A contender's page. */
export class Page {
  #page;
  #context;

  constructor(page, context) {
    this.#page = page;
    this.#context = context;
  }

  /** What a function gives that runs in the page. */
  ask(work, argument) {
    return this.#page.evaluate(work, argument);
  }

  /** Pastes a text from the clipboard into the field, while `watch` runs in the page; gives what that saw. */
  async paste(text, watch, argument) {
    await this.ask((clip) => navigator.clipboard.writeText(clip), text);
    await this.focus("field");
    return this.#during(watch, argument, () => this.#page.keyboard.press("ControlOrMeta+V"));
  }

  /** Presses a key, and sees when its character is painted in the field that has the focus. */
  type(key, field) {
    return this.#during((name) => globalThis.probe.key(name), field, () => this.#page.keyboard.press(key));
  }

  focus(field) {
    return this.ask((name) => globalThis.contender.focus(name), field);
  }

  /** How long tasks of over 50 ms took between two times of the page, in milliseconds. */
  async busy(start, end) {
    const tasks = await longTasks(this);
    return sum(tasks.map((task) => overlap({ start, end }, task)));
  }

  /** What is held after garbage collection, in bytes, and how many nodes there are. */
  async memory() {
    const session = await this.#context.newCDPSession(this.#page);
    await session.send("HeapProfiler.collectGarbage");
    await session.send("Performance.enable");
    const { metrics } = await session.send("Performance.getMetrics");
    const metric = (name) => metrics.find((one) => one.name === name).value;
    const wasm = await this.ask(() => globalThis.wasmBytes());
    await session.detach();
    return { script: metric("JSHeapUsedSize"), wasm, nodes: metric("Nodes") };
  }

  close() {
    return this.#page.close();
  }

  /** The page listens before anything happens in it. */
  async #during(watch, argument, act) {
    const seen = this.ask(watch, argument);
    const [result] = await Promise.all([seen, this.ask(() => {}).then(act)]);
    return result;
  }
}
