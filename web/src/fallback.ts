/** What the shadow root shows while there is no widget: the host's own content, and why. */

import { BEFORE_WORDS } from "./before-words.js";
import type { Language } from "./language.js";

const SVG = "http://www.w3.org/2000/svg";
/** The widget's own sign for what went wrong, which is in the wasm that could not be loaded. */
const WRONG = "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 5v3.5M8 10.75V11";

/** The default slot, whatever the host put between the tags, in the room that the form will take. */
export function waiting(): HTMLElement {
  const place = make("div", { class: "waiting", part: "waiting" });
  place.append(document.createElement("slot"));
  return place;
}

/** The same with one plain sentence below for the person, who can do nothing about the reason. */
export function failed(language: Language | undefined): HTMLElement {
  const { locale, ui } = language?.messages ?? BEFORE_WORDS;
  const place = waiting();
  const sentence = make("p", { lang: locale, dir: "auto" });
  sentence.textContent = String(ui.load_failed);
  const notice = make("div", { class: "alert", part: "failure", role: "alert" });
  notice.append(icon(), sentence);
  place.classList.add("failed");
  place.append(notice);
  return place;
}

function icon(): SVGElement {
  const picture = document.createElementNS(SVG, "svg") as SVGElement;
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", WRONG);
  const attributes = { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" };
  Object.entries(attributes).forEach(([name, value]) => picture.setAttribute(name, value));
  picture.append(path);
  return picture;
}

function make(tag: string, attributes: Record<string, string>): HTMLElement {
  const element = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}
