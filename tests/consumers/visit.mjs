/** A person on the page of a project: what the page shows, fetches and complains of. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { FLAGS, browserProgram } from "../e2e/browser.mjs";
import { WidgetPage } from "../e2e/widget-page.mjs";

/** How long anything on a page may take. */
const PATIENCE = 15_000;

/** Where each project's page sends invitations. */
const ENDPOINT = "/api/invite";

/** One browser for all projects, each with a fresh profile. */
export function launch() {
  return chromium.launch({ executablePath: browserProgram(), args: FLAGS });
}

/** One page and what was noticed while it was open. */
export class Visit {
  #context;
  #complaints = [];
  #modules = [];
  #hashes;

  static async begin(browser, installed) {
    const visit = new Visit();
    visit.#hashes = hashes(installed);
    visit.#context = await browser.newContext();
    visit.page = await visit.#context.newPage();
    visit.page.setDefaultTimeout(PATIENCE);
    // Browsers ask for it by themselves, and whether a page has one is no matter here.
    await visit.page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
    visit.page.on("console", (message) => visit.#hear(message));
    visit.page.on("pageerror", (error) => visit.#complaints.push(String(error)));
    visit.page.on("response", (response) => visit.#notice(response));
    visit.widget = new WidgetPage(visit.page);
    return visit;
  }

  end() {
    return this.#context.close();
  }

  /** The properties that the page has set are in the form. */
  async assertConfigured() {
    await this.widget.row("ann@acme.com").waitFor();
    const { requests, problems } = await this.widget.call("plan");
    assert.deepEqual(problems, []);
    assert.deepEqual(requests.map(({ url }) => new URL(url).pathname), [ENDPOINT]);
  }

  /** A person adds somebody, and the page's own listener hears of it. */
  async assertAddable() {
    await this.widget.field.fill("ben@acme.com");
    await this.widget.addButton.click();
    await this.widget.row("ben@acme.com").waitFor();
    await this.page.locator("#heard", { hasText: "ann@acme.com ben@acme.com" }).waitFor();
  }

  /** The people are invited by the page's own server, which has the key. */
  async assertInvited(upstream) {
    await this.widget.invite();
    assert.deepEqual(await this.widget.outcomes(), [["ann@acme.com", "invited"], ["ben@acme.com", "invited"]]);
    const bodies = await upstream.acceptedBodies();
    assert.deepEqual(bodies.map(({ email }) => email), ["ann@acme.com", "ben@acme.com"]);
  }

  /** The functions answer where the page calls them, too. */
  async assertChecked() {
    await this.page.locator("#checked", { hasText: "ann@gmail.com" }).waitFor();
  }

  /** These modules were fetched, each once, and no other wasm; nothing was complained of. */
  async assertQuiet(modules) {
    assert.deepEqual((await Promise.all(this.#modules)).sort(), modules, "the wasm files that were fetched");
    assert.deepEqual(this.#complaints, [], "errors in the browser's console");
  }

  /** A failure with what the page complained of, and a picture of it. */
  async explained(failure, picture) {
    await this.page.screenshot({ path: picture });
    const told = await this.page.locator("invite-users").evaluateAll(([form]) => {
      return Promise.race([form?.ready, new Promise((resolve) => setTimeout(resolve))]).catch(String);
    });
    const noticed = { form: told, console: this.#complaints };
    const message = `${failure.message}\n${JSON.stringify(noticed, null, 2)}\nThe page as it was: ${picture}`;
    return new Error(message, { cause: failure });
  }

  #hear(message) {
    const { url } = message.location();
    if (message.type() === "error") this.#complaints.push(`${message.text()} (${url})`);
  }

  /** Told by their bytes, since tools give them other names. */
  #notice(response) {
    const path = new URL(response.url()).pathname;
    const type = response.headers()["content-type"] ?? "";
    if (path.endsWith(".wasm") || type.startsWith("application/wasm")) this.#modules.push(this.#nameOf(response));
  }

  async #nameOf(response) {
    const body = await response.body().catch(() => "");
    return this.#hashes[sha256(body)] ?? `${response.status()} ${response.url()}`;
  }
}

function hashes(installed) {
  const entry = (name) => [sha256(readFileSync(join(installed, `dist/${name}.wasm`))), name];
  return Object.fromEntries(["check", "core", "widget"].map(entry));
}

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
