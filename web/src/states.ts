/** What `:state()` tells style sheets: how far the form is, and how it is to look. */

import type { Report } from "./types.js";

/** How far the form is; one at a time. */
export type ElementState = "loading" | "ready" | "sending" | "done" | "failed";

const PROGRESS: readonly ElementState[] = ["loading", "ready", "sending", "done", "failed"];

/** The looks that are no default; attributes can't tell them, since `config` may as well. */
const LOOKS = ["light", "dark", "compact"];

/** Shows how far the form is. */
export function showProgress(states: CustomStateSet, state: ElementState): void {
  for (const other of PROGRESS) states.delete(other);
  states.add(state);
}

/** Shows the looks that are wanted; words that mean none change nothing. */
export function showLooks(states: CustomStateSet, wanted: readonly unknown[]): void {
  for (const look of LOOKS) {
    if (wanted.includes(look)) states.add(look);
    else states.delete(look);
  }
}

/** Shows what an event leads to, and dispatches it; answers whether no listener cancelled it. */
export function showEvent(
  states: CustomStateSet, type: string, detail: unknown, dispatch: () => boolean,
): boolean {
  const state = stateAfter(type, detail, states.has("sending"));
  if (state) showProgress(states, state);
  const passed = dispatch();
  if (type === "send" && passed) showProgress(states, "sending");
  return passed;
}

/** The state that an event leads to; undefined where it leads nowhere. */
function stateAfter(
  type: string, detail: unknown, sending: boolean,
): ElementState | undefined {
  if (type === "sent") return everyoneInvited(detail as Report) ? "done" : "failed";
  const quiet = !sending && (type === "change" || type === "done");
  return quiet || type === "ready" ? "ready" : undefined;
}

function everyoneInvited(report: Report): boolean {
  return report.outcomes.every(({ status }) => status === "invited");
}
