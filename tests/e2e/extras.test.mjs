/** What an API takes for a person beside address and roles: a checkbox in the row. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { focused, tabTo } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost } from "./host-page.mjs";
import { ui } from "./words.mjs";

const site = useSite();

const ANN = "ann@acme.com";
const ADMIN = "Tenant admin";

/** An API of a host's own; its requests are only planned here. */
const TEAM = {
  name: "Team",
  path: "/v1/members",
  batching: "each",
  personFields: [
    { name: "billing", label: "Sees bills" },
    { name: "owner", label: "Owns the team", privileged: true },
  ],
  body: { email: "$email", billing: "$field.billing", owner: "$field.owner" },
  reply: { empty: true, invited: "all" },
};

async function openContextual() {
  const widget = await openReadyHost(site, `<invite-users api="contextual"></invite-users>`);
  await widget.set({
    baseUrl: `${site.server.origin}/contextual/v1`,
    settings: { tenant_short_name: "acme" },
    auth: { type: "bearer", token: "key-for-tests" },
  });
  return widget;
}

test("contextual: a tenant admin is ticked, planned, told to the page and sent", async () => {
  const events = await hearEvents(site.page);
  const widget = await openContextual();
  await widget.addPeople(ANN, "ben@acme.com");
  await widget.extra(ANN, ADMIN).check();
  await events.waitFor("change");
  const { invitees } = (await events.details("change")).at(-1);
  assert.deepEqual(invitees, [{ email: ANN, is_tenant_admin: true }, { email: "ben@acme.com" }]);
  const [{ new_users: planned }] = await widget.plannedBodies();
  assert.deepEqual(planned.map(({ email, is_tenant_admin: admin }) => [email, admin]), [
    [ANN, true], ["ben@acme.com", undefined],
  ]);

  await widget.invite();
  assert.equal(await widget.host.getByRole("checkbox").count(), 0);
  assert.ok((await widget.row(ANN).innerText()).includes(ADMIN));
  assert.ok(!(await widget.row("ben@acme.com").innerText()).includes(ADMIN));
});

test("what lets a person manage others says so while it is ticked", async () => {
  const widget = await openContextual();
  await widget.addPeople(ANN);
  const cue = widget.person(ANN).getByText(ui("privileged"));
  assert.equal(await cue.count(), 0);
  await widget.person(ANN).locator("[part=extras]").getByText(ADMIN).click();
  await cue.waitFor();
  assert.ok(await widget.extra(ANN, ADMIN).isChecked());
  await widget.extra(ANN, ADMIN).uncheck();
  await cue.waitFor({ state: "detached" });
  assert.deepEqual(await widget.host.evaluate(({ invitees }) => invitees), [{ email: ANN }]);
});

test("it stays through a correction, and is not asked of a piece that is no address", async () => {
  const widget = await openContextual();
  await widget.addPeople(ANN);
  await widget.extra(ANN, ADMIN).check();
  await widget.person(ANN).press("F2");
  await widget.editField(ANN).fill("ann");
  await site.page.keyboard.press("Enter");
  await widget.extra(ANN, ADMIN).waitFor({ state: "detached" });
  await widget.editField("ann").fill("ann@acme.org");
  await site.page.keyboard.press("Enter");
  assert.ok(await widget.extra("ann@acme.org", ADMIN).isChecked());
});

test("what the host sets is shown, and keys reach it", async () => {
  const widget = await openContextual();
  await widget.set({ invitees: [{ email: ANN, is_tenant_admin: true }] });
  const admin = widget.extra(ANN, ADMIN);
  assert.ok(await admin.isChecked());
  await widget.person(ANN).focus();
  await tabTo(admin);
  await site.page.keyboard.press("Space");
  assert.ok(!(await admin.isChecked()));
  await site.page.keyboard.press("ArrowUp");
  await focused(widget.person(ANN));
});

test("a described API has a checkbox for each of its fields", async () => {
  const widget = await openReadyHost(site, `<invite-users api='${JSON.stringify(TEAM)}'></invite-users>`);
  await widget.set({ baseUrl: `${site.server.origin}/vijil` });
  await widget.addPeople(ANN);
  await widget.extra(ANN, "Sees bills").check();
  await widget.extra(ANN, "Owns the team").check();
  await widget.extra(ANN, "Sees bills").uncheck();
  assert.deepEqual(await widget.plannedBodies(), [{ email: ANN, owner: true }]);
  await widget.set({ api: "vijil" });
  await widget.extra(ANN, "Owns the team").waitFor({ state: "detached" });
});

test("what the server says of a checkbox stands at it, until it is changed", async () => {
  const widget = await openContextual();
  await widget.addPeople(ANN);
  const admin = widget.extra(ANN, ADMIN);
  await admin.check();
  const loc = ["body", "new_users", 0, "is_tenant_admin"];
  const detail = [{ loc, msg: "one admin is enough", type: "value_error" }];
  await site.server.setFaults({ status: 422, body: JSON.stringify({ detail }) });
  await widget.call("send", { confirmed: true });
  await widget.moreButton.click();
  assert.equal(await admin.getAttribute("aria-invalid"), "true");
  const described = await admin.evaluate((element) => {
    const ids = element.getAttribute("aria-describedby").split(" ");
    return ids.map((id) => element.getRootNode().getElementById(id).innerText).join(" ");
  });
  assert.ok(described.includes(ui("server_says", { words: "one admin is enough" })), described);
  await admin.uncheck();
  assert.equal(await admin.getAttribute("aria-invalid"), null);
});
