/** What every test file starts from: its own server and browser, a fresh page for each test. */

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach } from "node:test";
import { chromium } from "playwright-core";
import { FLAGS, browserProgram } from "./browser.mjs";
import { FakeApis } from "./fake-apis.mjs";
import { WidgetPage } from "./widget-page.mjs";

/** How long anything on a page may take; a healthy machine needs a tenth of it. */
const PATIENCE = 15_000;

/** What a browser reports of each answer of 400 and above, and of each broken connection. */
const USUAL_NOISE = /^Failed to load resource/;

/** Starts server and browser for the tests of this file; its answer is ready in each of them. */
export function useSite(options = {}) {
  const site = new Site(options);
  before(() => site.start());
  beforeEach(() => site.begin());
  afterEach(() => site.end());
  after(() => site.stop());
  return site;
}

/** The same with one page for all tests of this file, in which each has an element of its own. */
export function useOnePage(options = {}) {
  const site = new Site(options);
  before(async () => {
    await site.start();
    await site.begin();
  });
  beforeEach(() => site.server.reset());
  afterEach(() => site.assertQuiet());
  after(async () => {
    await site.end();
    await site.stop();
  });
  return site;
}

/** The playground and the APIs behind it, seen through one page at a time. */
export class Site {
  #options;
  #browser;
  #context;
  #noise;
  #complaints = [];

  /** `noise` is what the browser may report while the tests of this file do what they are about. */
  constructor({ noise = USUAL_NOISE, ...options } = {}) {
    this.#noise = noise;
    this.#options = options;
  }

  async start(...port) {
    this.server = await FakeApis.start(...port);
    const executablePath = browserProgram();
    this.#browser = await chromium.launch({ executablePath, args: FLAGS });
  }

  async stop() {
    await this.#browser?.close();
    this.server?.stop();
  }

  /** A person who comes for the first time: no storage, nobody invited, no fault. */
  async begin() {
    await this.server.reset();
    const { origin } = this.server;
    this.#context = await this.#browser.newContext({ baseURL: origin, ...this.#options });
    await this.#context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
    this.page = await this.#context.newPage();
    this.page.setDefaultTimeout(PATIENCE);
    this.#complaints = [];
    this.page.on("console", (message) => this.#hear(message));
    this.page.on("pageerror", (error) => this.#complaints.push(String(error)));
  }

  /** A page that reports an error has failed, whatever else a test looked at. */
  async end() {
    await this.#context?.close();
    this.assertQuiet();
  }

  /** Fails where the page has reported an error so far. */
  assertQuiet() {
    assert.deepEqual(this.#complaints, [], "errors in the browser's console");
  }

  /** The playground, once its widget can be used. */
  async open(address = "/") {
    await this.page.goto(address);
    const widget = new WidgetPage(this.page);
    await widget.field.waitFor();
    return widget;
  }

  /** The playground, set to an API. */
  async openWith(api) {
    const widget = await this.open();
    await this.page.getByRole("combobox", { name: "API", exact: true }).selectOption(api);
    return widget;
  }

  #hear(message) {
    if (message.type() === "error" && !this.#noise.test(message.text())) this.#complaints.push(message.text());
  }
}
