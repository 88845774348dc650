/** The limit of people: seen while the list grows, and kept by the plan. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { sentence, ui } from "./words.mjs";

const site = useSite();

const PEOPLE = ["ann", "ben", "carla", "dev"].map((name) => `${name}@acme.com`);
const TOO_MANY = sentence("too_many_invitees", { count: 4, max: 3, excess: 1 });

/** An element for at most three people, with a place for the host's words. */
async function openLimited() {
  const markup = vijilElement(site).replace("></", "><p slot=\"limit\">Three seats are left.</p></");
  const widget = await openReadyHost(site, markup);
  await widget.set({ config: { maxInvitees: 3 } });
  return widget;
}

const count = (widget, people) =>
  widget.host.locator("[part~=counts]").getByText(ui("count_of", { people, count: 3 }));

test("the count tells the limit, and that it is passed, before anything is pressed", async () => {
  const widget = await openLimited();
  await widget.addPeople(...PEOPLE.slice(0, 2));
  await count(widget, 2).waitFor();
  await widget.host.getByText("Three seats are left.").waitFor();
  await widget.addPeople(...PEOPLE.slice(2));
  await count(widget, 4).waitFor();
  await widget.host.locator("[part~=counts] [data-tone=danger]").waitFor();
  await widget.host.locator("[part~=summary]").getByText(TOO_MANY).waitFor();
});

test("too many people are not sent, none is dropped, and one less is enough", async () => {
  const heard = await hearEvents(site.page);
  const widget = await openLimited();
  await widget.addPeople(...PEOPLE);
  await widget.pressRefused();
  await widget.host.locator("[part~=problems]").getByText(TOO_MANY).waitFor();
  assert.equal(await widget.rows.count(), 4);
  assert.deepEqual(await site.server.acceptedBodies(), []);
  assert.deepEqual(await heard.details("error"), []);
  await widget.removeButton("dev@acme.com").click();
  await count(widget, 3).waitFor();
  await widget.invite();
  assert.equal((await site.server.acceptedBodies()).length, 3);
});

test("who is in the list twice counts once", async () => {
  const widget = await openLimited();
  await widget.addPeople(...PEOPLE.slice(0, 3), "ANN@acme.com");
  await count(widget, 3).waitFor();
  await widget.invite();
});
