/** `persist`: a reload in the middle of a delivery, and the same delivery in two tabs. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { duplicate, partsOf, reload, stored } from "./kept.mjs";
import { ui } from "./words.mjs";

const PEOPLE = Array.from({ length: 10 }, (_, index) => `p${index}@acme.com`);
/** Four requests at a time: two were answered, and these are on their way. */
const ON_THEIR_WAY = PEOPLE.slice(2, 6);
const SECRET = "s3cret-t0ken";

const site = useSite();

test("a reload in mid-delivery: nothing leaves until Continue, and then nobody twice", async () => {
  const events = await hearEvents(site.page);
  const widget = await openSending();
  assert.ok(!(await stored(site.page)).includes(SECRET));
  await reload(widget);
  await site.server.setFaults();
  await widget.host.getByText(ui("interrupted", { counts: "2 invited, 4 unconfirmed, 4 not sent" })).waitFor();
  assert.deepEqual((await widget.outcomes()).map(([, status]) => status), [
    ...Array(2).fill("invited"), ...Array(4).fill("unconfirmed"), ...Array(4).fill("not_sent"),
  ]);
  const before = await site.server.requests();
  await sign(widget);
  await button(widget, "continue").click();
  await widget.doneButton.waitFor();
  const later = (await site.server.requests()).slice(before.length).map(emailOf);
  assert.deepEqual(later.sort(), PEOPLE.slice(6));
  await nobodyTwice();
  const [report] = await events.details("sent");
  assert.deepEqual(report.counts, { invited: 6, failed: 0, unconfirmed: 4, not_sent: 0 });
  await reload(widget);
  await widget.results.waitFor();
  assert.deepEqual((await widget.outcomes()).map(([, status]) => status), [
    ...Array(2).fill("invited"), ...Array(4).fill("unconfirmed"), ...Array(4).fill("invited"),
  ]);
});

test("a page that dies without a word has written down who left", async () => {
  await openSending();
  const widget = await duplicate(site, markup());
  await site.page.close();
  const statuses = (await widget.outcomes()).map(([, status]) => status);
  assert.ok(statuses.slice(0, 2).every((status) => ["invited", "unconfirmed"].includes(status)));
  assert.deepEqual(statuses.slice(2), [...Array(4).fill("unconfirmed"), ...Array(4).fill("not_sent")]);
  await sign(widget);
  await button(widget, "continue").click();
  await widget.doneButton.waitFor();
  assert.equal((await site.server.requests()).filter((request) => PEOPLE.slice(6).includes(emailOf(request))).length, 4);
  await nobodyTwice();
});

test("taken off the page in mid-delivery and put back, it is interrupted, too", async () => {
  const widget = await openSending();
  await widget.host.evaluate(async (element) => {
    const parent = element.parentNode;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    parent.append(element);
    await element.ready;
  });
  await button(widget, "continue").waitFor();
  assert.deepEqual((await widget.outcomes()).map(([, status]) => status).slice(2), [
    ...Array(4).fill("unconfirmed"), ...Array(4).fill("not_sent"),
  ]);
});

test("the list can be changed after it, and nobody who may be invited goes again", async () => {
  const widget = await openSending();
  await reload(widget);
  await site.server.setFaults();
  await button(widget, "change_list").click();
  await widget.field.waitFor();
  assert.equal(await widget.rows.count(), 8);
  await widget.removeButton(PEOPLE[9]).click();
  await reload(widget);
  await sign(widget);
  assert.equal(await widget.rows.count(), 7);
  await widget.addPeople(PEOPLE[0], "new@acme.com");
  const before = await site.server.requests();
  await widget.invite();
  const later = (await site.server.requests()).slice(before.length).map(emailOf);
  assert.deepEqual(later.sort(), ["new@acme.com", ...PEOPLE.slice(6, 9)]);
  await nobodyTwice();
});

test("starting over forgets the list, and can be taken back", async () => {
  const widget = await openSending();
  await reload(widget);
  await button(widget, "start_over").click();
  await widget.field.waitFor();
  assert.equal(await widget.rows.count(), 0);
  await site.page.waitForFunction(() => sessionStorage.length === 0);
  await widget.host.getByRole("button", { name: ui("undo") }).first().click();
  await widget.row(PEOPLE[9]).waitFor();
});

