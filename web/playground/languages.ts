/** The languages that the widget speaks, each named by itself. */

import { byId, option } from "./dom.js";

/** Put in by the build: the catalogues in web/locales. */
declare const LOCALES: readonly string[];

const RIGHT_TO_LEFT = ["ar", "he"];

/** Lets the person choose one. */
export function offerLanguages(): void {
  const options = LOCALES.map((locale) => option(locale, nameOf(locale)));
  byId("locale").append(...options.sort((one, other) => one.text.localeCompare(other.text)));
  byId<HTMLSelectElement>("locale").value = "en";
}

/** In which direction a language is read. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.includes(locale) ? "rtl" : "ltr";
}

function nameOf(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  return name[0]!.toLocaleUpperCase(locale) + name.slice(1);
}
