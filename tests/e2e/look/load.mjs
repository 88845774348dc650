/** A state on a page of its own, in English or in the pseudo-language, ready to be looked at from all sides. */

import { openState } from "../states.mjs";
import { isolate, settled } from "./combinations.mjs";
import { lendHelpers } from "./in-page.mjs";
import { pseudoMessages } from "./pseudo.mjs";

/** Opens it; a page that speaks the pseudo-language does so before its state is brought about. */
export async function loadState(site, name, language) {
  if (language === "pseudo") await site.page.addInitScript(speak, pseudoMessages());
  const widget = await openState(site.page, name);
  await isolate(site.page);
  await lendHelpers(site.page);
  await stands(site.page);
  return widget;
}

/** Runs in the page, before its own scripts: what is set before the element is defined is kept. */
function speak(messages) {
  new MutationObserver((_, observer) => {
    const host = document.querySelector("invite-users");
    if (!host) return;
    observer.disconnect();
    host.messages = messages;
  }).observe(document, { childList: true, subtree: true });
}

/** Waits until the form has stayed as it is for some frames: answers come in after the state is there. */
async function stands(page) {
  await page.evaluate(async () => {
    const FRAMES = 6;
    const { shadowRoot } = document.querySelector("invite-users");
    // What is counted down is never still, and is as long as before.
    for (let [same, size] = [0, -1]; same < FRAMES;) {
      await new Promise(requestAnimationFrame);
      same = shadowRoot.innerHTML.length === size ? same + 1 : 0;
      size = shadowRoot.innerHTML.length;
    }
  });
  await settled(page);
}
