/**
 * The rules by which a delivery goes, row by row: what comes back, and each thing that happens then.
 * A case of a fault names the rule that it shows as `"row: what happens"`.
 */

const ROWS = {
  "2xx": [
    "each person is invited or failed, as the reply says",
    "a person whom the reply should name and does not is unconfirmed",
    "strangers in the reply are ignored",
  ],
  "400 or 422 that names people": [
    "those are failed, with the server's words on the right person and field",
    "the others go again without them, where nothing was processed",
    "the others are unconfirmed, where that is not known",
    "addresses match whole",
  ],
  "400 or 422 on a setting or the role": [
    "all its people are failed, and nothing is split",
  ],
  "400, 409 or 422 that names nobody": [
    "a batch goes again in halves, each with fewer people",
    "both halves refused alike and nobody accepted: stop",
    "a batch is unconfirmed, where it may have been processed",
    "one person is failed",
    "one person with 409 is there already",
  ],
  "401": [
    "one new credential for all requests",
    "a 401 for the older credential goes again with the new one",
    "a 401 for the new one: stop",
    "a fixed secret: stop at once",
  ],
  "403": [
    "that request is failed, and others with the same role are not sent",
    "a second one on other roles: stop",
  ],
  "404 or another 4xx": ["failed, stop"],
  "413": ["a batch goes again in halves", "one person is failed"],
  "429, 425, 503 with Retry-After": [
    "all lanes pause as told in seconds",
    "all lanes pause as told by a date",
    "425 and 503 with Retry-After are waited for, too",
    "without Retry-After the pause is at least a second",
    "at most six tries",
    "at most ten minutes",
    "told longer: stop, and say when to come back",
    "people see the countdown",
  ],
  "408, another 5xx, no answer": [
    "unconfirmed, and the others go on",
    "never sent again without the person's word",
    "where sending twice does no harm: at most twice more",
    "with an idempotency key: at most twice more, with the same key",
    "an idempotency key is new for a split",
    "three in a row: stop",
  ],
  "3xx": ["unconfirmed, stop", "never followed"],
  "an unreadable reply": [
    "unconfirmed, where JSON was due",
    "unconfirmed, over one mebibyte",
    "unconfirmed, where it is cut",
    "what could be read is kept",
  ],
  "no credential": [
    "the host throws: nothing is sent, stop",
    "the host takes over half a minute: nothing is sent, stop",
    "it can't be a header: nothing is sent, stop",
  ],
  "cancelled": [
    "what is in flight is unconfirmed",
    "what was refused and waits is not sent",
    "what has not left is not sent",
  ],
};

/** Every rule, as `"row: what happens"`. */
export const RULES = Object.entries(ROWS)
  .flatMap(([row, rules]) => rules.map((rule) => `${row}: ${rule}`));
