/** What is the matter with a page: what axe finds, and whether it needs sideways scrolling. */

import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds, in short: the rule, and where. */
export async function violations(page) {
  await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values } });
    const places = (nodes) => nodes.map(({ target }) => target.flat().join(" ")).join(" | ");
    return violations.map(({ id, nodes }) => `${id}: ${places(nodes)}`);
  }, RULES);
}

/** Whether the page needs no sideways scrolling. */
export function fits(page) {
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
}
