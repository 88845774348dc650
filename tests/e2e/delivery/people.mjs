/** Whom the cases invite, and what their rows say in the end. */

export const ANN = "ann@acme.com";
export const BEN = "ben@acme.com";
export const CARLA = "carla@acme.com";
export const DEV = "dev@acme.com";

/** Six people for the four lanes of an API that takes one person a request. */
export const SIX = ["a1", "a2", "a3", "a4", "a5", "a6"].map((name) => `${name}@acme.com`);

/** With galileo each role is a request of its own, and one request follows the other. */
export const THREE_REQUESTS = { api: "galileo", roles: { [ANN]: "Manager", [BEN]: "Read only" } };

export const INVITED = ["invited"];
export const STOPPED = ["not_sent", "stopped"];

/** The same row for each of them. */
export function rowsOf(people, row) {
  return Object.fromEntries(people.map((person) => [person, row]));
}

/** The documented 422 of contextual, galileo and vijil, about one place in the request. */
export function wrongAt(loc, msg) {
  return JSON.stringify({ detail: [{ loc, msg, type: "value_error" }] });
}
