/** Again, by a press: who failed, who was left, and after a question who is in doubt; nobody twice. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useOnePage } from "../harness.mjs";
import { ui, uiPattern } from "../words.mjs";
import { crowd, mishaps } from "./crowd.mjs";
import { openForm } from "./form.mjs";
import { ANN, BEN, CARLA, DEV, INVITED, STOPPED, rowsOf, wrongAt } from "./people.mjs";
import { assertCounts, assertRows } from "./play.mjs";

const site = useOnePage();

const ALREADY = ["failed", "already_invited"];
const IN_TURN = { delivery: { concurrency: 1 } };

for (const [what, fault] of [
  ["400", { status: 400 }],
  ["403", { status: 403 }],
  ["413", { status: 413 }],
  ["422", { status: 422, body: wrongAt(["body", "email"], "no such mailbox") }],
]) {
  test(`${what}, and one press of Retry: who failed is invited, and nobody else is sent`, async () => {
    const widget = await inviteThree({ api: "vijil" }, { email: BEN, times: 1, ...fault });
    await status(widget, BEN, "failed");
    await again(widget);
    await assertRows(widget, rowsOf([ANN, BEN, CARLA], INVITED));
    await assertCounts(widget, ["invited", "invited", "invited"]);
    await assertReached({ [ANN]: [1, 1], [BEN]: [2, 1], [CARLA]: [1, 1] });
  });
}

for (const [what, fault] of [
  ["404", { status: 404 }],
  ["a wait that is too long", { status: 429, retryAfter: 3600 }],
  ["a redirect", { status: 307 }],
]) {
  test(`${what} stops it, and one press sends those who were left`, async () => {
    const widget = await inviteThree({ api: "galileo", config: { maxBatch: 1 } }, { email: BEN, times: 1, ...fault });
    await status(widget, CARLA, "not_sent");
    await again(widget);
    await status(widget, CARLA, "invited");
    await assertReached({ [ANN]: [1, 1], [CARLA]: [1, 1] });
    assert.ok((await requestsFor(BEN)).accepted <= 1);
  });
}

for (const [what, fault, end] of [
  ["500 before the work", { status: 500 }, INVITED],
  ["500 after the work", { status: 500, after: true }, ALREADY],
  ["408", { status: 408 }, INVITED],
  ["a connection that breaks before the work", { reset: "before" }, INVITED],
  ["a connection that breaks after the work", { reset: "after" }, ALREADY],
  ["a connection that breaks in the midst of the reply", { reset: "during" }, ALREADY],
  ["half of the JSON", { truncate: true }, ALREADY],
  ["an HTML page", { html: true }, ALREADY],
]) {
  test(`${what}: sent again only after the question, and processed once`, async () => {
    const widget = await inviteThree({ api: "vijil" }, { email: BEN, times: 1, ...fault });
    await status(widget, BEN, "unconfirmed");
    assert.equal(await widget.retryButton.count(), 0, "there is nobody who failed");
    await widget.unconfirmedButton.click();
    await widget.question.waitFor();
    assert.equal((await requestsFor(BEN)).all, 1, "nobody is sent before the answer");
    await confirm(widget);
    await status(widget, BEN, end[0]);
    await assertRows(widget, { [ANN]: INVITED, [BEN]: end, [CARLA]: INVITED });
    await assertReached({ [ANN]: [1, 1], [BEN]: [2, 1], [CARLA]: [1, 1] });
  });
}

test("Retry is for those who failed: who is in doubt stays as they are", async () => {
  const widget = await inviteThree({ api: "vijil" },
    { email: ANN, status: 422, times: 1 }, { email: BEN, reset: "after" });
  await status(widget, ANN, "failed");
  await status(widget, BEN, "unconfirmed");
  await again(widget);
  await assertRows(widget, {
    [ANN]: INVITED, [BEN]: ["unconfirmed", "connection_lost"], [CARLA]: INVITED,
  });
  await assertReached({ [ANN]: [2, 1], [BEN]: [1, 1], [CARLA]: [1, 1] });
});

test("a second fault in the retry: who is in doubt by it is asked about, and goes once", async () => {
  const widget = await inviteThree({ api: "vijil" },
    { email: BEN, status: 422, times: 1 }, { email: BEN, reset: "after", times: 1 });
  await status(widget, BEN, "failed");
  await again(widget);
  await status(widget, BEN, "unconfirmed");
  await widget.unconfirmedButton.click();
  await confirm(widget);
  await status(widget, BEN, "failed");
  await assertRows(widget, { [ANN]: INVITED, [BEN]: ALREADY, [CARLA]: INVITED });
  await assertReached({ [ANN]: [1, 1], [BEN]: [3, 1], [CARLA]: [1, 1] });
});

test("a retry that the server asks to wait with counts down, and goes on", async () => {
  const widget = await inviteThree({ api: "vijil" },
    { email: BEN, status: 422, times: 1 }, { email: BEN, status: 429, retryAfter: 1, times: 1 });
  await status(widget, BEN, "failed");
  await widget.retryButton.click();
  await widget.host.getByText(uiPattern("waiting")).waitFor();
  await status(widget, BEN, "invited");
  await assertReached({ [ANN]: [1, 1], [BEN]: [3, 1], [CARLA]: [1, 1] });
});

test("a retry that stops, and a retry of that: everybody comes to an end, and once", async () => {
  const widget = await openForm(site, { api: "vijil", config: IN_TURN });
  await widget.addPeople(ANN, BEN, CARLA, DEV);
  await site.server.setFaults(
    { email: ANN, status: 410, times: 1 }, { email: BEN, status: 404, times: 1 });
  await widget.invite();
  await assertRows(widget, { [ANN]: ["failed", "rejected"], ...rowsOf([BEN, CARLA, DEV], STOPPED) });
  await again(widget);
  await assertRows(widget, {
    [ANN]: INVITED, [BEN]: ["failed", "not_found"], ...rowsOf([CARLA, DEV], STOPPED),
  });
  await again(widget);
  await assertRows(widget, rowsOf([ANN, BEN, CARLA, DEV], INVITED));
  await assertReached({ [ANN]: [2, 1], [BEN]: [2, 1], [CARLA]: [1, 1], [DEV]: [1, 1] });
});

test("a retry that is cancelled: who was on the way is in doubt, and the invited stay invited", async () => {
  const widget = await inviteThree({ api: "vijil" }, { email: BEN, status: 422, times: 1 });
  await status(widget, BEN, "failed");
  await site.server.setFaults({ delayMs: 60_000 });
  const left = site.page.waitForRequest((request) => request.method() === "POST");
  await widget.retryButton.click();
  await left;
  await widget.cancelButton.click();
  await status(widget, BEN, "unconfirmed");
  await assertRows(widget, {
    [ANN]: INVITED, [BEN]: ["unconfirmed", "cancelled_in_flight"], [CARLA]: INVITED,
  });
});

test("a hundred people and faults by chance, again until nobody is left: each was processed once", async () => {
  const people = crowd(100);
  const widget = await openForm(site, { api: "vijil" });
  await widget.call("add", people.join("\n"));
  const chance = mishaps(people, { seed: 4, answered: 6, apart: [3, 9] });
  await site.server.setFaults(...chance.map((fault) => ({ times: 1, ...fault })));
  const rounds = await widget.host.evaluate(async (element) => {
    const isOver = ({ status, code }) => status === "invited" || code === "already_invited";
    let [report, rounds] = [await element.send(), 0];
    while (!report.outcomes.every(isOver) && rounds < 20) {
      report = await element.retry({ unconfirmed: true });
      rounds += 1;
    }
    return rounds;
  });
  assert.ok(rounds > 0 && rounds < 20, `${rounds} rounds`);
  const accepted = (await site.server.ledger()).flatMap((request) => request.people);
  const said = (await widget.host.evaluate((element) => element.report)).outcomes;
  const missing = people.filter((email, index) => said[index].status === "invited" && !accepted.includes(email));
  assert.deepEqual(missing, []);
  assert.equal(new Set(accepted).size, accepted.length, "processed twice");
});

/** Three people are sent, with these faults. */
async function inviteThree(sender, ...faults) {
  const widget = await openForm(site, sender);
  await widget.addPeople(ANN, BEN, CARLA);
  await site.server.setFaults(...faults);
  await widget.invite();
  return widget;
}

