/** The playground: what a newcomer presses first, for each API. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./harness.mjs";
import { INVITATIONS } from "./invitations.mjs";

const site = useSite();

for (const { api, path } of INVITATIONS) {
  test(`${api}: "Try a sample", then "Invite", works at once`, async () => {
    const widget = await site.openWith(api);
    await site.page.getByRole("button", { name: "Try a sample" }).click();
    await widget.rows.nth(6).waitFor();
    await widget.invite();
    const requests = await site.server.ledger();
    assert.ok(requests.length > 0);
    assert.ok(requests.every((request) => request.path === path));
    const people = requests.flatMap((request) => request.people);
    for (const name of ["ann@acme.com", "ben.okafor@acme.com", "carla@acme.com", "dev@gmial.com"]) {
      assert.equal(people.filter((person) => person === name).length, 1, name);
    }
  });
}

test("the planned requests are those that leave", async () => {
  const widget = await site.openWith("galileo");
  await widget.addPeople("ann@acme.com", "ben@acme.com");
  await widget.chooseRoles("ann@acme.com", "Admin");
  const planned = site.page.getByRole("region", { name: "Planned requests" }).getByRole("article");
  await planned.nth(1).waitFor();
  const bodies = await planned.locator("pre").allInnerTexts();
  await widget.invite();
  const sent = (await site.server.ledger()).map(({ body }) => body);
  assert.deepEqual(sent, bodies.map((body) => JSON.parse(body)));
});

test("the log tells each event", async () => {
  const widget = await site.openWith("vijil");
  await widget.addPeople("ann@acme.com");
  await widget.invite();
  const log = site.page.getByRole("region", { name: "Events" }).getByRole("listitem");
  const newest = await log.getByRole("code").allInnerTexts();
  const types = newest.map((text) => text.replace("invite-users-", "")).reverse();
  assert.deepEqual([...new Set(types)], ["ready", "change", "send", "progress", "sent"]);
  await site.page.getByRole("button", { name: "Clear log" }).click();
  assert.equal(await log.count(), 0);
});

test("\"Start over\" forgets people, faults and members", async () => {
  const widget = await site.openWith("vijil");
  const behaviour = site.page.getByRole("combobox", { name: "Server behaviour" });
  await behaviour.selectOption({ label: "Server error (500)" });
  await widget.addPeople("ann@acme.com");
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), [["ann@acme.com", "unconfirmed"]]);
  await site.page.getByRole("button", { name: "Start over" }).click();
  await widget.rows.first().waitFor({ state: "detached" });
  await widget.addPeople("ann@acme.com");
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), [["ann@acme.com", "invited"]]);
});
