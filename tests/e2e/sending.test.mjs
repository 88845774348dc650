/** While something is sent: a bar, a way out of it, the network, and who leaves the page. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { ui, uiPattern } from "./words.mjs";

const site = useSite();

const PEOPLE = ["a1", "a2", "a3", "a4", "a5", "a6"].map((name) => `${name}@acme.com`);
const SLOW = { delayMs: 20_000 };

for (const width of [320, 760]) {
  test(`a double click on Invite does not press Cancel, which is elsewhere, at ${width} px`, async () => {
    const widget = await openWith(PEOPLE, { width });
    await site.server.setFaults(SLOW);
    const invite = await widget.inviteButton.boundingBox();
    await widget.inviteButton.dblclick();
    await widget.cancelButton.waitFor();
    const cancel = await widget.cancelButton.boundingBox();
    assert.ok(!overlap(invite, cancel), JSON.stringify({ invite, cancel }));
    await status(widget, PEOPLE[0], "sending");
    assert.equal(await widget.results.count(), 0);
  });

  test(`nor does it press what stands there when all is over at once, at ${width} px`, async () => {
    const events = await hearEvents(site.page);
    const widget = await openWith([PEOPLE[0]], { width });
    await stubFetch(widget);
    await widget.inviteButton.dblclick({ delay: 30 });
    await widget.results.waitFor();
    assert.deepEqual(await events.details("done"), []);
    assert.equal((await events.details("sent")).length, 1);
  });
}

test("the second half of a double click on Cancel's place is not a press", async () => {
  const widget = await openWith(PEOPLE);
  await site.server.setFaults(SLOW);
  await widget.inviteButton.click();
  await widget.cancelButton.dispatchEvent("click", { detail: 2 });
  await status(widget, PEOPLE[0], "sending");
  await widget.cancelButton.click();
  await widget.results.waitFor();
});

test("each row says whether it is being sent or waits, and the bar how far it is", async () => {
  const widget = await openWith(PEOPLE);
  await site.server.setFaults({ email: PEOPLE[0], times: 1 }, SLOW);
  await widget.inviteButton.click();
  await status(widget, PEOPLE[0], "invited");
  for (const email of PEOPLE.slice(1, 5)) await status(widget, email, "sending");
  await status(widget, PEOPLE[5], "waiting");
  const bar = await widget.progress.evaluate(({ value, max }) => [value, max]);
  assert.deepEqual(bar, [1, 6]);
});

test("offline, nothing new leaves, and back again it goes on by itself", async () => {
  await site.page.clock.install();
  const widget = await openWith(PEOPLE);
  await site.server.setFaults({ status: 429, retryAfter: 9, times: 4 });
  await widget.inviteButton.click();
  await widget.host.getByText(uiPattern("waiting")).waitFor();
  const before = (await site.server.requests()).length;
  await site.page.context().setOffline(true);
  await widget.progress.and(site.page.getByLabel(ui("offline"))).waitFor();
  await widget.host.getByRole("status").getByText(ui("offline")).waitFor();
  // Longer than the server asked to wait.
  await site.page.clock.fastForward(30_000);
  assert.equal((await site.server.requests()).length, before);
  await site.page.context().setOffline(false);
  await widget.host.getByText(ui("all_invited", { count: 6 })).waitFor();
  const sent = (await site.server.ledger()).flatMap(({ people }) => people);
  assert.deepEqual(sent.sort(), PEOPLE);
});

test("offline from the start it waits with Cancel at hand, and nobody is lost", async () => {
  const widget = await openWith(PEOPLE);
  await site.page.context().setOffline(true);
  await widget.inviteButton.click();
  await widget.host.getByText(ui("offline")).first().waitFor();
  await widget.cancelButton.click();
  await widget.results.waitFor();
  assert.deepEqual(await widget.outcomes(), PEOPLE.map((email) => [email, "not_sent"]));
  assert.deepEqual(await site.server.requests(), []);
  await site.page.context().setOffline(false);
  await widget.retryButton.click();
  await widget.host.getByText(ui("all_invited", { count: 6 })).waitFor();
});

test("a request that breaks since the network went is unconfirmed; the others wait", async () => {
  const widget = await openWith(PEOPLE.slice(0, 3), { delivery: { concurrency: 1 } });
  await widget.host.evaluate((element, first) => {
    element.fetch = (url, init) => init.body.includes(first)
      ? new Promise((_, refuse) => addEventListener("offline", () => refuse(new TypeError()), { once: true }))
      : fetch(url, init);
  }, PEOPLE[0]);
  await widget.inviteButton.click();
  await status(widget, PEOPLE[0], "sending");
  await site.page.context().setOffline(true);
  await status(widget, PEOPLE[0], "unconfirmed");
  await status(widget, PEOPLE[1], "waiting");
  await site.page.context().setOffline(false);
  await widget.results.waitFor();
  assert.deepEqual((await widget.outcomes()).map(([, word]) => word),
    ["unconfirmed", "invited", "invited"]);
});

test("who leaves the page is asked while something is sent, and only then", async () => {
  const widget = await openWith(PEOPLE);
  await site.server.setFaults(SLOW);
  assert.equal(await asksBeforeLeaving(), false);
  await widget.inviteButton.click();
  await status(widget, PEOPLE[0], "sending");
  assert.equal(await asksBeforeLeaving(), true);
  const asked = site.page.waitForEvent("dialog");
  await site.page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.dismiss();
  await widget.cancelButton.click();
  await widget.results.waitFor();
  assert.equal(await asksBeforeLeaving(), false);
});

test("two forms on a page: one that has ended does not speak for the other", async () => {
  const element = vijilElement(site);
  await openReadyHost(site, element.replace("<invite-users", "<invite-users id=\"one\"")
    + element.replace("<invite-users", "<invite-users id=\"two\""));
  const sent = await site.page.evaluate(async (people) => {
    const [one, two] = document.querySelectorAll("invite-users");
    const reply = () => new Response("no", { status: 404 });
    one.fetch = async () => reply();
    two.fetch = () => new Promise((resolve) => (window.answer = () => resolve(reply())));
    await Promise.all([one.add(people[0]), two.add(people[1])]);
    window.other = two.send();
    return (await one.send()).counts.failed;
  }, PEOPLE);
  assert.equal(sent, 1);
  assert.equal(await asksBeforeLeaving(), true);
  await site.page.evaluate(async () => (window.answer(), window.other));
  assert.equal(await asksBeforeLeaving(), false);
});

test("the live region tells of quarters now and then, and of no row", async () => {
  await site.page.clock.install();
  const widget = await openWith(PEOPLE.slice(0, 4), { delivery: { concurrency: 1 } });
  await widget.host.evaluate((element) => {
    element.fetch = (url, init) => new Promise((resolve) => {
      window.goOn = () => resolve(fetch(url, init));
    });
    window.said = [];
    const region = element.shadowRoot.querySelector("[role=status]");
    new MutationObserver(() => window.said.push(region.textContent))
      .observe(region, { childList: true, characterData: true, subtree: true });
  });
  await widget.inviteButton.click();
  for (const [index, email] of PEOPLE.slice(0, 4).entries()) {
    await status(widget, email, "sending");
    await site.page.clock.fastForward(index === 1 ? 11_000 : 1000);
    await site.page.evaluate(() => window.goOn());
    await status(widget, email, "invited");
    await site.page.clock.fastForward(1000);
  }
  await widget.results.waitFor();
  await widget.host.getByRole("status").getByText(ui("count_invited", { count: 4 })).waitFor();
  assert.deepEqual(await site.page.evaluate(() => window.said.filter(Boolean)),
    [ui("sending", { done: 2, total: 4 }), ui("count_invited", { count: 4 })]);
});

/** A careful host's page with these people in its form. */
async function openWith(people, { width = 760, delivery } = {}) {
  await site.page.setViewportSize({ width, height: 800 });
  const widget = await openReadyHost(site, vijilElement(site));
  if (delivery) await widget.set({ config: { delivery } });
  await widget.addPeople(...people);
  return widget;
}

/** Waits until the row of an address says this. */
function status(widget, email, name) {
  const word = ui(`status_${name}`);
  return widget.row(email).locator("[part~=result]").getByText(word, { exact: true }).waitFor();
}

/** A network that answers at once. */
function stubFetch(widget) {
  return widget.host.evaluate((element) => {
    element.fetch = async (_, init) => new Response(
      JSON.stringify({ ...JSON.parse(init.body), id: crypto.randomUUID(), status: "PENDING" }),
      { status: 201, headers: { "content-type": "application/json" } },
    );
  });
}

/** Whether a browser would ask, were the page left now. */
function asksBeforeLeaving() {
  return site.page.evaluate(() => {
    const leaving = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented;
  });
}

function overlap(one, other) {
  return one.x < other.x + other.width && other.x < one.x + one.width
    && one.y < other.y + other.height && other.y < one.y + one.height;
}
