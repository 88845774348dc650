/** The element in the DOM: moved, removed, added again, beside another, and led to. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openHost, openReadyHost, vijilElement } from "./host-page.mjs";
import { WidgetPage } from "./widget-page.mjs";

const site = useSite();

test("moved in the DOM, it keeps people and roles", async () => {
  const widget = await openReadyHost(site, `${vijilElement(site)}<div id="elsewhere"></div>`);
  await widget.addPeople("ann@acme.com", "mia(at)acme.com");
  await widget.chooseRoles("ann@acme.com", "Owner");
  await widget.host.evaluate((element) => document.getElementById("elsewhere").append(element));
  assert.equal(await widget.rows.count(), 2);
  assert.equal(await widget.roleSelect("ann@acme.com").inputValue(), "OWNER");
});

test("moved while somebody types, it takes nothing for finished", async () => {
  const events = await hearEvents(site.page);
  const widget = await openReadyHost(site, `${vijilElement(site)}<div id="elsewhere"></div>`);
  await widget.field.pressSequentially("ann@acme.com");
  await widget.host.evaluate(async (element) => {
    document.getElementById("elsewhere").append(element);
    await new Promise((resolve) => setTimeout(resolve));
  });
  assert.equal(await widget.field.inputValue(), "ann@acme.com");
  assert.equal(await widget.rows.count(), 0);
  await widget.field.press("Enter");
  await widget.row("ann@acme.com").waitFor();
  assert.equal((await events.details("change")).length, 1);
});

test("removed for good and added again, it keeps what was rejected or half typed, too", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com", "mia(at)acme.com");
  await widget.field.pressSequentially("ben@");
  await removeAndAdd(widget);
  await widget.row("ann@acme.com").waitFor();
  await widget.editField("mia(at)acme.com").waitFor();
  assert.equal(await widget.field.inputValue(), "ben@");
});

test("removed after people were invited, it does not invite them again", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com");
  await widget.invite();
  await removeAndAdd(widget);
  await widget.addPeople("ben@acme.com");
  await widget.invite();
  const sent = (await site.server.acceptedBodies()).map(({ email }) => email);
  assert.deepEqual(sent, ["ann@acme.com", "ben@acme.com"]);
});

test("removed while it sends, the promise settles, and in doubt nobody is sent again", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com");
  await site.server.setFaults({ delayMs: 60_000 });
  const left = site.page.waitForRequest((request) => request.method() === "POST");
  const counts = widget.host.evaluate(async (element) => {
    const { counts } = await element.send();
    return [counts, element.report.counts, element.isConnected];
  });
  await left;
  await widget.host.evaluate((element) => {
    window.kept = element;
    element.remove();
  });
  const unconfirmed = { invited: 0, failed: 0, unconfirmed: 1, not_sent: 0 };
  assert.deepEqual(await counts, [unconfirmed, unconfirmed, false]);
  await site.page.evaluate(() => (document.body.append(window.kept), window.kept.ready));
  await widget.row("ann@acme.com").waitFor();
  assert.deepEqual(await widget.plannedBodies(), []);
});

test("removed in the very moment in which it is told to send, it sends nothing", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com");
  const { counts } = await widget.host.evaluate((element) => {
    const sent = element.send();
    element.remove();
    return sent;
  });
  assert.deepEqual(counts, { invited: 0, failed: 0, unconfirmed: 0, not_sent: 1 });
  assert.deepEqual(await site.server.requests(), []);
});

test("removed for good and added again, it keeps its people", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("Ann Lee <ann@acme.com>");
  await widget.chooseRoles("ann@acme.com", "Owner");
  await removeAndAdd(widget);
  await widget.row("ann@acme.com").getByText("Ann Lee").waitFor();
  await widget.invite();
  assert.deepEqual(await site.server.acceptedBodies(), [{ email: "ann@acme.com", role: "OWNER" }]);
});

test("two on a page are two", async () => {
  const events = await hearEvents(site.page);
  await openReadyHost(site, vijilElement(site, "id=\"one\"") + vijilElement(site, "id=\"two\""));
  const one = new WidgetPage(site.page, "#one");
  const two = new WidgetPage(site.page, "#two");
  await one.addPeople("ann@acme.com");
  await two.addPeople("ben@acme.com", "carla@acme.com");
  assert.equal(await one.rows.count(), 1);
  await two.invite();
  assert.equal(await one.results.count(), 0);
  assert.deepEqual(await one.outcomes(), [["ann@acme.com", undefined]]);
  const sent = (await events.all()).filter(({ type }) => type === "sent").map(({ id }) => id);
  assert.deepEqual(sent, ["two"]);
});

test("a host's label and focus() lead to the field", async () => {
  const form = vijilElement(site, "id=\"form\"");
  const widget = await openReadyHost(site, `<label for="form">Colleagues</label>${form}`);
  await site.page.getByText("Colleagues").click();
  await focused(widget.field);
  await widget.field.blur();
  await widget.call("focus");
  await focused(widget.field);
});

test("focus() before the form is there leads to the field as soon as it is", async () => {
  const widget = await openHost(site, vijilElement(site));
  await widget.call("focus");
  await focused(widget.field);
});

test("in a modal dialog it works, and Done can close that", async () => {
  const markup = `<dialog>${vijilElement(site)}</dialog>`;
  const widget = await openReadyHost(site, markup);
  await site.page.evaluate(() => {
    const dialog = document.querySelector("dialog");
    dialog.addEventListener("invite-users-done", () => dialog.close());
    dialog.showModal();
  });
  const { width } = await widget.host.boundingBox();
  assert.ok(width >= 280, `it is ${width} px wide`);
  await widget.addPeople("ann@acme.com");
  await widget.invite();
  await widget.doneButton.click();
  await widget.field.waitFor({ state: "hidden" });
  assert.equal(await site.page.evaluate(() => document.querySelector("dialog").open), false);
});

/** Takes the element off the page until its widget is gone, and puts it back. */
function removeAndAdd(widget) {
  return widget.host.evaluate(async (element) => {
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    document.body.append(element);
    await element.ready;
  });
}
