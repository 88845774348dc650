/** Before anything is sent: what would be sent, and the question before somebody gets power. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { ui } from "./words.mjs";

const SECRET = "s3cr3t-t0k3n";
const PEOPLE = ["ann@acme.com", "ben@acme.com"];

const site = useSite();

test("the summary tells people and requests, and opens the plan of each", async () => {
  const widget = await open();
  await widget.set({ auth: { type: "bearer", token: SECRET } });
  await widget.addPeople(...PEOPLE);
  const toggle = planButton(widget, 2, 2);
  assert.equal(await toggle.getAttribute("aria-expanded"), "false");
  await toggle.press("Enter");
  const requests = plan(widget).getByRole("listitem");
  assert.equal(await requests.count(), 2);
  const first = await requests.first().innerText();
  assert.match(first, /^POST http.+\/v1\/teams\/7f1f9d52.+\/invites/);
  assert.match(first, /ann@acme\.com/);
  assert.match(first, /\{\n {2}"email": "ann@acme\.com"/);
  await toggle.press("Enter");
  await plan(widget).waitFor({ state: "detached" });
});

test("the opened plan follows the list, and no secret is anywhere on the page", async () => {
  const widget = await open();
  await widget.set({ auth: { type: "bearer", token: SECRET } });
  await widget.addPeople("ann@acme.com");
  await planButton(widget, 1, 1).click();
  await widget.addPeople("ben@acme.com");
  await plan(widget).getByText("ben@acme.com").first().waitFor();
  const words = await widget.host.evaluate((element) =>
    document.documentElement.outerHTML + element.shadowRoot.innerHTML);
  assert.ok(words.includes("ben@acme.com") && !words.includes(SECRET));
});

test("a long plan is told in part, and says how much more there is", async () => {
  const widget = await open();
  await widget.call("add", people(25).join("\n"));
  await planButton(widget, 25, 25).click();
  await plan(widget).getByText(ui("plan_more", { count: 5 })).waitFor();
});

test("who would be able to manage others is named before anything is sent", async () => {
  const widget = await asked();
  const question = step(widget);
  assert.ok(await hasFocus(question));
  const named = question.getByRole("listitem");
  assert.match(await named.allInnerTexts().then(String), /^ann@acme\.com Owner$/);
  assert.deepEqual(await site.server.ledger(), []);
});

test("a yes by keyboard sends, and the focus goes on to the results", async () => {
  const widget = await asked();
  await site.page.keyboard.press("Tab");
  await site.page.keyboard.press("Enter");
  await widget.results.waitFor();
  assert.deepEqual(await widget.outcomes(), PEOPLE.map((email) => [email, "invited"]));
});

test("Escape takes it back, and the focus is on Invite again", async () => {
  const widget = await asked();
  await site.page.keyboard.press("Escape");
  await step(widget).waitFor({ state: "detached" });
  await waitForFocus(widget.inviteButton);
  await site.page.keyboard.press("Enter");
  await step(widget).waitFor();
  assert.deepEqual(await site.server.ledger(), []);
});

test("going back answers send(): nobody was sent", async () => {
  const widget = await withOwner();
  const report = widget.call("send");
  await step(widget).getByRole("button", { name: ui("go_back") }).click();
  assert.deepEqual((await report).counts, { invited: 0, failed: 0, unconfirmed: 0, not_sent: 2 });
  assert.deepEqual(await widget.outcomes(), PEOPLE.map((email) => [email, undefined]));
});

test("cancel() and leaving the page answer send() while it is asked", async () => {
  const widget = await withOwner();
  const cancelled = widget.call("send");
  await step(widget).waitFor();
  await widget.call("cancel");
  assert.equal((await cancelled).counts.not_sent, 2);
  const left = widget.call("send");
  await step(widget).waitFor();
  await widget.host.evaluate((element) => element.remove());
  assert.equal((await left).counts.not_sent, 2);
});

test("a second send() waits for the same answer, and a confirmed one gives it", async () => {
  const widget = await withOwner();
  const [first, second, third] = [{}, {}, { confirmed: true }].map(async (options, index) => {
    if (index === 2) await step(widget).waitFor();
    return widget.call("send", options);
  });
  const reports = await Promise.all([first, second, third]);
  for (const { counts } of reports) assert.equal(counts.invited, 2);
  assert.equal((await site.server.ledger()).length, 2);
});

test("send({ confirmed: true }) asks nothing", async () => {
  const widget = await withOwner();
  const { counts } = await widget.call("send", { confirmed: true });
  assert.equal(counts.invited, 2);
});

test("the second half of a double click answers nothing", async () => {
  const widget = await withOwner();
  await widget.inviteButton.dblclick();
  await step(widget).waitFor();
  await waitForFocus(step(widget));
  assert.deepEqual(await site.server.ledger(), []);
});

test("a double click on the yes sends once", async () => {
  const widget = await asked();
  await step(widget).getByRole("button", { name: ui("invite_people", { count: 2 }) }).dblclick();
  await widget.results.waitFor();
  assert.equal((await site.server.ledger()).length, 2);
});

test("a change of the list takes the question back, and the new list is asked about", async () => {
  const widget = await withOwner();
  const report = widget.call("send");
  await step(widget).waitFor();
  await widget.chooseRoles("ben@acme.com", "Admin");
  await step(widget).waitFor({ state: "detached" });
  assert.equal((await report).counts.not_sent, 2);
  await widget.inviteButton.click();
  await step(widget).getByText(ui("confirm_people", { count: 2 })).waitFor();
});

test("what was said yes to and failed is not asked again", async () => {
  const widget = await withOwner();
  await site.server.setFaults({ status: 403, times: 1 });
  await widget.call("send", { confirmed: true });
  await widget.moreButton.click();
  await widget.inviteButton.click();
  await widget.results.waitFor();
  assert.equal(await step(widget).count(), 0);
});

test("Invite says why it does nothing, and leads to what is missing", async () => {
  const widget = await openReadyHost(site, vijilElement(site, "max-invitees=\"1\""));
  await widget.addPeople(...PEOPLE);
  await site.page.locator("[part~=invite-button][aria-disabled=true]").waitFor();
  assert.equal(await widget.inviteButton.getAttribute("disabled"), null);
  await widget.inviteButton.click({ force: true });
  await widget.host.getByRole("group", { name: ui("problems_count", { count: 1 }) }).waitFor();
});

test("typing and adding judge nobody again, however long the list is", async () => {
  const widget = await open();
  const names = people(1000).map((email, index) => email.replace("acme", `bücher${index}`));
  const judged = await countDomains();
  await widget.call("add", names.join("\n"));
  await planButton(widget, 1000, 1000).waitFor();
  const first = await judged();
  assert.ok(first >= 1000, `${first}`);
  await widget.field.pressSequentially("mia@acme.co");
  await widget.field.press("Enter");
  await planButton(widget, 1001, 1001).waitFor();
  assert.equal(await judged(), first);
});

function open() {
  return openReadyHost(site, vijilElement(site));
}

async function withOwner() {
  const widget = await open();
  await widget.addPeople(...PEOPLE);
  await widget.chooseRoles("ann@acme.com", "Owner");
  return widget;
}

async function asked() {
  const widget = await withOwner();
  await widget.inviteButton.click();
  await step(widget).waitFor();
  await waitForFocus(step(widget));
  return widget;
}

function people(count) {
  return Array.from({ length: count }, (_, index) => `p${index}@acme.com`);
}

function planButton(widget, persons, requests) {
  const name = ui("summary_plan", {
    people: ui("count_people", { count: persons }).replace("1000", "1,000").replace("1001", "1,001"),
    requests: ui("summary_requests", { count: requests })
      .replace("1000", "1,000").replace("1001", "1,001"),
  });
  return widget.host.getByRole("button", { name, exact: true });
}

function plan(widget) {
  return widget.host.getByRole("list", { name: ui("plan") });
}

function step(widget) {
  return widget.host.locator("[part=confirm]");
}

function hasFocus(locator) {
  return locator.evaluate((element) => element.getRootNode().activeElement === element);
}

async function waitForFocus(locator) {
  const element = await locator.elementHandle();
  await site.page.waitForFunction((it) => it.getRootNode().activeElement === it, element);
}

/** Counts from now on the addresses whose domain only the platform can judge. */
async function countDomains() {
  await site.page.evaluate(() => {
    globalThis.judged = 0;
    globalThis.URL = new Proxy(URL, {
      construct(target, given) {
        globalThis.judged += 1;
        return new target(...given);
      },
    });
  });
  return () => site.page.evaluate(() => globalThis.judged);
}
