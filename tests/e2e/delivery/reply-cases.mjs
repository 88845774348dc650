/** A reply comes, or none: successes, replies that nobody can read, and people without an answer. */

import assert from "node:assert/strict";
import { ANN, BEN, CARLA, DEV, INVITED, SIX, STOPPED, THREE_REQUESTS, rowsOf } from "./people.mjs";
import { ui } from "../words.mjs";

const BLOCKED = "dan@blocked.example";
/** What contextual says of an address of that domain. */
const BLOCKED_WORDS = "Users of blocked.example cannot be invited";

const SERVER_ERROR = ["unconfirmed", "server_error", { status: 500 }];
const LOST = ["unconfirmed", "connection_lost"];
const UNREADABLE = ["unconfirmed", "unreadable_reply"];
const REDIRECTED = ["unconfirmed", "redirected"];

export const SUCCESSES = [
  {
    shows: ["2xx: each person is invited or failed, as the reply says"],
    name: "a batch of which one person is refused",
    api: "contextual",
    rows: { [ANN]: INVITED, [BLOCKED]: ["failed", "rejected", { status: 200 }, BLOCKED_WORDS] },
    accepted: { [BLOCKED]: 1 },
  },
  {
    shows: [
      "2xx: a person whom the reply should name and does not is unconfirmed",
      "2xx: strangers in the reply are ignored",
    ],
    name: "a reply that names a stranger instead of somebody",
    api: "contextual",
    faults: [{ body: invitedAre(ANN, "eve@elsewhere.example") }],
    rows: { [ANN]: INVITED, [BEN]: ["unconfirmed", "not_in_reply"] },
  },
  {
    shows: ["2xx: strangers in the reply are ignored"],
    name: "a reply that names everybody and a stranger",
    api: "contextual",
    faults: [{ body: invitedAre(ANN, BEN, "eve@elsewhere.example") }],
    rows: { [ANN]: INVITED, [BEN]: INVITED },
  },
];

export const UNREADABLE_REPLIES = [
  {
    shows: ["an unreadable reply: unconfirmed, where JSON was due"],
    name: "an empty body where JSON was due",
    api: "galileo",
    faults: [{ emptyBody: true }],
    rows: rowsOf([ANN, BEN], UNREADABLE),
  },
  {
    shows: [
      "an unreadable reply: unconfirmed, where JSON was due",
      "an unreadable reply: what could be read is kept",
    ],
    name: "an HTML page where JSON was due",
    api: "galileo",
    faults: [{ html: true }],
    rows: rowsOf([ANN, BEN], UNREADABLE),
    afterwards: keeps("<!doctype html>"),
  },
  {
    shows: ["an unreadable reply: unconfirmed, where JSON was due"],
    name: "an HTML page where nothing was due",
    api: "smartdocumentor",
    faults: [{ html: true }],
    rows: rowsOf([ANN, BEN], UNREADABLE),
    afterwards: keeps("<!doctype html>"),
  },
  {
    shows: ["an unreadable reply: unconfirmed, where it is cut"],
    name: "half of the JSON",
    api: "contextual",
    faults: [{ truncate: true }],
    rows: rowsOf([ANN, BEN], UNREADABLE),
    afterwards: keeps("{\""),
  },
  {
    shows: [
      "an unreadable reply: unconfirmed, where it is cut",
      "an unreadable reply: what could be read is kept",
    ],
    name: "the connection breaks in the midst of the reply",
    api: "vijil",
    faults: [{ email: ANN, reset: "during" }],
    rows: { [ANN]: LOST, [BEN]: INVITED },
    accepted: { [ANN]: 1 },
    afterwards: keeps("{\""),
  },
  {
    shows: [
      "an unreadable reply: unconfirmed, over one mebibyte",
      "an unreadable reply: what could be read is kept",
    ],
    name: "two mebibytes",
    api: "galileo",
    faults: [{ bigBody: 2 * 1024 * 1024 }],
    rows: rowsOf([ANN, BEN], UNREADABLE),
    accepted: { [ANN]: 1, [BEN]: 1 },
    afterwards: keeps("{\"padding\":\"xxx"),
  },
];

