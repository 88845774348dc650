/** How a host sets the element up: attributes, properties, slots, and its mistakes in them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openHost, openReadyHost, vijilElement } from "./host-page.mjs";
import { sentence, ui } from "./words.mjs";

const site = useSite();

test("markup alone makes a form that sends", async () => {
  const widget = await openReadyHost(site, vijilElement(site, "default-role=\"ADMIN\""));
  await widget.addPeople("Ann Lee <ann@acme.com>");
  await widget.invite();
  const [{ bodyText, headers }] = await site.server.ledger();
  assert.equal(bodyText, "{\"email\":\"ann@acme.com\",\"role\":\"ADMIN\"}");
  assert.equal(headers.authorization, undefined);
});

test("an attribute wins over config, the last written wins, and removal falls back", async () => {
  const widget = await openReadyHost(site, "<invite-users default-role=\"ADMIN\"></invite-users>");
  const read = () => widget.host.evaluate((element) => element.defaultRole);
  await widget.set({ config: { api: "vijil", defaultRole: "OWNER" } });
  assert.equal(await read(), "ADMIN");
  await widget.set({ defaultRole: "MEMBER" });
  assert.equal(await widget.host.getAttribute("default-role"), "MEMBER");
  await widget.host.evaluate((element) => element.setAttribute("default-role", "ADMIN"));
  assert.equal(await read(), "ADMIN");
  await widget.host.evaluate((element) => element.removeAttribute("default-role"));
  assert.equal(await read(), "OWNER");
  await widget.set({ config: { api: "vijil" } });
  assert.equal(await read(), undefined);
});

test("primitive properties show as attributes, objects do not", async () => {
  const widget = await openReadyHost(site, "<invite-users></invite-users>");
  await widget.set({
    api: "vijil",
    baseUrl: "https://vijil.acme.com",
    endpoint: "https://acme.com/invite",
    theme: "dark",
    disabled: true,
    settings: { team_id: "x" },
    roles: ["ADMIN"],
  });
  const shown = await widget.host.evaluate((element) =>
    Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])));
  assert.deepEqual(shown, {
    api: "vijil",
    "base-url": "https://vijil.acme.com",
    endpoint: "https://acme.com/invite",
    theme: "dark",
    disabled: "",
  });
});

test("the roles attribute narrows the choice", async () => {
  const widget = await openReadyHost(site, vijilElement(site, "roles='[\"ADMIN\", \"MEMBER\"]'"));
  await widget.addPeople("ann@acme.com");
  const options = widget.roleSelect("ann@acme.com").getByRole("option");
  assert.deepEqual(await options.allInnerTexts(), ["Admin", "Member"]);
});

test("what is set before the element is defined is kept", async () => {
  const widget = await openHost(site, "<invite-users></invite-users>", { define: false });
  await widget.set({
    api: "vijil",
    baseUrl: `${site.server.origin}/vijil`,
    settings: { team_id: "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d" },
    invitees: [{ email: "ann@acme.com", name: "Ann Lee", roles: ["OWNER"] }],
  });
  await site.page.evaluate(() => import("/dist/define.js"));
  await widget.row("ann@acme.com").getByText("Ann Lee").waitFor();
  await widget.invite();
  assert.deepEqual(await site.server.acceptedBodies(), [{ email: "ann@acme.com", role: "OWNER" }]);
});

test("disabled, it can't be used; enabled, it can", async () => {
  const markup = `${vijilElement(site, "disabled")}<button>After</button>`;
  const widget = await openReadyHost(site, markup);
  const inert = widget.host.locator("[aria-disabled=true][inert]");
  await inert.waitFor();
  await site.page.keyboard.press("Tab");
  await focused(site.page.getByRole("button", { name: "After" }));
  await widget.set({ disabled: false });
  await inert.waitFor({ state: "detached" });
  await widget.addPeople("ann@acme.com");
});

test("slots take the host's own words", async () => {
  const slots = "<h2 slot=\"heading\">Bring your team</h2><p slot=\"footer\">Two seats left</p>";
  const markup = vijilElement(site).replace("></invite-users>", `>${slots}</invite-users>`);
  const widget = await openReadyHost(site, markup);
  assert.ok(await site.page.getByRole("heading", { name: "Bring your team" }).isVisible());
  assert.ok(await site.page.getByText("Two seats left").isVisible());
  assert.ok(!await widget.host.getByRole("heading", { name: ui("heading") }).isVisible());
});

for (const [name, attributes, code] of [
  ["settings that are not JSON", "settings=\"{team_id}\"", "invalid_json"],
  ["roles that are not JSON", "roles=\"ADMIN\"", "invalid_json"],
]) {
  test(`${name}: an error event, and the form still works`, async () => {
    const events = await hearEvents(site.page);
    const markup = `<invite-users api="vijil" ${attributes}></invite-users>`;
    const widget = await openReadyHost(site, markup);
    await events.waitFor("error");
    assert.deepEqual((await events.details("error")).map((error) => error.code), [code]);
    await widget.addPeople("ann@acme.com");
  });
}

test("an API that nobody knows: an error when it is to send, and nothing is sent", async () => {
  const events = await hearEvents(site.page);
  const widget = await openReadyHost(site, "<invite-users api=\"nowhere\"></invite-users>");
  await widget.addPeople("ann@acme.com");
  await widget.inviteButton.click();
  await widget.problems.filter({ hasText: sentence("unknown_api", { api: "nowhere" }) }).waitFor();
  assert.ok((await events.details("error")).some((error) => error.code === "unknown_api"));
  assert.equal(await widget.rows.count(), 1);
});
