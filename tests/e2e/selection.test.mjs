/** The selection, and what is done with many people at once. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { ui } from "./words.mjs";

const site = useSite();

const PEOPLE = ["ann", "ben", "carla", "dev", "eve", "fay"].map((name) => `${name}@acme.com`);

async function openCrowd(markup = vijilElement(site)) {
  const widget = await openReadyHost(site, markup);
  await widget.addPeople(...PEOPLE);
  return widget;
}

const box = (widget, email) =>
  widget.host.getByRole("checkbox", { name: ui("select", { email }), exact: true });
const selectAll = (widget) =>
  widget.host.getByRole("checkbox", { name: ui("select_all"), exact: true });
const roleOfMany = (widget, key, count) =>
  widget.host.getByRole("combobox", { name: ui(key, { count }), exact: true });
const says = (widget, text) =>
  widget.host.getByRole("status").filter({ hasText: text }).waitFor();
const roles = (widget) =>
  widget.host.evaluate(({ invitees }) => invitees.map(({ roles }) => roles ?? []));

test("a range is selected with Shift, and everybody with one checkbox in three states", async () => {
  const widget = await openCrowd();
  await box(widget, PEOPLE[1]).check();
  await box(widget, PEOPLE[4]).click({ modifiers: ["Shift"] });
  await widget.host.getByText(ui("selected", { count: 4 }), { exact: true }).waitFor();
  assert.equal(await box(widget, PEOPLE[3]).isChecked(), true);
  assert.equal(await box(widget, PEOPLE[5]).isChecked(), false);
  assert.equal(await selectAll(widget).evaluate(({ indeterminate }) => indeterminate), true);
  await selectAll(widget).click();
  await widget.host.getByText(ui("selected", { count: 6 }), { exact: true }).waitFor();
  assert.equal(await selectAll(widget).isChecked(), true);
  await selectAll(widget).click();
  await roleOfMany(widget, "role_of_all").waitFor();
  assert.equal(await box(widget, PEOPLE[0]).isChecked(), false);
});

test("a role for the selection is one step, and is told", async () => {
  const widget = await openCrowd();
  await box(widget, PEOPLE[0]).check();
  await box(widget, PEOPLE[2]).check();
  await roleOfMany(widget, "role_of_selected", 2).selectOption("ADMIN");
  await says(widget, ui("roles_changed", { count: 2, roles: "Admin" }));
  assert.deepEqual(await roles(widget), [["ADMIN"], [], ["ADMIN"], [], [], []]);
  await widget.host.getByRole("button", { name: ui("clear_selection") }).click();
  await focused(selectAll(widget));
  const ofAll = roleOfMany(widget, "role_of_all");
  assert.equal(await ofAll.evaluate((select) => select.selectedOptions[0].text), ui("roles_differ"));
  await ofAll.selectOption("MEMBER");
  assert.equal(await ofAll.inputValue(), "MEMBER");
  await widget.host.locator("[part~=undo-button]").click();
  await widget.host.locator("[part~=undo-button]").click();
  assert.deepEqual(await roles(widget), [[], [], [], [], [], []]);
});

test("where people have several roles, one is given or taken and the others stay", async () => {
  const widget = await openCrowd("<invite-users api=\"extractor\"></invite-users>");
  await widget.set({
    invitees: [
      { email: "ann@acme.com", roles: ["extractor-viewer", "extractor-user"] },
      { email: "ben@acme.com", roles: ["extractor-user"] },
    ],
  });
  const name = ui("role_of_all");
  await widget.host.getByRole("button", { name: `${name}: ${ui("roles_differ")}` }).click();
  const choices = widget.host.getByRole("group", { name, exact: true });
  const viewer = choices.getByRole("checkbox", { name: "Extractor viewer" });
  assert.equal(await viewer.evaluate(({ indeterminate }) => indeterminate), true);
  await choices.getByRole("checkbox", { name: "Organisation manager" }).check();
  await says(widget, ui("role_given", { count: 2, roles: "Organisation manager" }));
  await choices.getByRole("checkbox", { name: "Extractor user" }).uncheck();
  await says(widget, ui("role_taken", { count: 2, roles: "Extractor user" }));
  assert.deepEqual(await roles(widget), [
    ["extractor-viewer", "organisation-manager"], ["organisation-manager"],
  ]);
});

test("the selection is removed at once, and the focus goes to the next row", async () => {
  const widget = await openCrowd();
  await box(widget, PEOPLE[1]).check();
  await box(widget, PEOPLE[2]).check();
  await widget.host.getByRole("button", { name: ui("remove_selected"), exact: true }).press("Enter");
  await says(widget, ui("people_removed", { count: 2 }));
  await focused(widget.row(PEOPLE[3]).locator(":focus"));
  assert.equal(await widget.rows.count(), 4);
  await widget.host.getByText(ui("count_people", { count: 4 }), { exact: true }).waitFor();
});

test("who leaves the list leaves the selection, and comes back unselected", async () => {
  const widget = await openCrowd();
  await box(widget, PEOPLE[0]).check();
  await box(widget, PEOPLE[1]).check();
  await widget.removeButton(PEOPLE[0]).click();
  await widget.host.getByText(ui("selected", { count: 1 }), { exact: true }).waitFor();
  await widget.host.locator("[part~=undo-button]").click();
  await widget.row(PEOPLE[0]).waitFor();
  assert.equal(await box(widget, PEOPLE[0]).isChecked(), false);
  assert.equal(await box(widget, PEOPLE[1]).isChecked(), true);
});

test("one person needs no acts for many, and while sending nobody can be selected", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com");
  assert.equal(await selectAll(widget).count(), 0);
  await widget.addPeople("ben@acme.com");
  await selectAll(widget).check();
  await widget.invite();
  assert.equal(await widget.host.getByRole("checkbox").count(), 0);
  assert.deepEqual(await widget.outcomes(), [
    ["ann@acme.com", "invited"], ["ben@acme.com", "invited"],
  ]);
});
