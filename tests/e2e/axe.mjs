/** What is the matter with a page: what axe finds, and whether it needs sideways scrolling. */

import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds in the page or in a part of it, in short: the rule, and where. */
export async function violations(page, part = "html") {
  await page.evaluate(axe.source);
  return page.evaluate(async ({ part, values }) => {
    const { violations } = await window.axe.run(part, { runOnly: { type: "tag", values } });
    const places = (nodes) => nodes.map(({ target }) => target.flat().join(" ")).join(" | ");
    return violations.map(({ id, nodes }) => `${id}: ${places(nodes)}`);
  }, { part, values: RULES });
}

/** Whether the page needs no sideways scrolling. */
export function fits(page) {
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
}
