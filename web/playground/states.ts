/** The states of the widget that `/?state=NAME` shows, as described in tests/states.json. */

import type { ApiId, ApiInfo, Suggestion } from "invite-users";
import type { ElementConfig, InviteUsersElement } from "invite-users/element";
import { fieldName } from "./apis.js";
import { featuresOf } from "./features.js";
import { crowd } from "./sample.js";
import { AS_NEEDED, resetServer, setFaults } from "./server.js";
import type { Fault } from "./server.js";
import type { Values } from "./values.js";

/** One state, and how to get there. */
export interface State {
  name: string;
  description: string;
  /** The heading under which it is found. */
  group: string;
  api: ApiId;
  /** Settings that differ from the preset's. */
  settings?: Record<string, string>;
  /** What the page says to the element beyond its preset. */
  config?: Partial<ElementConfig>;
  /** Whom the page's directory finds, whatever is typed. */
  directory?: Suggestion[];
  /** Pasted into the list. */
  people?: string;
  /** How many made-up people are pasted, too. */
  crowd?: number;
  /** A file that is chosen. */
  file?: { name: string; text: string };
  /** Typed into the field and left there. */
  typed?: string;
  /** Typed into the field for searching. */
  search?: string;
  /** What is pressed in the widget then, in order: selectors within its shadow root. */
  press?: string[];
  /** What is pressed once the state is there otherwise. */
  thenPress?: string[];
  /** Whether the page is left and loaded again. */
  reloaded?: boolean;
  /** Whether the browser is to say that it is offline. */
  offline?: boolean;
  /** What the server does wrong. */
  faults?: Fault[];
  /** That the page has no wasm file, or that it never comes. */
  wasm?: "absent" | "pending";
  action: "none" | "send";
  /** With `persist`: how many people have their outcome when the sending is broken off as by a reload. */
  interruptedAfter?: number;
  /** How many people have their outcome when the sending is cancelled. */
  cancelledAfter?: number;
  /** The event, without its prefix, after which the state is there. */
  until?: "send" | "sent";
}

/** Every state. */
export async function allStates(): Promise<State[]> {
  const response = await fetch("states.json");
  return response.ok ? response.json() : [];
}

/** What the setup says in a state. */
export function stateValues({ api, settings, config = {}, directory, faults }: State, info: ApiInfo): Values {
  const uses = { ...config, ...(directory && { suggest: () => directory }) };
  const fields = Object.entries(settings ?? {}).map(([name, value]) => [fieldName(name), value]);
  return {
    api,
    ...(api === info.id && Object.fromEntries(fields)),
    feature: featuresOf(info, uses),
    ...(config.density && { density: config.density }),
    ...(faults && { server: AS_NEEDED }),
  };
}

/** What the widget is told in a state beyond its setup. */
export function stateConfig({ config = {}, directory }: State): Partial<ElementConfig> {
  const { density: _, ...more } = config;
  return { ...more, ...(directory && { suggest: () => directory }) };
}

/** Brings the widget there; then `data-state` on the root says so, for tests and pictures. */
export async function bringAbout(state: State, widget: InviteUsersElement): Promise<void> {
  await resetServer();
  if (state.faults) await setFaults(state.faults);
  if (!state.wasm) await act(state, widget);
  document.documentElement.dataset.state = state.name;
}

async function act(state: State, widget: InviteUsersElement): Promise<void> {
  await widget.ready;
  // What was kept the last time is not of this state.
  if (state.config?.persist) await widget.clear();
  await enter(state, widget);
  for (const selector of state.press ?? []) (await found(widget, selector)).click();
  if (state.reloaded) await comeBack(widget);
  if (state.offline) Object.defineProperty(navigator, "onLine", { value: false });
  if (state.action === "none") return;
  const { until, interruptedAfter, cancelledAfter } = state;
  if (interruptedAfter) return sendUpTo(widget, interruptedAfter).then(() => comeBack(widget));
  if (cancelledAfter) return sendUpTo(widget, cancelledAfter).then(() => widget.cancel());
  const there = until && new Promise((resolve) => {
    widget.addEventListener(`invite-users-${until}`, resolve, { once: true });
  });
  const sent = widget.send();
  await (there ?? sent);
  for (const selector of state.thenPress ?? []) (await found(widget, selector)).click();
}

async function enter({ people, crowd: count, file, typed, search }: State, widget: InviteUsersElement): Promise<void> {
  if (people) await widget.add(people);
  if (count) await widget.add(crowd(count));
  if (file) await widget.importFile(new File([file.text], file.name));
  if (typed) type(await found(widget, "[part~=field]"), typed);
  if (search) type(await found(widget, "[type=search]"), search);
}

/** Sends until so many people have their outcome, and goes on sending. */
async function sendUpTo(widget: InviteUsersElement, count: number): Promise<void> {
  const reached = new Promise<void>((resolve) => {
    widget.addEventListener("invite-users-progress", ({ detail }) => {
      if (detail.done >= count) resolve();
    });
  });
  void widget.send();
  await reached;
}

/** Takes the form off the page and puts it back, which is as good as a reload. */
async function comeBack(widget: InviteUsersElement): Promise<void> {
  const [parent, next] = [widget.parentNode!, widget.nextSibling];
  widget.remove();
  await new Promise(requestAnimationFrame);
  parent.insertBefore(widget, next);
  await widget.ready;
}

/** What a selector finds in the widget, once it is there. */
async function found(widget: InviteUsersElement, selector: string): Promise<HTMLElement> {
  for (;;) {
    const element = widget.shadowRoot!.querySelector<HTMLElement>(selector);
    if (element) return element;
    await new Promise(requestAnimationFrame);
  }
}

function type(field: HTMLElement, text: string): void {
  field.focus();
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}
