/**
 * One fault each: where it happens, and what each row must say afterwards, as
 * `[status, code, params, the server's words]`. `reached` counts the requests that named a person
 * and came to the server, where that is not one.
 */

const ANN = "ann@acme.com";
const BEN = "ben@acme.com";
const CARLA = "carla@acme.com";

/** With galileo each role is a request of its own, and one request follows the other. */
const THREE_REQUESTS = { api: "galileo", roles: { [ANN]: "Admin", [BEN]: "Manager" } };
/** With galileo and one role, or with contextual, all go in one request. */
const TOGETHER = { api: "galileo" };

const STOPPED = ["not_sent", "stopped"];
const INVITED = ["invited"];
const LOST = ["unconfirmed", "connection_lost"];
const SERVER_ERROR = ["unconfirmed", "server_error", { status: 500 }];
const UNREADABLE = ["unconfirmed", "unreadable_reply"];
const NO_MAILBOX = ["failed", "rejected", { status: 422 }, "no such mailbox"];

export const FAULTS = [
  {
    name: "401 asks once for another key, then stops",
    ...THREE_REQUESTS,
    faults: [{ status: 401 }],
    reached: { [ANN]: 2 },
    rows: { [ANN]: ["failed", "unauthorized"], [BEN]: STOPPED, [CARLA]: STOPPED },
  },
  {
    name: "403 is for this role; the next role is tried",
    ...THREE_REQUESTS,
    faults: [{ status: 403, times: 1, body: "{\"detail\":\"Admins only\"}" }],
    rows: {
      [ANN]: ["failed", "forbidden", {}, "Admins only"], [BEN]: INVITED, [CARLA]: INVITED,
    },
  },
  {
    name: "a second 403 stops",
    ...THREE_REQUESTS,
    faults: [{ status: 403 }],
    rows: { [ANN]: ["failed", "forbidden"], [BEN]: ["failed", "forbidden"], [CARLA]: STOPPED },
  },
  {
    name: "404 stops",
    ...THREE_REQUESTS,
    faults: [{ status: 404 }],
    rows: { [ANN]: ["failed", "not_found"], [BEN]: STOPPED, [CARLA]: STOPPED },
  },
  {
    name: "409 is one person's",
    api: "vijil",
    faults: [{ email: BEN, status: 409, body: "{\"detail\":\"already there\"}" }],
    rows: {
      [ANN]: INVITED, [BEN]: ["failed", "already_invited", {}, "already there"], [CARLA]: INVITED,
    },
  },
  {
    name: "422 on one person of a batch; the others go again without them",
    api: "contextual",
    faults: [{
      status: 422,
      times: 1,
      body: noMailbox("body", "new_users", 1, "email"),
    }],
    rows: { [ANN]: INVITED, [BEN]: NO_MAILBOX, [CARLA]: INVITED },
    reached: { [ANN]: 2, [CARLA]: 2 },
  },
  {
    name: "422 on one person of one-person requests",
    api: "vijil",
    faults: [{
      email: BEN,
      status: 422,
      body: noMailbox("body", "email"),
    }],
    rows: { [ANN]: INVITED, [BEN]: NO_MAILBOX, [CARLA]: INVITED },
  },
  {
    name: "500 is unconfirmed and not repeated; the others go on",
    ...THREE_REQUESTS,
    faults: [{ email: ANN, status: 500 }],
    rows: {
      [ANN]: SERVER_ERROR, [BEN]: INVITED, [CARLA]: INVITED,
    },
  },
  {
    name: "500 after the work was done is unconfirmed, too",
    ...TOGETHER,
    faults: [{ status: 500, after: true }],
    rows: {
      [ANN]: SERVER_ERROR,
      [BEN]: SERVER_ERROR,
    },
  },
  {
    name: "503 without Retry-After is unconfirmed",
    ...THREE_REQUESTS,
    faults: [{ email: BEN, status: 503 }],
    rows: {
      [ANN]: INVITED, [BEN]: ["unconfirmed", "server_error", { status: 503 }], [CARLA]: INVITED,
    },
  },
  {
    name: "503 with Retry-After is waited for",
    ...TOGETHER,
    faults: [{ status: 503, retryAfter: 1, times: 1 }],
    rows: { [ANN]: INVITED, [BEN]: INVITED },
    reached: { [ANN]: 2, [BEN]: 2 },
  },
  {
    name: "three unanswered in a row stop",
    api: "galileo",
    roles: { [ANN]: "Admin", [BEN]: "Manager", [CARLA]: "Read only" },
    faults: [{ status: 500 }],
    rows: {
      [ANN]: SERVER_ERROR,
      [BEN]: SERVER_ERROR,
      [CARLA]: SERVER_ERROR,
      "dev@acme.com": STOPPED,
    },
  },
  {
    name: "an empty body where JSON was due",
    ...TOGETHER,
    faults: [{ emptyBody: true }],
    rows: { [ANN]: UNREADABLE, [BEN]: UNREADABLE },
  },
  {
    name: "an HTML page where JSON was due",
    ...TOGETHER,
    faults: [{ html: true }],
    rows: { [ANN]: UNREADABLE, [BEN]: UNREADABLE },
  },
  {
    name: "an HTML page where nothing was due",
    api: "smartdocumentor",
    faults: [{ html: true }],
    rows: { [ANN]: UNREADABLE, [BEN]: UNREADABLE },
  },
  {
    name: "half of the JSON",
    api: "contextual",
    faults: [{ truncate: true }],
    rows: { [ANN]: UNREADABLE, [BEN]: UNREADABLE },
  },
  {
    name: "two mebibytes",
    ...TOGETHER,
    faults: [{ bigBody: 2 * 1024 * 1024 }],
    rows: { [ANN]: UNREADABLE, [BEN]: UNREADABLE },
  },
  {
    name: "a redirect is not followed, and stops",
    ...THREE_REQUESTS,
    faults: [{ status: 307 }],
    rows: { [ANN]: ["unconfirmed", "redirected"], [BEN]: STOPPED, [CARLA]: STOPPED },
  },
  {
    name: "the connection breaks before the work",
    ...THREE_REQUESTS,
    faults: [{ email: ANN, reset: "before" }],
    rows: { [ANN]: LOST, [BEN]: INVITED, [CARLA]: INVITED },
  },
  {
    name: "the connection breaks after the work",
    ...THREE_REQUESTS,
    faults: [{ email: ANN, reset: "after" }],
    rows: { [ANN]: LOST, [BEN]: INVITED, [CARLA]: INVITED },
  },
  {
    name: "a broken connection is tried again where that does no harm",
    api: "contextual",
    faults: [{ reset: "before", times: 1 }],
    rows: { [ANN]: INVITED, [BEN]: INVITED },
    reached: { [ANN]: 2, [BEN]: 2 },
  },
];

/** The documented 422 of contextual, galileo and vijil, about one place in the request. */
function noMailbox(...loc) {
  return JSON.stringify({ detail: [{ loc, msg: "no such mailbox", type: "value_error" }] });
}