/** Presses what sends the rest again, and waits for the end of it. */
async function again(widget) {
  const over = nextEnd(widget);
  await widget.retryButton.click();
  await over;
  await widget.results.waitFor();
}

/** Says yes to the question, and waits for the end of what follows. */
async function confirm(widget) {
  const over = nextEnd(widget);
  await widget.host.getByRole("button", { name: ui("send_again"), exact: true }).click();
  await over;
  await widget.results.waitFor();
}

/** The end of the next delivery. */
function nextEnd(widget) {
  return widget.host.evaluate((element) => new Promise((resolve) => {
    element.addEventListener("invite-users-sent", () => resolve(), { once: true });
  }));
}

/** Waits until a row says so. */
function status(widget, email, wanted) {
  return widget.person(email).getByText(ui(`status_${wanted}`), { exact: true }).waitFor();
}

/** How often each person came to the server, and how often the API took them. */
async function assertReached(expected) {
  const found = {};
  for (const email of Object.keys(expected)) {
    const { all, accepted } = await requestsFor(email);
    found[email] = [all, accepted];
  }
  assert.deepEqual(found, expected);
}

async function requestsFor(email) {
  const ledger = await site.server.ledger();
  const count = (requests) => requests.flatMap(({ people }) => people).filter((one) => one === email).length;
  return { all: count(await site.server.requests()), accepted: count(ledger) };
}
