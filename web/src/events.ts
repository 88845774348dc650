/** The events of the element, all bubbling and composed, dispatched on the host. */

import type { Invitee, Params, Plan, Progress, Report } from "./types.js";

/** What the detail of each event holds. */
export interface InviteUsersEventMap {
  /** The form can be used. */
  "invite-users-ready": CustomEvent<null>;
  /** A person changed the list; never what the host set. */
  "invite-users-change": CustomEvent<ChangeDetail>;
  /** Before anything leaves; cancel it and nothing does. */
  "invite-users-send": CustomEvent<Plan>;
  /** How far the delivery is, at most four times a second. */
  "invite-users-progress": CustomEvent<Progress>;
  /** The delivery ended. */
  "invite-users-sent": CustomEvent<Report>;
  /** The Done button: a host closes its dialog. */
  "invite-users-done": CustomEvent<null>;
  /** Something is wrong with loading or configuration. */
  "invite-users-error": CustomEvent<ErrorDetail>;
}

/** What a change comes with. */
export interface ChangeDetail {
  /** The people in the list whose addresses are right, listed when you read it. */
  readonly invitees: Invitee[];
}

/** What is wrong, for a program. */
export interface ErrorDetail {
  /** The stable snake_case code. */
  code: string;
  /** The English sentence. */
  message: string;
  /** The data of the sentence. */
  params: Params;
  /** The setting that a server refused. */
  field?: string;
  /** What the server said of it. */
  serverMessage?: string;
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
export function changeDetail(list: () => Invitee[]): ChangeDetail {
  let people: Invitee[] | undefined;
  return { get invitees() { return people ??= list(); } };
}

/** Everything that is dispatched on the element. */
type Events = HTMLElementEventMap & InviteUsersEventMap;

/** Lets `addEventListener` know these events beside those of every element. */
export interface EventListening<Host> {
  /** Calls the listener whenever the event is dispatched on the element. */
  addEventListener<Type extends keyof Events>(
    type: Type,
    listener: (this: Host, event: Events[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  /** The same for any other event. */
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  /** Calls the listener no more. */
  removeEventListener<Type extends keyof Events>(
    type: Type,
    listener: (this: Host, event: Events[Type]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  /** The same for any other event. */
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}