export const UNANSWERED = [
  {
    shows: [
      "408, another 5xx, no answer: unconfirmed, and the others go on",
      "408, another 5xx, no answer: never sent again without the person's word",
    ],
    name: "500 before the work",
    ...THREE_REQUESTS,
    faults: [{ email: ANN, status: 500 }],
    rows: { [ANN]: SERVER_ERROR, [BEN]: INVITED, [CARLA]: INVITED },
    accepted: { [ANN]: 0 },
    afterwards: isHeldBack(ANN),
  },
  {
    shows: [
      "408, another 5xx, no answer: unconfirmed, and the others go on",
      "408, another 5xx, no answer: never sent again without the person's word",
    ],
    name: "500 after the work",
    api: "vijil",
    faults: [{ email: BEN, status: 500, after: true }],
    rows: { [ANN]: INVITED, [BEN]: SERVER_ERROR },
    accepted: { [BEN]: 1 },
    afterwards: isHeldBack(BEN),
  },
  {
    shows: ["408, another 5xx, no answer: unconfirmed, and the others go on"],
    name: "408",
    api: "extractor",
    faults: [{ email: BEN, status: 408 }],
    rows: { [ANN]: INVITED, [BEN]: ["unconfirmed", "timed_out"], [CARLA]: INVITED },
  },
  {
    shows: ["408, another 5xx, no answer: unconfirmed, and the others go on"],
    name: "503 without Retry-After",
    ...THREE_REQUESTS,
    faults: [{ email: BEN, status: 503 }],
    rows: { [ANN]: INVITED, [BEN]: ["unconfirmed", "server_error", { status: 503 }], [CARLA]: INVITED },
  },
  {
    shows: ["408, another 5xx, no answer: unconfirmed, and the others go on"],
    name: "the connection breaks before the work",
    ...THREE_REQUESTS,
    faults: [{ email: ANN, reset: "before" }],
    rows: { [ANN]: LOST, [BEN]: INVITED, [CARLA]: INVITED },
    accepted: { [ANN]: 0 },
  },
  {
    shows: ["408, another 5xx, no answer: unconfirmed, and the others go on"],
    name: "the connection breaks after the work",
    ...THREE_REQUESTS,
    faults: [{ email: ANN, reset: "after" }],
    rows: { [ANN]: LOST, [BEN]: INVITED, [CARLA]: INVITED },
    accepted: { [ANN]: 1 },
    afterwards: isHeldBack(ANN),
  },
  {
    shows: ["408, another 5xx, no answer: three in a row: stop"],
    name: "three requests in a row without an answer: stop",
    api: "galileo",
    config: { maxBatch: 1 },
    faults: [{ status: 500 }],
    rows: { ...rowsOf([ANN, BEN, CARLA], SERVER_ERROR), [DEV]: STOPPED },
    stopped: ["server_error", { status: 500 }],
  },
  {
    shows: ["408, another 5xx, no answer: three in a row: stop"],
    name: "an answer between them, and two unanswered do not stop it",
    api: "galileo",
    config: { maxBatch: 1 },
    faults: [{ email: CARLA, times: 1 }, { status: 500 }],
    rows: { ...rowsOf([ANN, BEN], SERVER_ERROR), [CARLA]: INVITED, [DEV]: SERVER_ERROR },
  },
  {
    shows: ["408, another 5xx, no answer: three in a row: stop"],
    name: "four lanes at once: what has left is awaited, the rest is not sent",
    api: "vijil",
    faults: [{ reset: "before" }],
    rows: { ...rowsOf([...SIX], LOST), [ANN]: STOPPED },
    stopped: "connection_lost",
  },
];

export const REDIRECTS = [307, 302].map((status) => ({
  shows: ["3xx: unconfirmed, stop", "3xx: never followed"],
  name: `${status}: not followed, stop`,
  ...THREE_REQUESTS,
  faults: [{ status }],
  rows: { [ANN]: REDIRECTED, [BEN]: STOPPED, [CARLA]: STOPPED },
  stopped: "redirected",
  afterwards: async (_, { page, server }) => {
    const asked = (await page.requests()).map((request) => request.url());
    assert.ok(asked.every((url) => url !== `${server.origin}/`), String(asked));
  },
}));

function invitedAre(...people) {
  return JSON.stringify({ invited_user_emails: people, error_details: {} });
}

/** The host's report has what could be read of the reply. */
function keeps(beginning) {
  return async (widget) => {
    const { outcomes } = await widget.host.evaluate((element) => element.report);
    const body = outcomes.find(({ status }) => status === "unconfirmed").detail?.body;
    assert.ok(body?.startsWith(beginning) && body.length <= 1000, `kept: ${body}`);
  };
}

/** The person stays out of what is sent next. */
function isHeldBack(email) {
  return async (widget) => {
    await widget.moreButton.click();
    await widget.person(email).getByText(ui("held_back")).waitFor();
    assert.deepEqual(await widget.plannedBodies(), []);
  };
}
