/** The states of the widget that `/?state=NAME` shows, as described in tests/states.json. */

import type { ApiId, Suggestion } from "invite-users";
import type { ElementConfig, InviteUsersElement } from "invite-users/element";
import { byId, make } from "./dom.js";
import { resetServer, setFaults } from "./server.js";
import type { Fault } from "./server.js";
import type { Setup } from "./setup.js";

/** One state, and how to get there. */
export interface State {
  name: string;
  description: string;
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
  /** Typed into the field and left there. */
  typed?: string;
  /** What is pressed in the widget then, in order: selectors within its shadow root. */
  press?: string[];
  /** What is pressed once the state is there otherwise. */
  thenPress?: string[];
  /** Whether the browser is to say that it is offline. */
  offline?: boolean;
  /** What the server does wrong. */
  faults?: Fault[];
  /** Whether the page has no wasm file. */
  withoutWasm?: boolean;
  action: "none" | "send";
  /** With `persist`: how many people have their outcome when the sending is broken off as by a reload. */
  interruptedAfter?: number;
  /** The event, without its prefix, after which the state is there. */
  until?: "send" | "sent";
}

/** The state that the page's address asks for. */
export async function wantedState(): Promise<State | undefined> {
  const states = await allStates();
  const list = states.map(({ name, description }) =>
    make("li", {}, make("a", { href: `?state=${name}` }, name), ` ${description}`));
  byId("state-list").replaceChildren(...list);
  const wanted = new URLSearchParams(location.search).get("state");
  return states.find(({ name }) => name === wanted);
}

/** Brings the page there; then `data-state` on the root says so, for tests and pictures. */
export async function bringAbout(
  state: State, widget: InviteUsersElement, setup: Setup,
): Promise<void> {
  await resetServer();
  if (state.faults) await setFaults(state.faults);
  setup.choose(state.api);
  for (const [name, value] of Object.entries(state.settings ?? {})) setup.fill(name, value);
  const suggest = state.directory && { suggest: () => state.directory! };
  widget.config = { ...setup.config(), ...state.config, ...suggest } as ElementConfig;
  if (!state.withoutWasm) await act(state, widget);
  document.documentElement.dataset.state = state.name;
}

async function act(state: State, widget: InviteUsersElement): Promise<void> {
  await widget.ready;
  // What was kept the last time is not of this state.
  if (state.interruptedAfter) await widget.clear();
  if (state.people) await widget.add(state.people);
  if (state.crowd) await widget.add(crowd(state.crowd));
  if (state.typed) type(widget, state.typed);
  for (const selector of state.press ?? []) await press(widget, selector);
  if (state.offline) Object.defineProperty(navigator, "onLine", { value: false });
  if (state.action === "none") return;
  if (state.interruptedAfter) return interrupt(widget, state.interruptedAfter);
  const { until } = state;
  const there = until && new Promise((resolve) => {
    widget.addEventListener(`invite-users-${until}`, resolve, { once: true });
  });
  const sent = widget.send();
  await (there ?? sent);
  for (const selector of state.thenPress ?? []) await press(widget, selector);
}

function crowd(count: number): string {
  const person = (_: unknown, index: number) => `Person ${index + 1} <person${index + 1}@acme.com>`;
  return Array.from({ length: count }, person).join("\n");
}

/** Takes the form off the page in the middle of a delivery and puts it back, which is as good as a reload. */
async function interrupt(widget: InviteUsersElement, after: number): Promise<void> {
  const reached = new Promise<void>((resolve) => {
    widget.addEventListener("invite-users-progress", ({ detail }) => {
      if (detail.done >= after) resolve();
    });
  });
  void widget.send();
  await reached;
  const [parent, next] = [widget.parentNode!, widget.nextSibling];
  widget.remove();
  await new Promise(requestAnimationFrame);
  parent.insertBefore(widget, next);
  await widget.ready;
}

/** Presses what a selector finds, once it is there. */
async function press(widget: InviteUsersElement, selector: string): Promise<void> {
  const found = () => widget.shadowRoot!.querySelector<HTMLElement>(selector);
  while (!found()) await new Promise(requestAnimationFrame);
  found()!.click();
}

function type(widget: InviteUsersElement, text: string): void {
  const field = widget.shadowRoot!.querySelector<HTMLTextAreaElement>("[part~=field]")!;
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}

async function allStates(): Promise<State[]> {
  const response = await fetch("states.json");
  return response.ok ? response.json() : [];
}
