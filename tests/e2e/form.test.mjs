/** With `collect` the element is a field of the host's form: value, validity, reset, restore. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { ui } from "./words.mjs";

const site = useSite();

const NOBODY = ui("summary_nobody");

test("a form sends the people as JSON under the field's name, and nothing else is sent", async () => {
  const widget = await openForm("required");
  await widget.addPeople("Ann Lee <ann@acme.com>", "ben@acme.com");
  await widget.chooseRoles("ben@acme.com", "Admin");
  const posted = site.page.waitForRequest((request) => request.method() === "POST");
  await submitButton().click();
  const fields = new URLSearchParams((await posted).postData());
  assert.deepEqual(JSON.parse(fields.get("people")), [
    { email: "ann@acme.com", name: "Ann Lee" }, { email: "ben@acme.com", roles: ["ADMIN"] },
  ]);
  assert.equal(fields.get("team"), "Blue");
  assert.deepEqual(await site.server.requests(), []);
});

test("nothing in it sends: no Invite button, no Ctrl+Enter, no send()", async () => {
  const events = await hearEvents(site.page);
  const widget = await openForm();
  await widget.field.fill("ann@acme.com");
  await widget.field.press("Control+Enter");
  await widget.row("ann@acme.com").waitFor();
  assert.equal(await widget.inviteButton.count(), 0);
  assert.ok(await widget.clearButton.isVisible());
  const code = await widget.host.evaluate((element) => element.send().catch((error) => error.code));
  assert.equal(code, "collecting");
  assert.deepEqual(await events.details("send"), []);
});

test("Enter in its fields never submits the form", async () => {
  const widget = await openForm();
  await countSubmits();
  await widget.field.fill("ann@acme.com");
  await widget.field.press("Enter");
  await widget.field.press("Enter");
  await widget.addPeople("ben@acme.com", "mia(at)acme.com");
  await widget.editField("mia(at)acme.com").press("Enter");
  assert.equal(await submits(), 0);
  await site.page.getByLabel("Team").press("Enter");
  assert.equal(await submits(), 0, "a row is still to be fixed");
  await widget.editField("mia(at)acme.com").fill("mia@acme.com");
  await site.page.getByLabel("Team").focus();
  await site.page.waitForFunction(() => document.querySelector("form").checkValidity());
  await site.page.getByLabel("Team").press("Enter");
  await site.page.waitForFunction(() => window.submits === 1);
});

test("required and empty, it is missing; somebody in the list mends that", async () => {
  const widget = await openForm("required");
  assert.deepEqual(await validity(widget), ["valueMissing", NOBODY]);
  await countSubmits();
  await submitButton().click();
  await focused(widget.field);
  assert.equal(await submits(), 0);
  await widget.addPeople("ann@acme.com");
  assert.deepEqual(await validity(widget), ["valid", ""]);
  await widget.set({ required: false });
  await widget.call("clear");
  assert.deepEqual(await validity(widget), ["valid", ""]);
});

test("while a row is to be fixed the form stays, and says how many", async () => {
  const widget = await openForm();
  await widget.addPeople("ann@acme.com", "mia(at)acme.com", "dev(at)acme.com");
  assert.deepEqual(await validity(widget), ["customError", ui("form_to_fix", { count: 2 })]);
  await widget.removeButton("dev(at)acme.com").click();
  await widget.editField("mia(at)acme.com").fill("mia@acme.com");
  await widget.editField("mia(at)acme.com").press("Enter");
  await widget.removeButton("mia@acme.com").waitFor();
  assert.deepEqual(await validity(widget), ["valid", ""]);
});

test("a role that the API does not know keeps the form back, too", async () => {
  const widget = await openForm();
  await widget.set({ invitees: [{ email: "ann@acme.com", roles: ["KING"] }] });
  assert.deepEqual(await validity(widget), ["customError", ui("form_to_fix", { count: 1 })]);
  await widget.roleSelect("ann@acme.com").selectOption({ label: "Admin" });
  assert.deepEqual(await validity(widget), ["valid", ""]);
});

test("what is still being typed goes with the form, once it is an address", async () => {
  const widget = await openForm("required");
  await countSubmits();
  await widget.field.pressSequentially("ann@ac");
  assert.deepEqual(await validity(widget), ["customError", ui("form_to_fix", { count: 1 })]);
  await widget.field.pressSequentially("me.com");
  assert.deepEqual(await value(), [{ email: "ann@acme.com" }]);
  await site.page.evaluate(() => document.forms[0].requestSubmit());
  assert.equal(await submits(), 1);
  await widget.row("ann@acme.com").waitFor();
  assert.equal(await widget.field.inputValue(), "");
});

test("reset puts back the people whom the host set", async () => {
  const widget = await openForm();
  await widget.set({ invitees: [{ email: "ann@acme.com", name: "Ann Lee" }] });
  await widget.addPeople("ben@acme.com", "mia(at)acme.com");
  await widget.field.fill("carla@");
  await site.page.getByRole("button", { name: "Reset" }).click();
  await widget.rows.nth(1).waitFor({ state: "detached" });
  assert.deepEqual(await value(), [{ email: "ann@acme.com", name: "Ann Lee" }]);
  assert.equal(await widget.field.inputValue(), "");
});

test("who comes back to the page finds what was in the list, rejected rows and all", async () => {
  const widget = await openForm();
  await widget.addPeople("Ann Lee <ann@acme.com>", "mia(at)acme.com");
  await widget.field.fill("carla@");
  // A page that is kept whole in memory needs no restoring.
  await site.page.evaluate(() => addEventListener("unload", () => {}));
  await site.page.goto("/dist/define.js");
  await site.page.goBack();
  await widget.row("ann@acme.com").getByText("Ann Lee").waitFor();
  await widget.editField("mia(at)acme.com").waitFor();
  assert.equal(await widget.field.inputValue(), "carla@");
});

test("a disabled fieldset takes it out of the form", async () => {
  const widget = await openForm("required");
  await site.page.evaluate(() => (document.querySelector("fieldset").disabled = true));
  await widget.host.locator("[inert]").waitFor();
  assert.deepEqual(await site.page.evaluate(() => [...new FormData(document.forms[0]).keys()]), []);
  assert.equal(await widget.host.evaluate(({ willValidate }) => willValidate), false);
});

test("it has what every field has", async () => {
  const widget = await openForm("required");
  const [form, type, labels, checks, invalid] = await widget.host.evaluate((element) => {
    let invalid = 0;
    element.addEventListener("invalid", () => (invalid += 1));
    const checks = [element.checkValidity(), element.willValidate];
    return [element.form === document.forms[0], element.type, element.labels.length, checks, invalid];
  });
  assert.deepEqual([form, type, labels, checks, invalid], [true, "invite-users", 1, [false, true], 1]);
  assert.equal(await widget.host.evaluate(({ name }) => name), "people");
});

test("without collect it is no field, and keeps no form back", async () => {
  const markup = `<form>${vijilElement(site, "name=\"people\" required")}</form>`;
  const widget = await openReadyHost(site, markup);
  await widget.addPeople("ann@acme.com", "mia(at)acme.com");
  assert.deepEqual(await validity(widget), ["valid", ""]);
  assert.equal(await site.page.evaluate(() => new FormData(document.forms[0]).get("people")), null);
});

/** A form with the element between its own fields. */
function openForm(attributes = "") {
  const field = vijilElement(site, `id="who" name="people" collect ${attributes}`);
  return openReadyHost(site, `<form method="post" action="/host"><fieldset>
    <label>Team <input name="team" value="Blue"></label>
    <label for="who">Colleagues</label>${field}
    <button>Save</button> <button type="reset">Reset</button></fieldset></form>`);
}

function submitButton() {
  return site.page.getByRole("button", { name: "Save" });
}

/** The flag that is raised, and its sentence. */
function validity(widget) {
  return widget.host.evaluate(({ validity, validationMessage }) => {
    const flags = ["valueMissing", "customError", "valid"];
    return [flags.find((flag) => validity[flag]), validationMessage];
  });
}

function value() {
  return site.page.evaluate(() => JSON.parse(new FormData(document.forms[0]).get("people")));
}

/** Counts from now on, and keeps the page where it is. */
function countSubmits() {
  return site.page.evaluate(() => {
    window.submits = 0;
    document.forms[0].addEventListener("submit", (event) => {
      event.preventDefault();
      window.submits += 1;
    });
  });
}

function submits() {
  return site.page.evaluate(() => window.submits);
}
