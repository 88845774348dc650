/** The server refuses people: 400, 409, 413 and 422. */

import { ANN, BEN, CARLA, DEV, INVITED, STOPPED, rowsOf, wrongAt } from "./people.mjs";

const JOANN = "joann@acme.com";

const NO_MAILBOX = ["failed", "rejected", { status: 422 }, "no such mailbox"];
const NO_SUCH_ROLE = "no such role";
const NOT_SENT_WITH_OTHERS = ["not_sent", "batch_rejected"];

/** Whom the server names. */
export const NAMED = [
  {
    shows: [
      "400 or 422 that names people: those are failed, with the server's words on the right person and field",
      "400 or 422 that names people: the others go again without them, where nothing was processed",
    ],
    name: "422 on one person of a batch: the others go again without them",
    api: "contextual",
    faults: [{ status: 422, times: 1, body: wrongAt(["body", "new_users", 1, "email"], "no such mailbox") }],
    rows: { [ANN]: INVITED, [BEN]: NO_MAILBOX, [CARLA]: INVITED },
    fields: { [BEN]: "email" },
    sent: [[ANN, BEN, CARLA], [ANN, CARLA]],
  },
  {
    shows: ["400 or 422 that names people: those are failed, with the server's words on the right person and field"],
    name: "422 on a person's role",
    api: "contextual",
    faults: [{ status: 422, times: 1, body: wrongAt(["body", "new_users", 0, "roles", 0], NO_SUCH_ROLE) }],
    rows: { [ANN]: ["failed", "rejected", { status: 422 }, NO_SUCH_ROLE], [BEN]: INVITED },
    fields: { [ANN]: "roles" },
    sent: [[ANN, BEN], [BEN]],
  },
  {
    shows: ["400 or 422 that names people: those are failed, with the server's words on the right person and field"],
    name: "422 in a request for one person",
    api: "vijil",
    faults: [{ email: BEN, status: 422, body: wrongAt(["body", "email"], "no such mailbox") }],
    rows: { [ANN]: INVITED, [BEN]: NO_MAILBOX, [CARLA]: INVITED },
    fields: { [BEN]: "email" },
  },
  {
    shows: ["400 or 422 that names people: the others are unconfirmed, where that is not known"],
    name: "422 on one person of a batch that may have been processed",
    api: "plain",
    faults: [{ status: 422, body: wrongAt(["body", "new_users", 1, "email"], "no such mailbox") }],
    rows: { [ANN]: ["unconfirmed", "rejected"], [BEN]: NO_MAILBOX, [CARLA]: ["unconfirmed", "rejected"] },
    sent: [[ANN, BEN, CARLA]],
  },
  {
    shows: ["400 or 422 that names people: addresses match whole"],
    name: "400 whose words name joann@, with ann@ in the same batch",
    api: "smartdocumentor",
    faults: [{ status: 400, times: 1, body: JSON.stringify({ detail: `The user '${JOANN}' is blocked.` }) }],
    rows: {
      [ANN]: INVITED, [JOANN]: ["failed", "rejected", { status: 400 }, `The user '${JOANN}' is blocked.`],
    },
    sent: [[ANN, JOANN], [ANN]],
  },
];

/** What concerns everybody. */
export const SHARED = [
  {
    shows: ["400 or 422 on a setting or the role: all its people are failed, and nothing is split"],
    name: "422 on a setting",
    api: "contextual",
    faults: [{ status: 422, body: wrongAt(["body", "tenant_short_name"], "unknown tenant") }],
    rows: rowsOf([ANN, BEN, CARLA], ["failed", "rejected", { status: 422 }, "unknown tenant"]),
    fields: { [ANN]: "settings.tenant_short_name" },
    sent: [[ANN, BEN, CARLA]],
  },
  {
    shows: ["400 or 422 on a setting or the role: all its people are failed, and nothing is split"],
    name: "422 on the role of a request: the next role is tried",
    api: "galileo",
    roles: { [ANN]: "Manager", [BEN]: "Manager" },
    faults: [{ email: ANN, status: 422, body: wrongAt(["body", "role"], NO_SUCH_ROLE) }],
    rows: {
      ...rowsOf([ANN, BEN], ["failed", "rejected", { status: 422 }, NO_SUCH_ROLE]), [CARLA]: INVITED,
    },
    sent: [[ANN, BEN], [CARLA]],
  },
];

