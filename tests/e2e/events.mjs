/** The events of the widgets on a page, with their details, as they bubble to the document. */

const TYPES = ["ready", "change", "send", "progress", "sent", "done", "error"];

/** Listens from the next load of the page on; the answer reads what was heard. */
export async function hearEvents(page) {
  await page.addInitScript((types) => {
    window.heard = [];
    for (const type of types) {
      document.addEventListener(`invite-users-${type}`, ({ detail, target }) => {
        window.heard.push({ type, detail: structuredClone(detail), id: target.id });
      });
    }
  }, TYPES);
  return new Heard(page);
}

/** What was heard. */
class Heard {
  #page;

  constructor(page) {
    this.#page = page;
  }

  /** All events, in order. */
  all() {
    return this.#page.evaluate(() => window.heard);
  }

  /** The details of one type of event, in order. */
  async details(type) {
    return (await this.all()).filter((event) => event.type === type).map(({ detail }) => detail);
  }

  /** Waits for an event of this type. */
  async waitFor(type) {
    const known = (wanted) => window.heard.some((event) => event.type === wanted);
    await this.#page.waitForFunction(known, type);
  }

  forget() {
    return this.#page.evaluate(() => void (window.heard = []));
  }
}
