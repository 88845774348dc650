/** The element in the DOM: moved, removed, added again, beside another, and led to. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
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

test("removed for good and added again, it keeps its people", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("Ann Lee <ann@acme.com>");
  await widget.chooseRoles("ann@acme.com", "Owner");
  await widget.host.evaluate(async (element) => {
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    document.body.append(element);
    await element.ready;
  });
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
