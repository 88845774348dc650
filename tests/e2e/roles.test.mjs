/** What people see of a role that nobody chose, and what is sent for it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { focused, tabTo } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { sentence, ui } from "./words.mjs";

const site = useSite();

const ANN = "ann@acme.com";
const UNCHOSEN = ui("role_if_none", { role: "Extractor user" });

test("where a person has one role, the one that they get without choosing is chosen", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople(ANN, "ben@acme.com");
  assert.equal(await widget.roleSelect(ANN).inputValue(), "MEMBER");
  const ofAll = widget.host.getByRole("combobox", { name: ui("role_of_all"), exact: true });
  assert.equal(await ofAll.inputValue(), "MEMBER");
});

test("where they can have several, boxes show what was chosen, and one says that it is given without", async () => {
  const widget = await openExtractor();
  await widget.rolesButton(ANN).and(widget.host.getByRole("button", { name: /: Extractor user$/ })).focus();
  await site.page.keyboard.press("Enter");
  const boxes = choices(widget).getByRole("checkbox");
  await boxes.first().waitFor();
  assert.deepEqual(await ticked(boxes), []);
  assert.equal(await choices(widget).getByText(UNCHOSEN, { exact: true }).count(), 1);
  assert.deepEqual(await roles(widget), ["extractor-user"]);
});

test("by keyboard: what is ticked is sent and nothing else; nothing ticked, and the role is given again", async () => {
  const widget = await openExtractor();
  await widget.rolesButton(ANN).focus();
  await site.page.keyboard.press("Enter");
  for (const [key, name, expected] of [
    ["Tab", "Extractor manager", ["extractor-manager"]],
    ["Shift+Tab", UNCHOSEN, ["extractor-manager", "extractor-user"]],
    ["Tab", "Extractor manager", ["extractor-user"]],
    ["Shift+Tab", UNCHOSEN, ["extractor-user"]],
  ]) {
    const box = choices(widget).getByRole("checkbox", { name, exact: true });
    await box.waitFor();
    await tabTo(box, key);
    await site.page.keyboard.press("Space");
    assert.deepEqual(await roles(widget), expected, name);
  }
  assert.deepEqual(await ticked(choices(widget).getByRole("checkbox")), []);
  await site.page.keyboard.press("Escape");
  await focused(widget.rolesButton(ANN));
});

test("a role that the host does not offer is not shown as if people got it", async () => {
  const widget = await openExtractor({ roles: ["extractor-viewer", "extractor-manager"] });
  await widget.host.getByRole("button", {
    name: ui("labelled", { label: ui("role_of", { email: ANN }), value: ui("choose_role") }), exact: true,
  }).click();
  await choices(widget).waitFor();
  assert.equal(await choices(widget).getByText("Extractor user").count(), 0);
  await widget.pressRefused();
  await widget.problems.getByText(`${ANN} ${sentence("role_required")}`).waitFor();
});

test("nor where a person has one role", async () => {
  const widget = await openReadyHost(site, vijilElement(site, "roles='[\"ADMIN\"]'"));
  await widget.addPeople(ANN);
  const select = widget.roleSelect(ANN);
  assert.deepEqual(await select.locator("option").allInnerTexts(), [ui("choose_role"), "Admin"]);
  assert.equal(await select.inputValue(), "");
  await widget.pressRefused();
  await widget.problems.getByText(`${ANN} ${sentence("role_required")}`).waitFor();
  await widget.chooseRoles(ANN, "Admin");
  assert.deepEqual(await widget.plannedBodies(), [{ email: ANN, role: "ADMIN" }]);
});

/** An API where a person can have several roles, with Ann in the list. */
async function openExtractor(more = {}) {
  const widget = await openReadyHost(site, "<invite-users api=\"extractor\"></invite-users>");
  const endpoint = `${site.server.origin}/extractor/api/v1/registration/invite`;
  await widget.set({ config: { endpoint, ...more }, invitees: [{ email: ANN }] });
  await widget.rolesButton(ANN).waitFor();
  return widget;
}

function choices(widget) {
  return widget.host.getByRole("group", { name: ui("role_of", { email: ANN }), exact: true });
}

/** The roles that would reach the server now. */
async function roles(widget) {
  const [body] = await widget.plannedBodies();
  return body.roles;
}

function ticked(boxes) {
  return boxes.evaluateAll((all) => {
    const shown = all.filter(({ checked, indeterminate }) => checked || indeterminate);
    return shown.map(({ labels: [label] }) => label.innerText);
  });
}
