/** Time passes: pauses that the server asks for, repeats, and answers that do not come. */

import assert from "node:assert/strict";
import { NEVER } from "./form.mjs";
import { ANN, BEN, CARLA, INVITED, SIX, STOPPED, rowsOf, wrongAt } from "./people.mjs";
import { ui, uiPattern } from "../words.mjs";

const RATE_LIMITED = ["not_sent", "rate_limited"];
const SERVER_ERROR = ["unconfirmed", "server_error", { status: 500 }];
const MINUTE = 60_000;
const KEY = "idempotency-key";

/** Pauses that the server asks for. */
export const PAUSES = [
  {
    shows: ["429, 425, 503 with Retry-After: all lanes pause as told by a date"],
    name: "429 until a date",
    api: "galileo",
    faults: [{ status: 429, retryAfter: "date:60", times: 1 }],
    rows: rowsOf([ANN, BEN], INVITED),
    sent: [[ANN, BEN], [ANN, BEN]],
    meanwhile: async (widget, site) => {
      await countdown(widget).waitFor();
      await site.page.clock.runFor(45_000);
      assert.equal((await site.server.requests()).length, 1, "nobody is sent in the pause");
      await site.page.clock.runFor(16_000);
    },
  },
  {
    shows: [
      "429, 425, 503 with Retry-After: all lanes pause as told in seconds",
      "429, 425, 503 with Retry-After: people see the countdown",
    ],
    name: "429 in one of four lanes: all pause for the minute that the server asks for",
    api: "vijil",
    faults: [
      { email: SIX[0], status: 429, retryAfter: 60, times: 1 },
      ...SIX.slice(1, 4).map((email) => ({ email, delayMs: 300 })),
    ],
    rows: rowsOf(SIX, INVITED),
    reached: { [SIX[0]]: 2 },
    meanwhile: async (widget, site) => {
      await countdown(widget).waitFor();
      for (const email of SIX.slice(1, 4)) await statusOf(widget, email, "invited").waitFor();
      await site.page.clock.runFor(50_000);
      assert.equal((await site.server.requests()).length, 4, "nobody is sent in the pause");
      await site.page.clock.runFor(11_000);
    },
  },
  ...[425, 503].map((status) => ({
    shows: ["429, 425, 503 with Retry-After: 425 and 503 with Retry-After are waited for, too"],
    name: `${status} with Retry-After`,
    api: "galileo",
    faults: [{ status, retryAfter: 5, times: 1 }],
    rows: rowsOf([ANN, BEN], INVITED),
    sent: [[ANN, BEN], [ANN, BEN]],
    meanwhile: async (widget, site) => {
      await countdown(widget).waitFor();
      await site.page.clock.runFor(5000);
    },
  })),
  {
    shows: ["429, 425, 503 with Retry-After: without Retry-After the pause is at least a second"],
    name: "429 without Retry-After",
    api: "galileo",
    faults: [{ status: 429, times: 1 }],
    rows: { [ANN]: INVITED },
    reached: { [ANN]: 2 },
    afterwards: async (_, { page }) => {
      const requests = (await page.requests()).filter((request) => request.method() === "POST");
      const [first, second] = requests.slice(-2).map((request) => request.timing());
      const pause = second.startTime - (first.startTime + first.responseStart);
      assert.ok(pause >= 1000, `the next request left after ${pause} ms`);
    },
  },
  {
    shows: ["429, 425, 503 with Retry-After: at most six tries"],
    name: "429 again and again: six tries, then stop",
    api: "galileo",
    config: { maxBatch: 1 },
    faults: [{ status: 429, retryAfter: 20 }],
    rows: { [ANN]: RATE_LIMITED, [BEN]: STOPPED },
    stopped: "rate_limited",
    reached: { [ANN]: 6 },
    meanwhile: untilItEnds,
  },
  {
    shows: ["429, 425, 503 with Retry-After: at most ten minutes"],
    name: "429 for six minutes, and again: ten are too long, stop",
    api: "galileo",
    faults: [{ status: 429, retryAfter: 360 }],
    rows: { [ANN]: RATE_LIMITED },
    stopped: "rate_limited",
    reached: { [ANN]: 2 },
    meanwhile: untilItEnds,
    afterwards: saysWhenToComeBack,
  },
  {
    shows: ["429, 425, 503 with Retry-After: told longer: stop, and say when to come back"],
    name: "429 for an hour: stop at once",
    api: "galileo",
    config: { maxBatch: 1 },
    faults: [{ status: 429, retryAfter: 3600 }],
    rows: { [ANN]: RATE_LIMITED, [BEN]: STOPPED },
    stopped: "rate_limited",
    reached: { [ANN]: 1 },
    afterwards: saysWhenToComeBack,
  },
];

