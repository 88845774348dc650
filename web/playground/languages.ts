/** The languages that the widget speaks, each named by itself. */

import { byId, option } from "./dom.js";

const LOCALES = [
  "en", "de", "fr", "es", "pt-BR", "it", "nl", "pl", "ja", "ko", "zh-Hans", "ar", "he",
];

const RIGHT_TO_LEFT = ["ar", "he"];

/** Lets the person choose one. */
export function offerLanguages(): void {
  byId("locale").append(...LOCALES.map((locale) => option(locale, nameOf(locale))));
}

/** In which direction a language is read. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.includes(locale) ? "rtl" : "ltr";
}

function nameOf(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  return name[0]!.toLocaleUpperCase(locale) + name.slice(1);
}
