/** The language that one element speaks: which it is, its words, and what the host said wrong of it. */

import { loadCatalogue, overridden } from "./catalogue.js";
import type { InviteError } from "./error.js";
import { chooseLocale } from "./locale.js";
import type { Options } from "./options.js";
import type { MessageOverrides, Messages } from "./types.js";

/** A language as it was loaded. */
export interface Language {
  locale: string;
  overrides: MessageOverrides | undefined;
  messages: Messages;
  mistakes: InviteError[];
}

/** Loads the language that the options and the page ask for. */
export async function loadLanguage(host: Element, options: Options): Promise<Language> {
  const { locale, catalogue, mistake } = chooseLocale(host, options.get("locale"));
  const overrides = options.get<MessageOverrides | undefined>("messages");
  const { messages, mistakes } = overridden(await loadCatalogue(catalogue), overrides);
  if (mistake) mistakes.unshift(mistake);
  return { locale, overrides, messages: { ...messages, locale }, mistakes };
}

/** Whether options and page still ask for this language. */
export function isWanted(language: Language, host: Element, options: Options): boolean {
  const { locale, mistake } = chooseLocale(host, options.get("locale"));
  const asked = mistake?.message === language.mistakes.find(({ code }) => code === mistake?.code)?.message;
  return asked && locale === language.locale && options.get("messages") === language.overrides;
}
