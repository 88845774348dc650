/** What axe finds in the form (WCAG 2.2 AA, best practice). */

import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A name says what is seen, as WCAG 2.5.3 asks, in languages that are spoken; what makes others longer stands between. */
const SPOKEN_ONLY = { "label-content-name-mismatch": { enabled: false } };

/** The rule and the place of each violation. */
export async function violations(page, language) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async ({ values, rules }) => {
    // Only what is wrong is told; nothing here depends on a file that axe would load.
    const options = { resultTypes: ["violations"], preload: false };
    const { violations } = await window.axe.run("invite-users", { ...options, runOnly: { type: "tag", values }, rules });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `axe, ${id}: ${target.flat().join(" ")}`));
  }, { values: RULES, rules: language === "pseudo" ? SPOKEN_ONLY : {} });
}
