/** The widget as a person meets it: found by role and name, never by how it is built. */

import { statusOf, ui } from "./words.mjs";

/** One `<invite-users>` on a page. */
export class WidgetPage {
  constructor(page, selector = "invite-users") {
    this.page = page;
    this.host = page.locator(selector);
    this.field = this.host.getByRole("textbox", { name: ui("field"), exact: true });
    this.addButton = this.host.getByRole("button", { name: ui("add"), exact: true });
    this.inviteButton = this.host.locator("[part~=invite-button]");
    this.confirmButton = this.host.locator("[part~=confirm-button]");
    this.cancelButton = this.host.getByRole("button", { name: ui("cancel"), exact: true });
    this.clearButton = this.host.getByRole("button", { name: ui("clear"), exact: true });
    this.doneButton = this.host.getByRole("button", { name: ui("done"), exact: true });
    this.moreButton = this.host.getByRole("button", { name: ui("invite_more"), exact: true });
    this.retryButton = this.host.locator("[part~=retry-button]");
    this.unconfirmedButton = this.host.locator("[part~=unconfirmed-button]");
    this.question = this.host.locator("[part~=question]");
    this.exportButton = this.host.locator("[part~=export-button]");
    this.rows = this.host.getByRole("list", { name: ui("list") }).getByRole("listitem");
    this.problems = this.host.getByRole("list", { name: ui("problems") }).getByRole("listitem");
    this.progress = this.host.getByRole("progressbar");
    this.results = this.host.locator("[part~=results]");
  }

  /** Pastes into the field, as from the clipboard. */
  async paste(text) {
    await this.page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
    await this.field.focus();
    await this.page.keyboard.press("ControlOrMeta+V");
  }

  /** Pastes people and waits until each has a row. */
  async addPeople(...people) {
    const before = await this.rows.count();
    await this.paste(people.join("\n"));
    await this.rows.nth(before + people.length - 1).waitFor();
  }

  /** The row of an address, or of a text that is none. */
  row(text) {
    const label = ui("edit_field", { email: text });
    const edited = this.rows.filter({ has: this.page.getByRole("textbox", { name: label }) });
    return this.rows.filter({ hasText: text }).or(edited);
  }

  /** The group of a row, which takes the focus of the row; named by the address. */
  person(email) {
    return this.rows.getByRole("group", { name: email, exact: true });
  }

  /** The checkbox for something that an API takes for a person. */
  extra(email, label) {
    return this.host.getByRole("checkbox", { name: ui("field_of", { label, email }), exact: true });
  }

  /** The field in which a row is corrected. */
  editField(text) {
    return this.host.getByRole("textbox", { name: ui("edit_field", { email: text }), exact: true });
  }

  /** What chooses the one role of a person. */
  roleSelect(email) {
    return this.host.getByRole("combobox", { name: ui("role_of", { email }), exact: true });
  }

  /** What opens the roles of a person who can have several; its name ends in those chosen. */
  rolesButton(email) {
    return this.host.getByRole("button", { name: `${ui("role_of", { email })}:` });
  }

  /** Gives a person these roles, by the names that people read. */
  async chooseRoles(email, ...roles) {
    if (await this.roleSelect(email).count() > 0) {
      await this.roleSelect(email).selectOption({ label: roles[0] });
      return;
    }
    await this.rolesButton(email).click();
    const choices = this.host.getByRole("group", { name: ui("role_of", { email }), exact: true });
    for (const name of roles) await choices.getByRole("checkbox", { name, exact: true }).check();
    await this.rolesButton(email).click();
  }

  removeButton(email) {
    return this.host.getByRole("button", { name: ui("remove", { email }), exact: true });
  }

  /** Presses "Invite", says yes where somebody would get power, and waits for the results. */
  async invite() {
    await this.inviteButton.click();
    await this.results.or(this.confirmButton).first().waitFor();
    if (await this.confirmButton.isVisible()) await this.confirmButton.click();
    await this.results.waitFor();
  }

  /** Presses "Invite" where that is refused: it is `aria-disabled`, and does something all the same. */
  async pressRefused() {
    await this.host.locator("[part~=invite-button][aria-disabled=true]").waitFor();
    await this.inviteButton.click({ force: true });
  }

  /** What each row came to, in order: `[address, status]`; no status where nothing was tried. */
  async outcomes() {
    const rows = await this.host.evaluate(readRows);
    return rows.map(([address, word]) => [address, statusOf(word) ?? word]);
  }

  /** The bodies of the requests that would be sent now, as JSON is read. */
  async plannedBodies() {
    const { requests } = await this.call("plan");
    return requests.map(({ body }) => JSON.parse(body));
  }

  /** Calls a method of the element. */
  call(method, ...args) {
    return this.host.evaluate((element, [name, given]) => element[name](...given), [method, args]);
  }

  /** Sets properties of the element. */
  set(properties) {
    return this.host.evaluate((element, given) => void Object.assign(element, given), properties);
  }
}

/** Runs in the page: what every row says, in order; where not all are drawn, by scrolling to what comes next. */
async function readRows({ shadowRoot }) {
  const said = (item, part) => item.querySelector(`[part~=${part}]`)?.innerText.trim();
  const rows = [];
  for (;;) {
    const drawn = [...shadowRoot.querySelectorAll("li:has(> [part~=row])")];
    const places = drawn.map((item, index) => Number(item.ariaPosInSet ?? index + 1));
    for (const [index, item] of drawn.entries()) {
      if (places[index] === rows.length + 1) rows.push([said(item, "address"), said(item, "result")]);
    }
    if (rows.length >= Number(drawn[0]?.ariaSetSize ?? drawn.length)) return rows;
    const distances = places.map((place) => Math.abs(place - rows.length));
    const nearest = distances.indexOf(Math.min(...distances));
    drawn[nearest].scrollIntoView({ block: places[nearest] > rows.length ? "end" : "start" });
    await new Promise(requestAnimationFrame);
  }
}
