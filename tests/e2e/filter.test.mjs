/** Search and filter: a long list is made short, and nobody is lost by it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { ui } from "./words.mjs";

const site = useSite();

async function openCrowd(count, ...more) {
  const widget = await openReadyHost(site, vijilElement(site));
  const crowd = Array.from({ length: count - more.length }, (_, index) => `p${index}@acme.com`);
  await widget.addPeople(...crowd, ...more);
  return widget;
}

const search = (widget) => widget.host.getByRole("searchbox", { name: ui("search") });
const filter = (widget, name) => widget.host.getByRole("radio", { name, exact: true });
const says = (widget, text) =>
  widget.host.getByRole("status").filter({ hasText: text }).waitFor();

test("there is a search from twenty people on", async () => {
  const widget = await openCrowd(19);
  assert.equal(await search(widget).count(), 0);
  await widget.addPeople("ann@acme.com");
  await search(widget).waitFor();
});

test("people are found by name, address and role, whatever the case", async () => {
  const widget = await openCrowd(30, "Zoë Ångström <zoe@acme.com>", "İpek <ipek@acme.com>");
  await widget.roleSelect("p7@acme.com").selectOption("OWNER");
  for (const [text, email] of [
    ["  ZOË ån ", "zoe@acme.com"], ["P27@", "p27@acme.com"], ["owner", "p7@acme.com"],
    ["İPEK", "ipek@acme.com"],
  ]) {
    await search(widget).fill(text);
    await widget.rows.nth(1).waitFor({ state: "detached" });
    await widget.row(email).waitFor();
  }
  await says(widget, ui("shown", { count: 1, total: 30 }));
});

test("who needs an answer is shown alone, and the others are sent all the same", async () => {
  const widget = await openCrowd(22, "mia(at)acme.com", "leo@acme");
  await filter(widget, ui("count_to_fix", { count: 2 })).check();
  await widget.rows.nth(2).waitFor({ state: "detached" });
  await says(widget, ui("shown", { count: 2, total: 22 }));
  await widget.host.getByText(ui("summary_hidden", { count: 20 })).waitFor();
  await widget.inviteButton.click();
  await widget.results.waitFor();
  const bodies = await site.server.acceptedBodies();
  assert.equal(bodies.length, 20);
});

test("a row that no longer matches stays until the focus has left it", async () => {
  const widget = await openCrowd(22, "mia(at)acme.com", "leo@acme");
  await filter(widget, ui("count_to_fix", { count: 2 })).check();
  await widget.rows.nth(2).waitFor({ state: "detached" });
  await widget.editField("mia(at)acme.com").fill("mia@acme.com");
  await widget.editField("mia(at)acme.com").press("Enter");
  await widget.row("mia@acme.com").waitFor({ state: "detached" });
  await focused(widget.editField("leo@acme"));
  await widget.editField("leo@acme").fill("leo@acme.com");
  await widget.removeButton("leo@acme").focus();
  await widget.host.getByText(ui("count_people", { count: 22 }), { exact: true }).waitFor();
  assert.equal(await widget.rows.count(), 1);
  await search(widget).focus();
  await widget.host.getByText(ui("nobody_shown")).waitFor();
  await widget.host.getByRole("button", { name: ui("show_all"), exact: true }).press("Enter");
  await focused(search(widget));
  await widget.rows.nth(21).waitFor();
});

test("after a removal the focus goes to the next row that is shown", async () => {
  const widget = await openCrowd(22, "mia(at)acme.com");
  await search(widget).fill("p1");
  await widget.row("p2@acme.com").waitFor({ state: "detached" });
  await widget.removeButton("p1@acme.com").press("Enter");
  await focused(widget.row("p10@acme.com").locator(":focus"));
});

test("the search stays while it is used, however few people are left", async () => {
  const widget = await openCrowd(20);
  await search(widget).fill("p1@");
  await widget.rows.nth(1).waitFor({ state: "detached" });
  await widget.removeButton("p1@acme.com").click();
  await widget.host.getByText(ui("nobody_shown")).waitFor();
  await search(widget).fill("");
  await widget.rows.nth(18).waitFor();
  await focused(search(widget));
  await widget.field.focus();
  await search(widget).waitFor({ state: "detached" });
});

test("an act for all is for those who are shown, and so is the selection", async () => {
  const widget = await openCrowd(25);
  await widget.host.getByRole("checkbox", { name: ui("select", { email: "p3@acme.com" }) }).check();
  await search(widget).fill("p1");
  await widget.row("p3@acme.com").waitFor({ state: "detached" });
  const name = ui("role_of_shown", { count: 11 });
  await widget.host.getByRole("combobox", { name, exact: true }).selectOption("ADMIN");
  await widget.host.getByRole("checkbox", { name: ui("select_shown", { count: 11 }) }).check();
  await widget.host.getByText(ui("selected", { count: 11 }), { exact: true }).waitFor();
  const bodies = await widget.plannedBodies();
  const admins = bodies.filter(({ role }) => role === "ADMIN").map(({ email }) => email);
  assert.equal(admins.length, 11);
  assert.ok(admins.every((email) => email.startsWith("p1")));
});

test("whom the server refused is found after the sending", async () => {
  const widget = await site.openWith("contextual");
  const crowd = Array.from({ length: 21 }, (_, index) => `p${index}@acme.com`);
  await widget.addPeople(...crowd, "eve@blocked.example");
  await widget.invite();
  await filter(widget, ui("count_failed", { count: 1 })).check();
  await widget.rows.nth(1).waitFor({ state: "detached" });
  await widget.row("eve@blocked.example").waitFor();
});

test("who is added is seen, whatever was searched for", async () => {
  const widget = await openCrowd(20);
  await search(widget).fill("nobody");
  await widget.host.getByText(ui("nobody_shown")).waitFor();
  await widget.paste("zoe@acme.com");
  await widget.row("zoe@acme.com").waitFor();
  assert.equal(await widget.rows.count(), 21);
});
