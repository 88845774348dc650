/** Where the widget stands on the page: how wide, in which direction, inline, in a sidebar or in a dialog. */

import { byId } from "./dom.js";
import { directionOf } from "./languages.js";
import type { Values } from "./values.js";

/** How wide its place is where nothing else is chosen, in pixels; undefined: as wide as there is room. */
const USUAL: Readonly<Record<string, number | undefined>> = { inline: undefined, sidebar: 400, modal: 560 };

/** Connects the dialog's buttons. */
export function offerPlaces(widget: HTMLElement): void {
  const dialog = byId<HTMLDialogElement>("dialog");
  byId("open-dialog").addEventListener("click", () => open(widget));
  byId("close-dialog").addEventListener("click", () => dialog.close());
  widget.addEventListener("invite-users-done", () => dialog.close());
}

/** Puts the widget where the setup says. */
export function arrange(widget: HTMLElement, { place = "", width = "", theme = "", dir = "", locale = "" }: Values): void {
  document.documentElement.dataset.theme = theme;
  const direction = dir === "auto" ? directionOf(locale) : dir;
  // What is read from left to right by itself follows the page.
  if (dir === "auto" && direction === "ltr") widget.removeAttribute("dir");
  else widget.dir = direction;
  move(widget, place);
  const pixels = width === "full" ? USUAL[place] : Number(width);
  byId("holder").style.setProperty("inline-size", pixels === undefined ? "100%" : `${pixels}px`);
}

/** Whoever opens a dialog is about to type, and not to close it. */
export function enter(widget: HTMLElement): void {
  if (byId<HTMLDialogElement>("dialog").open) widget.focus();
}

function move(widget: HTMLElement, place: string): void {
  const [frame, holder, dialog] = [byId("frame"), byId("holder"), byId<HTMLDialogElement>("dialog")];
  if (frame.dataset.place === place) return;
  frame.dataset.place = place;
  byId("open-dialog").hidden = place !== "modal";
  if (place === "modal") {
    dialog.append(holder);
    open(widget);
  } else if (holder.parentElement === dialog) {
    dialog.close();
    frame.insertBefore(holder, byId("grip"));
  }
}

function open(widget: HTMLElement): void {
  byId<HTMLDialogElement>("dialog").showModal();
  enter(widget);
}
