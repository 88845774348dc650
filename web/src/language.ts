/** The language that one element speaks: which it is, its words, and what the host said wrong of it. */

import { loadCatalogue, overridden } from "./catalogue.js";
import type { Words } from "./catalogue.js";
import { InviteError } from "./error.js";
import { chooseLocale, directionFor } from "./locale.js";
import type { LocaleChoice } from "./locale.js";
import type { Options } from "./options.js";
import type { MessageOverrides, Messages } from "./types.js";

/** The words as the widget gets them. */
export interface SpokenMessages extends Messages {
  /** The direction of the form, where it does not follow the page. */
  direction: "rtl" | undefined;
}

/** A language as it was loaded. */
export interface Language {
  choice: LocaleChoice;
  overrides: MessageOverrides | undefined;
  messages: SpokenMessages;
  mistakes: InviteError[];
}

/** Loads the language that the options and the page ask for, else English. */
export async function loadLanguage(host: Element, options: Options): Promise<Language> {
  const choice = chooseLocale(host, options.get("locale"));
  const overrides = options.get<MessageOverrides | undefined>("messages");
  const { messages: known, mistakes: told } = await load(choice);
  const own = overridden(known, overrides);
  const mistakes = [...(choice.mistake ? [choice.mistake] : []), ...told, ...own.mistakes];
  const { locale } = known;
  return { choice, overrides, mistakes, messages: { ...own.messages, locale, direction: directionFor(host, locale) } };
}

/** Whether options and page still ask for this language. */
export function isWanted({ choice, overrides, messages }: Language, host: Element, options: Options): boolean {
  const { locale, mistake } = chooseLocale(host, options.get("locale"));
  const sameChoice = locale === choice.locale && mistake?.message === choice.mistake?.message;
  const sameDirection = directionFor(host, messages.locale) === messages.direction;
  return sameChoice && sameDirection && options.get("messages") === overrides;
}

/** What can't be loaded is told and spoken in English: a form in another language is better than none. */
async function load({ catalogue, locale }: LocaleChoice): Promise<Words> {
  try {
    const words = await loadCatalogue(catalogue);
    return { ...words, messages: { ...words.messages, locale } };
  } catch (thrown) {
    if (catalogue === "en") throw thrown;
    const { messages } = await loadCatalogue("en");
    return { messages, mistakes: [InviteError.from(thrown)] };
  }
}
