/** Roles that only the server knows: loading, failure, another try, and what was typed meanwhile. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost } from "./host-page.mjs";
import { sentence, ui } from "./words.mjs";

const site = useSite();

const ROLES = ["Administrator", "Editor", "Viewer"];
const LIST = "/availableroles";
const ANN = "ann@acme.com";

test("the server's roles are to choose from, and asked for once", async () => {
  const widget = await openSmart();
  await widget.addPeople(ANN);
  const options = widget.roleSelect(ANN).getByRole("option");
  await options.filter({ hasText: "Editor" }).waitFor({ state: "attached" });
  assert.deepEqual(await options.allInnerTexts(), [ui("choose_role"), ...ROLES]);
  await configure(widget, { theme: "dark", disabled: false });
  await configure(widget, { theme: "light" });
  await widget.chooseRoles(ANN, "Editor");
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), [[ANN, "invited"]]);
  assert.deepEqual((await calls()).map(({ headers }) => headers.authorization), ["present"]);
});

test("while they load, people can be added; then they have roles to choose from", async () => {
  await site.server.setFaults({ path: LIST, delayMs: 1500 });
  const widget = await openSmart();
  await widget.host.getByText(ui("roles_loading")).first().waitFor();
  await widget.addPeople(ANN);
  await widget.row(ANN).getByText(ui("roles_loading")).waitFor();
  await widget.roleSelect(ANN).waitFor();
  assert.equal(await widget.host.getByText(ui("roles_loading")).count(), 0);
});

test("where they can't be had, any role can be typed, and one press tries again", async () => {
  await site.server.setFaults({ path: LIST, status: 500, times: 1 });
  const events = await hearEvents(site.page);
  const widget = await openSmart();
  await widget.host.getByRole("paragraph").filter({ hasText: ui("roles_failed") }).waitFor();
  await widget.host.getByRole("status").filter({ hasText: ui("roles_failed") }).waitFor();
  await events.waitFor("error");
  const [{ code, message }] = await events.details("error");
  assert.equal(code, "roles_unreadable");
  assert.ok(message.includes("500"), message);
  await widget.addPeople(ANN, "ben@acme.com");
  await roleField(widget, ANN).fill("editor");
  await roleField(widget, "ben@acme.com").fill("Auditor");
  await roleField(widget, "ben@acme.com").press("Tab");

  await widget.host.getByRole("button", { name: ui("try_again") }).click();
  await focused(widget.field);
  await widget.roleSelect(ANN).waitFor();
  assert.equal(await widget.roleSelect(ANN).inputValue(), "Editor");
  const row = widget.row("ben@acme.com");
  await row.getByText(sentence("role_not_offered", { role: "Auditor" })).waitFor();
  await widget.chooseRoles("ben@acme.com", "Viewer");
  await widget.invite();
  const { bodyText } = (await site.server.ledger()).at(-1);
  assert.deepEqual(JSON.parse(bodyText).users, [
    { email: ANN, roleName: "Editor" }, { email: "ben@acme.com", roleName: "Viewer" },
  ]);
});

test("the host's roles narrow those of a list whose place it names", async () => {
  const widget = await openSmart({
    roles: ["Viewer", "Editor"],
    rolesEndpoint: `${site.server.origin}/smartdocumentor/api/v1.0/external/tenant/availableroles`,
  });
  await widget.addPeople(ANN);
  const options = widget.roleSelect(ANN).getByRole("option");
  await options.filter({ hasText: "Editor" }).waitFor({ state: "attached" });
  assert.deepEqual(await options.allInnerTexts(), [ui("choose_role"), "Editor", "Viewer"]);
});

test("the host's roles are taken at their word where the list's place is only assumed", async () => {
  const widget = await openSmart({ roles: ["Auditor"] });
  await widget.addPeople(ANN);
  await widget.chooseRoles(ANN, "Auditor");
  assert.deepEqual(await calls(), []);
});

test("another server is asked anew, and the former answer comes to nothing", async () => {
  await site.server.setFaults({ path: LIST, delayMs: 20_000 });
  const widget = await openSmart();
  await widget.addPeople(ANN);
  await widget.row(ANN).getByText(ui("roles_loading")).waitFor();
  const broken = site.page.waitForEvent("requestfailed");
  await configure(widget, { baseUrl: `${site.server.origin}/elsewhere` });
  await broken;
  await roleField(widget, ANN).waitFor();
  await site.server.setFaults();
  await configure(widget, {});
  await widget.roleSelect(ANN).waitFor();
});

test("a list that nothing may be sent to is the host's mistake, and the form still works", async () => {
  const events = await hearEvents(site.page);
  const widget = await openSmart({ rolesEndpoint: "http://acme.com/roles" });
  const words = sentence("url_insecure", { url: "http://acme.com/roles" });
  await widget.host.getByRole("alert").filter({ hasText: words }).waitFor();
  await events.waitFor("error");
  assert.deepEqual((await events.details("error")).map(({ code }) => code), ["url_insecure"]);
  await widget.addPeople(ANN);
  await roleField(widget, ANN).fill("Editor");
  await roleField(widget, ANN).press("Tab");
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), [[ANN, "invited"]]);
});

test("a sign-in that throws keeps the roles away, and says so", async () => {
  const events = await hearEvents(site.page);
  const widget = await openReadyHost(site, "<invite-users></invite-users>");
  await widget.host.evaluate((element, baseUrl) => {
    const token = () => Promise.reject(new Error("signed out"));
    element.config = { api: "smartdocumentor", baseUrl, auth: { type: "bearer", token } };
  }, `${site.server.origin}/smartdocumentor`);
  await widget.host.getByRole("button", { name: ui("try_again") }).waitFor();
  await events.waitFor("error");
  assert.deepEqual((await events.details("error")).map(({ code }) => code), ["auth_failed"]);
  assert.deepEqual(await calls(), []);
});

test("a widget that leaves the page breaks the request off", async () => {
  await site.server.setFaults({ path: LIST, delayMs: 20_000 });
  const widget = await openSmart();
  await widget.host.getByText(ui("roles_loading")).first().waitFor();
  const broken = site.page.waitForEvent("requestfailed");
  await widget.host.evaluate((element) => element.remove());
  await broken;
});

/** The element, set to the local server; what the host says is kept for `configure`. */
async function openSmart(more = {}) {
  const widget = await openReadyHost(site, "<invite-users></invite-users>");
  widget.config = { api: "smartdocumentor", baseUrl: `${site.server.origin}/smartdocumentor` };
  await configure(widget, more);
  return widget;
}

/** The key is a function, and another one each time, as where a page is drawn anew. */
function configure(widget, more) {
  const config = { ...widget.config, ...more };
  return widget.host.evaluate((element, given) => {
    const auth = { type: "bearer", token: () => "demo-key" };
    element.config = "auth" in given ? given : { ...given, auth };
  }, config);
}

/** Where a role is typed while nobody knows which there are. */
function roleField(widget, email) {
  return widget.host.getByRole("textbox", { name: ui("role_of", { email }), exact: true });
}

/** The requests for the list. */
async function calls() {
  return (await site.server.requests()).filter(({ path }) => path.endsWith(LIST));
}
