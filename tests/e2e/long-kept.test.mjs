/** A list of which only a part is in the page: kept over a reload, sent, interrupted, retried. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { partsOf, reload, waitUntilKept } from "./kept.mjs";
import { ui } from "./words.mjs";

const site = useSite();

const PEOPLE = Array.from({ length: 251 }, (_, index) => `p${index + 1}@acme.com`);
/** One of them is drawn at first, the other one is not. */
const [NEAR, FAR] = [PEOPLE[4], PEOPLE[247]];

test("a long list survives a reload whole and in its order", async () => {
  const widget = await open();
  await widget.call("add", PEOPLE.join("\n"));
  await waitUntilKept(site.page, PEOPLE.at(-1));
  await reload(widget);
  assert.deepEqual(await shown(widget), PEOPLE);
});

test("a list that is cleared while it is read does not come back", async () => {
  const widget = await open();
  await widget.addPeople("ann@acme.com");
  await waitUntilKept(site.page, "ann@acme.com");
  await widget.host.evaluate(async (element, people) => {
    const added = element.add(people);
    await element.clear();
    await added;
  }, crowd(5000));
  await site.page.waitForFunction(() => sessionStorage.length === 0);
  await reload(widget);
  await widget.host.getByText(ui("empty")).waitFor();
  assert.deepEqual(await partsOf(site.page, "ann"), []);
});

test("a long list that is read when the page is left comes back as far as it was read", async () => {
  const widget = await open();
  await widget.host.evaluate((element, people) => void element.add(people), crowd(20_000));
  await widget.rows.first().waitFor();
  await reload(widget);
  const people = await widget.host.evaluate((element) => element.invitees.map(({ email }) => email));
  assert.ok(people.length > 0);
  assert.deepEqual(people, crowd(20_000).split("\n").slice(0, people.length));
});

test("of a long list a reload has interrupted, Continue sends the rest and nobody twice", async () => {
  await site.server.setFaults({ email: FAR, delayMs: 60_000 });
  const widget = await open();
  await widget.call("add", PEOPLE.join("\n"));
  await widget.inviteButton.click();
  await widget.progress.waitFor();
  await reload(widget);
  await site.server.setFaults();
  await widget.host.getByRole("button", { name: ui("continue"), exact: true }).click();
  await widget.doneButton.waitFor({ timeout: 60_000 });
  const outcomes = await widget.outcomes();
  assert.deepEqual(outcomes.map(([email]) => email), PEOPLE);
  assert.deepEqual(outcomes.filter(([, status]) => !["invited", "unconfirmed"].includes(status)), []);
  const sent = (await site.server.requests()).map(({ bodyText }) => JSON.parse(bodyText).email);
  assert.equal(new Set(sent).size, sent.length);
});

test("who failed in a long list goes again, and each row says what it came to", async () => {
  await site.server.setFaults({ email: NEAR, status: 422 }, { email: FAR, status: 422 });
  const widget = await open();
  await widget.call("add", PEOPLE.join("\n"));
  await widget.inviteButton.click();
  await widget.results.waitFor({ timeout: 60_000 });
  assert.deepEqual(await widget.outcomes(), PEOPLE.map((email) =>
    [email, [NEAR, FAR].includes(email) ? "failed" : "invited"]));
  await site.server.setFaults();
  await widget.retryButton.click();
  await widget.host.getByText(ui("all_invited", { count: PEOPLE.length })).waitFor();
  assert.deepEqual(await widget.outcomes(), PEOPLE.map((email) => [email, "invited"]));
  assert.equal((await site.server.ledger()).length, PEOPLE.length);
});

function open() {
  return openReadyHost(site, vijilElement(site, "persist=\"ann\""));
}

function crowd(count) {
  return Array.from({ length: count }, (_, index) => `c${index + 1}@acme.com`).join("\n");
}

async function shown(widget) {
  return (await widget.outcomes()).map(([email]) => email);
}
