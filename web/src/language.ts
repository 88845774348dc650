/** The language that one element speaks: which it is, its words, and what the host said wrong of it. */

import { loadCatalogue, overridden } from "./catalogue.js";
import type { InviteError } from "./error.js";
import { chooseLocale } from "./locale.js";
import type { LocaleChoice } from "./locale.js";
import type { Options } from "./options.js";
import type { MessageOverrides, Messages } from "./types.js";

/** A language as it was loaded. */
export interface Language {
  choice: LocaleChoice;
  overrides: MessageOverrides | undefined;
  messages: Messages;
  mistakes: InviteError[];
}

/** Loads the language that the options and the page ask for. */
export async function loadLanguage(host: Element, options: Options): Promise<Language> {
  const choice = chooseLocale(host, options.get("locale"));
  const overrides = options.get<MessageOverrides | undefined>("messages");
  const own = overridden(await loadCatalogue(choice.catalogue), overrides);
  const mistakes = [...(choice.mistake ? [choice.mistake] : []), ...own.mistakes];
  return { choice, overrides, messages: { ...own.messages, locale: choice.locale }, mistakes };
}

/** Whether options and page still ask for this language. */
export function isWanted({ choice, overrides }: Language, host: Element, options: Options): boolean {
  const { locale, mistake } = chooseLocale(host, options.get("locale"));
  const sameChoice = locale === choice.locale && mistake?.message === choice.mistake?.message;
  return sameChoice && options.get("messages") === overrides;
}
