/** What goes wrong between page and server: rows say what is known, and nobody goes twice. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { FAULTS } from "./fault-cases.mjs";
import { useSite } from "./harness.mjs";
import { sentence, ui, uiPattern } from "./words.mjs";

const site = useSite();

for (const fault of FAULTS) {
  test(`${fault.api}: ${fault.name}`, async () => {
    const widget = await prepare(fault);
    await widget.invite();
    await assertRows(widget, fault.rows);
    await assertRequests(fault);
  });
}

test("the rows of a refused sending say what the banner above the results says", async () => {
  const widget = await prepare(FAULTS.find(({ name }) => name.startsWith("401")));
  await widget.invite();
  const reason = sentence("unauthorized");
  const banner = widget.host.getByRole("alert").filter({ hasText: ui("stopped", { reason }) });
  assert.equal(await banner.count(), 1);
});

for (const retryAfter of [2, "date:3"]) {
  test(`429 with Retry-After ${retryAfter}: a countdown, then success`, async () => {
    const widget = await site.openWith("galileo");
    await widget.addPeople("ann@acme.com", "ben@acme.com");
    await site.server.setFaults({ status: 429, retryAfter, times: 1 });
    await widget.inviteButton.click();
    await countdown(widget).waitFor();
    await widget.results.waitFor();
    await assertRows(widget, { "ann@acme.com": ["invited"], "ben@acme.com": ["invited"] });
    assert.equal((await site.server.ledger()).length, 1);
    assert.equal((await site.server.refused()).length, 1);
  });
}

test("a wait that the server asks for can be cancelled, and nothing was sent", async () => {
  const widget = await site.openWith("galileo");
  await widget.addPeople("ann@acme.com");
  await site.server.setFaults({ status: 429, retryAfter: 60 });
  await widget.inviteButton.click();
  await countdown(widget).waitFor();
  await widget.cancelButton.click();
  await widget.results.waitFor();
  await assertRows(widget, { "ann@acme.com": ["not_sent", "cancelled"] });
  assert.deepEqual(await site.server.ledger(), []);
});

test("told to wait an hour, it stops and says when to come back", async () => {
  const widget = await site.openWith("galileo");
  await widget.addPeople("ann@acme.com");
  await site.server.setFaults({ status: 429, retryAfter: 3600 });
  await widget.invite();
  await assertRows(widget, { "ann@acme.com": ["not_sent", "rate_limited"] });
  const [before] = ui("retry_at").split("{time}");
  assert.ok((await widget.results.innerText()).includes(before));
});

test("a slow server: progress shows, and Cancel stops what has not left", async () => {
  const widget = await site.openWith("vijil");
  const people = ["a1", "a2", "a3", "a4", "a5", "a6"].map((name) => `${name}@acme.com`);
  await widget.addPeople(...people);
  await site.server.setFaults({ email: people[0], times: 1 }, { delayMs: 60_000 });
  await widget.inviteButton.click();
  await widget.host.getByText(ui("sending", { done: 1, total: 6 })).waitFor();
  assert.equal(await widget.progress.getAttribute("max"), "6");
  await widget.cancelButton.click();
  await widget.results.waitFor();
  await assertRows(widget, {
    [people[0]]: ["invited"],
    ...rowsOf(people.slice(1, 5), ["unconfirmed", "cancelled_in_flight"]),
    [people[5]]: ["not_sent", "cancelled"],
  });
  assert.deepEqual(peopleOf(await site.server.requests()), [people[0]]);
});

test("after a failure: the invited are not sent again, the unconfirmed are held back", async () => {
  const widget = await site.openWith("galileo");
  await widget.addPeople("ann@acme.com", "ben@acme.com", "carla@acme.com");
  await widget.chooseRoles("ann@acme.com", "Admin");
  await widget.chooseRoles("ben@acme.com", "Manager");
  await site.server.setFaults(
    { email: "ann@acme.com", status: 403, times: 1 },
    { email: "ben@acme.com", reset: "after", times: 1 },
  );
  await widget.invite();
  await assertRows(widget, {
    "ann@acme.com": ["failed", "forbidden"],
    "ben@acme.com": ["unconfirmed", "connection_lost"],
    "carla@acme.com": ["invited"],
  });

  await widget.moreButton.click();
  assert.ok((await widget.row("ben@acme.com").innerText()).includes(ui("held_back")));
  await widget.rows.filter({ hasText: "carla@acme.com" }).waitFor({ state: "detached" });
  await widget.addPeople("Carla <carla@acme.com>");
  assert.ok((await widget.row("carla@acme.com").innerText()).includes(ui("invited_before")));
  await widget.invite();
  const sent = peopleOf(await site.server.ledger());
  assert.deepEqual(sent.sort(), ["ann@acme.com", "ben@acme.com", "carla@acme.com"]);
});

/** The widget with the people of a case in it and the server in its mood. */
async function prepare({ api, rows, roles = {}, faults }) {
  const widget = await site.openWith(api);
  await widget.addPeople(...Object.keys(rows));
  for (const [email, role] of Object.entries(roles)) await widget.chooseRoles(email, role);
  await site.server.setFaults(...faults);
  return widget;
}

/** Each row: its status, the reason in words, and the server's own where it had any. */
async function assertRows(widget, rows) {
  const statuses = Object.entries(rows).map(([email, [status]]) => [email, status]);
  assert.deepEqual(await widget.outcomes(), statuses);
  for (const [email, [, code, params, words]] of Object.entries(rows)) {
    const row = await widget.row(email).innerText();
    if (code) assert.ok(row.includes(sentence(code, params)), `${email} says: ${row}`);
    if (words) assert.ok(row.includes(ui("server_says", { words })), `${email} says: ${row}`);
  }
}

/** How often each person reached the server: once, unless the case says otherwise. */
async function assertRequests({ rows, reached = {} }) {
  const people = peopleOf(await site.server.requests());
  for (const [email, [status]] of Object.entries(rows)) {
    const expected = reached[email] ?? (status === "not_sent" ? 0 : 1);
    const found = people.filter((person) => person === email).length;
    assert.equal(found, expected, `requests for ${email}`);
  }
  const accepted = peopleOf(await site.server.ledger());
  assert.equal(new Set(accepted).size, accepted.length, `processed twice: ${accepted}`);
}

function peopleOf(requests) {
  return requests.flatMap(({ people }) => people);
}

function rowsOf(people, outcome) {
  return Object.fromEntries(people.map((person) => [person, outcome]));
}

function countdown(widget) {
  return widget.host.getByText(uiPattern("waiting"));
}
