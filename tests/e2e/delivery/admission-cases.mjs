/** The server lets nobody in: 401, 403, 404 and every other 4xx; or the host has no credential. */

import { NEVER, THROWS, timesAsked } from "./form.mjs";
import { ANN, BEN, CARLA, INVITED, SIX, STOPPED, THREE_REQUESTS, rowsOf } from "./people.mjs";

const UNAUTHORIZED = ["failed", "unauthorized"];
const FORBIDDEN = ["failed", "forbidden"];
const GONE = ["failed", "rejected", { status: 410 }];

export const UNKNOWN = [
  {
    shows: [
      "401: one new credential for all requests",
      "401: a 401 for the older credential goes again with the new one",
    ],
    name: "401 in four lanes, in one of them late: the host is asked for one new credential",
    api: "vijil",
    secrets: ["expired-key", "demo-key"],
    faults: [{ email: SIX[3], delayMs: 400, times: 1 }],
    rows: rowsOf(SIX, INVITED),
    reached: rowsOf(SIX.slice(0, 4), 2),
    asked: 2,
  },
  {
    shows: ["401: a 401 for the new one: stop"],
    name: "401 for the new credential, too: stop",
    ...THREE_REQUESTS,
    secrets: ["expired-key"],
    reached: { [ANN]: 2 },
    rows: { [ANN]: UNAUTHORIZED, [BEN]: STOPPED, [CARLA]: STOPPED },
    stopped: "unauthorized",
    asked: 2,
  },
  {
    shows: ["401: a fixed secret: stop at once"],
    name: "401 for a fixed secret: stop at once",
    ...THREE_REQUESTS,
    secret: "expired-key",
    rows: { [ANN]: UNAUTHORIZED, [BEN]: STOPPED, [CARLA]: STOPPED },
    stopped: "unauthorized",
  },
];

export const REFUSED = [
  {
    shows: ["403: that request is failed, and others with the same role are not sent"],
    name: "403 is for this role: the next one is tried",
    api: "galileo",
    config: { maxBatch: 1 },
    roles: { [CARLA]: "Manager" },
    faults: [{ email: ANN, status: 403, body: "{\"detail\":\"Not these\"}" }],
    rows: { [ANN]: [...FORBIDDEN, {}, "Not these"], [BEN]: STOPPED, [CARLA]: INVITED },
    stopped: "forbidden",
    sent: [[ANN], [CARLA]],
  },
  {
    shows: ["403: a second one on other roles: stop"],
    name: "403 for a second role: stop",
    ...THREE_REQUESTS,
    faults: [{ status: 403 }],
    rows: { [ANN]: FORBIDDEN, [BEN]: FORBIDDEN, [CARLA]: STOPPED },
    stopped: "forbidden",
  },
  {
    shows: ["404 or another 4xx: failed, stop"],
    name: "404: stop",
    ...THREE_REQUESTS,
    faults: [{ status: 404 }],
    rows: { [ANN]: ["failed", "not_found"], [BEN]: STOPPED, [CARLA]: STOPPED },
    stopped: "not_found",
  },
  {
    shows: ["404 or another 4xx: failed, stop"],
    name: "410: what is in flight is awaited, nothing new leaves",
    api: "vijil",
    faults: [{ email: SIX[0], status: 410 }, ...SIX.slice(1, 4).map((email) => ({ email, delayMs: 500 }))],
    rows: {
      [SIX[0]]: GONE, ...rowsOf(SIX.slice(1, 4), INVITED), ...rowsOf(SIX.slice(4), STOPPED),
    },
    stopped: ["rejected", { status: 410 }],
  },
];

export const WITHOUT_CREDENTIAL = [
  {
    shows: ["no credential: the host throws: nothing is sent, stop"],
    name: "the host throws when it is asked for the credential",
    ...THREE_REQUESTS,
    secrets: [THROWS],
    rows: rowsOf([ANN, BEN, CARLA], ["not_sent", "auth_failed"]),
    stopped: "auth_failed",
    asked: 1,
  },
  {
    shows: ["no credential: the host throws: nothing is sent, stop"],
    name: "the host throws when it is asked for a new credential: who was refused is not sent",
    api: "galileo",
    secrets: ["expired-key", THROWS],
    rows: rowsOf([ANN, BEN], ["not_sent", "auth_failed"]),
    reached: { [ANN]: 1, [BEN]: 1 },
    stopped: "auth_failed",
    asked: 2,
  },
  {
    shows: ["no credential: it can't be a header: nothing is sent, stop"],
    name: "the credential has a line break",
    ...THREE_REQUESTS,
    secrets: ["demo-key\r\nx-role: admin"],
    rows: rowsOf([ANN, BEN, CARLA], ["not_sent", "auth_failed"]),
    stopped: "auth_failed",
    asked: 1,
  },
  {
    shows: ["cancelled: what has not left is not sent"],
    name: "cancelled while the host looks for the credential",
    api: "vijil",
    secrets: [NEVER],
    meanwhile: async (widget, site) => {
      while (await timesAsked(site) === 0) await widget.cancelButton.waitFor();
      await widget.cancelButton.click();
    },
    rows: rowsOf([ANN, BEN], ["not_sent", "cancelled"]),
    asked: 1,
  },
];
