/** What the element tells its host, and what the host may answer. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";

const site = useSite();

test("events bubble to the document, in order, with their details", async () => {
  const events = await hearEvents(site.page);
  const widget = await openReadyHost(site, vijilElement(site, "id=\"form\""));
  await widget.addPeople("ann@acme.com");
  await widget.invite();
  await widget.doneButton.click();
  await events.waitFor("done");

  const heard = await events.all();
  assert.deepEqual([...new Set(heard.map(({ id }) => id))], ["form"]);
  const types = heard.map(({ type }) => type);
  assert.deepEqual([...new Set(types)], ["ready", "change", "send", "progress", "sent", "done"]);
  const [change] = await events.details("change");
  const [plan] = await events.details("send");
  const [report] = await events.details("sent");
  assert.deepEqual(change.invitees.map(({ email }) => email), ["ann@acme.com"]);
  assert.deepEqual(plan.requests.map(({ body }) => body), ["{\"email\":\"ann@acme.com\"}"]);
  assert.deepEqual(report.counts, { invited: 1, failed: 0, unconfirmed: 0, not_sent: 0 });
  const progress = (await events.details("progress")).at(-1);
  assert.deepEqual([progress.done, progress.total], [1, 1]);
});

test("what the host sets is no change by a person", async () => {
  const events = await hearEvents(site.page);
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.set({ invitees: [{ email: "ann@acme.com" }] });
  await widget.call("add", "ben@acme.com");
  await widget.call("clear");
  await widget.addPeople("carla@acme.com");
  await events.waitFor("change");
  const changes = await events.details("change");
  assert.deepEqual(changes.map(({ invitees }) => invitees.map(({ email }) => email)), [
    ["carla@acme.com"],
  ]);
});

test("a cancelled send event keeps everything where it is", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com");
  await widget.host.evaluate((element) => {
    const cancel = (event) => event.preventDefault();
    element.addEventListener("invite-users-send", cancel, { once: true });
  });
  const report = await widget.call("send");
  assert.deepEqual(report.counts, { invited: 0, failed: 0, unconfirmed: 0, not_sent: 1 });
  assert.deepEqual(await site.server.requests(), []);
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), [["ann@acme.com", "invited"]]);
});

test("send() while one runs is the same sending", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com");
  await site.server.setFaults({ delayMs: 300 });
  const same = await widget.host.evaluate(async (element) => {
    const [first, second] = [element.send(), element.send()];
    const [one, other] = await Promise.all([first, second]);
    return one.counts.invited === 1 && JSON.stringify(one) === JSON.stringify(other);
  });
  assert.ok(same);
  assert.equal((await site.server.requests()).length, 1);
});

test("states for style sheets follow what happens", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  const state = () => widget.host.evaluate((element) => {
    const names = ["loading", "ready", "sending", "done", "failed"];
    return names.filter((name) => element.matches(`:state(${name})`));
  });
  assert.deepEqual(await state(), ["ready"]);
  await widget.addPeople("ann@acme.com");
  await site.server.setFaults({ delayMs: 60_000 });
  await widget.inviteButton.click();
  await widget.progress.waitFor();
  assert.deepEqual(await state(), ["sending"]);
  await widget.cancelButton.click();
  await widget.results.waitFor();
  assert.deepEqual(await state(), ["failed"]);
});
