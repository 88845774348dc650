/** The states of the widget that the playground shows at `/?state=NAME`. */

import { readFileSync } from "node:fs";
import { WidgetPage } from "./widget-page.mjs";

/** All of them, as `{ name, description, … }`. */
export const STATES = JSON.parse(readFileSync(new URL("../states.json", import.meta.url), "utf8"));

/** Opens the playground in a state, with a theme if wanted, once the state is there. */
export async function openState(page, name, theme = "auto") {
  await page.goto(`/?state=${name}&theme=${theme}`);
  await page.locator(`html[data-state="${name}"]`).waitFor();
  return new WidgetPage(page);
}
