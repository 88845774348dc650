/** After a delivery: a failure costs one press, a doubt a question, and the rest goes along as a file. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { hearEvents } from "./events.mjs";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { sentence, ui } from "./words.mjs";

const site = useSite();

const ANN = "ann@acme.com";
const BEN = "ben@acme.com";
const CARLA = "carla@acme.com";
const EVERYBODY = [ANN, BEN, CARLA];

const REFUSED = { email: BEN, status: 422, body: "{\"detail\":\"no such mailbox\"}" };
const LOST = { email: CARLA, reset: "after" };

test("one press sends those again who failed, and nobody else", async () => {
  const events = await hearEvents(site.page);
  const widget = await send(REFUSED, LOST);
  await assertOutcomes(widget, "invited", "failed", "unconfirmed");
  await site.server.setFaults();
  await events.forget();
  await site.page.evaluate(() => document.querySelector("invite-users").focus());
  const retry = widget.host.getByRole("button", { name: ui("retry_failed", { count: 1 }) });
  await retry.focus();
  await site.page.keyboard.press("Enter");
  await assertOutcomes(widget, "invited", "invited", "unconfirmed");
  await focused(widget.results);
  const [plan] = await events.details("send");
  assert.deepEqual(plan.requests.map(({ invitees }) => invitees), [[1]]);
  const [report] = await events.details("sent");
  assert.deepEqual(report.outcomes.map(({ invitee, status }) => [invitee, status]),
    [[0, "invited"], [1, "invited"], [2, "unconfirmed"]]);
  assert.equal(await widget.retryButton.count(), 0);
  await assertLedger(EVERYBODY);
});

test("the unconfirmed go again only after a question; Escape and \"Leave them\" send nothing", async () => {
  const widget = await send(LOST);
  await site.server.setFaults();
  await widget.unconfirmedButton.click();
  await focused(widget.question);
  assert.ok((await widget.question.innerText()).includes(ui("doubt", { count: 1 })));
  await site.page.keyboard.press("Escape");
  await focused(widget.unconfirmedButton);
  await widget.unconfirmedButton.click();
  await widget.question.getByRole("button", { name: ui("leave_them") }).click();
  await focused(widget.unconfirmedButton);
  await assertLedger(EVERYBODY);
  await widget.unconfirmedButton.click();
  await widget.question.getByRole("button", { name: ui("send_again") }).click();
  // The server had processed the request whose answer was lost.
  await assertOutcomes(widget, "invited", "invited", "failed");
  assert.equal((await site.server.requests()).filter(({ people }) => people[0] === CARLA).length, 2);
  await assertLedger(EVERYBODY);
});

test("after a stop, one press sends those whom nothing was sent to along with the failed", async () => {
  const widget = await open({ delivery: { concurrency: 1 } });
  await site.server.setFaults({ status: 404 });
  await widget.invite();
  await assertOutcomes(widget, "failed", "not_sent", "not_sent");
  const stopped = ui("stopped", { reason: sentence("not_found") });
  await widget.host.getByRole("alert").getByText(stopped).waitFor();
  await site.server.setFaults();
  await widget.host.getByRole("button", { name: ui("retry_all", { count: 3 }) }).click();
  await widget.host.getByText(ui("all_invited", { count: 3 })).waitFor();
  await assertLedger(EVERYBODY);
});

test("after Cancel, one press sends the rest", async () => {
  const widget = await open({ delivery: { concurrency: 1 } });
  await site.server.setFaults({ delayMs: 20_000, email: BEN, times: 1 });
  await widget.inviteButton.click();
  await widget.row(ANN).getByText(ui("status_invited")).waitFor();
  await widget.cancelButton.click();
  await assertOutcomes(widget, "invited", "unconfirmed", "not_sent");
  await widget.host.getByRole("button", { name: ui("send_rest", { count: 1 }) }).click();
  await assertOutcomes(widget, "invited", "unconfirmed", "invited");
});

test("a plain Invite afterwards sends the failed again, and nobody who is or may be invited", async () => {
  const widget = await send(REFUSED, LOST);
  await site.server.setFaults();
  await widget.moreButton.click();
  await widget.inviteButton.click();
  await widget.host.getByText(ui("all_invited", { count: 1 })).waitFor();
  await assertLedger(EVERYBODY);
});

test("a failed person whose address is corrected goes as a new one", async () => {
  const widget = await send(REFUSED);
  await site.server.setFaults();
  await widget.moreButton.click();
  await widget.host.getByRole("button", { name: ui("edit", { email: BEN }) }).click();
  await widget.editField(BEN).fill("benny@acme.com");
  await site.page.keyboard.press("Enter");
  await widget.invite();
  assert.deepEqual(await widget.outcomes(), [["benny@acme.com", "invited"]]);
  await assertLedger([ANN, CARLA, "benny@acme.com"]);
});

test("what the server says of a role stands at the role, until another is chosen", async () => {
  const detail = [{ loc: ["body", "role"], msg: "no seats for this role", type: "value_error" }];
  const widget = await send({ email: BEN, status: 422, body: JSON.stringify({ detail }) });
  await widget.moreButton.click();
  const role = widget.roleSelect(BEN);
  assert.equal(await role.getAttribute("aria-invalid"), "true");
  const described = await role.evaluate((element) => element.getRootNode()
    .getElementById(element.getAttribute("aria-describedby").split(" ")[0]).innerText);
  assert.ok(described.includes(ui("server_says", { words: "no seats for this role" })), described);
  await role.selectOption({ label: "Admin" });
  assert.equal(await role.getAttribute("aria-invalid"), null);
});

test("who was not invited is saved as CSV, which nothing runs and this form reads again", async () => {
  const words = "=HYPERLINK(\"https://evil.example\")";
  const widget = await send({ ...REFUSED, body: JSON.stringify({ detail: words }) }, LOST);
  const download = await Promise.all([
    site.page.waitForEvent("download"), widget.exportButton.click(),
  ]).then(([download]) => download);
  assert.equal(download.suggestedFilename(), ui("rest_file"));
  const text = await readFile(await download.path(), "utf8");
  const rejected = sentence("rejected", { status: 422 });
  const failed = `${BEN},Ben,Member,${ui("status_failed")},${cell(rejected)},`
    + "\"'=HYPERLINK(\"\"https://evil.example\"\")\"";
  const lost = `${CARLA},,Member,${ui("status_unconfirmed")},${cell(sentence("connection_lost"))},`;
  assert.equal(text, `\uFEFFemail,name,role,status,reason,server\r\n${failed}\r\n${lost}\r\n`);
  const read = await openReadyHost(site, vijilElement(site));
  await read.host.evaluate((element, csv) => element.importFile(new File([csv], "rest.csv")), text);
  assert.deepEqual((await read.outcomes()).map(([email]) => email), [BEN, CARLA]);
});

test("retry() resolves with the whole report, and asks nothing where the host gave its word", async () => {
  const events = await hearEvents(site.page);
  const widget = await send(REFUSED, LOST);
  await site.server.setFaults();
  assert.deepEqual((await widget.call("retry")).counts, counts(2, 0, 1));
  assert.deepEqual((await widget.call("retry")).counts, counts(2, 0, 1));
  assert.equal((await events.details("sent")).length, 2, "nobody to go again: no delivery");
  assert.deepEqual((await widget.call("retry", { unconfirmed: true })).counts, counts(2, 1, 0));
  await assertLedger(EVERYBODY);
});

test("a retry that the page cancels changes nothing; states tell how far it is", async () => {
  const widget = await send(REFUSED);
  const state = (name) => widget.host.evaluate((it, wanted) => it.matches(`:state(${wanted})`), name);
  assert.ok(await state("failed"));
  await widget.host.evaluate((element) => {
    element.addEventListener("invite-users-send", (event) => event.preventDefault(), { once: true });
  });
  assert.deepEqual((await widget.call("retry")).counts, counts(2, 1, 0));
  assert.ok(await state("failed"));
  await site.server.setFaults({ delayMs: 500 });
  await widget.retryButton.click();
  await widget.cancelButton.waitFor();
  assert.ok(await state("sending"));
  await widget.results.waitFor();
  assert.ok(await state("done"));
});

test("retry() before anything was sent has nothing to do", async () => {
  const widget = await open();
  assert.deepEqual((await widget.call("retry")).outcomes, []);
  assert.deepEqual(await site.server.requests(), []);
});

/** Three people in a careful host's page, each in a request of their own. */
async function open(config = {}) {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.set({ config });
  await widget.addPeople(ANN, `Ben <${BEN}>`, CARLA);
  return widget;
}

/** The same after a delivery to a server in this mood. */
async function send(...faults) {
  const widget = await open();
  await site.server.setFaults(...faults);
  await widget.invite();
  return widget;
}

async function assertOutcomes(widget, ...statuses) {
  await widget.results.waitFor();
  assert.deepEqual((await widget.outcomes()).map(([, status]) => status), statuses);
}

/** These were accepted, each once. */
async function assertLedger(people) {
  const accepted = (await site.server.ledger()).flatMap((request) => request.people);
  assert.deepEqual(accepted.sort(), [...people].sort());
}

function counts(invited, failed, unconfirmed) {
  return { invited, failed, unconfirmed, not_sent: 0 };
}

/** A text as a CSV cell. */
function cell(text) {
  return /[",;\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
