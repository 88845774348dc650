/** Pressed twice, cancelled at once, changed or removed on the way: it is one delivery. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useOnePage } from "../harness.mjs";
import { openReadyHost, vijilElement } from "../host-page.mjs";
import { WidgetPage } from "../widget-page.mjs";
import { ui } from "../words.mjs";
import { openForm } from "./form.mjs";
import { ANN, BEN, CARLA, SIX, rowsOf } from "./people.mjs";
import { assertRows } from "./play.mjs";

const site = useOnePage();

/** The server answers so late that a delivery can be met on its way. */
const SLOW = { delayMs: 400 };
const HANGING = { delayMs: 60_000 };

for (const [how, press] of [
  ["a double click on Invite", (widget) => widget.inviteButton.dblclick()],
  ["Enter twice on Invite", async (widget) => {
    await widget.inviteButton.focus();
    await site.page.keyboard.press("Enter");
    await site.page.keyboard.press("Enter");
  }],
  ["Enter while the pointer presses", async (widget) => {
    await widget.inviteButton.hover();
    await site.page.mouse.down();
    await site.page.keyboard.press("Enter");
    await site.page.mouse.up();
  }],
  ["Ctrl+Enter twice in the field", async (widget) => {
    await widget.field.focus();
    await site.page.keyboard.press("ControlOrMeta+Enter");
    await site.page.keyboard.press("ControlOrMeta+Enter");
  }],
  ["send() twice, and a click", (widget) => widget.host.evaluate((element) => {
    element.send();
    element.send();
    element.shadowRoot.querySelector("[part~=invite-button]").click();
  })],
]) {
  test(`${how}: one delivery, and nobody twice`, async () => {
    const widget = await openForm(site, { api: "vijil" });
    const sends = await countSends(widget);
    await widget.addPeople(ANN, BEN);
    await site.server.setFaults(SLOW);
    await press(widget);
    await widget.results.waitFor();
    await assertRows(widget, rowsOf([ANN, BEN], ["invited"]));
    assert.deepEqual(await peopleSent(), [ANN, BEN]);
    assert.equal(await sends(), 1);
  });
}

test("keys while it sends start nothing and end nothing", async () => {
  const widget = await openForm(site, { api: "vijil" });
  const sends = await countSends(widget);
  await widget.addPeople(ANN, BEN);
  await site.server.setFaults(SLOW);
  await widget.inviteButton.click();
  await widget.cancelButton.waitFor();
  for (const key of ["ControlOrMeta+Enter", "Enter", "Delete"]) await site.page.keyboard.press(key);
  await widget.results.waitFor();
  await assertRows(widget, rowsOf([ANN, BEN], ["invited"]));
  assert.deepEqual(await peopleSent(), [ANN, BEN]);
  assert.equal(await sends(), 1);
});

test("cancelled in the moment in which it begins, nothing leaves", async () => {
  const widget = await openForm(site, { api: "galileo" });
  await widget.addPeople(ANN, BEN);
  const report = await widget.host.evaluate((element) => {
    const sent = element.send();
    element.cancel();
    return sent;
  });
  assert.deepEqual(report.outcomes.map(({ code }) => code), ["cancelled", "cancelled"]);
  assert.deepEqual(await site.server.requests(), []);
});

test("Cancel pressed twice is one cancellation, and what has left is unconfirmed", async () => {
  const widget = await openForm(site, { api: "vijil" });
  await widget.addPeople(...SIX);
  await site.server.setFaults(HANGING);
  const left = site.page.waitForRequest((request) => request.method() === "POST");
  await widget.inviteButton.click();
  await left;
  await widget.cancelButton.evaluate((button) => {
    button.click();
    button.click();
  });
  await widget.results.waitFor();
  await assertRows(widget, {
    ...rowsOf(SIX.slice(0, 4), ["unconfirmed", "cancelled_in_flight"]),
    ...rowsOf(SIX.slice(4), ["not_sent", "cancelled"]),
  });
  assert.deepEqual(await site.server.ledger(), []);
});

