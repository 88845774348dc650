/** Undo: what a person did is taken back step by step. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { sentence, ui } from "./words.mjs";

const site = useSite();

const open = () => openReadyHost(site, vijilElement(site));
const undoButton = (widget) => widget.host.locator("[part~=undo-button]");
const says = (widget, text) =>
  widget.host.getByRole("status").filter({ hasText: text }).waitFor();
const emails = (widget) =>
  widget.host.evaluate(({ invitees }) => invitees.map(({ email }) => email));

test("the button says what it takes back, takes it back, tells it and keeps the focus", async () => {
  const widget = await open();
  await widget.addPeople("ann@acme.com", "ben@acme.com", "carla@acme.com");
  await widget.removeButton("ben@acme.com").click();
  const what = ui("removed", { email: "ben@acme.com" });
  const button = widget.host.getByRole("button", { name: ui("undo_what", { what }), exact: true });
  await button.press("Enter");
  await widget.row("ben@acme.com").waitFor();
  await says(widget, ui("undone", { what }));
  await focused(undoButton(widget));
  assert.deepEqual(await emails(widget), ["ann@acme.com", "ben@acme.com", "carla@acme.com"]);
});

test("a paste is one step, and the list before it is as it was", async () => {
  const widget = await open();
  const crowd = Array.from({ length: 40 }, (_, index) => `p${index}@acme.com`);
  await widget.addPeople("ann@acme.com");
  await widget.addPeople(...crowd);
  await undoButton(widget).click();
  await widget.rows.nth(1).waitFor({ state: "detached" });
  assert.deepEqual(await emails(widget), ["ann@acme.com"]);
  assert.equal(await widget.field.inputValue(), "");
});

test("roles, corrections, suggestions and many removed at once are steps", async () => {
  const widget = await open();
  await widget.addPeople("ann@acme.com", "dev@gmial.com", "mia(at)acme.com");
  await widget.roleSelect("ann@acme.com").selectOption("ADMIN");
  await widget.row("dev@gmial.com").getByRole("button", { name: /gmail/ }).click();
  await widget.editField("mia(at)acme.com").fill("mia@acme.com");
  await widget.editField("mia(at)acme.com").press("Enter");
  await widget.row("mia@acme.com").getByRole("combobox").waitFor();
  const after = await widget.call("plan");
  await widget.host.getByRole("checkbox", { name: ui("select_all") }).check();
  await widget.host.getByRole("button", { name: ui("remove_selected"), exact: true }).click();
  await widget.host.getByText(ui("empty")).waitFor();

  await undoButton(widget).click();
  await widget.rows.nth(2).waitFor();
  assert.deepEqual(await widget.call("plan"), after);
  await undoButton(widget).click();
  await widget.editField("mia(at)acme.com").waitFor();
  assert.equal(await widget.editField("mia(at)acme.com").inputValue(), "mia(at)acme.com");
  await undoButton(widget).click();
  await widget.row("dev@gmial.com").waitFor();
  await undoButton(widget).click();
  assert.deepEqual(await widget.host.evaluate(({ invitees }) => invitees[0]), { email: "ann@acme.com" });
});

test("a correction that is still wrong comes back as it was, in its field, too", async () => {
  const widget = await open();
  await widget.addPeople("ann@acme.com", "mia(at)acme.com");
  await widget.editField("mia(at)acme.com").fill("mia@@acme.com");
  await widget.editField("mia(at)acme.com").press("Enter");
  await widget.row("mia@@acme.com").getByText(sentence("multiple_at")).waitFor();
  await undoButton(widget).click();
  await widget.row("mia(at)acme.com").getByText(sentence("missing_at")).waitFor();
  assert.equal(await widget.editField("mia(at)acme.com").inputValue(), "mia(at)acme.com");
});

test("clearing is taken back with what stood in the field", async () => {
  const widget = await open();
  await widget.addPeople("ann@acme.com", "ben@acme.com");
  await widget.field.pressSequentially("carl");
  await widget.clearButton.click();
  await widget.host.getByText(ui("empty")).waitFor();
  assert.equal(await widget.field.inputValue(), "");
  await undoButton(widget).click();
  await widget.rows.nth(1).waitFor();
  assert.equal(await widget.field.inputValue(), "carl");
});

test("Ctrl+Z takes back outside of text fields, and leads to who is back", async () => {
  const widget = await open();
  await widget.addPeople("ann@acme.com", "ben@acme.com");
  await widget.removeButton("ann@acme.com").press("Enter");
  await widget.row("ann@acme.com").waitFor({ state: "detached" });
  await widget.removeButton("ben@acme.com").press("ControlOrMeta+Z");
  await focused(widget.row("ann@acme.com").locator(":focus"));
  await widget.field.focus();
  await site.page.keyboard.type("x");
  await site.page.keyboard.press("ControlOrMeta+Z");
  await site.page.keyboard.press("ControlOrMeta+Z");
  assert.equal(await widget.rows.count(), 2);
});

test("twenty steps are kept, then there is nothing to take back", async () => {
  const widget = await open();
  await widget.addPeople("ann@acme.com");
  for (let step = 0; step < 21; step += 1) {
    await widget.roleSelect("ann@acme.com").selectOption(step % 2 === 0 ? "ADMIN" : "OWNER");
  }
  const name = ui("undo_nothing");
  const nothing = widget.host.getByRole("button", { name, exact: true, disabled: true });
  for (let step = 0; step < 20; step += 1) await undoButton(widget).click();
  await nothing.waitFor();
  await focused(undoButton(widget));
  assert.deepEqual(await widget.plannedBodies(), [{ email: "ann@acme.com", role: "ADMIN" }]);
});

test("who is back is judged again, and the page is told", async () => {
  const heard = await hearEvents(site.page);
  const widget = await open();
  await widget.addPeople("ann@acme.com");
  await widget.removeButton("ann@acme.com").click();
  await widget.set({ email: { reservedDomains: "hint" } });
  await widget.addPeople("ann@acme.com", "ben@acme.com");
  await undoButton(widget).click();
  await widget.rows.first().waitFor({ state: "detached" });
  await heard.forget();
  await undoButton(widget).click();
  await widget.row("ann@acme.com").waitFor();
  await heard.waitFor("change");
  const [{ invitees }] = await heard.details("change");
  assert.deepEqual(invitees, [{ email: "ann@acme.com" }]);
});

test("the host's list and a delivery leave nothing to take back", async () => {
  const widget = await open();
  await widget.addPeople("ann@acme.com");
  await undoButton(widget).waitFor();
  await widget.set({ invitees: [{ email: "ben@acme.com" }] });
  await undoButton(widget).waitFor({ state: "detached" });
  await widget.addPeople("carla@acme.com");
  await widget.invite();
  await widget.moreButton.click();
  await widget.field.waitFor();
  assert.equal(await undoButton(widget).count(), 0);
});