/** No answer, and those APIs that may be asked once more. */
export const REPEATS = [
  {
    shows: ["408, another 5xx, no answer: unconfirmed, and the others go on"],
    name: "no answer in half a minute",
    api: "vijil",
    faults: [{ email: ANN, delayMs: MINUTE }],
    rows: { [ANN]: ["unconfirmed", "timed_out"], [BEN]: INVITED, [CARLA]: INVITED },
    // The server hears that nobody waits any more.
    reached: { [ANN]: 0 },
    meanwhile: async (widget, site) => {
      for (const email of [BEN, CARLA]) await statusOf(widget, email, "invited").waitFor();
      await site.page.clock.runFor(25_000);
      assert.equal(await widget.results.count(), 0, "it still waits");
      await site.page.clock.runFor(6000);
    },
  },
  {
    shows: ["408, another 5xx, no answer: where sending twice does no harm: at most twice more"],
    name: "two broken connections, and the third request is answered",
    api: "contextual",
    faults: [{ reset: "before", times: 2 }],
    rows: rowsOf([ANN, BEN], INVITED),
    sent: [[ANN, BEN], [ANN, BEN], [ANN, BEN]],
    meanwhile: untilItEnds,
  },
  {
    shows: ["408, another 5xx, no answer: where sending twice does no harm: at most twice more"],
    name: "500 after the work, again and again",
    api: "contextual",
    faults: [{ status: 500, after: true }],
    rows: rowsOf([ANN, BEN], SERVER_ERROR),
    sent: [[ANN, BEN], [ANN, BEN], [ANN, BEN]],
    accepted: { [ANN]: 3, [BEN]: 3 },
    meanwhile: untilItEnds,
  },
  {
    shows: ["408, another 5xx, no answer: with an idempotency key: at most twice more, with the same key"],
    name: "two failures, and the third request is answered, all with one key",
    api: "keyed",
    faults: [{ status: 500, times: 2 }],
    rows: rowsOf([ANN, BEN], INVITED),
    sent: [[ANN, BEN], [ANN, BEN], [ANN, BEN]],
    meanwhile: untilItEnds,
    afterwards: async (_, site) => assert.equal(new Set(await keys(site)).size, 1),
  },
  {
    shows: ["408, another 5xx, no answer: with an idempotency key: at most twice more, with the same key"],
    name: "broken connections, again and again",
    api: "keyed",
    faults: [{ reset: "before" }],
    rows: rowsOf([ANN, BEN], ["unconfirmed", "connection_lost"]),
    sent: [[ANN, BEN], [ANN, BEN], [ANN, BEN]],
    meanwhile: untilItEnds,
  },
  {
    shows: ["408, another 5xx, no answer: an idempotency key is new for a split"],
    name: "422 on one person, and a failure: the rest has a key of its own, which stays",
    api: "keyedAtomic",
    faults: [
      { status: 422, times: 1, body: wrongAt(["body", "new_users", 1, "email"], "no such mailbox") },
      { status: 500, times: 1 },
    ],
    rows: {
      [ANN]: INVITED, [BEN]: ["failed", "rejected", { status: 422 }, "no such mailbox"], [CARLA]: INVITED,
    },
    sent: [[ANN, BEN, CARLA], [ANN, CARLA], [ANN, CARLA]],
    meanwhile: untilItEnds,
    afterwards: async (_, site) => {
      const [whole, ...rest] = await keys(site);
      assert.equal(new Set(rest).size, 1);
      assert.notEqual(rest[0], whole);
    },
  },
];

/** What the person or the host ends. */
export const ENDINGS = [
  {
    shows: ["no credential: the host takes over half a minute: nothing is sent, stop"],
    name: "the host never finds the credential",
    api: "vijil",
    secrets: [NEVER],
    rows: rowsOf([ANN, BEN], ["not_sent", "auth_failed"]),
    stopped: "auth_failed",
    asked: 1,
    meanwhile: async (widget, site) => {
      await widget.cancelButton.waitFor();
      await site.page.clock.runFor(25_000);
      assert.equal(await widget.results.count(), 0, "it still waits");
      await site.page.clock.runFor(6000);
    },
  },
  {
    shows: [
      "cancelled: what is in flight is unconfirmed",
      "cancelled: what was refused and waits is not sent",
      "cancelled: what has not left is not sent",
    ],
    name: "cancelled with one person in flight, one told to wait, and two who have not left",
    api: "vijil",
    faults: [
      { email: SIX[0], status: 429, retryAfter: 60 },
      { email: SIX[1], delayMs: MINUTE },
      ...SIX.slice(2, 4).map((email) => ({ email, delayMs: 300 })),
    ],
    rows: {
      ...rowsOf([SIX[0]], ["not_sent", "cancelled"]),
      ...rowsOf([SIX[1]], ["unconfirmed", "cancelled_in_flight"]),
      ...rowsOf(SIX.slice(2, 4), INVITED),
      ...rowsOf(SIX.slice(4), ["not_sent", "cancelled"]),
    },
    reached: { [SIX[0]]: 1, [SIX[1]]: 0 },
    meanwhile: async (widget) => {
      await countdown(widget).waitFor();
      for (const email of SIX.slice(2, 4)) await statusOf(widget, email, "invited").waitFor();
      await widget.cancelButton.click();
    },
  },
];

function countdown(widget) {
  return widget.host.getByText(uiPattern("waiting"));
}

function statusOf(widget, email, status) {
  return widget.person(email).getByText(ui(`status_${status}`), { exact: true });
}

/** Lets each pause pass, however long it is. */
async function untilItEnds(widget, { page }) {
  const pause = countdown(widget);
  await pause.waitFor();
  while (!await widget.results.isVisible()) {
    await page.clock.runFor(10_000);
    await pause.or(widget.results).first().waitFor();
  }
}

async function saysWhenToComeBack(widget) {
  const [before] = ui("retry_at").split("{time}");
  assert.ok((await widget.results.innerText()).includes(before));
}

/** The idempotency key of each request. */
async function keys(site) {
  const found = (await site.server.requests()).map(({ headers }) => headers[KEY]);
  assert.ok(found.every((key) => key?.length > 8), String(found));
  return found;
}
