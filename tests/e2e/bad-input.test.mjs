/** Wrong or missing input: said where it can be mended, nothing sent, nothing typed lost. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { sentence, ui } from "./words.mjs";

const site = useSite();

const TENANT = { api: "contextual", label: "Tenant", setting: "tenant_short_name" };
const TEAM = { api: "vijil", label: "Team", setting: "team_id" };
const PAGE = { api: "extractor", label: "Invitation page", setting: "url" };
const TENANT_ID = { api: "extractor", label: "Tenant id (optional)", setting: "tenantId" };
const GROUPS = { api: "galileo", label: "Groups (optional)", setting: "group_ids" };

/** What stands in a setting's field of the playground, and the problem that this is. */
const SETTINGS = [
  { ...TENANT, value: "", code: "setting_required" },
  { ...TENANT, value: "   ", code: "setting_required" },
  { ...TEAM, value: "", code: "setting_required" },
  { ...TEAM, value: "team-7", code: "setting_not_uuid" },
  { ...PAGE, value: "", code: "setting_required" },
  { ...PAGE, value: "app.example.com/invite", code: "setting_not_url" },
  { ...TENANT_ID, value: "9223372036854775808", code: "setting_not_integer" },
  { ...GROUPS, value: "everybody", code: "setting_not_uuid_list" },
];

for (const { api, label, value, code, setting } of SETTINGS) {
  test(`${api}: ${setting} "${value}" is ${code}`, async () => {
    const events = await hearEvents(site.page);
    const widget = await site.openWith(api);
    await widget.addPeople("Ann Lee <ann@acme.com>", "mia(at)acme.com");
    const field = site.page.getByRole("textbox", { name: label });
    await field.fill(value);
    await widget.pressRefused();

    await widget.problems.filter({ hasText: sentence(code, { setting }) }).waitFor();
    const [error] = await events.details("error");
    assert.deepEqual([error.code, error.params.setting], [code, setting]);
    await assertNothingSent(events);
    assert.equal(await widget.rows.count(), 2);
    assert.ok((await widget.row("ann@acme.com").innerText()).includes("Ann Lee"));
    assert.equal(await widget.editField("mia(at)acme.com").inputValue(), "mia(at)acme.com");
  });
}

test("once the setting is mended, the problem goes and the invitation leaves", async () => {
  const widget = await site.openWith("vijil");
  await widget.addPeople("ann@acme.com");
  const team = site.page.getByRole("textbox", { name: "Team" });
  const good = await team.inputValue();
  await team.fill("team-7");
  await widget.pressRefused();
  await widget.problems.first().waitFor();
  await team.fill(good);
  await widget.problems.first().waitFor({ state: "detached" });
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), [["ann@acme.com", "invited"]]);
});

test("a role that the API does not know is a problem of its row", async () => {
  const events = await hearEvents(site.page);
  const widget = await site.openWith("vijil");
  const ann = { email: "ann@acme.com", roles: ["KING"] };
  await widget.set({ invitees: [ann, { email: "ben@acme.com" }] });
  await widget.pressRefused();

  const row = widget.row("ann@acme.com");
  await row.getByText(sentence("unknown_role", { role: "KING" })).waitFor();
  assert.equal(await widget.roleSelect("ann@acme.com").getAttribute("aria-invalid"), "true");
  await assertNothingSent(events);
  const { problems } = await widget.call("plan");
  const places = problems.map(({ code, field, invitee }) => [code, field, invitee]);
  assert.deepEqual(places, [["unknown_role", "roles", 0]]);
  await widget.roleSelect("ann@acme.com").selectOption({ label: "Admin" });
  await widget.invite();
  assert.deepEqual(await site.server.acceptedBodies(), [
    { email: "ann@acme.com", role: "ADMIN" }, { email: "ben@acme.com" },
  ]);
});

test("a role that the API needs is asked for on its row", async () => {
  const events = await hearEvents(site.page);
  const widget = await site.openWith("smartdocumentor");
  await widget.set({ invitees: [{ email: "ann@acme.com" }] });
  await widget.pressRefused();
  const notes = widget.row("ann@acme.com").getByRole("paragraph");
  await notes.filter({ hasText: sentence("role_required") }).waitFor();
  await assertNothingSent(events);
  await widget.roleSelect("ann@acme.com").selectOption({ label: "Editor" });
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), [["ann@acme.com", "invited"]]);
});

test("nobody in the list: the button says why and leads to the field", async () => {
  const events = await hearEvents(site.page);
  const widget = await site.openWith("vijil");
  assert.equal(await widget.inviteButton.getAttribute("aria-disabled"), "true");
  await widget.inviteButton.click({ force: true });
  await widget.host.getByRole("status").filter({ hasText: ui("summary_nobody") }).waitFor();
  await focused(widget.field);
  await assertNothingSent(events);

  const report = await widget.call("send");
  assert.deepEqual(report.problems.map(({ code }) => code), ["no_invitees"]);
  await assertNothingSent(events);
});

test("the same person twice is sent once, and both rows stay", async () => {
  const widget = await site.openWith("vijil");
  await widget.addPeople("Ann <ann@acme.com>", "ben@acme.com", "Ann Lee <ANN@ACME.COM>");
  const second = widget.rows.nth(2);
  assert.ok((await second.innerText()).includes(ui("duplicate")));
  await widget.invite();
  const people = (await site.server.requests()).flatMap((request) => request.people);
  assert.deepEqual(people.sort(), ["ann@acme.com", "ben@acme.com"]);
  assert.equal(await widget.rows.count(), 3);
});

test("an invalid address is corrected in its row and goes with the others", async () => {
  const events = await hearEvents(site.page);
  const widget = await site.openWith("vijil");
  await widget.addPeople("ann@acme.com", "Mia <mia@acme>");
  const wrong = widget.rows.nth(1).getByRole("textbox");
  assert.equal(await wrong.getAttribute("aria-invalid"), "true");
  await wrong.fill("mia@acme.com");
  await wrong.press("Enter");
  await widget.removeButton("mia@acme.com").waitFor();
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), invited("ann@acme.com", "mia@acme.com"));
  const [, changed] = await events.details("change");
  assert.deepEqual(changed.invitees.map(({ email }) => email), ["ann@acme.com", "mia@acme.com"]);
});

test("a typo is offered a correction, and only a press takes it", async () => {
  const widget = await site.openWith("vijil");
  await widget.addPeople("dev@gmial.com");
  const row = widget.rows.first();
  await row.getByText(sentence("typo", { domain: "gmail.com" })).waitFor();
  assert.deepEqual(await widget.plannedBodies(), [{ email: "dev@gmial.com" }]);
  await row.getByRole("button", { name: ui("use_suggestion", { email: "dev@gmail.com" }) }).click();
  await widget.removeButton("dev@gmail.com").waitFor();
  assert.deepEqual(await widget.plannedBodies(), [{ email: "dev@gmail.com" }]);
});

test("what is still being typed goes with the rest", async () => {
  const widget = await site.openWith("vijil");
  await widget.addPeople("ann@acme.com");
  await widget.field.pressSequentially("ben@acme.com");
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), invited("ann@acme.com", "ben@acme.com"));
});

async function assertNothingSent(events) {
  assert.deepEqual(await site.server.requests(), []);
  assert.deepEqual(await events.details("send"), []);
  assert.deepEqual(await events.details("sent"), []);
}

function invited(...emails) {
  return emails.map((email) => [email, "invited"]);
}
