/** Whether a person who spaces text out, or doubles it, still has all of it (WCAG 2.2, 1.4.12 and 1.4.4). */

import { clipped } from "./clipped.mjs";
import { settled } from "./combinations.mjs";
import { overflow } from "./overflow.mjs";
import { targets } from "./targets.mjs";

/** What the criterion asks a page to bear. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;
/** With text of twice the size a form of this width has as much room for words as one of 320 px has. */
const DOUBLED = 640;

/** What goes wrong with text spaced out, at the width that the page has. */
export async function spacedOut(page) {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const { shadowRoot } = document.querySelector("invite-users");
    window.unspaced = shadowRoot.adoptedStyleSheets;
    shadowRoot.adoptedStyleSheets = [...window.unspaced, sheet];
  }, SPACED);
  const faults = await misfits(page);
  await page.evaluate(() => {
    document.querySelector("invite-users").shadowRoot.adoptedStyleSheets = window.unspaced;
  });
  return faults;
}

/** What goes wrong with text of twice the size. */
export async function doubled(page) {
  const { height } = page.viewportSize();
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%", "important"));
  await page.setViewportSize({ width: DOUBLED, height });
  await settled(page);
  const faults = await misfits(page);
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
  return faults;
}

async function misfits(page) {
  return [...await overflow(page), ...await clipped(page), ...await targets(page)];
}
