/** The events of the widget, newest first. */

import type { InviteUsersElement } from "invite-users/element";
import { byId, make } from "./dom.js";
import { clip } from "./json.js";

const TYPES = ["ready", "change", "send", "progress", "sent", "done", "error"] as const;

/** The most that is kept. */
const LIMIT = 100;

/** Logs what the element says from now on. */
export function logEvents(widget: InviteUsersElement): void {
  const log = byId("log");
  byId("clear-log").addEventListener("click", () => log.replaceChildren());
  for (const type of TYPES) {
    widget.addEventListener(`invite-users-${type}`, (event) => {
      log.prepend(entry(event));
      log.children[LIMIT]?.remove();
    });
  }
}

function entry({ type, detail }: CustomEvent<unknown>): HTMLElement {
  const time = make("time", {}, new Date().toLocaleTimeString("en-GB"));
  const name = make("code", {}, type);
  if (detail === null) return make("li", {}, make("p", {}, time, " ", name));
  const summary = make("summary", {}, time, " ", name, " ", make("span", { class: "gist" }, gist(detail)));
  const details = make("details", {}, summary);
  // A detail can tell of thousands of people, and few are looked at.
  const show = () => details.append(make("pre", { tabindex: "0" }, clip(JSON.stringify(detail, null, 2))));
  details.addEventListener("toggle", show, { once: true });
  return make("li", {}, details);
}

/** The detail in a few words. */
function gist(detail: unknown): string {
  const facts = (detail ?? {}) as Record<string, unknown>;
  if (typeof facts.code === "string") return facts.code;
  if (typeof facts.total === "number") return `${facts.done} of ${facts.total}`;
  if (Array.isArray(facts.outcomes)) return counts(facts.counts as Record<string, number>);
  if (Array.isArray(facts.invitees)) return counted(facts.invitees, "person", "people");
  return Array.isArray(facts.requests) ? counted(facts.requests, "request", "requests") : "";
}

function counted({ length }: unknown[], one: string, many: string): string {
  return `${length.toLocaleString("en")} ${length === 1 ? one : many}`;
}

/** How people ended, as in "2 invited, 1 not sent". */
export function counts(by: Record<string, number>): string {
  const some = Object.entries(by).filter(([, number]) => number > 0);
  return some.map(([status, number]) => `${number.toLocaleString("en")} ${status.replace("_", " ")}`).join(", ");
}
