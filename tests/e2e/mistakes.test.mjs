/** What a host sets wrong: a plain sentence in the form, an event with a code, and the rest works. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { sentence } from "./words.mjs";

const site = useSite();

/** What is wrong, the markup, the code of the error, and words of the sentence that says so. */
const ATTRIBUTES = [
  ["settings that are not JSON", "settings='{team_id}'", "invalid_json", "settings"],
  ["settings that are no object", "settings='7'", "invalid_argument", "settings must be"],
  ["roles that are not JSON", "roles='ADMIN'", "invalid_json", "roles"],
  ["a limit that is no number", "max-invitees='many'", "invalid_number", "max-invitees"],
  ["names that are not JSON", "ask='[team_id'", "invalid_json", "ask"],
  ["an unknown theme", "theme='pink'", "unknown_theme", "light, dark"],
  ["an unknown density", "density='airy'", "unknown_density", "compact"],
  ["an unknown language", "locale='tlh'", "unknown_locale", "tlh"],
  ["a language that is no tag", "locale='a b'", "unknown_locale", "a b"],
  ["an unknown API", "api='nowhere'", "unknown_api", "nowhere"],
  ["an API that is not JSON", "api='{'", "invalid_json", "api"],
];

/** The same for what only a script can set. */
const PROPERTIES = [
  ["domains that are no list", { config: { email: { ownDomains: 7 } } }, "invalid_argument", "email.ownDomains"],
  ["a fetch that is no function", { fetch: "fetch" }, "invalid_argument", "fetch must be"],
  ["a config that is no object", { config: "vijil" }, "invalid_argument", "config must be"],
  ["a limit below zero", { maxInvitees: -1 }, "invalid_argument", "maxInvitees"],
  ["people that are none", { invitees: [7] }, "invalid_argument", "list"],
  ["a message that does not exist", { messages: { ui: { heding: "Join" } } }, "unknown_message", "heding"],
  ["a message that is no text", { messages: { ui: { heading: 7 } } }, "unknown_message", "heading"],
];

for (const [name, attribute, code, says] of ATTRIBUTES) {
  test(`${name}: said, told as ${code}, and people can be added`, async () => {
    const events = await hearEvents(site.page);
    const own = attribute.split("=")[0];
    const others = own === "api" ? "" : "api=\"vijil\" endpoint=\"/invite\"";
    const markup = `<invite-users ${others} ${attribute}></invite-users>`;
    const widget = await openReadyHost(site, markup);
    await assertSaid(widget, events, code, says);
    if (own === "api") return;
    const { requests } = await widget.call("plan");
    assert.deepEqual(requests.map(({ body }) => JSON.parse(body).email), ["ann@acme.com"]);
    await widget.host.evaluate((element, wrong) => element.removeAttribute(wrong), own);
    await widget.host.getByRole("alert").waitFor({ state: "detached" });
  });
}

for (const [name, set, code, says] of PROPERTIES) {
  test(`${name}: said, told as ${code}, and people can be added`, async () => {
    const events = await hearEvents(site.page);
    const widget = await openReadyHost(site, vijilElement(site));
    await widget.set(set);
    await assertSaid(widget, events, code, says);
    assert.deepEqual(await widget.plannedBodies(), [{ email: "ann@acme.com" }]);
  });
}

test("several mistakes are all said; a later change tells none of them again", async () => {
  const events = await hearEvents(site.page);
  const widget = await openReadyHost(site, vijilElement(site, "theme='pink' density='airy'"));
  await widget.host.getByRole("alert").nth(1).waitFor();
  await widget.set({ defaultRole: "OWNER" });
  await widget.addPeople("ann@acme.com");
  assert.equal(await widget.roleSelect("ann@acme.com").inputValue(), "OWNER");
  assert.equal(await widget.host.getByRole("alert").count(), 2);
  assert.equal((await events.details("error")).length, 2);
});

test("no API at all is told when it is to send, since a script may set it later", async () => {
  const events = await hearEvents(site.page);
  const widget = await openReadyHost(site, "<invite-users></invite-users>");
  await widget.addPeople("ann@acme.com");
  assert.deepEqual(await events.details("error"), []);
  await widget.pressRefused();
  await widget.host.getByText(sentence("unknown_api", { api: "" })).first().waitFor();
  assert.ok((await events.details("error")).some((error) => error.code === "unknown_api"));
  assert.equal(await widget.rows.count(), 1);
});

async function assertSaid(widget, events, code, says) {
  await widget.host.getByRole("alert").filter({ hasText: says }).waitFor();
  assert.deepEqual((await events.details("error")).map((error) => error.code), [code]);
  await widget.addPeople("ann@acme.com");
}
