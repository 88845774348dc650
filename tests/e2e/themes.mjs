/** The ready themes of docs/themes. */

import { readFileSync, readdirSync } from "node:fs";

const FOLDER = new URL("../../docs/themes/", import.meta.url);

/** Their names. */
export const THEMES = readdirSync(FOLDER).map((file) => file.replace(".css", "")).sort();

/** Gives a page one of them; `default` changes nothing. An adopted sheet needs no exception to its policy. */
export async function themed(page, theme) {
  if (theme === "default") return;
  const css = readFileSync(new URL(`${theme}.css`, FOLDER), "utf8");
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
}
