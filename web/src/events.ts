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

/** Their names. */
export const EVENTS = [
  "invite-users-ready", "invite-users-change", "invite-users-send", "invite-users-progress",
  "invite-users-sent", "invite-users-done", "invite-users-error",
] as const satisfies readonly (keyof InviteUsersEventMap)[];

/** Dispatches `invite-users-<type>`; answers whether no listener cancelled it. */
export function dispatch(host: EventTarget, type: string, detail: unknown = null): boolean {
  const init = { bubbles: true, composed: true, cancelable: type === "send", detail };
  return host.dispatchEvent(new CustomEvent(`invite-users-${type}`, init));
}

/** What a change comes with: the people, listed when a listener asks for them. */
export function changeDetail(list: () => Invitee[]): { readonly invitees: Invitee[] } {
  let people: Invitee[] | undefined;
  return { get invitees() { return people ??= list(); } };
}

/** Lets `addEventListener` know these events beside those of every element. */
export interface EventListening<Host> {
  addEventListener<Type extends keyof (HTMLElementEventMap & InviteUsersEventMap)>(
    type: Type,
    listener: (
      this: Host, event: (HTMLElementEventMap & InviteUsersEventMap)[Type],
    ) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}
