/** What is the matter with a page: what axe finds, and whether it needs sideways scrolling. */

import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds in the page or in a part of it: the rule and the place of each; `rules` are settings of single ones. */
export async function violations(page, part = "html", rules = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async ({ part, values, rules }) => {
    // Only what is wrong is told; nothing here depends on a file that axe would load.
    const options = { resultTypes: ["violations"], preload: false };
    const { violations } = await window.axe.run(part, { ...options, runOnly: { type: "tag", values }, rules });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `axe, ${id}: ${target.flat().join(" ")}`));
  }, { part, values: RULES, rules });
}

/** Whether the page needs no sideways scrolling. */
export function fits(page) {
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
}
