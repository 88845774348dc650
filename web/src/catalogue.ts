/** The catalogues of words, each loaded when it is first wanted, and a host's words in their place. */

import { InviteError } from "./error.js";
import type { LocaleName, LocaleWords, Message, MessageOverrides, Messages } from "./types.js";

/** The words of one language, and what of a host's words for it can't be used. */
export interface Words {
  messages: Messages;
  mistakes: InviteError[];
}

/** Each in a file of its own, so that a page fetches only the one that it speaks. */
const OWN: Readonly<Record<LocaleName, () => Promise<{ default: Messages }>>> = {
  ar: () => import("../locales/ar.json"),
  de: () => import("../locales/de.json"),
  en: () => import("../locales/en.json"),
  es: () => import("../locales/es.json"),
  fr: () => import("../locales/fr.json"),
  he: () => import("../locales/he.json"),
  it: () => import("../locales/it.json"),
  ja: () => import("../locales/ja.json"),
  ko: () => import("../locales/ko.json"),
  nl: () => import("../locales/nl.json"),
  pl: () => import("../locales/pl.json"),
  "pt-BR": () => import("../locales/pt-BR.json"),
  "zh-Hans": () => import("../locales/zh-Hans.json"),
};

/** The languages that the package has words in. */
export const LOCALES = Object.keys(OWN) as readonly LocaleName[];

const GROUPS = ["ui", "errors", "roles", "settings", "fields", "apis", "scripts"] as const;

/** The languages that hosts have brought, by canonical tag. */
const brought = new Map<string, () => LocaleWords | Promise<LocaleWords>>();

/**
 * Teaches every form on the page another language, or one of its own in other words; English stands in for
 * what is missing. Forms that are there already take notice of it at their next change.
 *
 * @param locale - its BCP 47 tag; throws InviteError `invalid_locale` where it is none
 * @param words - the words, or a function that loads them once they are wanted
 */
export function registerLocale(locale: string, words: LocaleWords | (() => LocaleWords | Promise<LocaleWords>)): void {
  const tag = canonicalTag(locale);
  if (!tag) throw new InviteError("invalid_locale", `${locale} is not a language tag`, { locale: String(locale) });
  brought.set(tag, typeof words === "function" ? words : () => words);
}

/**
 * The catalogue for a tag: the one that it names from its beginning (RFC 4647, section 3.4), else another
 * one of the same language. Never one in another script, which its readers may not read.
 */
export function catalogueFor(tag: string): string | undefined {
  const readable = [...brought.keys(), ...LOCALES].filter((name) => isSameWriting(name, tag));
  const parts = tag.split("-");
  const shorter = parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
  return shorter.find((name) => readable.includes(name)) ?? readable.at(-1);
}

/** The tag as it is written canonically (`iw` is `he`), where it is one. */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** The words of a language; rejects with InviteError `locale_load_failed`. */
export async function loadCatalogue(name: string): Promise<Words> {
  const own = brought.get(name);
  try {
    if (!own) return { messages: (await OWN[name as LocaleName]()).default, mistakes: [] };
    const [words, { default: english }] = await Promise.all([own(), OWN.en()]);
    const isModule = "default" in words;
    return overridden(english, isModule ? words.default as MessageOverrides : words as MessageOverrides);
  } catch (cause) {
    const message = `the words in the language ${name} could not be loaded`;
    throw new InviteError("locale_load_failed", message, { locale: name }, { cause });
  }
}

/** The words with a host's in place of single ones, and what of these can't be used. */
export function overridden(messages: Messages, overrides: MessageOverrides | undefined): Words {
  const merged: Messages = { ...messages };
  const mistakes: InviteError[] = [];
  for (const group of GROUPS) {
    const own = Object.entries(overrides?.[group] ?? {});
    const isUsable = ([key, message]: [string, Message]) =>
      isMessage(message) && (group !== "ui" || Object.hasOwn(messages.ui, key));
    const unusable = own.filter((entry) => !isUsable(entry));
    mistakes.push(...unusable.map(([key]) => unknownMessage(`${group}.${key}`)));
    merged[group] = { ...messages[group], ...Object.fromEntries(own.filter(isUsable)) };
  }
  return { messages: merged, mistakes };
}

function isSameWriting(name: string, tag: string): boolean {
  const [one, other] = [new Intl.Locale(name).maximize(), new Intl.Locale(tag).maximize()];
  return one.language === other.language && one.script === other.script;
}

function isMessage(value: unknown): value is Message {
  if (typeof value === "string") return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).every((form) => typeof form === "string");
}

function unknownMessage(key: string): InviteError {
  const message = `messages.${key} is not one of the form's messages, or is no text`;
  return new InviteError("unknown_message", message, { key });
}
