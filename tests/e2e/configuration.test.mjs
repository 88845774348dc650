/** How a host sets the element up: attributes, properties, slots, and what counts. */

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
    density: "compact",
    locale: "en-GB",
    maxInvitees: 20,
    collect: true,
    required: true,
    name: "people",
    disabled: true,
    settings: { team_id: "x" },
    roles: ["ADMIN"],
    ask: ["team_id"],
    members: ["ann@acme.com"],
    domains: ["acme.com"],
  });
  const shown = await widget.host.evaluate((element) =>
    Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])));
  assert.deepEqual(shown, {
    api: "vijil",
    "base-url": "https://vijil.acme.com",
    endpoint: "https://acme.com/invite",
    theme: "dark",
    density: "compact",
    locale: "en-GB",
    "max-invitees": "20",
    collect: "",
    required: "",
    name: "people",
    disabled: "",
  });
});

test("attributes are read as their properties, and a text in a property as its attribute", async () => {
  const attributes = "max-invitees=\"20\" ask='[\"team_id\"]' required";
  const widget = await openReadyHost(site, `<invite-users ${attributes}></invite-users>`);
  const read = () => widget.host.evaluate(({ maxInvitees, ask, settings, required, collect }) =>
    [maxInvitees, ask, settings, required, collect]);
  assert.deepEqual(await read(), [20, ["team_id"], undefined, true, false]);
  await widget.set({ maxInvitees: "30", ask: "url  tenantId", settings: "{\"url\":\"https://a.b\"}" });
  await widget.set({ required: false });
  const settings = { url: "https://a.b" };
  assert.deepEqual(await read(), [30, ["url", "tenantId"], settings, false, false]);
});

for (const [how, markup, config] of [
  ["an attribute", "theme=\"dark\" density=\"compact\"", {}],
  ["config", "", { theme: "dark", density: "compact" }],
]) {
  test(`theme and density set by ${how} take effect`, async () => {
    const widget = await openReadyHost(site, `${vijilElement(site, markup)}${vijilElement(site)}`);
    const first = site.page.locator("invite-users").first();
    await first.evaluate((element, given) => void (element.config = given), config);
    await first.locator("[part=base]").waitFor();
    const looks = await widget.host.evaluateAll((elements) => elements.map((element) => {
      const base = element.shadowRoot.querySelector("[part=base]");
      return [getComputedStyle(base).backgroundColor, base.clientHeight];
    }));
    const [[dark, low], [light, high]] = looks;
    assert.notEqual(dark, light);
    assert.ok(low < high, `${low} is not less than ${high}`);
  });
}

test("the team's own domains join the host's rules on addresses", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  const config = { email: { ownDomains: ["acme.com"], reservedDomains: "reject" } };
  await widget.set({ config, domains: ["acme.dev"] });
  await widget.addPeople("ann@acme.com", "ben@acme.dev", "eve@elsewhere.com", "dan@example.com");
  const outside = sentence("outside_domains", { domain: "elsewhere.com" });
  await widget.row("eve@elsewhere.com").getByText(outside).waitFor();
  assert.equal(await widget.host.getByText(outside).count(), 1);
  await widget.editField("dan@example.com").waitFor();
});

test("what changes while it sends applies to the next sending", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com", "ben@acme.com");
  await site.server.setFaults({ delayMs: 400 });
  await widget.inviteButton.click();
  await widget.progress.waitFor();
  await widget.set({ endpoint: `${site.server.origin}/elsewhere`, collect: true });
  await widget.results.waitFor();
  const urls = (await site.server.requests()).map(({ path }) => path);
  assert.equal(urls.filter((path) => path.includes("elsewhere")).length, 0);
  assert.deepEqual((await widget.outcomes()).map(([, status]) => status), ["invited", "invited"]);
  await widget.moreButton.click();
  await widget.inviteButton.waitFor({ state: "detached" });
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
