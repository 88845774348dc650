/** An API that the host describes: what its form offers, what it sends, and a description that is wrong. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost } from "./host-page.mjs";
import { sentence } from "./words.mjs";

const site = useSite();

/** The fake vijil, as a host would describe it. */
const ACME = {
  name: "Acme",
  path: "/v1/teams/{team}/invites",
  batching: "each",
  roles: { choices: [{ name: "ADMIN", label: "Boss" }, { name: "MEMBER", label: "Teammate" }], default: "MEMBER" },
  settings: [{ name: "team", type: "text", required: true }],
  body: { email: "$email", role: "$role" },
  reply: {
    invited: { email: "/email", status: { at: "/status", invited: ["PENDING"] } },
    detail: { invitation: "/id" },
  },
};

const CONFIG = { settings: { team: "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d" } };

for (const [how, open] of [
  ["in its attribute", (api) => openReadyHost(site, `<invite-users api='${JSON.stringify(api)}'></invite-users>`)],
  ["as a property", async (api) => {
    const widget = await openReadyHost(site, "<invite-users></invite-users>");
    await widget.set({ api });
    return widget;
  }],
]) {
  test(`a described API, ${how}: its roles are offered, its requests are sent, its replies are read`, async () => {
    const widget = await open(ACME);
    await widget.set({ ...CONFIG, baseUrl: `${site.server.origin}/vijil` });
    await widget.addPeople("ann@acme.com, bob@acme.com");
    const options = widget.roleSelect("ann@acme.com").getByRole("option");
    assert.deepEqual(await options.allInnerTexts(), ["Boss", "Teammate"]);
    await widget.chooseRoles("ann@acme.com", "Boss");
    await widget.invite();

    const accepted = await site.server.ledger();
    assert.deepEqual(accepted.map(({ bodyText }) => bodyText).sort(), [
      "{\"email\":\"ann@acme.com\",\"role\":\"ADMIN\"}",
      "{\"email\":\"bob@acme.com\"}",
    ]);
    const report = await widget.host.evaluate((element) => element.report);
    assert.deepEqual(report.outcomes.map(({ status }) => status), ["invited", "invited"]);
    assert.ok(report.outcomes.every(({ detail }) => detail.invitation.length > 0));
  });
}

test("a description with a mistake: its key is named when it is to send, and nothing is sent", async () => {
  const events = await hearEvents(site.page);
  const widget = await openReadyHost(site, "<invite-users></invite-users>");
  await widget.set({ ...CONFIG, baseUrl: `${site.server.origin}/vijil`, api: { ...ACME, batching: "all" } });
  await widget.addPeople("ann@acme.com");
  await widget.pressRefused();
  const words = sentence("description_wrong_value", {
    key: "api.batching",
    expected: "\"together\", \"per_role\" or \"each\"",
  });
  await widget.problems.filter({ hasText: words }).waitFor();
  assert.ok((await events.details("error")).some(({ code }) => code === "description_wrong_value"));
  assert.deepEqual(await site.server.requests(), []);
});
