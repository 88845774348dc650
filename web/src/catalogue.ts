/** The words of each language, loaded when they are first wanted, and a host's own in their place. */

import en from "../locales/en.json";
import { InviteError } from "./error.js";
import type { Message, MessageOverrides, Messages } from "./types.js";

/** Every language that there are words in. English is always there, to say what goes wrong. */
const CATALOGUES: Readonly<Record<string, () => Messages | Promise<Messages>>> = {
  en: () => en,
};

const GROUPS = ["ui", "errors", "roles", "settings"] as const;

/** The catalogue for a canonical tag, which may be shortened from its end. */
export function catalogueFor(tag: string): string | undefined {
  const parts = tag.split("-");
  const shorter = parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
  return shorter.find((name) => Object.hasOwn(CATALOGUES, name));
}

/** The words of a language. */
export async function loadCatalogue(name: string): Promise<Messages> {
  return CATALOGUES[name]!();
}

/** The words with a host's in place of single ones, and what of these can't be used. */
export function overridden(
  messages: Messages, overrides: MessageOverrides | undefined,
): { messages: Messages; mistakes: InviteError[] } {
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

function isMessage(value: unknown): value is Message {
  if (typeof value === "string") return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).every((form) => typeof form === "string");
}

function unknownMessage(key: string): InviteError {
  const message = `messages.${key} is not one of the form's messages, or is no text`;
  return new InviteError("unknown_message", message, { key });
}
