/** What the shadow root shows while there is no widget: the host's own content, and why. */

import en from "../locales/en.json";

/** The default slot: whatever the host put between the tags. */
export function slot(): HTMLElement {
  return document.createElement("slot");
}

/** One plain sentence for the person, who can do nothing about the reason. */
export function failureNotice(): HTMLElement {
  const notice = document.createElement("p");
  notice.setAttribute("role", "alert");
  notice.setAttribute("part", "failure");
  notice.className = "alert";
  notice.textContent = String(en.ui.load_failed);
  return notice;
}
