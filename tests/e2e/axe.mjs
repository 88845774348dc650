/** What is the matter with a page: what axe finds, and whether it needs sideways scrolling. */

import axe from "axe-core";

const ALL = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
/** What depends on colours and on where things are; all else is the same however a page looks. */
const SEEN = { type: "rule", values: ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"] };

/** What axe finds in the page or in a part of it: the rule and the place of each. */
export function violations(page, part = "html") {
  return found(page, part, ALL);
}

/** The same, where only the looks of a page have changed since. */
export function seenViolations(page, part = "html") {
  return found(page, part, SEEN);
}

async function found(page, part, runOnly) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async ({ part, runOnly }) => {
    // Only what is wrong is told; nothing here depends on a file that axe would load.
    const options = { resultTypes: ["violations"], preload: false };
    const { violations } = await window.axe.run(part, { ...options, runOnly });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `axe, ${id}: ${target.flat().join(" ")}`));
  }, { part, runOnly });
}

/** Whether the page needs no sideways scrolling. */
export function fits(page) {
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
}
