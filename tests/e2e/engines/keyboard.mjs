/** The whole job without a pointer, and where the focus is meanwhile (docs/accessibility.md). */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { ui } from "../words.mjs";

const ANN = "ann@acme.com";
const BEN = "ben@acme.com";
const CARLA = "carla@acme.com";

export const KEYBOARD_JOURNEYS = {
  "from the page's top to the result by keys alone": async (widget, host) => {
    await host.hold(`<button id="before">Before</button>${host.vijil()}`);
    await widget.open(host.address);
    await widget.tabTo("the host's button", await widget.onPage("#before"));
    const field = await widget.part("field");
    await widget.tabTo("the field", field);
    await widget.assertTold(field, "textbox", ui("field"));
    for (const [index, person] of [`Ann Lee <${ANN}>`, "ben@acme", CARLA].entries()) {
      await widget.type(person, Key.ENTER);
      await widget.rows(index + 1);
      await widget.focused("the field", field);
    }
    await giveRole(widget);
    await correct(widget);
    await removeAndUndo(widget);
    await send(widget);
    assert.deepEqual(await host.apis.acceptedBodies(), [
      { email: ANN, role: "ADMIN" }, { email: BEN }, { email: CARLA },
    ]);
    const done = await widget.part("done-button");
    await widget.tabTo("Done", done);
    await widget.type(Key.ENTER);
    await widget.until("the event done", async () => (await widget.run("return heard")).includes("done"));
  },

  "several roles of one person in a popup": async (widget, host) => {
    await host.hold("<invite-users api=\"extractor\"></invite-users>");
    await widget.open(host.address);
    await widget.run("document.querySelector('invite-users').invitees = [{ email: arguments[0] }]", ANN);
    const label = ui("role_of", { email: ANN });
    const button = await widget.find("[part~=row] [part~=role] button");
    assert.ok((await button.getAccessibleName()).startsWith(label));
    await widget.tabTo("the roles", button);
    await widget.type(Key.ENTER);
    const popup = await widget.find(":popover-open");
    await assertBeside(widget, popup, button);
    await widget.type(Key.TAB, Key.SPACE);
    await widget.type(Key.ESCAPE);
    await widget.focused("the button", button);
    const [{ roles }] = await widget.invitees();
    assert.equal(roles.length, 1);
    const { length } = await widget.run("return document.querySelector('invite-users').shadowRoot"
      + ".querySelectorAll(':popover-open')");
    assert.equal(length, 0);
  },
};

async function giveRole(widget) {
  const role = await widget.named(ui("role_of", { email: ANN }), "select");
  await widget.tabTo("the role of a person", role);
  // WebKit calls a list of the platform a button, and not a combobox as HTML-AAM has it.
  assert.equal(await role.getAccessibleName(), ui("role_of", { email: ANN }));
  await widget.type("A");
  await widget.until("the role", async () => (await widget.invitees())[0].roles?.[0] === "ADMIN");
  const person = await widget.named(ANN);
  await widget.tabTo("the person", person, { back: true });
  await widget.assertTold(person, "group", ANN);
}

/** A rejected row opens by F2, and Enter takes the correction. */
async function correct(widget) {
  await widget.type(Key.ARROW_DOWN);
  await widget.focused("the next person", await widget.named("ben@acme"));
  await widget.type(Key.F2);
  await widget.focused("the correction", await widget.named(ui("edit_field", { email: "ben@acme" })));
  await widget.type(Key.END, ".com", Key.ENTER);
  await widget.focused("the corrected person", await widget.named(BEN, "[part~=row]"));
}

/** Delete leads on, and Ctrl+Z leads back. */
async function removeAndUndo(widget) {
  await widget.type(Key.DELETE);
  await widget.rows(2);
  await widget.focused("the next person", await widget.named(CARLA, "[part~=row]"));
  await widget.chord(Key.CONTROL, "z");
  await widget.rows(3);
  await widget.focused("who is back", await widget.named(BEN, "[part~=row]"));
}

async function send(widget) {
  await widget.tabTo("Invite", await widget.part("invite-button"));
  await widget.type(Key.ENTER);
  await widget.focused("the question", await widget.part("confirm"));
  await widget.tabTo("the yes", await widget.part("confirm-button"));
  await widget.type(Key.ENTER);
  const results = await widget.results();
  await widget.focused("the results", results);
  assert.deepEqual(await widget.states(), ["done"]);
  assert.ok((await results.getText()).includes(ui("count_invited", { count: 3 })));
}

/** The popup is in the window, and touches what opened it. */
async function assertBeside(widget, popup, button) {
  const [at, of] = [await popup.getRect(), await button.getRect()];
  const gap = Math.max(at.y - (of.y + of.height), of.y - (at.y + at.height));
  assert.ok(gap >= -1 && gap < 24, `${gap} px between the popup and its button`);
  assert.ok(at.x < of.x + of.width && of.x < at.x + at.width, "the popup is above or below its button");
}
