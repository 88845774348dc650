/** Light, dark, or as the system has it: for the page and the widget in it. */

import type { InviteUsersElement, Theme } from "invite-users/element";
import { byId } from "./dom.js";

/** Lets the person choose; `?theme=` chooses first. */
export function offerThemes(widget: InviteUsersElement): void {
  const wanted = new URLSearchParams(location.search).get("theme");
  for (const radio of byId("theme").querySelectorAll("input")) {
    radio.addEventListener("change", () => apply(widget, radio.value as Theme));
    if (radio.value !== wanted) continue;
    radio.checked = true;
    apply(widget, wanted as Theme);
  }
}

function apply(widget: InviteUsersElement, theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  widget.theme = theme;
}
