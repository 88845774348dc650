/** Settings that the host asks the person for: each kind, its checks, and what is sent. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost } from "./host-page.mjs";
import { askedSentence, sentence, ui } from "./words.mjs";

const site = useSite();

const ANN = "ann@acme.com";
const TEAM = "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d";
const GROUPS = ["3f0b6c1e-8a52-4d7b-9c3e-5a1d2f4b6c8d", "9b1d2f4b-6c8d-4e0f-8a52-5a1d2f4b6c8d"];

test("a text that is asked for goes along with the people", async () => {
  const widget = await openAsking("contextual", ["tenant_short_name"]);
  const tenant = field(widget, "Tenant");
  assert.equal(await tenant.getAttribute("aria-required"), "true");
  assert.equal(await description(tenant), "The short name of the tenant that people are invited to.");
  await tenant.fill("acme");
  await widget.addPeople(ANN);
  await widget.invite();
  const [body] = await site.server.acceptedBodies();
  assert.equal(body.tenant_short_name, "acme");
});

test("a choice, a switch and a list show what the API assumes, and send what was chosen", async () => {
  const widget = await openAsking("galileo", ["auth_method", "group_ids", "send_email"]);
  const group = widget.host.getByRole("group", { name: ui("settings") });
  const method = group.getByRole("combobox", { name: "Sign-in method" });
  const email = group.getByRole("switch", { name: "Send an email" });
  assert.equal(await method.inputValue(), "email");
  assert.ok(await email.isChecked());
  await method.selectOption("google");
  await email.uncheck();
  await field(widget, "Groups").fill(GROUPS.join("\n"));
  await widget.addPeople(ANN);
  await widget.invite();
  const [body] = await site.server.acceptedBodies();
  assert.deepEqual([body.auth_method, body.send_email, body.group_ids], ["google", false, GROUPS]);
});

test("what is left as the API assumes it is not sent", async () => {
  const widget = await openAsking("galileo", ["auth_method", "group_ids", "send_email"]);
  await widget.addPeople(ANN);
  assert.deepEqual(Object.keys((await widget.plannedBodies())[0]), ["emails"]);
});

test("a number of 64 bits keeps all its digits", async () => {
  const widget = await openAsking("extractor", ["url", "tenantId"]);
  await field(widget, "Invitation page").fill("https://app.acme.com/invite");
  await field(widget, "Tenant id").fill("9223372036854775807");
  await widget.addPeople(ANN);
  await widget.invite();
  const [{ bodyText }] = await site.server.ledger();
  assert.ok(bodyText.includes("\"tenantId\":9223372036854775807"), bodyText);
});

for (const { api, ask, label, wrong, code, right } of [
  { api: "vijil", ask: "team_id", label: "Team", wrong: "team-7", code: "setting_not_uuid", right: TEAM },
  {
    api: "extractor", ask: "url", label: "Invitation page", wrong: "app.acme.com",
    code: "setting_not_url", right: "https://app.acme.com",
  },
  {
    api: "extractor", ask: "tenantId", label: "Tenant id", wrong: "9223372036854775808",
    code: "setting_not_integer", right: "42",
  },
  {
    api: "galileo", ask: "group_ids", label: "Groups", wrong: "everybody",
    code: "setting_not_uuid_list", right: GROUPS[0],
  },
]) {
  test(`${api}: ${ask} "${wrong}" is told beside it once it is left, and mended there`, async () => {
    const widget = await openAsking(api, [ask]);
    const control = field(widget, label);
    const help = await description(control);
    await control.fill(wrong);
    assert.equal(await control.getAttribute("aria-invalid"), null, "nobody is told while they type");
    await control.press("Tab");
    await widget.host.locator("[aria-invalid=true]").waitFor();
    assert.equal(await description(control), askedSentence(code));
    await control.fill(right);
    await widget.host.locator("[aria-invalid=true]").waitFor({ state: "detached" });
    assert.equal(await description(control), help);
  });
}

test("a setting that is missing is told when people are to be invited, and leads there", async () => {
  const events = await hearEvents(site.page);
  const widget = await openAsking("vijil", ["team_id"]);
  await widget.addPeople(ANN);
  await widget.pressRefused();
  await focused(field(widget, "Team"));
  assert.equal(await description(field(widget, "Team")), askedSentence("setting_required"));
  assert.deepEqual(await events.details("error"), [], "that is the person's to mend");
  await field(widget, "Team").fill(TEAM);
  await widget.problems.first().waitFor({ state: "detached" });
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), [[ANN, "invited"]]);
});

test("what the host set stands in the field, and the person's answer wins", async () => {
  const widget = await openAsking("vijil", ["team_id"], { settings: { team_id: GROUPS[0] } });
  assert.equal(await field(widget, "Team").inputValue(), GROUPS[0]);
  await field(widget, "Team").fill(TEAM);
  await widget.set({ settings: { team_id: GROUPS[1] } });
  await widget.addPeople(ANN);
  const { requests: [{ url }] } = await widget.call("plan");
  assert.ok(url.includes(TEAM), url);
});

test("what the server says of a setting stands beside it; mended, one press sends again", async () => {
  const detail = [{ loc: ["body", "tenant_short_name"], msg: "no such tenant", type: "value_error" }];
  await site.server.setFaults({ status: 422, times: 1, body: JSON.stringify({ detail }) });
  const widget = await openAsking("contextual", ["tenant_short_name"]);
  const tenant = field(widget, "Tenant");
  await tenant.fill("amce");
  await widget.addPeople(ANN);
  await widget.invite();
  const words = ui("server_says", { words: "no such tenant" });
  assert.equal(await description(tenant), words);
  await widget.host.getByRole("button", { name: `Tenant: ${words}` }).click();
  await focused(tenant);
  await tenant.fill("acme");
  assert.equal(await description(tenant), "The short name of the tenant that people are invited to.");
  assert.equal(await tenant.getAttribute("aria-invalid"), null);
  await widget.host.getByText(ui("setting_refused")).waitFor({ state: "detached" });
  await widget.retryButton.click();
  await widget.host.getByText(ui("all_invited", { count: 1 })).waitFor();
  const [body] = await site.server.acceptedBodies();
  assert.equal(body.tenant_short_name, "acme");
});

test("what the server says of a setting that is not asked for is told to the page", async () => {
  const detail = [{ loc: ["body", "tenant_short_name"], msg: "no such tenant", type: "value_error" }];
  await site.server.setFaults({ status: 422, body: JSON.stringify({ detail }) });
  const events = await hearEvents(site.page);
  const settings = { tenant_short_name: "amce" };
  const widget = await openAsking("contextual", [], { settings });
  await widget.addPeople(ANN);
  await widget.invite();
  const [{ code, field: name, serverMessage }] = await events.details("error");
  assert.deepEqual([code, name, serverMessage],
    ["rejected", "settings.tenant_short_name", "no such tenant"]);
});

test("a name that is no setting of the API is the host's mistake", async () => {
  const events = await hearEvents(site.page);
  const widget = await openAsking("vijil", ["team_id", "colour"]);
  const words = sentence("unknown_setting", { setting: "colour" });
  await widget.host.getByRole("alert").filter({ hasText: words }).waitFor();
  await events.waitFor("error");
  const [{ code, params }] = await events.details("error");
  assert.deepEqual([code, params.setting], ["unknown_setting", "colour"]);
  assert.ok(await field(widget, "Team").isVisible());
});

test("while requests are on their way nothing can be answered", async () => {
  await site.server.setFaults({ delayMs: 20_000 });
  const widget = await openAsking("vijil", ["team_id"], { settings: { team_id: TEAM } });
  await widget.addPeople(ANN);
  await widget.inviteButton.click();
  await widget.cancelButton.waitFor();
  assert.ok(await field(widget, "Team").isDisabled());
});

/** The element, set to the local server, asking for these settings. */
async function openAsking(api, ask, more = {}) {
  const widget = await openReadyHost(site, "<invite-users></invite-users>");
  const url = api === "extractor" && !ask.includes("url") ? { url: "https://acme.com" } : undefined;
  const path = { contextual: "/contextual/v1" }[api] ?? `/${api}`;
  const config = { api, baseUrl: site.server.origin + path, settings: url, ask, ...more };
  await widget.host.evaluate((element, given) => {
    const key = () => "demo-key";
    const header = { type: "header", name: "Galileo-API-Key", value: key };
    const auth = given.api === "galileo" ? header : { type: "bearer", token: key };
    element.config = { ...given, auth };
  }, config);
  return widget;
}

/** Where a setting is written. */
function field(widget, label) {
  return widget.host.getByRole("textbox", { name: label });
}

/** What a control is described by. */
function description(control) {
  return control.evaluate((element) => {
    const described = element.getRootNode().getElementById(element.getAttribute("aria-describedby"));
    return described.innerText.trim();
  });
}
