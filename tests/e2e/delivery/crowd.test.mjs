/** Many people: how many requests leave at once, and that page and server agree through many faults. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useOnePage } from "../harness.mjs";
import { crowd, mishaps } from "./crowd.mjs";
import { openForm } from "./form.mjs";
import { SIX } from "./people.mjs";
import { assertCounts } from "./play.mjs";

const site = useOnePage();

/** How long they may take; a healthy machine needs a tenth of it. */
const PATIENCE = 300_000;

for (const [what, lanes, sender] of [
  ["an API that takes many people: one request", 1, { api: "galileo", config: { maxBatch: 1 } }],
  ["an API that takes one person a request: four", 4, { api: "vijil" }],
  ["a host that says so: two", 2, { api: "vijil", config: { delivery: { concurrency: 2 } } }],
]) {
  test(`${what} at the same time`, async () => {
    const widget = await openForm(site, sender);
    await widget.addPeople(...SIX);
    await site.server.setFaults({ delayMs: 100 });
    await countRequestsAtOnce(widget);
    await widget.invite();
    assert.equal(await site.page.evaluate(() => window.most), lanes);
    assert.equal((await site.server.ledger()).length, SIX.length);
  });
}

test("a thousand people, one a request, and faults by chance: page, report and ledger agree", async () => {
  const chance = { seed: 1, answered: 10, apart: [12, 40] };
  const report = await inviteAll({ api: "vijil", people: crowd(1000), chance });
  assert.equal(report.counts.not_sent, 0);
  assert.ok(report.counts.invited > 800, JSON.stringify(report.counts));
});

test("four hundred people in batches, split where they are refused: page, report and ledger agree", async () => {
  const chance = { seed: 2, answered: 50, apart: [90, 180] };
  const config = { maxBatch: 40 };
  const report = await inviteAll({ api: "galileo", config, people: crowd(400), chance });
  assert.equal(report.counts.not_sent, 0);
  assert.ok(report.counts.invited > 200, JSON.stringify(report.counts));
  assert.ok(report.requests > 10 + report.counts.failed, `${report.requests} requests`);
});

test("a server that is not well any more: it stops, and page, report and ledger agree", async () => {
  const chance = { seed: 3, answered: 10, apart: [1, 4] };
  const { counts } = await inviteAll({ api: "extractor", people: crowd(150), chance });
  assert.ok(counts.not_sent > 0 && counts.unconfirmed > 2, JSON.stringify(counts));
});

/** The host's own fetch sees how many requests are on their way. */
function countRequestsAtOnce(widget) {
  return widget.host.evaluate((element) => {
    let now = 0;
    window.most = 0;
    element.fetch = async (...request) => {
      window.most = Math.max(window.most, now += 1);
      return fetch(...request).finally(() => void (now -= 1));
    };
  });
}

/** Adds and invites everybody, holds what the page says against the ledger, and answers the report. */
async function inviteAll({ people, chance, ...sender }) {
  const widget = await openForm(site, sender);
  await widget.call("add", people.join("\n"));
  await site.server.setFaults(...mishaps(people, chance));
  const sent = widget.host.evaluate((element) => new Promise((resolve) => {
    element.addEventListener("invite-users-sent", ({ detail }) => resolve(detail), { once: true });
  }));
  await widget.inviteButton.click({ timeout: PATIENCE });
  await widget.results.waitFor({ timeout: PATIENCE });
  const report = await sent;
  await assertTruth(widget, people, report);
  return report;
}

/** Rows, counts and report say the same, and nothing that the ledger knows otherwise. */
async function assertTruth(widget, people, report) {
  const statuses = report.outcomes.map(({ status }) => status);
  assert.deepEqual(await widget.outcomes(), people.map((email, index) => [email, statuses[index]]));
  await assertCounts(widget, statuses);
  const often = timesAccepted(await site.server.ledger());
  const lies = people.map((email, index) => [email, statuses[index], often.get(email) ?? 0])
    .filter(([, status, times]) => !isTrue(status, times));
  assert.deepEqual(lies, []);
}

function timesAccepted(ledger) {
  const times = new Map();
  for (const email of ledger.flatMap(({ people }) => people)) {
    times.set(email, (times.get(email) ?? 0) + 1);
  }
  return times;
}

/** Whether a status is true of somebody whom the server has taken that often. */
function isTrue(status, often) {
  if (status === "unconfirmed") return often <= 1;
  return often === (status === "invited" ? 1 : 0);
}
