/** What is said of addresses while they are typed, and of members of the team in the list. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { sentence, ui } from "./words.mjs";

const site = useSite();

async function open(config = {}) {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.set({ config });
  return { widget, flags: widget.host.locator("[part~=flags]") };
}

test("an address that is in the list is flagged before it is added", async () => {
  const { widget, flags } = await open();
  await widget.addPeople("ann@acme.com");
  await widget.field.pressSequentially("Ann <ANN@acme.com>");
  await flags.getByText(ui("flag_duplicate", { email: "ANN@acme.com" })).waitFor();
  await widget.removeButton("ann@acme.com").click();
  await flags.waitFor({ state: "hidden" });
});

test("a member of the team is flagged, and as a row is not sent", async () => {
  const { widget, flags } = await open({ members: ["Ann@Acme.com"] });
  await widget.field.pressSequentially("ann@acme.com");
  await flags.getByText(ui("flag_member", { email: "ann@acme.com" })).waitFor();
  await widget.field.press("Enter");
  await widget.row("ann@acme.com").getByText(ui("member")).waitFor();
  await widget.addPeople("ben@acme.com");
  await widget.invite();
  assert.deepEqual(await site.server.acceptedBodies(), [{ email: "ben@acme.com" }]);
});

test("members who are named later are found in the list, those the host set among them", async () => {
  const { widget } = await open();
  await widget.set({ invitees: [{ email: "ann@acme.com" }, { email: "ben@acme.com" }] });
  await widget.set({ config: { members: ["ann@acme.com"] } });
  await widget.row("ann@acme.com").getByText(ui("member")).waitFor();
  assert.deepEqual(await widget.plannedBodies(), [{ email: "ben@acme.com" }]);
  await widget.set({ config: { members: [] } });
  await widget.row("ann@acme.com").getByText(ui("member")).waitFor({ state: "detached" });
  assert.equal((await widget.plannedBodies()).length, 2);
});

test("who was just invited and is a member by now is still shown as invited", async () => {
  const { widget } = await open();
  await widget.addPeople("ann@acme.com");
  await widget.invite();
  await widget.set({ config: { members: ["ann@acme.com"] } });
  assert.deepEqual(await widget.outcomes(), [["ann@acme.com", "invited"]]);
  assert.equal(await widget.row("ann@acme.com").getByText(ui("member")).count(), 0);
});

test("an address outside the team's domains is flagged, and added all the same", async () => {
  const { widget, flags } = await open({ email: { ownDomains: ["acme.com"] } });
  await widget.field.pressSequentially("ann@other.org");
  await flags.getByText(sentence("outside_domains", { domain: "other.org" })).waitFor();
  await widget.field.press("Enter");
  await widget.row("ann@other.org").waitFor();
  await flags.waitFor({ state: "hidden" });
});

test("a slip is mended in the field by one press, and the name before it stays", async () => {
  const { widget, flags } = await open();
  await widget.field.pressSequentially("Dev <dev@gmial.com>");
  await flags.getByText(sentence("typo", { domain: "gmail.com" })).waitFor();
  await flags.getByRole("button", { name: ui("use_suggestion", { email: "dev@gmail.com" }) }).click();
  await focused(widget.field);
  assert.equal(await widget.field.inputValue(), "Dev <dev@gmail.com>");
  await flags.waitFor({ state: "hidden" });
  assert.equal(await widget.rows.count(), 0);
});

test("the flags describe the field, and half an address has none", async () => {
  const { widget, flags } = await open();
  await widget.field.pressSequentially("dev@gmial.com");
  await flags.getByRole("button").waitFor();
  const described = (await widget.field.getAttribute("aria-describedby")).split(" ");
  assert.ok(described.includes(await flags.getAttribute("id")));
  await widget.field.fill("dev@");
  await flags.waitFor({ state: "hidden" });
});
