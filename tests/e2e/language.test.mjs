/** The language of the form: which one it is, single messages of the host, and changes of both. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { ui } from "./words.mjs";

const site = useSite({ locale: "de-DE" });

test("a page in English has an English form, wherever in it the form stands", async () => {
  const widget = await openReadyHost(site, `<div lang="en-AU"><p id="place"></p></div>`);
  await site.page.evaluate(() => {
    const root = document.getElementById("place").attachShadow({ mode: "open" });
    const element = document.createElement("invite-users");
    root.append(element);
    return element.ready;
  });
  await widget.host.getByRole("heading", { name: ui("heading") }).waitFor();
  assert.equal(await spoken(widget), "en-AU");
});

test("the attribute wins over the page, and the page over the browser", async () => {
  const markup = `<div lang="en-AU">${vijilElement(site, "locale=\"en-GB\"")}</div>`;
  const widget = await openReadyHost(site, markup);
  assert.equal(await spoken(widget), "en-GB");
  await widget.host.evaluate((element) => element.removeAttribute("locale"));
  await widget.host.locator("[lang=en-AU]").waitFor();
  await widget.set({ config: { api: "vijil", locale: "en-IE" } });
  await widget.host.locator("[lang=en-IE]").waitFor();
});

test("where there are no words in the page's language the form speaks the browser's", async () => {
  const widget = await openReadyHost(site, `<div lang="tlh">${vijilElement(site)}</div>`);
  assert.equal(await spoken(widget), "de-DE");
  assert.equal(await widget.host.getByRole("alert").count(), 0);
});

test("single messages are the host's, the others stay", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.set({
    messages: {
      ui: {
        heading: "Bring your crew",
        count_people: { one: "{count} mate", other: "{count} mates" },
      },
      errors: { missing_at: "where is the @" },
      roles: { ADMIN: "Boss" },
    },
  });
  await widget.host.getByRole("heading", { name: "Bring your crew" }).waitFor();
  await widget.addPeople("ann@acme.com", "ben@acme.com", "mia");
  await widget.host.getByText("2 mates", { exact: true }).waitFor();
  await widget.host.getByText("Where is the @").first().waitFor();
  const options = widget.roleSelect("ann@acme.com").getByRole("option");
  assert.deepEqual(await options.allInnerTexts(), ["Owner", "Boss", "Member"]);
  await widget.host.getByRole("button", { name: ui("invite_people", { count: 2 }) }).waitFor();
});

test("a change of words loses nothing: people, roles, what is typed, the focus", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("Ann Lee <ann@acme.com>", "mia(at)acme.com");
  await widget.chooseRoles("ann@acme.com", "Owner");
  await widget.field.pressSequentially("ben@");
  await widget.set({ messages: { ui: { heading: "Bring your crew" } } });
  await widget.host.getByRole("heading", { name: "Bring your crew" }).waitFor();
  await focused(widget.field);
  await site.page.keyboard.type("acme.com");
  assert.equal(await widget.field.inputValue(), "ben@acme.com");
  assert.equal(await widget.roleSelect("ann@acme.com").inputValue(), "OWNER");
  assert.equal(await widget.editField("mia(at)acme.com").inputValue(), "mia(at)acme.com");
  await widget.invite();
  assert.equal((await widget.outcomes()).length, 3);
});

test("a correction that is being written is taken before the words change", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com", "mia(at)acme.com");
  await widget.editField("mia(at)acme.com").fill("mia@acme.com");
  await widget.set({ messages: { ui: { heading: "Bring your crew" } } });
  await widget.host.getByRole("heading", { name: "Bring your crew" }).waitFor();
  await widget.removeButton("mia@acme.com").waitFor();
});

test("a change of words while it sends does not disturb the sending", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com");
  await site.server.setFaults({ delayMs: 2500 });
  await widget.inviteButton.click();
  await widget.progress.waitFor();
  await widget.set({ messages: { ui: { cancel: "Stop it" } } });
  await widget.host.getByRole("button", { name: "Stop it" }).waitFor();
  await widget.results.waitFor();
  assert.deepEqual(await widget.outcomes(), [["ann@acme.com", "invited"]]);
});

/** The language of the form, as assistive technology is told of it. */
function spoken(widget) {
  return widget.host.locator("[part=base]").getAttribute("lang");
}
