/** The widget through WebDriver: found by the name that people hear, or by part; pressed with real keys. */

import assert from "node:assert/strict";
import { By, Key } from "selenium-webdriver";
import { statusOf } from "../words.mjs";

/** How long anything on a page may take; a healthy machine needs a tenth of it. */
const PATIENCE = 20_000;

/** More presses of Tab than any page here has stops. */
const MANY = 60;

/** The first `<invite-users>` on a page. */
export class Widget {
  #driver;

  constructor(driver) {
    this.#driver = driver;
  }

  /** Loads the page. */
  load(address) {
    return this.#driver.get(address);
  }

  /** Loads the page, and waits until its elements can be used. */
  async open(address) {
    await this.load(address);
    await this.ready();
  }

  /** Runs a script in the page; a promise is awaited. */
  run(script, ...args) {
    return this.#driver.executeScript(script, ...args);
  }

  /** Waits until something holds, and says what did not. */
  until(what, holds) {
    return this.#driver.wait(holds, PATIENCE, `waiting for ${what}`);
  }

  /** Waits until all elements can be used. */
  ready() {
    return this.run(`
      return customElements.whenDefined("invite-users")
        .then(() => Promise.all([...document.querySelectorAll("invite-users")].map((it) => it.ready)))
        .then(() => null);`);
  }

  /** Something of the page around the element. */
  onPage(selector) {
    return this.#driver.findElement(By.css(selector));
  }

  /** Waits for what a selector finds in the shadow root. */
  async find(selector) {
    const host = await this.onPage("invite-users");
    const root = await host.getShadowRoot();
    let found;
    await this.until(selector, async () => ([found] = await root.findElements(By.css(selector))).length > 0);
    return found;
  }

  /** Waits for a part. */
  part(name) {
    return this.find(`[part~=${name}]:not([hidden])`);
  }

  /** Waits for what has this accessible name, as an `aria-label`. */
  named(name, tag = "") {
    return this.find(`${tag}[aria-label="${name}"]`);
  }

  /** Waits until there are as many rows. */
  async rows(count) {
    await this.until(`${count} rows`, async () => (await this.#drawn()).length === count);
  }

  /** What each row came to, in order: `[address, status]`. */
  async outcomes() {
    return (await this.#drawn()).map(([address, result]) => [address, statusOf(result)]);
  }

  #drawn() {
    return this.run(`
      const { shadowRoot } = document.querySelector("invite-users");
      const said = (row, part) => row.querySelector("[part~=" + part + "]")?.textContent.trim() ?? null;
      const rows = [...shadowRoot.querySelectorAll("[part~=row]")];
      return rows.map((row) => [said(row, "address"), said(row, "result")]);`);
  }

  /** Presses something with the pointer, where it is on the screen. */
  async press(element) {
    await this.#driver.actions().move({ origin: element }).click().perform();
  }

  /** Types texts and keys at what has the focus. */
  async type(...keys) {
    await this.#driver.actions().sendKeys(...keys).perform();
  }

  /** Presses keys together, as in `chord(Key.CONTROL, "v")`. */
  async chord(held, key) {
    await this.#driver.actions().keyDown(held).sendKeys(key).keyUp(held).perform();
  }

  /** Copies a text from a field of the page and pastes it, both by keys and the browser's own clipboard. */
  async paste(text) {
    const notes = await this.onPage("#notes");
    await this.run("arguments[0].value = arguments[1]; arguments[0].select()", notes, text);
    await this.run("arguments[0].focus()", notes);
    await this.chord(Key.CONTROL, "c");
    await this.press(await this.part("field"));
    await this.focused("the field", await this.part("field"));
    await this.chord(Key.CONTROL, "v");
  }

  /** Chooses by the pointer in a list of the platform. */
  async choose(name, label) {
    const list = await this.named(name, "select");
    const options = await list.findElements(By.css("option"));
    const labels = await Promise.all(options.map((option) => option.getText()));
    const index = labels.findIndex((text) => text.startsWith(label));
    assert.ok(index >= 0, `${label} is none of ${labels.join(", ")}`);
    await options[index].click();
  }

  /** Whether the element has the focus, wherever it is. */
  async hasFocus(element) {
    return this.run(`
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active === arguments[0];`, element);
  }

  /** Waits until the element has the focus. */
  focused(what, element) {
    return this.until(`the focus on ${what}`, () => this.hasFocus(element));
  }

  /** Presses Tab until the element has the focus. */
  async tabTo(what, element, { back = false } = {}) {
    for (let press = 0; press < MANY; press += 1) {
      if (await this.hasFocus(element)) return;
      await (back ? this.chord(Key.SHIFT, Key.TAB) : this.type(Key.TAB));
    }
    throw new Error(`Tab does not lead to ${what}`);
  }

  /** Fails unless the browser itself tells role and name so. */
  async assertTold(element, role, name) {
    assert.deepEqual([await element.getAriaRole(), await element.getAccessibleName()], [role, name]);
  }

  /** Which of these states style sheets see. */
  states() {
    return this.run(`
      const host = document.querySelector("invite-users");
      const states = ["loading", "ready", "sending", "done", "failed"];
      return states.filter((state) => host.matches(":state(" + state + ")"));`);
  }

  /** The people in the list, as the host gets them. */
  invitees() {
    return this.run("return document.querySelector('invite-users').invitees");
  }

  /** The results, once there are some. */
  async results() {
    const results = await this.part("results");
    await this.until("an end of sending", async () => (await this.states())[0] !== "sending");
    return results;
  }
}
