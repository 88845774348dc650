/** Whether the focus is seen at every stop of the Tab key (WCAG 2.2, 2.4.7 and 2.4.13). */

import { differences } from "./differences.mjs";

/** What is seen around a control beside the control itself: its ring. */
const AROUND = 6;
/** More than any state has: the list is one stop, however long it is. */
const MOST_STOPS = 120;

/** Each stop where nothing changes when the focus comes, or too little of it against what was there. */
export async function unseenFocus(page) {
  await startBefore(page);
  const faults = [];
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press("Tab");
    const stop = await focusedStop(page);
    if (!stop) return faults;
    const fault = await faultAt(page, stop);
    if (fault) faults.push(fault);
  }
  return [...faults, `the Tab key does not leave the form after ${MOST_STOPS} stops`];
}

/** Puts the focus before everything, where it shows nothing. */
function startBefore(page) {
  return page.evaluate(() => {
    const start = document.querySelector("#before-all") ?? document.createElement("i");
    Object.assign(start, { id: "before-all", tabIndex: -1 });
    start.style.setProperty("outline", "none");
    document.body.prepend(start);
    start.focus();
  });
}

/** What has the focus: where it is, and its name. */
function focusedStop(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element?.closest("invite-users") && !element?.getRootNode().host) return undefined;
    window.stop = element;
    element.scrollIntoView({ block: "nearest" });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { name: window.look.called(element), x, y, width, height };
  });
}

/** Compares the same part of the page with and without the focus; a row that has it shows its tools, too. */
async function faultAt(page, { name, x, y, width, height }) {
  const { width: right, height: bottom } = page.viewportSize();
  const clip = { x: Math.max(0, Math.floor(x - AROUND)), y: Math.max(0, Math.floor(y - AROUND)) };
  clip.width = Math.min(right - clip.x, Math.ceil(width + 2 * AROUND));
  clip.height = Math.min(bottom - clip.y, Math.ceil(height + 2 * AROUND));
  const options = { clip, animations: "disabled", caret: "hide" };
  const focused = await page.screenshot(options);
  await page.evaluate(() => document.querySelector("#before-all").focus({ preventScroll: true }));
  const unfocused = await page.screenshot(options);
  await page.evaluate(() => window.stop.focus({ preventScroll: true, focusVisible: true }));
  const { changed, contrasting } = await differences(page, unfocused, focused);
  if (changed === 0) return `nothing shows the focus of ${name}`;
  // AA asks that it is seen, 2.4.13 (AAA) for two pixels all around that reach 3:1. Fields show two, of which one lies
  // on their own edge, which is dark already: so it is one here, less what round corners leave out.
  const least = 1.8 * (width + height);
  return contrasting < least ? `too little shows the focus of ${name}: ${contrasting} of ${Math.round(least)} pixels reach 3:1` : undefined;
}
