/** The events of the element, all bubbling and composed, dispatched on the host. */

import type { Invitee, Params, Plan, Progress, Report } from "./types.js";

/** What the detail of each event holds. */
export interface InviteUsersEventMap {
  /** The form can be used. */
  "invite-users-ready": CustomEvent<null>;
  /** A person changed the list; never what the host set. */
  "invite-users-change": CustomEvent<{ invitees: Invitee[] }>;
  /** Before anything leaves; cancel it and nothing does. */
  "invite-users-send": CustomEvent<Plan>;
  /** How far the delivery is, at most four times a second. */
  "invite-users-progress": CustomEvent<Progress>;
  /** The delivery ended. */
  "invite-users-sent": CustomEvent<Report>;
  /** The Done button: a host closes its dialog. */
  "invite-users-done": CustomEvent<null>;
  /** Something is wrong with loading or configuration. */
  "invite-users-error": CustomEvent<{ code: string; message: string; params: Params }>;
}

/** Dispatches `invite-users-<type>`; answers whether no listener cancelled it. */
export function dispatch(host: EventTarget, type: string, detail: unknown = null): boolean {
  const init = { bubbles: true, composed: true, cancelable: type === "send", detail };
  return host.dispatchEvent(new CustomEvent(`invite-users-${type}`, init));
}

/** What `:state()` tells style sheets; one at a time. */
export type ElementState = "loading" | "ready" | "sending" | "done" | "failed";

/** The state that an event leads to; undefined where it leads nowhere. */
export function stateAfter(
  type: string, detail: unknown, sending: boolean,
): ElementState | undefined {
  if (type === "sent") return everyoneInvited(detail as Report) ? "done" : "failed";
  const quiet = !sending && (type === "change" || type === "done");
  return quiet || type === "ready" ? "ready" : undefined;
}

function everyoneInvited(report: Report): boolean {
  return report.outcomes.every(({ status }) => status === "invited");
}
