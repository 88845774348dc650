/** The planned requests, as they would leave: all but the credential, which is added then. */

import type { Plan, PlannedRequest, Problem } from "invite-users";
import { byId, make } from "./dom.js";
import { indent } from "./json.js";

/** Shows a plan. */
export function showPlan(plan: Plan): void {
  const { requests, problems } = plan;
  byId("request-count").textContent = requests.length > 0 ? count(requests) : "";
  const cards = requests.length > 0 ? requests.map(card) : [nothing(problems)];
  byId("requests").replaceChildren(...cards);
}

function count(requests: PlannedRequest[]): string {
  const people = requests.reduce((sum, { invitees }) => sum + invitees.length, 0);
  const noun = requests.length === 1 ? "request" : "requests";
  return `${requests.length} ${noun} for ${people} ${people === 1 ? "person" : "people"}`;
}

function card({ method, url, headers, body }: PlannedRequest): HTMLElement {
  const line = make("p", { class: "line" }, make("b", {}, method), " ", make("span", {}, url));
  const names = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = make("p", { class: "head" }, [...names, "+ the credential, when it leaves"].join("\n"));
  return make("article", { class: "request", dir: "ltr" }, line, head, make("pre", { tabindex: "0" }, indent(body)));
}

function nothing(problems: Problem[]): HTMLElement {
  const blocking = problems.filter(({ code }) => code !== "no_invitees");
  if (blocking.length === 0) return make("p", { class: "empty" }, "Add people to see what would be sent.");
  const items = blocking.map(({ code, message, field }) =>
    make("li", {}, make("code", {}, code), ` ${message}`, field ? ` (${field})` : ""));
  return make("ul", { class: "problems" }, ...items);
}