/** Nobody is named. */
export const UNNAMED = [
  {
    shows: ["400, 409 or 422 that names nobody: a batch goes again in halves, each with fewer people"],
    name: "422 that names nobody: halves, until one person is left",
    api: "contextual",
    faults: [{ email: BEN, status: 422, body: "{\"detail\":\"not like this\"}" }],
    rows: {
      [ANN]: INVITED, [BEN]: ["failed", "rejected", { status: 422 }, "not like this"],
      [CARLA]: INVITED, [DEV]: INVITED,
    },
    sent: [[ANN, BEN, CARLA, DEV], [ANN, BEN], [CARLA, DEV], [ANN], [BEN]],
  },
  {
    shows: [
      "400, 409 or 422 that names nobody: a batch goes again in halves, each with fewer people",
      "400, 409 or 422 that names nobody: one person with 409 is there already",
    ],
    name: "409 that names nobody: halves, and who is left alone is there already",
    api: "contextual",
    faults: [{ email: CARLA, status: 409, body: "{}" }],
    rows: { [ANN]: INVITED, [BEN]: INVITED, [CARLA]: ["failed", "already_invited"] },
    sent: [[ANN, BEN, CARLA], [ANN], [BEN, CARLA], [BEN], [CARLA]],
  },
  {
    shows: ["400, 409 or 422 that names nobody: both halves refused alike and nobody accepted: stop"],
    name: "400 to a batch and to both of its halves: stop",
    api: "smartdocumentor",
    faults: [{ status: 400, body: "{\"detail\":\"Out of order\"}" }],
    rows: {
      ...rowsOf([ANN, BEN], [...STOPPED, {}, "Out of order"]),
      ...rowsOf([CARLA, DEV], [...NOT_SENT_WITH_OTHERS, {}, "Out of order"]),
    },
    stopped: "stopped",
    sent: [[ANN, BEN, CARLA, DEV], [ANN, BEN], [CARLA, DEV]],
  },
  {
    shows: ["400, 409 or 422 that names nobody: a batch is unconfirmed, where it may have been processed"],
    name: "422 that names nobody of a batch that may have been processed",
    api: "plain",
    faults: [{ status: 422, body: "{\"detail\":\"not like this\"}" }],
    rows: rowsOf([ANN, BEN], ["unconfirmed", "rejected", { status: 422 }, "not like this"]),
    sent: [[ANN, BEN]],
  },
  {
    shows: ["400, 409 or 422 that names nobody: one person is failed"],
    name: "400 that names nobody to a request for one person",
    api: "extractor",
    faults: [{ email: BEN, status: 400, body: "{\"message\":\"not like this\"}" }],
    rows: {
      [ANN]: INVITED, [BEN]: ["failed", "rejected", { status: 400 }, "not like this"], [CARLA]: INVITED,
    },
  },
  {
    shows: ["400, 409 or 422 that names nobody: one person with 409 is there already"],
    name: "409 is one person's",
    api: "vijil",
    faults: [{ email: BEN, status: 409, body: "{\"detail\":\"already there\"}" }],
    rows: {
      [ANN]: INVITED, [BEN]: ["failed", "already_invited", {}, "already there"], [CARLA]: INVITED,
    },
  },
  {
    shows: ["413: a batch goes again in halves"],
    name: "413 to a batch: halves",
    api: "galileo",
    faults: [{ status: 413, times: 1 }],
    rows: rowsOf([ANN, BEN, CARLA], INVITED),
    sent: [[ANN, BEN, CARLA], [ANN], [BEN, CARLA]],
  },
  {
    shows: ["413: one person is failed"],
    name: "413 to a request for one person",
    api: "vijil",
    faults: [{ email: BEN, status: 413 }],
    rows: { [ANN]: INVITED, [BEN]: ["failed", "too_large"], [CARLA]: INVITED },
  },
];