test("set up for another place, it does not go on there", async () => {
  const widget = await openSending();
  await reload(widget);
  await widget.set({ endpoint: `${site.server.origin}/elsewhere` });
  const before = await site.server.requests();
  await button(widget, "continue").click();
  await widget.host.getByText(ui("other_place")).waitFor();
  assert.equal((await site.server.requests()).length, before.length);
  assert.equal(await widget.rows.count(), 8);
});

test("who failed can go again after a reload", async () => {
  const widget = await openReadyHost(site, markup());
  await site.server.setFaults({ email: PEOPLE[1], status: 422 });
  await widget.addPeople(...PEOPLE.slice(0, 2));
  await widget.invite();
  await reload(widget);
  await widget.results.waitFor();
  assert.deepEqual(await widget.outcomes(), [[PEOPLE[0], "invited"], [PEOPLE[1], "failed"]]);
  await site.server.setFaults();
  await widget.host.locator("[part~=retry-button]").click();
  await widget.row(PEOPLE[1]).getByText(ui("status_invited")).waitFor();
  assert.deepEqual((await site.server.ledger()).map(emailOf), PEOPLE.slice(0, 2));
});

test("a tab duplicated in mid-delivery can't send while the first one does", async () => {
  await openSending();
  const other = await duplicate(site, markup());
  const before = await site.server.requests();
  await button(other, "continue").click();
  await other.host.getByText(ui("other_tab_sends")).waitFor();
  await button(other, "change_list").click();
  await button(other, "continue").waitFor();
  assert.equal((await site.server.requests()).length, before.length);
});

test("a tab duplicated in mid-delivery can't send after the first one has", async () => {
  const widget = await openSending();
  const other = await duplicate(site, markup());
  await widget.cancelButton.click();
  await widget.doneButton.waitFor();
  await button(other, "continue").click();
  await other.host.getByText(ui("other_tab_went_on")).waitFor();
  assert.deepEqual((await other.outcomes()).map(([, status]) => status).slice(2), Array(8).fill("unconfirmed"));
  assert.equal(await button(other, "continue").count(), 0);
  await reload(other);
  assert.equal(await button(other, "continue").count(), 0);
});

test("of two duplicated tabs only one goes on", async () => {
  const widget = await openSending();
  await reload(widget);
  await site.server.setFaults();
  const other = await duplicate(site, markup());
  await sign(widget);
  await button(widget, "continue").click();
  await widget.doneButton.waitFor();
  await button(other, "continue").click();
  await other.host.getByText(ui("other_tab_went_on")).waitFor();
  await nobodyTwice();
  assert.equal((await site.server.ledger()).length, 6);
});

test("only ids and times are ever in localStorage", async () => {
  const widget = await openSending();
  await reload(widget);
  await button(widget, "change_list").click();
  await widget.field.waitFor();
  const entries = await site.page.evaluate(() => Object.entries({ ...localStorage }));
  assert.ok(entries.length > 0);
  for (const [name, value] of entries) {
    assert.match(name, /^invite-users:[0-9a-f-]+$/);
    assert.match(value, /^\d+$/);
  }
});

test("a delivery that storage has no room for leaves no list that looks unsent", async () => {
  await site.page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (name, value) {
      if (name.endsWith(":delivery")) throw new DOMException("full", "QuotaExceededError");
      setItem.call(this, name, value);
    };
  });
  await openSending();
  assert.deepEqual(await partsOf(site.page, "ann"), []);
});

/** A form in mid-delivery: two are invited, four on their way, four not sent yet. */
async function openSending() {
  await site.server.setFaults(...ON_THEIR_WAY.map((email) => ({ email, delayMs: 60_000 })));
  const widget = await openReadyHost(site, markup());
  await sign(widget);
  await widget.addPeople(...PEOPLE);
  await widget.inviteButton.click();
  for (const email of PEOPLE.slice(0, 2)) await widget.row(email).getByText(ui("status_invited")).waitFor();
  return widget;
}

function markup() {
  return vijilElement(site, "persist=\"ann\"");
}

function sign(widget) {
  return widget.set({ auth: { type: "bearer", token: SECRET } });
}

function button(widget, key) {
  return widget.host.getByRole("button", { name: ui(key), exact: true });
}

async function nobodyTwice() {
  const sent = (await site.server.requests()).map(emailOf);
  assert.equal(new Set(sent).size, sent.length, sent.join());
}

function emailOf({ bodyText }) {
  return JSON.parse(bodyText).email;
}