test("a double click on Cancel presses nothing else", async () => {
  const widget = await openForm(site, { api: "vijil" });
  const sends = await countSends(widget);
  await widget.addPeople(ANN);
  await site.server.setFaults(HANGING);
  await widget.inviteButton.click();
  await widget.cancelButton.dblclick();
  await widget.results.waitFor();
  assert.equal(await sends(), 1);
  assert.equal(await widget.results.isVisible(), true);
});

test("taken off the page in the middle of a delivery and put back: nobody goes twice", async () => {
  const widget = await openForm(site, { api: "vijil" });
  await widget.addPeople(...SIX);
  await site.server.setFaults({ email: SIX[0], times: 1 }, SLOW);
  await widget.inviteButton.click();
  await widget.person(SIX[0]).getByText(ui("status_invited"), { exact: true }).waitFor();
  await widget.host.evaluate(async (element) => {
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    document.body.append(element);
    await element.ready;
  });
  await widget.field.waitFor();
  await site.server.setFaults();
  await widget.inviteButton.click();
  await widget.results.waitFor();
  const accepted = await peopleSent();
  assert.equal(new Set(accepted).size, accepted.length, `processed twice: ${accepted}`);
  assert.ok(SIX.slice(4).every((email) => accepted.includes(email)), `left behind: ${accepted}`);
});

test("moved on the page in the middle of a delivery, it goes on as if nothing were", async () => {
  const widget = await openForm(site, { api: "vijil" });
  await widget.addPeople(...SIX);
  await site.server.setFaults(SLOW);
  await widget.inviteButton.click();
  await widget.cancelButton.waitFor();
  await widget.host.evaluate((element) => {
    document.body.append(document.createElement("div"));
    document.body.lastChild.append(element);
  });
  await widget.results.waitFor();
  await assertRows(widget, rowsOf(SIX, ["invited"]));
  assert.deepEqual(await peopleSent(), SIX);
});

test("a configuration that changes in the middle of a delivery is for the next one", async () => {
  const widget = await openForm(site, { api: "vijil" });
  await widget.addPeople(...SIX);
  await site.server.setFaults(SLOW);
  await widget.inviteButton.click();
  await widget.cancelButton.waitFor();
  await widget.set({ settings: { team_id: "0b0e7c1c-5d53-4c8b-9f4a-111111111111" }, roles: ["ADMIN"] });
  await widget.results.waitFor();
  await assertRows(widget, rowsOf(SIX, ["invited"]));
  const paths = new Set((await site.server.ledger()).map(({ path }) => path));
  assert.deepEqual([...paths].map((path) => path.includes("7f1f9d52")), [true]);
  await widget.moreButton.click();
  await widget.call("add", CARLA);
  const { requests } = await widget.call("plan");
  assert.ok(requests.every(({ url }) => url.includes("0b0e7c1c")));
});

test("two on a page send at the same time, each its own people", async () => {
  await openReadyHost(site, vijilElement(site, "id=\"one\"") + vijilElement(site, "id=\"two\""));
  const [one, two] = ["#one", "#two"].map((selector) => new WidgetPage(site.page, selector));
  await one.addPeople(...SIX);
  await two.addPeople(ANN, BEN);
  await site.server.setFaults({ email: BEN, status: 422, ...SLOW }, SLOW);
  await one.inviteButton.click();
  await two.inviteButton.click();
  await one.progress.waitFor();
  await Promise.all([one, two].map((widget) => widget.results.waitFor()));
  await assertRows(one, rowsOf(SIX, ["invited"]));
  await assertRows(two, { [ANN]: ["invited"], [BEN]: ["failed", "rejected"] });
  assert.deepEqual(await peopleSent(), [...SIX, ANN].sort());
});

/** Listens for the events of deliveries that begin; the answer counts them. */
async function countSends(widget) {
  await widget.host.evaluate((element) => {
    window.sends = 0;
    element.addEventListener("invite-users-send", () => void (window.sends += 1));
  });
  return () => site.page.evaluate(() => window.sends);
}

/** Everybody whom the API has taken, in the order of their addresses. */
async function peopleSent() {
  const ledger = await site.server.ledger();
  return ledger.flatMap(({ people }) => people).sort();
}
